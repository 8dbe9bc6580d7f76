"""Employers below their hiring systems: fair leases, a schedule of their own, and lists that are gone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from listings import operations
from listings.fetching import employer_schedule, fair_employers, leases, queues
from listings.lifecycle import closing
from listings.lifecycle.refused import Refused
from listings.models import Employer, Fetch, Posting, Snapshot, Source
from tests.listings.fetching.stub_server import StandIn

pytestmark = pytest.mark.django_db
API = "/api.lever.co/v0/postings/quillmoor"
DAY = timedelta(days=1)


def system_of(board: str, *, employers: int = 0, due: datetime | None = None, **fields: Any) -> Source:
    """A hiring system with employers, due a second after one another."""
    due = due or timezone.now() - DAY
    system = Source.objects.create(name=board, board=board, **fields)
    Source.objects.bulk_create(
        Source(
            name=f"{board}-{number}",
            board=board,
            options={"token": f"employer-{number}"},
            system=system,
            next_fetch_at=due + timedelta(seconds=number),
        )
        for number in range(employers)
    )
    return system


def employer_of(board: str = "lever", token: str = "quillmoor") -> Source:
    system = Source.objects.get_or_create(name=board, board=board)[0]
    return Source.objects.create(name=f"{board}-{token}", board=board, options={"token": token}, system=system)


def postings(*numbers: int) -> str:
    return json.dumps(
        [
            {
                "id": f"0b5f0a52-8a6e-4f0b-9f55-{number:012}",
                "text": f"Translator {number}",
                "hostedUrl": f"https://jobs.lever.co/quillmoor/0b5f0a52-8a6e-4f0b-9f55-{number:012}",
                "workplaceType": "remote",
                "categories": {"location": "Lisbon"},
            }
            for number in numbers
        ]
    )


def leased(now: datetime | None = None) -> Counter[str]:
    """How many were leased of each board."""
    ids = [lease.source_id for lease in leases.lease_due(now)]
    return Counter(Source.objects.filter(pk__in=ids).values_list("board", flat=True))


def test_a_hiring_system_is_no_employer_and_never_fetched() -> None:
    system = system_of("lever", employers=2)
    system.full_clean()
    assert set(Source.objects.without_employers()) == set(Source.objects.systems()) == {system}
    assert Employer.objects.count() == 2
    assert system not in Source.objects.due(timezone.now())
    with pytest.raises(Refused, match="its employers are fetched"):
        operations.fetch_now(system)


def test_an_employer_runs_only_with_its_system() -> None:
    system = system_of("lever", employers=3)
    Source.objects.filter(name="lever-0").update(enabled=False)
    assert set(Source.objects.due(timezone.now()).values_list("name", flat=True)) == {"lever-1", "lever-2"}
    operations.pause(system)
    assert not Source.objects.due(timezone.now()).exists()
    assert leased() == {}


def test_a_systems_interval_holds_for_its_employers() -> None:
    employer = employer_of()
    assert employer.interval == timedelta(hours=6)
    Source.objects.filter(name="lever").update(interval_minutes=24 * 60)
    employer = Source.objects.get(pk=employer.pk)
    assert employer.interval == DAY
    employer.look_every = 3 * DAY
    assert employer.interval == 3 * DAY


def test_thousands_of_due_employers_neither_block_a_board_nor_fill_the_queue() -> None:
    system_of("greenhouse", employers=2_000)
    Source.objects.create(name="remotive", board="remotive")
    now = timezone.now()
    # A request in two seconds: thirty a minute, and the board at once though all of them wait longer.
    first = leases.lease_due(now)
    assert [lease.queue_name for lease in first] == [queues.BOARDS] + [queues.EMPLOYERS] * 30
    assert leased(now) == {}
    assert leased(now + timedelta(seconds=59)) == {}
    # Nothing of the first minute has ended: what waits for the host's pace is not joined by more.
    assert leased(now + timedelta(seconds=60)) == {}
    Source.objects.filter(name__in=[f"greenhouse-{number}" for number in range(20)]).update(lease_until=None)
    assert leased(now + timedelta(seconds=61)) == {"greenhouse": 20}


@pytest.mark.slow
def test_a_quarter_of_an_hour_of_leases_keeps_a_systems_pace_and_takes_the_oldest_first() -> None:
    system_of("greenhouse", employers=700)
    start = timezone.now()
    for minute in range(15):
        for lease in leases.lease_due(start + timedelta(minutes=minute)):
            Source.objects.filter(pk=lease.source_id).update(lease_until=None, next_fetch_at=start + DAY)
    done = set(Source.objects.filter(next_fetch_at=start + DAY).values_list("name", flat=True))
    assert done == {f"greenhouse-{number}" for number in range(450)}


def test_a_late_system_gets_its_turn_beside_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fair_employers, "MAX_LEASED", 12)
    system_of("greenhouse", employers=500, due=timezone.now() - 3 * DAY)
    system_of("lever", employers=4)
    system_of("ashby", employers=50)
    assert leased() == {"greenhouse": 4, "lever": 4, "ashby": 4}


def test_the_interval_follows_how_often_an_employer_changes() -> None:
    employer = employer_of()
    employer_schedule.record_answer(employer, changed=True)
    # At the first look everything is new.
    assert employer.look_every == DAY
    employer.last_ok_at = timezone.now()
    seen = []
    for changed in (False, False, True, True, True, True, *[False] * 12):
        employer_schedule.record_answer(employer, changed=changed)
        seen.append(employer.look_every / timedelta(hours=1))
    assert seen[:6] == [36, 54, 27, 13.5, 6.75, 6]
    assert max(seen) == seen[-1] == 7 * 24


def test_looks_are_spread_within_the_bounds() -> None:
    employer = employer_of()
    delays = {}
    for look_every in (timedelta(hours=6), DAY, 7 * DAY):
        employer.look_every = look_every
        delays[look_every] = [employer_schedule.next_delay(employer) / look_every for _ in range(300)]
    assert [round(min(shares), 1) for shares in delays.values()] == [1.0, 0.8, 0.8]
    assert [round(max(shares), 1) for shares in delays.values()] == [1.2, 1.2, 1.0]


@pytest.mark.slow
def test_looks_that_find_nothing_new_become_rarer_and_leave_few_rows(
    boards: StandIn, fetched: Callable[..., Fetch]
) -> None:
    employer = employer_of()
    start = timezone.now()
    for look in range(14):
        with time_machine.travel(start + 8 * look * DAY, tick=False):
            boards.put(API, postings(1, 2), Content_Type="application/json")
            assert fetched(employer).outcome in (Fetch.Outcome.OK, Fetch.Outcome.UNCHANGED)
    assert employer.look_every == 7 * DAY
    # The last ten, and the one whose body is kept.
    assert employer.fetches.count() == 11
    assert Snapshot.objects.count() == 1
    with time_machine.travel(start + 8 * 14 * DAY, tick=False):
        boards.put(API, postings(1, 2, 3), Content_Type="application/json")
        fetched(employer)
    assert employer.look_every == 3.5 * DAY


def test_a_missing_ad_is_looked_for_again_soon(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    employer = employer_of()
    start = timezone.now()
    for look, numbers in enumerate([(1, 2, 3), (1, 2, 3), (1, 2)]):
        with time_machine.travel(start + 4 * look * DAY, tick=False):
            boards.put(API, postings(*numbers), Content_Type="application/json")
            fetched(employer)
    assert employer.look_every == timedelta(hours=18)
    assert Posting.objects.open().count() == 3


def looked_at(employer: Source, fetched: Callable[..., Fetch]) -> Fetch:
    """One look, when it is due."""
    with time_machine.travel(employer.next_fetch_at + timedelta(seconds=1), tick=False):
        return fetched(employer)


def wait_after_trouble(employer: Source) -> timedelta:
    assert employer.last_error_at is not None
    return employer.next_fetch_at - employer.last_error_at


def test_a_list_that_is_gone_for_a_week_closes_its_jobs_until_it_is_there_again(
    boards: StandIn, fetched: Callable[..., Fetch]
) -> None:
    employer = employer_of()
    boards.put(API, postings(1, 2), Content_Type="application/json")
    fetched(employer)
    boards.put(API, "not here", status=404)
    start = employer.next_fetch_at
    for _ in range(4):
        assert looked_at(employer, fetched).outcome == Fetch.Outcome.FAILED
        assert Posting.objects.open().count() == 2
    assert looked_at(employer, fetched).closed == 2
    assert employer.died_at is not None
    assert timedelta(days=7) < employer.died_at - start < timedelta(days=11)
    assert employer.is_dead
    assert set(Posting.objects.values_list("closed_reason", "listing__closed_reason")) == {("board gone", "board gone")}
    # Kept, and looked at once a month.
    assert 30 * DAY <= employer.next_fetch_at - employer.died_at < 38 * DAY
    looked_at(employer, fetched)
    assert wait_after_trouble(employer) >= 30 * DAY
    boards.put(API, postings(2, 3), Content_Type="application/json")
    assert looked_at(employer, fetched).reopened == 1
    assert not employer.is_dead
    still_open = Posting.objects.open().values_list("external_id", flat=True)
    assert sorted(number[-1] for number in still_open) == ["2", "3"]
    assert mail.outbox == []


def test_jobs_of_a_dead_board_are_closed_by_maintenance_after_a_kill(
    boards: StandIn, fetched: Callable[..., Fetch]
) -> None:
    employer = employer_of()
    boards.put(API, postings(1, 2), Content_Type="application/json")
    fetched(employer)
    now = timezone.now()
    Source.objects.filter(pk=employer.pk).update(died_at=now)
    assert closing.close_overdue(now) == 2
    assert set(Posting.objects.values_list("closed_reason", flat=True)) == {"board gone"}


@pytest.mark.slow
def test_other_failures_do_not_make_a_list_dead(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    employer = employer_of()
    boards.put(API, "later", status=500)
    for _ in range(9):
        looked_at(employer, fetched)
    assert (employer.gone_looks, employer.died_at, employer.unhealthy_since) == (0, None, None)
    assert wait_after_trouble(employer) >= 7 * DAY


def test_a_shortage_that_lasts_a_day_is_believed_without_an_admin(
    boards: StandIn, fetched: Callable[..., Fetch]
) -> None:
    employer = employer_of()
    boards.put(API, postings(*range(1, 30)), Content_Type="application/json")
    fetched(employer)
    boards.put(API, postings(1), Content_Type="application/json")
    assert looked_at(employer, fetched).outcome == Fetch.Outcome.QUARANTINED
    # Six hours, and up to a fifth more.
    assert wait_after_trouble(employer) < timedelta(hours=7.5)
    looks = [looked_at(employer, fetched).outcome for _ in range(4)]
    assert looks == [*[Fetch.Outcome.QUARANTINED] * 3, Fetch.Outcome.OK]
