"""A listing as the index holds it."""

from __future__ import annotations

from datetime import datetime

import tantivy

from listings.facts.text import plain
from listings.models import Listing
from listings.search.schema import schema


def document(listing: Listing) -> tantivy.Document:
    """Wants a listing loaded with `for_cards()`."""
    postings = list(listing.postings.all())
    leading = next((posting for posting in postings if posting.pk == listing.leading_id), postings[0])
    return tantivy.Document.from_dict(
        {
            "id": listing.pk,
            "stamp": stamp(listing.changed_at),
            "newest": (int(listing.posted_at.timestamp()) << 32) | (listing.pk & 0xFFFFFFFF),
            "title": [listing.title],
            "company": [listing.company.name],
            "text": [plain(leading.html)],
            "category": [listing.category] if listing.category else [],
            "company_slug": [listing.company.slug],
            "source": sorted({posting.source.board for posting in postings}),
            "workplace": [listing.workplace] if listing.workplace else [],
            "employment": list(listing.employment),
            "is_sample": int(listing.is_sample),
        },
        schema(),
    )


def stamp(moment: datetime) -> int:
    """Microseconds since 1970: tells whether the index holds the newest state of a listing."""
    return int(moment.timestamp()) * 1_000_000 + moment.microsecond
