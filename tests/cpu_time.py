"""How the cost of a call grows with its input: in processor time, so that a busy machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

TRIES = 3
MIN_SECONDS = 0.005
CLEARLY_LINEAR = 1.25


def cpu_seconds(work: Callable[[], object], tries: int = TRIES) -> float:
    """Processor time of this process, the best of `tries`."""
    return min(_measure(work) for _ in range(tries))


def _measure(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def growth(work: Callable[[int], object], size: int, factor: int = 4) -> float:
    """Cost of `factor` times the size over that of `size`, on top of what the smallest size costs.

    About `factor` where the cost is linear, its square where it is quadratic. Noise only adds to a time, so each is the
    best of some tries: of one where the cost is clearly linear, else of TRIES.
    """
    best = dict.fromkeys((1, size, size * factor), float("inf"))
    ratio = float("inf")
    for _ in range(TRIES):
        best = {count: min(seconds, _measure(partial(work, count))) for count, seconds in best.items()}
        fixed, small, large = best.values()
        # A size that costs next to nothing beside the fixed part says nothing: its noise must not be divided by.
        ratio = max(large - fixed, 0.0) / max(small - fixed, fixed / 2, MIN_SECONDS)
        if ratio < factor * CLEARLY_LINEAR:
            break
    return ratio
