"""Where ads allow people to live, as the index holds it: one term for each distinct residence, expanded outside.

Counting countries as many-valued terms costs the search forty times as much as one term an ad.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from listings.search.index.searcher import IndexSearcher
from listings.search.query.filters import NONE
from listings.vocabulary.regions import expand, verdict

MOST_RESIDENCES = 65_000
OPEN = ("open", "depends on your state")


def key(residence: Mapping[str, Any] | None) -> str:
    """ "DE,FR" or "US;US-CA" (included; excluded), in alphabetical order; "none" where none is stated."""
    if not residence or not residence.get("include"):
        return NONE
    included, excluded = (",".join(sorted(set(residence.get(part) or ()))) for part in ("include", "exclude"))
    return f"{included};{excluded}" if excluded else included


def residence(of: str) -> dict[str, list[str]] | None:
    """What `key` was made of."""
    if of == NONE:
        return None
    included, _, excluded = of.partition(";")
    return {"include": included.split(","), "exclude": excluded.split(",") if excluded else []}


@lru_cache(maxsize=100_000)
def takes(of: str, place: str) -> bool:
    """Whether somebody in `place` (a country, or a state as "US-CA") may take it, in some state at least."""
    country, _, state = place.partition("-")
    return verdict(residence(of), country, f"{country}-{state}" if state else None) in OPEN


def taking(keys: Iterable[str], place: str) -> list[str]:
    return [one for one in keys if one != NONE and takes(one, place)]


def countries(counted: Mapping[str, int]) -> Counter[str]:
    """How many each country may take, from the counts of each residence; what states none is not among them."""
    found: Counter[str] = Counter()
    for one, count in counted.items():
        for country in _countries(one):
            found[country] += count
    return found


@lru_cache(maxsize=100_000)
def _countries(of: str) -> Sequence[str]:
    return () if of == NONE else tuple({place.partition("-")[0] for place in expand(residence(of))})


def stated_residences(searcher: IndexSearcher) -> list[str]:
    """Every distinct residence that the index holds."""
    return [term for term, _ in searcher.terms("residence", MOST_RESIDENCES)]
