"""A listing as the index holds it."""

from __future__ import annotations

from datetime import datetime

import tantivy

from listings.facts.text import plain
from listings.models import Listing
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
            "category": [listing.category] if listing.category else [],
            "company_slug": [listing.company.slug],
            "source": sorted({posting.source.board for posting in postings}),
            "workplace": [listing.workplace] if listing.workplace else [],
            "employment": list(listing.employment),
            "is_sample": int(listing.is_sample),
        },
        schema(),
    )


def newest(listing: Listing) -> int:
    """Orders by date, then id. Boards state dates like the year 1: those before 1970 are equally old."""
    seconds = min(max(int(listing.posted_at.timestamp()), 0), 2**33 - 1)
    return (seconds << ID_BITS) + listing.pk % (1 << ID_BITS)


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
