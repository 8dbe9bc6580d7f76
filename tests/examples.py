"""How many examples hypothesis makes up: few in an everyday run, more on request, as in `make test EXAMPLES=3`."""

from __future__ import annotations

import os

FACTOR = float(os.environ.get("EXAMPLES", "1"))


def examples(count: int) -> int:
    return max(1, round(count * FACTOR))
