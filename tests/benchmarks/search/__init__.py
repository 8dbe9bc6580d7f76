"""How fast search is, next to what else could answer the same questions: `make bench` (N=1000000, PARTS=…)."""
