"""How well a ranking answers a query whose answers were judged: Järvelin and Kekäläinen's nDCG, recall, MRR."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

RELEVANT = 2
"""The least grade, of 0 to 3, of an ad that answers the query."""


def ndcg(ranked: Sequence[int], grades: Mapping[int, int], depth: int = 10) -> float:
    """Of the first `depth`, with gains of 2^grade - 1; what was not judged gains nothing. 0 to 1."""
    best = _gained(sorted(grades.values(), reverse=True)[:depth])
    return _gained([grades.get(ad, 0) for ad in ranked[:depth]]) / best if best else 0.0


def _gained(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def recall(ranked: Sequence[int], grades: Mapping[int, int], depth: int = 50) -> float:
    """The share of the relevant ones that are among the first."""
    relevant = {ad for ad, grade in grades.items() if grade >= RELEVANT}
    return len(relevant & set(ranked[:depth])) / len(relevant) if relevant else 0.0


def reciprocal_rank(ranked: Sequence[int], grades: Mapping[int, int]) -> float:
    """One over the place of the first relevant one; 0 where there is none."""
    return next((1 / place for place, ad in enumerate(ranked, 1) if grades.get(ad, 0) >= RELEVANT), 0.0)


def unjudged(ranked: Sequence[int], grades: Mapping[int, int], depth: int = 10) -> int:
    return sum(ad not in grades for ad in ranked[:depth])


def precision(found: Sequence[int], grades: Mapping[int, int]) -> float | None:
    """The share of relevant ones among those that were judged; None if none was."""
    judged = [grades[ad] for ad in found if ad in grades]
    return sum(grade >= RELEVANT for grade in judged) / len(judged) if judged else None


def right_ads(grades: Mapping[str, Mapping[int, int]]) -> set[tuple[str, int]]:
    """Each query with each judged ad that answers it."""
    return {(query, ad) for query, of in grades.items() for ad, grade in of.items() if grade >= RELEVANT}
