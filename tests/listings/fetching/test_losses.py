"""Fetches that end without a result, and what a source pays for several of them."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings
from redis import Redis
from redis.exceptions import RedisError

from listings.boards import BOARDS
from listings.boards.base import Page, Response
from listings.fetching import admin_mail, leases, run, snapshots, throttle
from listings.fetching.http_client import PacingFailed
from listings.models import Fetch, Listing, Snapshot, Source
from tests.listings.fetching.stub_server import API, StandIn, vacancy
from tests.processes import free_port

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
HOUR = timedelta(hours=1)


def letters(count: int) -> str:
    return "".join(Random(1).choices(string.ascii_letters, k=count))


def begun(source: Source) -> Fetch | None:
    lease = leases.lease_source(source)
    assert lease is not None
    fetch = run.run(lease)
    source.refresh_from_db()
    return fetch


def killed(source: Source, at: datetime, *, requests: int = 0) -> None:
    """A fetch whose process ended without a word."""
    Fetch.objects.create(source=source, started_at=at, requests=requests)
    Source.objects.filter(pk=source.pk).update(lease_token=None, lease_until=None)


def test_a_hostile_record_fails_no_source(boards: StandIn, source: Source, fetched: Run) -> None:
    boards.jobs(*(vacancy(number) for number in range(1, 9)), vacancy(9, company_name=letters(9000)))
    fetch = fetched(source)
    assert (fetch.outcome, source.failures) == ("ok", 0)
    assert fetch.new + fetch.rejected == 9
    assert Listing.objects.open().count() == fetch.new >= 8
    assert source.next_fetch_at - timezone.now() > HOUR


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("failing", ["pacing", "cache"])
def test_no_board_is_blamed_for_our_valkey(
    boards: StandIn, source: Source, settings: Settings, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    boards.jobs(vacancy(1))
    unreachable = f"redis://127.0.0.1:{free_port()}/0"
    if failing == "pacing":
        settings.VALKEY_URL, settings.MIRROR_DELAY = unreachable, 1
    else:
        settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": unreachable}}
    lease = leases.lease_source(source)
    assert lease is not None
    with pytest.raises((PacingFailed, RedisError)):
        run.run(lease)
    source.refresh_from_db()
    lost = Fetch.objects.get()
    assert lost.outcome == "lost"
    assert "Valkey" in lost.error
    assert (source.failures, source.last_error, source.lease_token) == (0, "", None)
    throttle._valkey.cache_clear()


@pytest.mark.django_db(transaction=True)
def test_losses_in_a_row_are_failures_that_admins_hear_of(
    boards: StandIn, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards.jobs(vacancy(1))
    monkeypatch.setattr("listings.fetching.run.FetchRun.run", lost_by_valkey)
    now, pauses = timezone.now(), []
    for losses in range(1, 6):
        with time_machine.travel(now, tick=False):
            lease = leases.lease_source(source)
            assert lease is not None
            with pytest.raises(RedisError):
                run.run(lease)
            source.refresh_from_db()
            assert source.failures == (losses if losses > 1 else 0)
            pauses.append(source.next_fetch_at - timezone.now())
            now = source.next_fetch_at
    assert pauses == sorted(pauses)
    assert pauses[0] >= timedelta(minutes=1)
    assert pauses[-1] >= timedelta(minutes=16)
    assert source.unhealthy_since is not None
    assert source.last_error.startswith("5 fetches in a row were lost; the last: Valkey failed")


def lost_by_valkey(fetch_run: run.FetchRun) -> None:
    Redis.from_url("redis://127.0.0.1:1/0").ping()


def test_killed_processes_in_a_row_are_failures_too(boards: StandIn, source: Source) -> None:
    boards.jobs(vacancy(1))
    now = timezone.now()
    killed(source, now - 2 * HOUR)
    first = begun(source)
    assert first is not None
    first.delete()
    assert source.failures == 0
    for hours in (3, 4):
        killed(source, now - hours * HOUR)
    # Of three losses the last was just now: too early for another.
    killed(source, now)
    assert begun(source) is None
    assert source.failures == 4 >= admin_mail.FAILURES_UNTIL_MAIL
    assert source.last_error.startswith("4 fetches in a row were lost")
    assert source.unhealthy_since is not None
    assert source.next_fetch_at > now + timedelta(minutes=10)
    assert source.lease_token is None
    with time_machine.travel(source.next_fetch_at):
        assert begun(source) is not None
    assert (source.failures, source.last_error) == (0, "")


def test_stopping_the_site_is_no_failure_of_a_source(boards: StandIn, source: Source) -> None:
    boards.jobs(vacancy(1))
    for _ in range(4):
        Fetch.objects.create(source=source, started_at=timezone.now())
        leases.release_leftovers()
    assert begun(source) is not None
    assert source.failures == 0


@pytest.mark.parametrize("outcome", Fetch.Outcome.values)
def test_the_publishers_interval_holds_after_every_outcome(source: Source, outcome: str) -> None:
    started = timezone.now() - timedelta(minutes=30)
    Fetch.objects.create(source=source, started_at=started, requests=1, outcome=outcome)
    assert begun(source) is None
    assert source.next_fetch_at == started + source.board_config.terms.min_interval
    assert source.lease_token is None


def test_a_fetch_counts_as_soon_as_its_board_has_answered(
    boards: StandIn, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    boards.put(API, "{}", Content_Type="application/json")
    counted: list[int] = []

    def keep(fetch: Fetch, response: Response) -> Snapshot:
        counted.append(Fetch.objects.get().requests)
        return kept(fetch, response)

    kept = snapshots.keep
    monkeypatch.setattr("listings.fetching.snapshots.keep", keep)
    begun(source)
    assert counted == [1]


def test_a_mistake_in_an_adapter_is_a_failure_with_its_reason(
    boards: StandIn, source: Source, fetched: Run, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    boards.put(API, '{"jobs": []}', Content_Type="application/json")
    board = source.board_config
    monkeypatch.setitem(BOARDS, source.board, replace(board, parse=stumble))
    fetch = fetched(source)
    assert fetch.outcome == "failed"
    assert "Internal error: ZeroDivisionError" in source.last_error
    assert "Traceback" in caplog.text
    assert source.next_fetch_at - timezone.now() >= timedelta(minutes=1)


def stumble(response: Response) -> Page:
    raise ZeroDivisionError
