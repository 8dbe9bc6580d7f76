"""A listing as the index holds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.models import Listing
from listings.search import residences
from listings.search.amounts import yearly
from listings.search.bands import band
from listings.search.filters import NONE
from listings.search.schema import schema

ID_BITS = 30
"""33 bits of seconds (until 2242) and these fill a signed number of 64."""


def document(listing: Listing) -> tantivy.Document:
    """Wants a listing loaded with `for_cards()`."""
    postings = list(listing.postings.all())
    leading = next((posting for posting in postings if posting.pk == listing.leading_id), None)
    return tantivy.Document.from_dict(
        {
            "id": listing.pk,
            "stamp": stamp(listing.changed_at),
            "newest": newest(listing),
            "title": [listing.title],
            "company": [listing.company.name],
            "text": [plain(leading.html)] if leading else [],
            "company_slug": [listing.company.slug],
            "source": sorted({posting.source.board for posting in postings}),
            "is_sample": int(listing.is_sample),
            **stated(listing.facts),
        },
        schema(),
    )


def stated(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Each fact as terms and numbers. What the ad does not state is a term of its own, or no number at all."""
    numbers: dict[str, int] = {}
    if pay := yearly(facts.get("salary")):
        numbers["pay_low"], numbers["pay_high"] = pay
    if hours := band(facts.get("hours")):
        numbers["hours_west"], numbers["hours_east"] = hours
    return {
        "category": [facts.get("category") or NONE],
        "workplace": [facts.get("workplace") or NONE],
        "employment": facts.get("employment") or [NONE],
        "seniority": facts.get("seniority") or [NONE],
        "skill": facts.get("skills") or [NONE],
        "language": [facts.get("language") or NONE],
        "residence": [residences.key(facts.get("residence"))],
        **numbers,
    }


def newest(listing: Listing) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(listing.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + listing.pk % (1 << ID_BITS)


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
