"""What was written while the clock was ahead: it would keep sources from being fetched until that time has come."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from listings.fetching.leases import lease_length
from listings.lifecycle.lock import listings_lock
from listings.models import Fetch, Posting, Source

log = logging.getLogger(__name__)

# The clocks of two machines may differ by less.
MARGIN = timedelta(minutes=5)
TIMES_OF_SOURCE = ("next_fetch_at", "last_ok_at", "last_error_at", "unhealthy_since", "gone_since", "died_at")


def correct(now: datetime) -> int:
    """Sources that were fetched after `now` are due, and were fetched now. Returns how many.

    The dates of ads that were new then stay as they are.
    """
    limit = now + MARGIN
    Source.objects.filter(lease_until__gt=limit + lease_length()).update(lease_token=None, lease_until=None)
    ahead = Fetch.objects.filter(started_at__gt=limit)
    ids = list(ahead.order_by().values_list("source", flat=True).distinct())
    if not ids:
        return 0
    log.warning("The clock was ahead when %d sources were fetched; they are fetched anew.", len(ids))
    sources = Source.objects.filter(pk__in=ids)
    with listings_lock():
        Posting.objects.filter(source__in=ids, last_seen_at__gt=limit).update(last_seen_at=now)
        # A hiring system's own row holds when its pace allows the next request.
        Source.objects.filter(employers__in=ids).update(next_fetch_at=now)
        for name in TIMES_OF_SOURCE:
            sources.filter(**{f"{name}__gt": limit}).update(**{name: now})
        ahead.filter(finished_at__gt=limit).update(finished_at=now)
        ahead.update(started_at=now)
    return len(ids)
