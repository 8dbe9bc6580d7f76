"""Every task in a real worker process, over the real broker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from listings import operations, tasks
from listings.fetching import leases
from listings.models import Change, Fetch, Listing, Posting, Source
from tests.listings.fetching.stub_server import API, StandIn, standing_in, vacancy
from tests.listings.fetching.workers import RUN, SECONDS, Worker, end_leftovers, this_run, working
from tests.processes import running

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def shared_boards() -> Iterator[StandIn]:
    with standing_in() as boards:
        yield boards


@pytest.fixture
def boards(shared_boards: StandIn, settings: Settings) -> StandIn:
    """The one that the worker fetches from."""
    shared_boards.clear()
    settings.BOARD_MIRROR = shared_boards.url
    return shared_boards


@pytest.fixture(scope="module")
def shared_worker(
    django_db_setup: None, shared_boards: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Worker]:
    environment = {
        "BOARD_MIRROR": shared_boards.url,
        "ADMINS": "Ada <ada@brightwater.example>",
        "EMAIL_URL": "consolemail://",
    }
    with working(tmp_path_factory.mktemp("worker"), **environment) as worker:
        yield worker


@pytest.fixture
def worker(transactional_db: None, shared_worker: Worker) -> Iterator[Worker]:
    """Idle again before the tables are emptied, which would wait for its transactions, or fail them."""
    yield Worker(shared_worker.log, shared_worker.log.stat().st_size)
    shared_worker.finish()


def test_due_sources_are_queued_fetched_and_reopened_for_business(
    worker: Worker, boards: StandIn, source: Source
) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    tasks.queue_due.delay()
    worker.until(lambda: Fetch.objects.filter(source=source, outcome="ok").exists())
    assert Listing.objects.open().count() == 2


def test_a_doubled_message_fetches_once(worker: Worker, boards: StandIn, source: Source) -> None:
    boards.jobs(vacancy(1))
    (lease,) = leases.lease_due()
    for _ in range(3):
        tasks.fetch_source.delay(lease.source_id, str(lease.token))
    worker.until(lambda: Fetch.objects.filter(outcome="ok").exists())
    worker.until(lambda: worker.output.count("nothing to do") >= 3)
    assert Fetch.objects.count() == 1


def test_an_accepted_fetch_is_read_by_the_worker(
    worker: Worker, boards: StandIn, source: Source, fetched: Callable[..., Fetch]
) -> None:
    boards.jobs(*[vacancy(number) for number in range(20)])
    fetched(source)
    boards.jobs(vacancy(99))
    odd = fetched(source)
    operations.accept(odd)
    worker.until(lambda: Fetch.objects.filter(pk=odd.pk, outcome="accepted").exists())
    assert Posting.objects.filter(external_id="99").exists()


def test_upkeep_page_checks_and_pruning_run_in_the_worker(
    worker: Worker, boards: StandIn, source: Source, fetched: Callable[..., Fetch]
) -> None:
    boards.jobs(vacancy(1), vacancy(2))
    fetched(source)
    Posting.objects.filter(external_id="1").update(expires_at=timezone.now())
    tasks.maintain.delay()
    worker.until(lambda: Listing.objects.filter(closed_reason="expired").exists())
    Change.objects.update(at=timezone.now() - timedelta(days=40))
    tasks.prune.delay()
    worker.until(lambda: not Change.objects.exists())
    tasks.check_pages.delay()
    worker.until_logged(r"listings\.check_pages\[\S+\] succeeded")


def test_admins_get_one_mail_when_a_source_turns_unhealthy_and_one_when_it_recovers(
    worker: Worker, boards: StandIn, source: Source, fetched: Callable[..., Fetch]
) -> None:
    boards.put(API, "oops", status=500)
    for _ in range(5):
        fetched(source)
    boards.jobs(vacancy(1))
    fetched(source)
    worker.until_logged(r"Subject: .*Remotive: source remotive has recovered")
    mails = worker.output
    assert mails.count("Remotive: source remotive needs attention\n") == 1
    assert "To: ada@brightwater.example" in mails
    assert "returned 500 Internal Server Error." in mails
    assert "The next attempt is at " in mails


@pytest.mark.slow
def test_a_worker_of_a_killed_run_is_ended_and_those_of_living_runs_are_not(tmp_path: Path) -> None:
    wait = ("-c", "import threading; threading.Event().wait()")
    killed, living = {RUN: "1:0.0"}, {RUN: this_run()}
    with (
        running(*wait, log=tmp_path / "killed.log", **killed) as leftover,
        running(*wait, log=tmp_path / "living.log", **living) as other,
    ):
        assert leftover.pid in end_leftovers()
        leftover.wait(SECONDS)
        assert other.poll() is None
