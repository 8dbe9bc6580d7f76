"""How the cost of a call grows with its input: in processor time, so that a busy machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 3
MIN_SECONDS = 0.005


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time of this process, the best of TRIES."""
    return min(_once(work) for _ in range(TRIES))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def growth(work: Callable[[int], object], size: int, factor: int = 4) -> float:
    """Cost of `factor` times the size over that of `size`, on top of what the smallest size costs.

    About `factor` where the cost is linear, its square where it is quadratic.
    """
    fixed = cpu_seconds(lambda: work(1))
    small, large = (cpu_seconds(lambda: work(count)) - fixed for count in (size, size * factor))  # noqa: B023 - called at once
    # A size that costs next to nothing beside the fixed part says nothing: its noise must not be divided by.
    return max(large, 0.0) / max(small, fixed / 2, MIN_SECONDS)
