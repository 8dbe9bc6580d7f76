"""What is suggested after each letter that somebody types in the search box."""

from __future__ import annotations

import time
from collections.abc import Sequence

from django.http import QueryDict

from listings.search.results.autocomplete import AUTOCOMPLETE
from tests.benchmarks.search.figures import Figures, spread, timed

MOST = 1_000
# Seconds.
PAUSE, LONGEST = 0.05, 120.0


def measure(queries: Sequence[str]) -> Figures:
    """Each beginning once, as nobody typed it before, when the vocabulary is there.

    Of a large index it is read in the background, and there are no suggestions until then. TimeoutError.
    """
    begun = time.perf_counter()
    while not AUTOCOMPLETE.suggest("a"):
        if time.perf_counter() - begun > LONGEST:
            raise TimeoutError(f"No suggestions for {LONGEST} seconds.")
        time.sleep(PAUSE)
    read = time.perf_counter() - begun
    times = [timed(AUTOCOMPLETE.suggest, beginning) for beginning in beginnings(queries)]
    return {**spread(times), "vocabulary read": round(1000 * read, 1)}


def beginnings(queries: Sequence[str]) -> list[str]:
    typed = [words for query in queries if (words := QueryDict(query).get("q"))]
    return list(dict.fromkeys(words[:end] for words in typed for end in range(1, len(words) + 1)))[:MOST]
