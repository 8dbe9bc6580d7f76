"""When a source is fetched next."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from listings.models import Source

FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(days=1)


def next_after_success(source: Source, now: datetime) -> datetime:
    return now + source.interval * random.uniform(1, 1.05)  # noqa: S311 - jitter, no secret


def next_after_failure(source: Source, now: datetime, *, answered: bool, retry_after: timedelta | None) -> datetime:
    """Doubles with each failure, up to a day. If the publisher answered, its minimum interval is kept as well."""
    delay = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(source.failures, 11))
    if answered:
        delay = max(delay, source.board_config.terms.min_interval)
    delay = max(delay, retry_after or timedelta())
    jittered: timedelta = delay * random.uniform(1, 1.25)  # noqa: S311 - jitter, no secret
    return now + jittered


def last_asked(source: Source) -> datetime | None:
    """When the publisher last answered a request of this source, dry runs included."""
    fetch = source.fetches.filter(requests__gt=0).order_by("-started_at").first()
    return fetch.started_at if fetch else None


def allowed_from(source: Source) -> datetime | None:
    """When the terms next allow a request; None means now. A mirror is not the publisher, so its terms do not apply."""
    last = last_asked(source)
    if last is None or source.mirror or settings.BOARD_MIRROR:
        return None
    allowed = last + source.board_config.terms.min_interval
    return allowed if allowed > timezone.now() else None
