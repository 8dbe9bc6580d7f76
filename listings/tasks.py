"""Work off the request: one line each, ids as arguments, safe to run twice."""

from __future__ import annotations

from uuid import UUID

from celery import Task, shared_task
from django.core import mail
from django.utils import timezone

from listings.fetching import detail_check, leases, replay, run
from listings.lifecycle import closing
from listings.lifecycle.refused import Refused
from listings.models import Fetch


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


@shared_task(name="listings.keep_up")
def keep_up() -> None:
    closing.expire(timezone.now())
    closing.age_out(timezone.now())
    closing.read_facts_again()
    closing.settle_identity()


@shared_task(name="listings.check_pages")
def check_pages() -> int:
    return detail_check.check_pages()


@shared_task(name="listings.prune")
def prune() -> None:
    closing.prune(timezone.now())


@shared_task(name="listings.mail_admins", autoretry_for=(OSError,), retry_backoff=30, max_retries=6)
def mail_admins(subject: str, text: str) -> None:
    mail.mail_admins(subject, text)
