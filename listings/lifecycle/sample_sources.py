"""Sources of made-up ads for a first run without a network: added, and taken away when a real board answers."""

from __future__ import annotations

from django.utils import timezone

from listings.boards import BOARDS
from listings.lifecycle.change_log import record
from listings.lifecycle.lock import listings_lock
from listings.models import Change, Company, Listing, Posting, Source

PREFIX = "sample-"


def add(mirror: str) -> list[Source]:
    """One sample source for each live board that has options' defaults; `mirror` serves the made-up boards."""
    made = []
    for board in BOARDS.values():
        if board.status != "live" or any(option.required for option in board.options.values()):
            continue
        source, _ = Source.objects.update_or_create(
            name=PREFIX + board.name,
            defaults={"board": board.name, "is_sample": True, "mirror": mirror, "next_fetch_at": timezone.now()},
        )
        made.append(source)
    return made


def remove() -> int:
    """Every sample listing, posting and source. Returns how many listings went."""
    if not Source.objects.filter(is_sample=True).exists():
        return 0
    with listings_lock():
        gone = list(Listing.objects.filter(is_sample=True).values_list("pk", flat=True))
        Listing.objects.filter(is_sample=True).update(leading=None, merged_into=None)
        Posting.objects.filter(source__is_sample=True).delete()
        Listing.objects.filter(is_sample=True).delete()
        Source.objects.filter(is_sample=True).delete()
        Company.objects.filter(listings=None).delete()
        record((listing_id, Change.Kind.REMOVED) for listing_id in gone)
    return len(gone)
