"""When a source is fetched next."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from listings.fetching import employer_schedule
from listings.models import Source

FIRST_RETRY = timedelta(minutes=1)
MAX_RETRY_DELAY = timedelta(days=1)


def next_after_success(source: Source, now: datetime) -> datetime:
    # Jitter: sources that were added together would be due in the same minute for ever.
    return now + source.interval * random.uniform(1, 1.05)  # noqa: S311 - jitter, nothing secret


def next_after_odd(source: Source, now: datetime) -> datetime:
    """An odd look at an employer is soon compared with another: nobody looks through those of thousands."""
    if source.system_id:
        source.look_every = employer_schedule.SHORTEST
    return next_after_success(source, now)


def next_after_failure(source: Source, now: datetime, *, answered: bool, retry_after: timedelta | None) -> datetime:
    """Delays double with each failure, up to a day. `answered`: the publisher did respond, so its terms apply too."""
    if source.system_id:
        delay = employer_schedule.retry_delay(source)
    else:
        # The exponent is bounded as well: after months of failures the power would overflow timedelta.
        delay = min(MAX_RETRY_DELAY, FIRST_RETRY * 2 ** min(source.failures, 11))
    if answered:
        delay = max(delay, source.board_config.terms.min_interval)
    delay = max(delay, retry_after or timedelta())
    jittered: timedelta = delay * random.uniform(1, 1.25)  # noqa: S311 - jitter, nothing secret
    return now + jittered


def last_answered_at(source: Source) -> datetime | None:
    """Start of the last fetch to which the publisher responded, dry runs included."""
    fetch = source.fetches.filter(requests__gt=0).order_by("-started_at").first()
    return fetch.started_at if fetch else None


def allowed_from(source: Source) -> datetime | None:
    """When the terms allow the next request; None if now. They do not apply to a mirror."""
    last = last_answered_at(source)
    if last is None or source.mirror or settings.BOARD_MIRROR:
        return None
    allowed = last + source.board_config.terms.min_interval
    return allowed if allowed > timezone.now() else None
