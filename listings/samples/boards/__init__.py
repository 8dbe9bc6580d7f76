"""One module for each made-up board: its records in the real board's format, and `endpoint`, which answers requests."""
