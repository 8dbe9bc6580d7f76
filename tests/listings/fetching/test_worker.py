"""Every task in a real worker process, over the real broker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from jobsite.celery import app
from listings import operations, tasks
from listings.fetching import leases
from listings.models import Change, Fetch, Listing, Posting, Source
from tests.listings.fetching.stub_server import StandIn, vacancy
from tests.processes import running, until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "worker.log"


@pytest.fixture
def worker(boards: StandIn, log: Path, settings: Settings) -> Iterator[None]:
    app.control.purge()
    settings.ADMINS = [("Ada", "ada@brightwater.example")]
    with running(
        "-m", "celery", "-A", "jobsite", "worker", "--concurrency", "1", "--pool", "prefork", log=log, LOG_LEVEL="DEBUG"
    ):
        until(lambda: "ready" in log.read_text(errors="replace"), log=log)
        yield
    app.control.purge()


def test_due_sources_are_queued_fetched_and_reopened_for_business(
    worker: None, boards: StandIn, source: Source, log: Path
) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    tasks.queue_due.delay()
    until(lambda: Fetch.objects.filter(source=source, outcome="ok").exists(), log=log)
    assert Listing.objects.open().count() == 2


def test_a_doubled_message_fetches_once(worker: None, boards: StandIn, source: Source, log: Path) -> None:
    boards.jobs(vacancy(1))
    (lease,) = leases.lease_due()
    for _ in range(3):
        tasks.fetch_source.delay(lease.source_id, str(lease.token))
    until(lambda: Fetch.objects.filter(outcome="ok").exists(), log=log)
    until(lambda: log.read_text().count("nothing to do") >= 3, log=log)
    assert Fetch.objects.count() == 1


def test_an_accepted_fetch_is_read_by_the_worker(
    worker: None, boards: StandIn, source: Source, fetched: Callable[..., Fetch], log: Path
) -> None:
    boards.jobs(*[vacancy(number) for number in range(20)])
    fetched(source)
    boards.jobs(vacancy(99))
    odd = fetched(source)
    operations.accept(odd)
    until(lambda: Fetch.objects.filter(pk=odd.pk, outcome="accepted").exists(), log=log)
    assert Posting.objects.filter(external_id="99").exists()


def test_upkeep_page_checks_and_pruning_run_in_the_worker(
    worker: None, boards: StandIn, source: Source, fetched: Callable[..., Fetch], log: Path
) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    fetched(source)
    Posting.objects.filter(external_id="1").update(expires_at=timezone.now())
    tasks.maintain.delay()
    until(lambda: Listing.objects.filter(closed_reason="expired").exists(), log=log)
    Change.objects.update(at=timezone.now() - timedelta(days=40))
    tasks.prune.delay()
    until(lambda: not Change.objects.exists(), log=log)
    tasks.check_pages.delay()
    tasks.mail_admins.delay("A subject", "Words")
    until(lambda: "check_pages" in log.read_text() and "A subject" in log.read_text(), log=log)
