"""Who may fetch which source, and when next. Work is claimed in the database by conditional updates."""

from __future__ import annotations

import random
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from listings.models import Fetch, Source

LEASE_MARGIN = timedelta(seconds=60)
MOST_LEASED = 32
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Claim:
    source_id: int
    token: uuid.UUID


def lease_length() -> timedelta:
    return timedelta(seconds=settings.FETCH_TIME_LIMIT) + LEASE_MARGIN


def claim_due(now: datetime | None = None) -> list[Claim]:
    """Leases the due sources, the longest overdue first, and queues one fetch for each on commit."""
    now = now or timezone.now()
    with transaction.atomic():
        free = MOST_LEASED - Source.objects.filter(lease_until__gt=now).count()
        due = Source.objects.due(now).select_for_update(skip_locked=True).order_by("next_fetch_at")[: max(0, free)]
        return [_lease(source, now, queue=True) for source in due]


def claim(source: Source, *, queue: bool = False) -> Claim | None:
    """Leases this source now, whenever it is due; None where a fetch of it is under way."""
    now = timezone.now()
    with transaction.atomic():
        unleased = Source.objects.filter(Q(lease_until=None) | Q(lease_until__lte=now), pk=source.pk)
        locked = unleased.select_for_update(skip_locked=True).first()
        return _lease(locked, now, queue=queue) if locked else None


def _lease(source: Source, now: datetime, *, queue: bool) -> Claim:
    claimed = Claim(source.pk, uuid.uuid4())
    Source.objects.filter(pk=source.pk).update(
        lease_token=claimed.token, lease_until=now + lease_length(), lease_started=False
    )
    if queue:
        transaction.on_commit(partial(_send, claimed))
    return claimed


def _send(claimed: Claim) -> None:
    current_app.send_task("listings.fetch_source", args=[claimed.source_id, str(claimed.token)])


def begin(claimed: Claim) -> bool:
    """True once for each claim: a message that comes twice, or after its lease ran out, finds nothing to do."""
    now = timezone.now()
    begun = Source.objects.filter(
        pk=claimed.source_id, lease_token=claimed.token, lease_started=False, lease_until__gt=now
    ).update(lease_started=True, lease_until=now + lease_length())
    if begun:
        Fetch.objects.filter(source_id=claimed.source_id, outcome=Fetch.Outcome.RUNNING).update(
            outcome=Fetch.Outcome.LOST, finished_at=now, error="Its process ended before the fetch did."
        )
    return bool(begun)


def drop(claimed: Claim) -> None:
    Source.objects.filter(pk=claimed.source_id, lease_token=claimed.token).update(lease_token=None, lease_until=None)


def release_leftovers() -> int:
    """For the start of a machine on which nothing of ours runs: leases of killed fetches end at once."""
    now = timezone.now()
    released = Source.objects.exclude(lease_token=None).update(lease_token=None, lease_until=None, next_fetch_at=now)
    Fetch.objects.filter(outcome=Fetch.Outcome.RUNNING).update(
        outcome=Fetch.Outcome.LOST, finished_at=now, error="Its process ended before the fetch did."
    )
    return released


def next_after_success(source: Source, now: datetime) -> datetime:
    return now + source.interval * random.uniform(1, 1.05)  # noqa: S311 - jitter, no secret


def next_after_failure(source: Source, now: datetime, *, answered: bool, retry_after: timedelta | None) -> datetime:
    """Doubles with each failure, up to a day, for ever. Where the publisher answered, its own pace is kept too."""
    delay = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(source.failures, 11))
    if answered:
        delay = max(delay, source.kind.terms.min_interval)
    delay = max(delay, retry_after or timedelta())
    jittered: timedelta = delay * random.uniform(1, 1.25)  # noqa: S311 - jitter, no secret
    return now + jittered


def last_asked(source: Source) -> datetime | None:
    """When the publisher last answered a request of this source, a dry run's included."""
    asked = source.fetches.filter(requests__gt=0).order_by("-started_at").first()
    return asked.started_at if asked else None


def allowed_from(source: Source) -> datetime | None:
    """When the terms next allow a request; None: now. A mirror is no publisher, its terms bind nobody."""
    last = last_asked(source)
    if last is None or source.mirror or settings.BOARD_MIRROR:
        return None
    allowed = last + source.kind.terms.min_interval
    return allowed if allowed > timezone.now() else None
