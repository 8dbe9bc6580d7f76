"""Where ads allow people to live, as the index holds it: one term for each distinct residence, expanded outside.

Counting countries as many-valued terms costs a search forty times as much as counting one term an ad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from listings.search.index.searcher import IndexSearcher
from listings.search.query.parameters import NONE
from listings.vocabulary.regions import expand, verdict

# tantivy refuses an aggregation with more buckets.
MAX_RESIDENCES = 65_000
OPEN_VERDICTS = ("open", "depends on your state")


def key(residence: Mapping[str, Any] | None) -> str:
    """ "DE,FR" or "US;US-CA" (included; excluded), in alphabetical order; "none" if the ad states none."""
    if not residence or not residence.get("include"):
        return NONE
    included, excluded = (",".join(sorted(set(residence.get(part) or ()))) for part in ("include", "exclude"))
    return f"{included};{excluded}" if excluded else included


def residence(term: str) -> dict[str, list[str]] | None:
    """The residence that `key` turned into this term."""
    if term == NONE:
        return None
    included, _, excluded = term.partition(";")
    return {"include": included.split(","), "exclude": excluded.split(",") if excluded else []}


@lru_cache(maxsize=100_000)
def is_open_to(term: str, place: str) -> bool:
    """Whether people in `place` (a country, or a state as "US-CA") may apply, in some state at least."""
    country, _, state = place.partition("-")
    return verdict(residence(term), country, f"{country}-{state}" if state else None) in OPEN_VERDICTS


def terms_open_to(terms: Iterable[str], place: str) -> list[str]:
    return [term for term in terms if term != NONE and is_open_to(term, place)]


def count_countries(counts: Mapping[str, int]) -> Counter[str]:
    """From counts of residence terms to counts of the countries they are open to."""
    totals: Counter[str] = Counter()
    for term, count in counts.items():
        for country in _countries(term):
            totals[country] += count
    return totals


@lru_cache(maxsize=100_000)
def _countries(term: str) -> Sequence[str]:
    return () if term == NONE else tuple({place.partition("-")[0] for place in expand(residence(term))})


def stored_residences(searcher: IndexSearcher) -> list[str]:
    """Every distinct residence in the index."""
    return [term for term, _ in searcher.terms("residence", MAX_RESIDENCES)]
