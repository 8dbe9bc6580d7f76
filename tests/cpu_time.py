"""How the cost of a call grows with its input: in processor time, so that a busy machine changes little."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial

TRIES = 3
# Noise can spoil some of these, hardly all.
MAX_TRIES = 10
MIN_SECONDS = 0.005


def cpu_seconds(work: Callable[[], object], tries: int = TRIES) -> float:
    """Processor time of this thread, the best of `tries`."""
    return min(_measure(work) for _ in range(tries))


def _measure(work: Callable[[], object]) -> float:
    # A collection would walk over everything that the test session keeps.
    gc.disable()
    try:
        started = time.thread_time()
        work()
        return time.thread_time() - started
    finally:
        gc.enable()


def assert_growth(work: Callable[[int], object], size: int, *, below: float, factor: int = 4) -> None:
    """`work` costs less than `below` times as much at `factor` times the size, on top of what the smallest size costs.

    About `factor` where the cost is linear, its square where it is quadratic. Noise only adds to a time, so each size
    counts with its best time, and is measured until the growth is below, MAX_TRIES times at most.
    """
    best = dict.fromkeys((1, size, size * factor), float("inf"))
    growth = float("inf")
    for _ in range(MAX_TRIES):
        best = {count: min(seconds, _measure(partial(work, count))) for count, seconds in best.items()}
        fixed, small, large = best.values()
        # A size that costs next to nothing beside the fixed part says nothing: its noise must not be divided by.
        growth = max(large - fixed, 0.0) / max(small - fixed, fixed / 2, MIN_SECONDS)
        if growth < below:
            return
    raise AssertionError(f"{factor} times the size costs {growth:.1f} times as much, not below {below}: {best}")
