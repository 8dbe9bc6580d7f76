"""How much of what could be tried is tried: little in an everyday run, more on request.

`make test EXAMPLES=3` lets hypothesis make up thrice as much, and `make test SLOW=1` takes every case of a table.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable
from typing import Any

import pytest

FACTOR = float(os.environ.get("EXAMPLES", "1"))


def examples(count: int) -> int:
    return max(1, round(count * FACTOR))


def sampled(cases: Iterable[tuple[Any, ...]], key: Callable[..., Hashable]) -> list[Any]:
    """Cases for `parametrize`, of which the first of each `key` always runs; those like it are `slow`."""
    seen: set[Hashable] = set()
    parameters = []
    for case in cases:
        marks = [pytest.mark.slow] if key(*case) in seen else []
        seen.add(key(*case))
        parameters.append(pytest.param(*case, marks=marks))
    return parameters
