"""Where ads allow people to live, as the index holds it: one term per distinct residence, expanded outside the index.

Counting countries as many-valued terms costs a search forty times as much as one term per listing.
A term joins the residences of all openings: "DE,FR" or "US;US-CA" (included; excluded), alternatives separated by "|".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from listings.search.index.searcher import IndexSearcher
from listings.search.query.parameters import FIT_OPEN, FIT_UNSTATED, NONE
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.regions import expand, verdict

# tantivy refuses an aggregation with more buckets.
MAX_RESIDENCES = 65_000
OPEN_VERDICTS = ("open", "depends on your state")
ALTERNATIVE = "|"

NO_FIT = ""

Residence = Mapping[str, Any]


def term(residences: Iterable[Residence | None]) -> str:
    """The term of a listing with these openings; NONE where none is stated."""
    return _canonical(_alternative(residence) for residence in residences)


def merged(terms: Iterable[str]) -> str:
    """The term of all openings of several terms."""
    return _canonical(alternative for residence_term in terms for alternative in residence_term.split(ALTERNATIVE))


def _alternative(residence: Residence | None) -> str:
    if not residence or not residence.get("include"):
        return NONE
    included, excluded = (",".join(sorted(set(residence.get(part) or ()))) for part in ("include", "exclude"))
    return f"{included};{excluded}" if excluded else included


def _canonical(alternatives: Iterable[str]) -> str:
    """Sorted, each once. Those without exclusions are one list of places, so that there are fewer distinct terms."""
    kept: set[str] = set()
    places: set[str] = set()
    for alternative in alternatives:
        if alternative == NONE or ";" in alternative:
            kept.add(alternative)
        else:
            places.update(alternative.split(","))
    return ALTERNATIVE.join(sorted([*kept, *([",".join(sorted(places))] if places else [])]))


def residences(residence_term: str) -> list[Residence]:
    """The stated alternatives of a term."""
    alternatives: list[Residence] = []
    for alternative in residence_term.split(ALTERNATIVE):
        if alternative != NONE:
            included, _, excluded = alternative.partition(";")
            alternatives.append({"include": included.split(","), "exclude": excluded.split(",") if excluded else []})
    return alternatives


def has_unstated(residence_term: str) -> bool:
    """True if an opening does not state where one may live."""
    return NONE in residence_term.split(ALTERNATIVE)


def is_stated(residence_term: str) -> bool:
    """True if any opening states where one may live."""
    return residence_term != NONE


@lru_cache(maxsize=100_000)
def is_open_to(residence_term: str, place: str) -> bool:
    """Whether an opening states that people in `place` (a country, or a state as "US-CA") may take it.

    For a country it is enough that those in some of its states may.
    """
    country, _, state = place.partition("-")
    subdivision = f"{country}-{state}" if state else None
    return any(verdict(residence, country, subdivision) in OPEN_VERDICTS for residence in residences(residence_term))


def fit(residence_term: str, place: str) -> str:
    """FIT_OPEN, FIT_UNSTATED or NO_FIT for people in `place`, as in is_open_to: the best of the openings counts."""
    if is_open_to(residence_term, place):
        return FIT_OPEN
    return FIT_UNSTATED if has_unstated(residence_term) else NO_FIT


def count_countries(counts: Mapping[str, int], *, keep_unstated: bool) -> Counter[str]:
    """Country → how many listings people there may take, from the counts of residence terms.

    `keep_unstated`: an opening that states no residence counts for every country.
    """
    by_country: Counter[str] = Counter()
    everywhere = 0
    for residence_term, count in counts.items():
        if keep_unstated and has_unstated(residence_term):
            everywhere += count
            continue
        for country in countries_of(residence_term):
            by_country[country] += count
    # Only countries that some listing states: hundreds of rows with the same number would help nobody.
    for residence_term in counts:
        for country in countries_of(residence_term):
            by_country[country] += 0
    for country in by_country:
        by_country[country] += everywhere
    return by_country


@lru_cache(maxsize=100_000)
def countries_of(residence_term: str) -> Sequence[str]:
    places = {place.partition("-")[0] for residence in residences(residence_term) for place in expand(residence)}
    return tuple(sorted(places & COUNTRIES.keys()))


def stored_residences(searcher: IndexSearcher) -> list[str]:
    """Every distinct residence term in the index."""
    return [residence_term for residence_term, _ in searcher.terms("residence", MAX_RESIDENCES)]
