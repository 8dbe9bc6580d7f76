"""How time grows with the size of a text. Independent of the machine and its load, unlike a limit in seconds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from tests.cpu_time import cpu_seconds

T = TypeVar("T")

SIZE, FACTOR = 50_000, 4
# Between linear growth (4) and quadratic growth (16), with room for noise on both sides.
LIMIT = 8.0
MIN_RUNS, MAX_RUNS = 2, 10
# A ratio below this needs no second run.
CLEARLY_LINEAR = 5.0
# Seconds. Shorter times are mostly noise and count as this long.
FLOOR = 0.003


def growth(
    work: Callable[[T], object], prepare: Callable[[str], T], *pieces: str, size: int = SIZE, limit: float = LIMIT
) -> float:
    """How many times longer `work` takes on a text of 4 × `size` characters than on one of `size` characters.

    The text repeats each piece; `prepare` makes the input of it outside of the measured time. Measures until the growth
    is below `limit`, a few times at most: noise only ever adds to a time, so the minimum of each size counts.
    """
    times = {size: float("inf"), FACTOR * size: float("inf")}
    ratio = float("inf")
    for run in range(MAX_RUNS):
        for length in times:
            # A new text each time, or caches would answer from the second run on.
            text = f"{run} " + "".join(piece * (length // len(pieces) // len(piece)) for piece in pieces)
            times[length] = min(times[length], cpu_seconds(partial(work, prepare(text)), tries=1))
        ratio = times[FACTOR * size] / max(times[size], FLOOR)
        if ratio < CLEARLY_LINEAR or (run + 1 >= MIN_RUNS and ratio < limit):
            break
    return ratio
