"""How accurately and how fast facts are read: `make facts`, or `python -m tests.benchmarks.facts [FACT …]`."""
