"""Sources of made-up ads, for a first run without a network. Removed as soon as a real board responds."""

from __future__ import annotations

from django.utils import timezone

from listings.boards import BOARDS
from listings.lifecycle.change_log import record
from listings.lifecycle.lock import listings_lock
from listings.models import Change, Company, Listing, Posting, Source

PREFIX = "sample-"


def add(mirror: str) -> list[Source]:
    """A sample source for each live board that needs no options. `mirror`: URL of the server of made-up boards."""
    sources = []
    for board in BOARDS.values():
        if board.status != "live" or any(option.required for option in board.options.values()):
            continue
        source, _ = Source.objects.update_or_create(
            name=PREFIX + board.name,
            defaults={"board": board.name, "is_sample": True, "mirror": mirror, "next_fetch_at": timezone.now()},
        )
        sources.append(source)
    return sources


def remove() -> int:
    """Delete all sample listings, postings and sources. Returns how many listings."""
    if not Source.objects.filter(is_sample=True).exists():
        return 0
    with listings_lock():
        removed = list(Listing.objects.filter(is_sample=True).values_list("pk", flat=True))
        # Listings point at each other and at postings, and those links are protected.
        Listing.objects.filter(is_sample=True).update(leading=None, merged_into=None)
        Posting.objects.filter(source__is_sample=True).delete()
        Listing.objects.filter(is_sample=True).delete()
        Source.objects.filter(is_sample=True).delete()
        Company.objects.filter(listings=None, takedowns=None).delete()
        record((listing_id, Change.Kind.REMOVED) for listing_id in removed)
    return len(removed)
