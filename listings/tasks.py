"""Celery tasks: each calls the domain, takes ids as arguments, and may safely run twice."""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import UUID

from celery import Task, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.core import mail
from django.db import connection
from django.utils import timezone

from listings.fetching import gone_pages, leases, passed_over, replay, run, system_health
from listings.ingest import backfill
from listings.lifecycle import closing, company_names, maintenance, takedowns
from listings.lifecycle.refused import Refused
from listings.models import Fetch
from listings.monitoring import figures

log = logging.getLogger(__name__)

# Three times the interval of `maintain`: a change that commits late is seen by the next run.
NAMES_LOOK_BACK = timedelta(minutes=15)


@shared_task(name="listings.queue_due")
def queue_due() -> int:
    return len(leases.lease_due())


@shared_task(name="listings.fetch_source")
def fetch_source(source_id: int, token: str) -> str:
    fetch = run.run(leases.Lease(source_id, UUID(token)))
    return fetch.outcome if fetch else "nothing to do"


@shared_task(name="listings.accept_fetch", bind=True, autoretry_for=(Refused,), retry_backoff=10, max_retries=8)
def accept_fetch(self: Task[[int], None], fetch_id: int) -> None:
    replay.accept(Fetch.objects.get(pk=fetch_id))


@shared_task(name="listings.maintain")
def maintain() -> None:
    """A part that fails keeps no other from its turn; the first error is raised in the end."""
    now = timezone.now()
    errors = []
    for part in (
        lambda: closing.close_overdue(now),
        takedowns.settle_all,
        lambda: system_health.report(now),
        backfill.update_facts,
        passed_over.read_again,
        backfill.recluster_all,
        lambda: company_names.settle_names(now - NAMES_LOOK_BACK, timezone.now()),
    ):
        try:
            part()
        except SoftTimeLimitExceeded:
            raise
        except Exception as error:
            log.exception("A part of the maintenance failed.")
            errors.append(error)
            if not connection.in_atomic_block:
                # PostgreSQL may have ended the session.
                connection.close_if_unusable_or_obsolete()
    if errors:
        raise errors[0]


@shared_task(name="listings.count_figures")
def count_figures() -> None:
    figures.count()


@shared_task(name="listings.check_pages")
def check_pages() -> int:
    return gone_pages.check_pages()


@shared_task(name="listings.prune")
def prune() -> None:
    now = timezone.now()
    # Those of an outage too.
    company_names.settle_names(now - timedelta(days=3), now)
    maintenance.prune(now)


@shared_task(name="listings.mail_admins", autoretry_for=(OSError,), retry_backoff=30, max_retries=6)
def mail_admins(subject: str, text: str) -> None:
    mail.mail_admins(subject, text)
