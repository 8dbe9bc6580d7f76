"""Who fetches what, and when next."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from listings import operations
from listings.boards import BOARDS
from listings.fetching import leases, schedule
from listings.lifecycle.refused import Refused
from listings.models import Fetch, Source


@pytest.mark.django_db
def test_a_due_source_is_claimed_once(source: Source) -> None:
    assert [lease.source_id for lease in leases.lease_due()] == [source.pk]
    assert leases.lease_due() == []


@pytest.mark.django_db
def test_paused_and_early_sources_are_not_due() -> None:
    Source.objects.create(name="paused", board="remotive", enabled=False)
    Source.objects.create(name="later", board="remotive", next_fetch_at=timezone.now() + timedelta(hours=1))
    assert leases.lease_due() == []


@pytest.mark.django_db
def test_a_lost_message_costs_one_lease(source: Source, settings: Settings) -> None:
    leases.lease_due()
    later = timezone.now() + timedelta(seconds=settings.FETCH_TIME_LIMIT + 61)
    with time_machine.travel(later, tick=False):
        assert len(leases.lease_due()) == 1


@pytest.mark.django_db
def test_a_message_that_comes_twice_begins_one_fetch(source: Source) -> None:
    (lease,) = leases.lease_due()
    assert lease.begin()
    assert not lease.begin()


@pytest.mark.django_db
def test_a_killed_fetch_is_told_as_lost(source: Source) -> None:
    (lease,) = leases.lease_due()
    lease.begin()
    killed = Fetch.objects.create(source=source, started_at=timezone.now())
    assert leases.release_leftovers() == 1
    killed.refresh_from_db()
    assert killed.outcome == "lost"
    assert len(leases.lease_due()) == 1


@pytest.mark.django_db(transaction=True)
def test_two_schedulers_claim_a_source_once_between_them() -> None:
    for number in range(20):
        Source.objects.create(name=f"source-{number}", board="remotive")
    claimed: list[int] = []

    def work() -> None:
        try:
            claimed.extend(lease.source_id for lease in leases.lease_due())
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(claimed) == len(set(claimed)) == 20


@pytest.mark.django_db
def test_failures_back_off_up_to_a_day(source: Source) -> None:
    now = timezone.now()
    waits = []
    for failures in range(40):
        source.failures = failures
        waits.append(schedule.next_after_failure(source, now, answered=False, retry_after=None) - now)
    assert timedelta(minutes=1) <= waits[0] <= timedelta(minutes=1.25)
    assert timedelta(hours=24) <= waits[-1] <= timedelta(hours=30)
    assert max(waits[:5]) < timedelta(minutes=25)


@pytest.mark.django_db
def test_where_the_publisher_answered_its_pace_is_kept(source: Source) -> None:
    now = timezone.now()
    answered = schedule.next_after_failure(source, now, answered=True, retry_after=None)
    assert answered - now >= BOARDS["remotive"].terms.min_interval
    told = schedule.next_after_failure(source, now, answered=True, retry_after=timedelta(hours=12))
    assert told - now >= timedelta(hours=12)


@pytest.mark.django_db
def test_an_admin_may_slow_a_source_down_but_not_speed_it_up(source: Source) -> None:
    source.interval_minutes = 24 * 60
    source.full_clean()
    assert source.interval == timedelta(days=1)
    source.interval_minutes = 5
    with pytest.raises(Exception, match="allows at most one fetch every 360 minutes"):
        source.full_clean()
    assert source.interval == BOARDS["remotive"].terms.min_interval


@pytest.mark.django_db
def test_the_same_board_with_the_same_options_is_refused(source: Source) -> None:
    with pytest.raises(ValidationError, match="every ad would come twice"):
        Source(name="twin", board=source.board, options={}).full_clean()


@pytest.mark.django_db
def test_fetch_now_waits_for_the_terms_after_a_dry_run_too(source: Source, settings: Settings) -> None:
    settings.BOARD_MIRROR = ""
    started = timezone.now() - timedelta(hours=1)
    Fetch.objects.create(source=source, started_at=started, outcome=Fetch.Outcome.DRY_RUN, requests=1)
    allowed = started + timedelta(hours=6)
    with pytest.raises(Refused, match=f"{allowed:%Y-%m-%d %H:%M} UTC"):
        operations.fetch_now(source)


@pytest.mark.django_db
def test_fetch_now_refuses_while_a_fetch_runs(source: Source) -> None:
    leases.lease_source(source)
    with pytest.raises(Refused, match="under way"):
        operations.fetch_now(source)


@pytest.mark.django_db
def test_default_sources_are_made_once() -> None:
    made = operations.create_default_sources()
    without_options = {
        board.name
        for board in BOARDS.values()
        if board.status in ("live", "unverified") and not any(option.required for option in board.options.values())
    }
    assert {source.board for source in made} == without_options > {"remotive"}
    assert operations.create_default_sources() == []
