"""A clock that was ahead for a while stops neither the scheduler nor any source once it is put right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from jobsite.celery import app
from jobsite.scheduler import Scheduler
from listings import tasks
from listings.fetching import leases
from listings.models import Change, Fetch, LedgerRow, Listing, Posting, Source
from tests.listings.fetching.stub_server import StandIn
from tests.listings.fetching.test_pending_pages import add_site, put_job, put_sitemap

AHEAD = timedelta(days=400)


@contextmanager
def clock_ahead() -> Iterator[None]:
    with time_machine.travel(timezone.now() + AHEAD, tick=False):
        yield


@pytest.mark.django_db
def test_a_source_is_due_again(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    put_job(boards, 1)
    put_sitemap(boards, [1])
    site = add_site()
    with clock_ahead():
        assert fetched(site).outcome == "ok"
    assert leases.lease_due() == []
    tasks.maintain()
    assert [lease.source_id for lease in leases.lease_due()] == [site.pk]
    later = timezone.now() + timedelta(hours=1)
    assert Fetch.objects.get().started_at < later
    assert Posting.objects.get().last_seen_at < later
    site.refresh_from_db()
    assert site.last_ok_at is not None
    assert (site.last_ok_at < later, site.gone_since, site.died_at) == (True, None, None)


@pytest.mark.django_db
def test_jobs_that_closed_too_early_are_open_again(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    put_job(boards, 1)
    put_sitemap(boards, [1])
    fetched(add_site())
    ahead = timezone.now() + AHEAD
    with clock_ahead():
        tasks.maintain()
    assert Listing.objects.get().closed_reason == Listing.Closed.AGED_OUT
    # The database's clock is the machine's, too.
    for written in (Change, LedgerRow):
        written.objects.update(at=ahead)
    tasks.maintain()
    listing, later = Listing.objects.get(), timezone.now() + timedelta(hours=1)
    assert (listing.closed_at, listing.changed_at < later) == (None, True)
    assert not Change.objects.filter(at__gt=later).exists()
    assert not LedgerRow.objects.filter(at__gt=later).exists()


@pytest.mark.slow
@pytest.mark.django_db
def test_an_ad_that_was_new_then_is_new_now(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    put_job(boards, 1)
    put_sitemap(boards, [1])
    ahead = timezone.now() + AHEAD
    with clock_ahead():
        fetched(add_site())
    Change.objects.update(at=ahead)
    tasks.maintain()
    assert Listing.objects.get().first_seen_at < timezone.now() + timedelta(hours=1)


@pytest.mark.slow
@pytest.mark.django_db
def test_a_lease_ends() -> None:
    source = Source.objects.create(name="early", board="remotive")
    with clock_ahead():
        assert leases.lease_due()
    tasks.maintain()
    assert [lease.source_id for lease in leases.lease_due()] == [source.pk]


def test_the_scheduler_goes_on(tmp_path: Path) -> None:
    with clock_ahead():
        Scheduler(app, schedule_filename=str(tmp_path / "schedule"), lazy=False).close()
    scheduler = Scheduler(app, schedule_filename=str(tmp_path / "schedule"))
    scheduler.forget_future()
    waits = {name: entry.is_due()[1] for name, entry in scheduler.schedule.items()}
    scheduler.close()
    assert waits["listings.queue_due"] <= 60
    assert max(waits.values()) <= 86_400


def test_a_scheduler_that_runs_goes_on(tmp_path: Path) -> None:
    with clock_ahead():
        scheduler = Scheduler(app, schedule_filename=str(tmp_path / "schedule"))
        scheduler.populate_heap()
    # Seconds until it looks again; nothing is due yet.
    assert scheduler.tick() <= 60
    scheduler.close()
