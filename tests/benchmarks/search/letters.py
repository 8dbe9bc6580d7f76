"""What is suggested after each letter that somebody types in the search box."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from listings.search.results.autocomplete import AUTOCOMPLETE
from tests.benchmarks.search.figures import Figures, spread, timed

MOST = 1_000


def measure(queries: Sequence[str]) -> Figures:
    """Each beginning once, as nobody typed it before. The first one reads the vocabulary and is not counted."""
    first = timed(AUTOCOMPLETE.suggest, "a")
    times = [timed(AUTOCOMPLETE.suggest, beginning) for beginning in beginnings(queries)]
    return {**spread(times), "vocabulary read": round(1000 * first, 1)}


def beginnings(queries: Sequence[str]) -> list[str]:
    typed = [words for query in queries if (words := QueryDict(query).get("q"))]
    return list(dict.fromkeys(words[:end] for words in typed for end in range(1, len(words) + 1)))[:MOST]
