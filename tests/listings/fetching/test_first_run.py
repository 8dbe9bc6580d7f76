"""The first minutes of an empty site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.utils import timezone

from listings.fetching import first_run
from listings.fetching.first_run import DECISION_SECONDS, POLL_SECONDS, Decision, decide
from listings.models import Fetch, Source
from tests.listings.fetching.stub_server import StandIn, vacancy

pytestmark = pytest.mark.django_db


@dataclass
class Clock:
    """Stands in for the module `time`: sleeping takes no time, and `event` happens at the third poll."""

    now: float = 0.0
    event: Callable[[], object] = lambda: None

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.now == 3 * POLL_SECONDS:
            self.event()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(first_run, "time", clock)
    return clock


def test_a_site_with_listings_needs_no_samples(boards: StandIn, source: Source, fetched: Callable[..., Fetch]) -> None:
    boards.jobs(vacancy(1))
    fetched(source)
    assert decide() is Decision.NOT_NEEDED


def test_without_a_source_nothing_is_made_up() -> None:
    assert decide() is Decision.NO_SOURCE


def test_silence_means_that_no_board_answers(clock: Clock, source: Source) -> None:
    assert decide() is Decision.NO_BOARD_ANSWERS
    assert clock.now == DECISION_SECONDS == 15


@pytest.mark.parametrize(
    ("ended", "decision"),
    [
        ({"outcome": "ok", "seen": 3}, Decision.BOARDS_ANSWER),
        ({"outcome": "failed", "error": "remotive.com is unreachable."}, Decision.NO_BOARD_ANSWERS),
    ],
)
def test_it_is_decided_as_soon_as_it_is_known(
    clock: Clock, source: Source, ended: dict[str, object], decision: Decision
) -> None:
    clock.event = lambda: Fetch.objects.create(source=source, started_at=timezone.now(), **ended)
    assert decide() is decision
    assert clock.now == 3 * POLL_SECONDS


def test_a_fetch_that_is_still_being_written_counts_as_an_answer(
    clock: Clock, boards: StandIn, source: Source, fetched: Callable[..., Fetch]
) -> None:
    boards.put("/remotive.com/api/remote-jobs", "{}", Content_Type="application/json")
    fetch = fetched(source)
    Fetch.objects.filter(pk=fetch.pk).update(outcome=Fetch.Outcome.RUNNING)
    assert decide() is Decision.BOARDS_ANSWER
