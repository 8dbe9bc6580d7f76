"""The first minutes of an empty site: does any board answer, or are made-up ads to fill it?"""

from __future__ import annotations

import time
from enum import Enum

from django.utils import timezone

from listings.fetching import leases
from listings.models import Fetch, Listing, Source

DECIDED_WITHIN = 15.0
LOOK_EACH = 0.5


class Decision(Enum):
    NOT_NEEDED = "The site has listings."
    BOARDS_ANSWER = "A board answers."
    NO_BOARD_ANSWERS = "No board answers."
    NO_SOURCE = "No source is enabled."


def decide(within: float = DECIDED_WITHIN) -> Decision:
    """Queues the due sources and watches, for at most `within` seconds, whether any board gives an answer."""
    if Listing.objects.exists():
        return Decision.NOT_NEEDED
    sources = Source.objects.real().filter(enabled=True)
    if not sources.exists():
        return Decision.NO_SOURCE
    started = timezone.now()
    leases.lease_due()
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        since = Fetch.objects.filter(source__in=sources, started_at__gte=started)
        if since.filter(seen__gt=0).exists():
            return Decision.BOARDS_ANSWER
        failed = since.filter(outcome=Fetch.Outcome.FAILED).values("source").distinct().count()
        if failed and failed == sources.count():
            break
        time.sleep(LOOK_EACH)
    # A first answer may be on its way to the database still: an answered request counts.
    answered = Fetch.objects.filter(source__in=sources, snapshots__isnull=False).exists()
    return Decision.BOARDS_ANSWER if answered else Decision.NO_BOARD_ANSWERS
