"""The first minutes of an empty site."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from listings.fetching.first_run import Decision, decide
from listings.models import Fetch, Source
from tests.listings.fetching.stub_server import StandIn, vacancy

pytestmark = pytest.mark.django_db


def test_a_site_with_listings_needs_no_samples(boards: StandIn, source: Source, fetched: Callable[..., Fetch]) -> None:
    boards.jobs(vacancy(1))
    fetched(source)
    assert decide() is Decision.NOT_NEEDED


def test_without_a_source_nothing_is_made_up() -> None:
    assert decide() is Decision.NO_SOURCE


def test_silence_means_that_no_board_answers(source: Source) -> None:
    begun = time.monotonic()
    assert decide(within=1) is Decision.NO_BOARD_ANSWERS
    assert time.monotonic() - begun < 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("ended", "decision"),
    [
        ({"outcome": "ok", "seen": 3}, Decision.BOARDS_ANSWER),
        ({"outcome": "failed", "error": "remotive.com cannot be reached."}, Decision.NO_BOARD_ANSWERS),
    ],
)
def test_it_is_decided_as_soon_as_it_is_known(source: Source, ended: dict[str, object], decision: Decision) -> None:
    def end() -> None:
        time.sleep(0.5)
        Fetch.objects.create(source=source, started_at=timezone.now(), **ended)
        connection.close()

    thread = threading.Thread(target=end)
    thread.start()
    begun = time.monotonic()
    assert decide(within=30) is decision
    assert time.monotonic() - begun < 10
    thread.join()
