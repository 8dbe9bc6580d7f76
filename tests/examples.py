"""How much of what could be tried is tried: little in an everyday run, more on request.

An everyday run, `make test`, keeps the main test of each behaviour, and of each guard one test that can fail. What is
like it is `slow`, and runs with `make test SLOW=1`: further cases of a table of boards and hostile input, kills at
further moments, growth at further sizes, a second process for what one has shown, what may befall a whole site.
`make test EXAMPLES=3` lets hypothesis make up thrice as much.
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


def few(cases: Iterable[Any], count: int = 1) -> list[Any]:
    """Cases for `parametrize`, of which the first always run; those like them are `slow`."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)), marks=[pytest.mark.slow] if place >= count else []
        )
        for place, case in enumerate(cases)
    ]
