"""Who may fetch a source: a lease taken by a conditional update. A killed fetch costs one lease and nothing else."""

from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError

from listings.fetching import fair_employers, queues
from listings.ingest.failures import MayNotWrite
from listings.models import Fetch, Source

log = logging.getLogger(__name__)

LEASE_MARGIN = timedelta(seconds=60)
MAX_LEASED = 32
LOST_WITH_PROCESS = "Its process ended before the fetch did."
LOST_WITH_SITE = "The site was stopped during the fetch."


class LeaseLost(MayNotWrite):
    """Another fetch of this source has begun, or the source is gone: this fetch must not write any more."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to fetch one source. `token` tells this lease from later ones of the same source."""

    source_id: int
    token: uuid.UUID
    queue_name: str = queues.BOARDS

    def begin(self) -> bool:
        """Start the fetch; True once per lease. A repeated or late message gets False."""
        now = timezone.now()
        started = Source.objects.filter(
            pk=self.source_id, lease_token=self.token, lease_started=False, lease_until__gt=now
        ).update(lease_started=True, lease_until=now + lease_length())
        if started:
            running = Fetch.objects.filter(source_id=self.source_id, outcome=Fetch.Outcome.RUNNING)
            running.update(outcome=Fetch.Outcome.LOST, finished_at=now, error=LOST_WITH_PROCESS)
        return bool(started)

    def hold(self) -> None:
        """Lock the lease until the end of the transaction. Raises LeaseLost if it is no longer ours."""
        leased = Source.objects.filter(pk=self.source_id, lease_token=self.token)
        if not leased.select_for_update(no_key=True).exists():
            raise LeaseLost(f"another fetch of source {self.source_id} has begun")

    def release(self) -> None:
        Source.objects.filter(pk=self.source_id, lease_token=self.token).update(lease_token=None, lease_until=None)

    def queue(self) -> None:
        """Send the fetch to a worker. The lease must be committed. Raises kombu's OperationalError, lease released."""
        try:
            current_app.send_task(
                "listings.fetch_source", args=[self.source_id, str(self.token)], queue=self.queue_name
            )
        except OperationalError:
            self.release()
            raise


def lease_length() -> timedelta:
    return timedelta(seconds=settings.FETCH_TIME_LIMIT) + LEASE_MARGIN


def lease_due(now: datetime | None = None) -> list[Lease]:
    """Lease the due sources, boards before employers, and queue a fetch for each on commit."""
    now = now or timezone.now()
    with transaction.atomic():
        leases = [_lease(source, now) for source in _due_boards(now)]
        leases += [_lease(employer, now, queues.EMPLOYERS) for employer in fair_employers.take_due(now)]
        for lease in leases:
            transaction.on_commit(partial(_queue_or_log, lease))
    return leases


def _due_boards(now: datetime) -> QuerySet[Source]:
    """The longest overdue first."""
    boards = Source.objects.without_employers()
    free = MAX_LEASED - boards.filter(lease_until__gt=now).count()
    due = boards.due(now).select_for_update(skip_locked=True, of=("self",))
    return due.order_by("next_fetch_at")[: max(0, free)]


def lease_source(source: Source) -> Lease | None:
    """Lease one source, whether it is due or not. None while a fetch of it is running."""
    now = timezone.now()
    with transaction.atomic():
        unleased = Source.objects.filter(Q(lease_until=None) | Q(lease_until__lte=now), pk=source.pk)
        locked = unleased.select_for_update(skip_locked=True).first()
        return _lease(locked, now) if locked else None


def _lease(source: Source, now: datetime, queue_name: str = queues.BOARDS) -> Lease:
    lease = Lease(source.pk, uuid.uuid4(), queue_name)
    Source.objects.filter(pk=source.pk).update(
        lease_token=lease.token, lease_until=now + lease_length(), lease_started=False
    )
    return lease


def _queue_or_log(lease: Lease) -> None:
    # Runs after the commit: an exception here would hide that the leases were taken, and stop the other messages.
    try:
        lease.queue()
    except OperationalError as error:
        log.warning("The queue cannot be reached; source %s stays due: %s", lease.source_id, error)


def release_leftovers() -> int:
    """For the start of a machine on which nothing of ours runs: the leases of killed fetches end at once."""
    now = timezone.now()
    released = Source.objects.exclude(lease_token=None).update(lease_token=None, lease_until=None, next_fetch_at=now)
    running = Fetch.objects.filter(outcome=Fetch.Outcome.RUNNING)
    running.update(outcome=Fetch.Outcome.LOST, finished_at=now, error=LOST_WITH_SITE)
    return released
