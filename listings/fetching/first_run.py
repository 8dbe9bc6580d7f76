"""The first minutes of an empty site: does any board respond, or is the site to be filled with sample ads?"""

from __future__ import annotations

import time
from enum import Enum

from django.utils import timezone

from listings.fetching import leases
from listings.models import Fetch, Listing, Source

DECISION_SECONDS = 15.0
POLL_SECONDS = 0.5


class Decision(Enum):
    NOT_NEEDED = "The site already has listings."
    BOARDS_ANSWER = "A board responded."
    NO_BOARD_ANSWERS = "No board responded."
    NO_SOURCE = "No source is enabled."


def decide(within: float = DECISION_SECONDS) -> Decision:
    """Queue the due sources, and wait at most `within` seconds for a fetch that brings ads."""
    if Listing.objects.exists():
        return Decision.NOT_NEEDED
    # Boards answer at once or not at all; employers are looked at in turn, and some never answer.
    sources = Source.objects.real().without_employers().fetchable().filter(enabled=True)
    if not sources.exists():
        return Decision.NO_SOURCE
    started = timezone.now()
    leases.lease_due()
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        fetches = Fetch.objects.filter(source__in=sources, started_at__gte=started)
        if fetches.filter(seen__gt=0).exists():
            return Decision.BOARDS_ANSWER
        failed = fetches.filter(outcome=Fetch.Outcome.FAILED).values("source").distinct().count()
        if failed and failed == sources.count():
            break
        time.sleep(POLL_SECONDS)
    # A slow fetch may have a response whose ads are not written yet. Its snapshot is.
    responded = Fetch.objects.filter(source__in=sources, snapshots__isnull=False).exists()
    return Decision.BOARDS_ANSWER if responded else Decision.NO_BOARD_ANSWERS
