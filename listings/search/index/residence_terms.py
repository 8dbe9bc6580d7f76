"""Where ads allow people to live, as the index holds it: one term per distinct residence, expanded outside the index.

Counting countries as many-valued terms costs a search forty times as much as one term per listing.
A term joins the residences of all openings: NONE, or a place mask in hexadecimal digits whose lowest bit says that one
of the openings leaves unclear whether people elsewhere may take it: it states no residence, or a disputed one. It is
short whatever an ad lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from listings.search.index.place_masks import (
    BITS,
    MASK_BYTES,
    has_place,
    is_partial,
    place_mask,
    sums_of_bits,
)
from listings.search.index.searcher import IndexSearcher
from listings.search.query.parameters import FIT_IN_DOUBT, FIT_OPEN, FIT_UNSTATED, NONE
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.regions import is_disputed

# tantivy refuses an aggregation with more buckets.
MAX_RESIDENCES = 65_000

NO_FIT = ""

Residence = Mapping[str, Any]


def term(residences: Iterable[Residence | None]) -> str:
    """The term of a listing with these openings; NONE where none is stated."""
    mask, has_stated, is_unclear = 0, False, False
    for residence in residences:
        if residence and residence.get("include"):
            mask |= place_mask(residence)
            has_stated = True
            is_unclear = is_unclear or is_disputed(residence)
        else:
            is_unclear = True
    return _written(mask << 1 | is_unclear) if has_stated else NONE


def merged(terms: Iterable[str]) -> str:
    """The term of all openings of several terms."""
    number, has_stated = 0, False
    for residence_term in terms:
        number |= _number(residence_term)
        has_stated = has_stated or is_stated(residence_term)
    return _written(number) if has_stated else NONE


def _written(number: int) -> str:
    return number.to_bytes(MASK_BYTES + 1).hex()


@lru_cache(maxsize=10_000)
def _number(residence_term: str) -> int:
    return 1 if residence_term == NONE else int.from_bytes(bytes.fromhex(residence_term))


def places_of(residence_term: str) -> int:
    """The mask of all places that an opening states."""
    return _number(residence_term) >> 1


def is_unclear(residence_term: str) -> bool:
    """True if an opening leaves unclear whether people in any place may take it."""
    return bool(_number(residence_term) & 1)


def is_stated(residence_term: str) -> bool:
    """True if any opening states where one may live."""
    return residence_term != NONE


def is_open_to(residence_term: str, place: str) -> bool:
    """Whether an opening states that people in `place` (a country, or a state as "US-CA") may take it.

    For a country it is enough that those in some of its states may.
    """
    return has_place(places_of(residence_term), place)


def open_to(residence_terms: Sequence[str], place: str, *, keep_unstated: bool) -> list[str]:
    """Those that are open to people in `place`, and those that leave it unclear if `keep_unstated`."""
    bits = BITS.get(place, 0) << 1 | keep_unstated
    return [term for term in residence_terms if _number(term) & bits]


def is_in_doubt(residence_term: str, place: str) -> bool:
    """True if it is open to some of the people in `place`, a country, and not to others: it depends on their state."""
    return is_partial(places_of(residence_term), place)


def fit(residence_term: str, place: str) -> str:
    """FIT_OPEN, FIT_UNSTATED or NO_FIT for people in `place`, as in is_open_to: the best of the openings counts."""
    if is_open_to(residence_term, place):
        return FIT_OPEN
    return FIT_UNSTATED if is_unclear(residence_term) else NO_FIT


def has_fit(residence_term: str, place: str, wanted: str) -> bool:
    """Whether `wanted`, a value of "fit", is what it is for people in `place`."""
    if wanted == FIT_IN_DOUBT:
        return is_in_doubt(residence_term, place)
    return fit(residence_term, place) == wanted


def count_countries(counts: Mapping[str, int], *, keep_unstated: bool) -> Counter[str]:
    """Country → how many listings people there may take, from the counts of residence terms.

    `keep_unstated`: an opening that leaves it unclear counts for every country.
    """
    if not counts:
        return Counter()
    rows = np.frombuffer(b"".join(map(_row, counts)), np.uint8).reshape(len(counts), -1)
    bits = np.unpackbits(rows, axis=1, count=1 + len(COUNTRIES), bitorder="little")
    unstated, countries = bits[:, 0], bits[:, 1:]
    totals = np.array(list(counts.values()), dtype=np.int32)
    everywhere = totals * unstated if keep_unstated else np.zeros_like(totals)
    by_country = sums_of_bits(totals - everywhere, countries) + everywhere.sum()
    # Only countries that some listing states: hundreds of rows with the same number would help nobody.
    named: list[bool] = np.any(countries, axis=0).tolist()
    in_order = zip(COUNTRIES, by_country.tolist(), named, strict=True)
    return Counter({country: total for country, total, is_named in in_order if is_named})


@lru_cache(maxsize=10_000)
def _row(residence_term: str) -> bytes:
    """The bit for an unclear opening, then those of the mask."""
    return _number(residence_term).to_bytes(MASK_BYTES + 1, "little")


def stored_residences(searcher: IndexSearcher) -> Sequence[str]:
    """Every distinct residence term in the index."""
    return searcher.distinct_terms("places")
