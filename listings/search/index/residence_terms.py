"""Where ads allow people to live, as the index holds it: one term per distinct residence, expanded outside the index.

Counting countries as many-valued terms costs a search forty times as much as one term per listing.
A term joins the residences of all openings: NONE, or a place mask in hexadecimal digits whose lowest bit says that one
of the openings leaves unclear whether people elsewhere may take it: it states no residence, or one beside which the ad
says more. It is short whatever an ad lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from listings.search.index.place_masks import MASK_BYTES, doubt_mask, place_mask, zone_mask
from listings.search.query.parameters import NONE
from listings.vocabulary.place_offsets import RequiredBand

# tantivy refuses an aggregation with more buckets.
MAX_RESIDENCES = 65_000
# The number that NONE stands for.
UNCLEAR = doubt_mask(None) << 1 | 1

Residence = Mapping[str, Any]


def term(residences: Iterable[Residence | None], band: RequiredBand | None = None) -> str:
    """The term of a listing with these openings; NONE where none is stated.

    `band`: the zones that the ad asks people to live in.
    """
    mask, has_stated, doubts = 0, False, 0
    for residence in residences:
        doubts |= doubt_mask(residence)
        if residence and residence.get("include"):
            mask |= place_mask(residence)
            has_stated = True
    return _written((mask | doubts | zone_mask(band)) << 1 | bool(doubts)) if has_stated else NONE


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
    return UNCLEAR if residence_term == NONE else int.from_bytes(bytes.fromhex(residence_term))


def is_stated(residence_term: str) -> bool:
    """True if any opening states where one may live."""
    return residence_term != NONE
