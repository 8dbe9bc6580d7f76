"""How the cost of a call grows with its input: in processor time, so that a busy machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

TRIES = 3


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time of this process, the best of TRIES."""
    return min(_once(work) for _ in range(TRIES))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def growth(work: Callable[[int], object], size: int, factor: int = 4) -> float:
    """What `factor` times the size costs more than `size` does, on top of the cost of the smallest size.

    About `factor` where the cost is linear, its square where it is quadratic, less where the input hardly matters.
    """
    fixed, small, large = (cpu_seconds(lambda: work(count)) for count in (1, size, size * factor))  # noqa: B023
    # Differences smaller than this are noise.
    floor = max(0.25 * fixed, 0.002)
    return (large - fixed) / max(small - fixed, floor)
