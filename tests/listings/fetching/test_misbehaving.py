"""Every way in which a board can misbehave leaves the listings open and one clear line on the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from listings.fetching import http_client
from listings.models import Fetch, Listing, Source
from listings.samples.faults import FAULTS, SPOILING
from listings.samples.server import Server, serve
from tests.examples import sampled

pytestmark = pytest.mark.django_db
BOARDS = ("remotive", "weworkremotely", "remoteco")
ALL_FAULTS = (*FAULTS, *SPOILING)
# Every fault on one board, by turns: how each format takes it is tested without a database.
CASES = sampled(
    [
        (BOARDS[(number + turn) % len(BOARDS)], fault)
        for turn in range(len(BOARDS))
        for number, fault in enumerate(ALL_FAULTS)
    ],
    key=lambda board, fault: fault,
)


@pytest.fixture(scope="module")
def shared_boards() -> Iterator[Server]:
    with serve(ads=30) as server:
        yield server


@pytest.fixture
def sample_boards(shared_boards: Server, settings: Settings) -> Iterator[Server]:
    settings.MAX_ANSWER_BYTES = 8 * 2**20
    settings.BOARD_MIRROR = shared_boards.url
    yield shared_boards
    shared_boards.misbehave("")


@pytest.mark.parametrize(("board", "fault"), CASES)
def test_a_fault_closes_nothing_and_is_told(
    sample_boards: Server,
    fetched: Callable[..., Fetch],
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    board: str,
    fault: str,
) -> None:
    source = Source.objects.create(name=board, board=board)
    first = fetched(source)
    assert first.outcome == "ok"
    open_before = Listing.objects.open().count()
    assert open_before > 0
    source.last_responses.all().delete()
    sample_boards.misbehave(fault)
    with monkeypatch.context() as patch:
        if fault == "slow":
            # A board has ten feeds, and each of them drips until this limit.
            patch.setattr(http_client, "RESPONSE_SECONDS", 0.25)
        fetch = fetched(source)
    assert Listing.objects.open().count() >= open_before
    assert fetch.closed == 0
    assert [client.get(page).status_code for page in ("/", "/jobs/", "/jobs.json")] == [200, 200, 200]
    if fetch.outcome in ("ok", "unchanged"):
        assert fault in ("half", "invalid-utf8", "broken-records")
    else:
        assert fetch.outcome in ("failed", "quarantined")
        assert source.last_error
        assert "\n" not in source.last_error
        assert "Traceback" not in source.last_error
    sample_boards.misbehave("")
    source.last_responses.all().delete()
    assert fetched(source).outcome == "ok"
    assert source.last_error == ""
