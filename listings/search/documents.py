"""A listing as the index holds it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.models import Listing
from listings.search import bands, freshness, residences
from listings.search.amounts import yearly
from listings.search.filters import LABELLED, NONE
from listings.search.schema import schema

ID_BITS = 30
"""33 bits of seconds (until 2242) and these fill a signed number of 64."""


def document(listing: Listing, built: float) -> tantivy.Document:
    """Wants a listing loaded with `for_index()`. `built`: when this generation of the index was begun."""
    return tantivy.Document.from_dict(
        {
            "id": listing.pk,
            "stamp": stamp(listing.changed_at),
            "newest": newest(listing),
            "weight": freshness.weight(listing, built),
            "spelling": [listing.title, listing.company.name],
            "title": [listing.title],
            "company": [listing.company.name],
            "text": [plain(listing.leading.html)] if listing.leading else [],
            "company_slug": [listing.company.slug],
            "employer": [f"{listing.company.slug}{LABELLED}{listing.company.name}"],
            "source": sorted({posting.source.board for posting in listing.postings.all()}),
            "company_id": listing.company_id,
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
    return {
        "category": [facts.get("category") or NONE],
        "workplace": [facts.get("workplace") or NONE],
        "employment": facts.get("employment") or [NONE],
        "seniority": facts.get("seniority") or [NONE],
        "skill": facts.get("skills") or [NONE],
        "skills": [", ".join(facts.get("skills") or ())],
        "hours": [bands.key(facts.get("hours"))],
        "language": [facts.get("language") or NONE],
        "residence": [residences.key(facts.get("residence"))],
        **numbers,
    }


def newest(listing: Listing) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(listing.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + listing.pk % (1 << ID_BITS)


def oldest(days: float, now: datetime) -> int:
    """The least `newest` of what was posted in so many days up to the begun hour: equal searches stay equal in it."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return max(0, int((hour - timedelta(days=days)).timestamp())) << ID_BITS


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
