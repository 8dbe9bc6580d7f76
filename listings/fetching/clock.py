"""What was written while the clock was ahead: until that time has come, sources would rest and closed jobs stay so."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from listings.fetching.leases import lease_length
from listings.lifecycle.closing import apply_rule
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Fetch, LedgerRow, Posting, Source

log = logging.getLogger(__name__)

# The clocks of two machines may differ by less.
MARGIN = timedelta(minutes=5)
TIMES_OF_SOURCE = ("next_fetch_at", "last_ok_at", "last_error_at", "unhealthy_since", "gone_since", "died_at")
TIMES_OF_POSTING = ("posted_at", "first_seen_at", "last_checked_at", "page_gone_at", "closed_at")
BATCH = 500


def correct(now: datetime) -> None:
    """Whatever happened after `now` happened now. Sources are due, and what closed too early is open again."""
    limit = now + MARGIN
    Source.objects.filter(lease_until__gt=limit + lease_length()).update(lease_token=None, lease_until=None)
    _correct_sources(limit, now)
    _correct_listings(limit, now)


def _correct_sources(limit: datetime, now: datetime) -> None:
    ahead = Fetch.objects.filter(started_at__gt=limit)
    ids = list(ahead.order_by().values_list("source", flat=True).distinct())
    if not ids:
        return
    log.warning("The clock was ahead when %d sources were fetched: they are fetched anew.", len(ids))
    sources = Source.objects.filter(pk__in=ids)
    with listings_lock():
        Posting.objects.filter(source__in=ids, last_seen_at__gt=limit).update(last_seen_at=now)
        # A hiring system's own row holds when its pace allows the next request.
        Source.objects.filter(employers__in=ids).update(next_fetch_at=now)
        for name in TIMES_OF_SOURCE:
            sources.filter(**{f"{name}__gt": limit}).update(**{name: now})
        ahead.filter(finished_at__gt=limit).update(finished_at=now)
        ahead.update(started_at=now)


def _correct_listings(limit: datetime, now: datetime) -> None:
    """Those that changed meanwhile. Changes tell of them, and are corrected last: an interrupted run begins again."""
    ahead = Change.objects.filter(at__gt=limit)
    ids = sorted(set(ahead.values_list("listing_id", flat=True)))
    if ids:
        log.warning("The clock was ahead when %d listings changed: their times are corrected.", len(ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        postings = Posting.objects.filter(listing__in=batch)
        with listings_lock():
            for name in TIMES_OF_POSTING:
                postings.filter(**{f"{name}__gt": limit}).update(**{name: now})
            LedgerRow.objects.filter(listing__in=batch, at__gt=limit).update(at=now)
            refresh_listings(batch, now)
        apply_rule(postings, now)
        ahead.filter(listing_id__in=batch).update(at=now)
