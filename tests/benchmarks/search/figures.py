"""Times as they are told: in milliseconds, the median and the slow ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

Figures = dict[str, float]


def spread(seconds: Sequence[float]) -> Figures:
    ordered = sorted(seconds)
    return {
        "count": len(ordered),
        "median": _at(ordered, 0.5),
        "p95": _at(ordered, 0.95),
        "p99": _at(ordered, 0.99),
        "most": _at(ordered, 1.0),
    }


def _at(ordered: Sequence[float], share: float) -> float:
    return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def timed(work: Callable[..., object], *given: object) -> float:
    begun = time.perf_counter()
    work(*given)
    return time.perf_counter() - begun
