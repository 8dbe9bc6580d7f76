"""The made-up boards speak the real ones' formats: the real boards' parsers read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import requests

from listings.boards import BOARDS
from listings.boards.base import Page, Request, Response
from listings.samples.server import Server, serve
from listings.samples.vacancies import vacancy

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@pytest.fixture
def server() -> object:
    with serve(ads=200) as running:
        running.set_clock(NOON)
        yield running


def read(server: Server, board: str, request: Request) -> Page:
    answer = requests.get(f"{server.url}/{request.url.removeprefix('https://')}", timeout=10)
    assert answer.status_code == 200
    return BOARDS[board].parse(Response(request, answer.content))


def test_the_api_is_read_whole(server: Server) -> None:
    (request,) = BOARDS["remotive"].start({}, None)
    page = read(server, "remotive", request)
    assert (len(page.ads), page.rejected, page.complete) == (90, [], True)
    assert all(".example/" in ad.url for ad in page.ads)


def test_the_feeds_hold_every_ad_and_repeat_some(server: Server) -> None:
    pages = [read(server, "weworkremotely", request) for request in BOARDS["weworkremotely"].start({}, None)]
    ids = [ad.external_id for page in pages for ad in page.ads]
    assert len(set(ids)) == 90
    assert len(ids) > 90
    assert not any(page.rejected for page in pages)


def test_the_pages_are_read_but_for_the_paywalled(server: Server) -> None:
    (request,) = BOARDS["remoteco"].start({}, None)
    follow = read(server, "remoteco", request).follow
    pages = [read(server, "remoteco", request) for request in follow]
    assert len(follow) == 20
    assert all(len(page.ads) + len(page.rejected) == 1 for page in pages)
    assert {bad.reason for page in pages for bad in page.rejected} <= {"the employer is behind a paywall"}
    assert {ad.external_id for page in pages for ad in page.ads} <= {request.external_id for request in follow}


def test_the_same_moment_shows_the_same_and_time_passes(server: Server) -> None:
    (request,) = BOARDS["remotive"].start({}, None)
    first = {ad.external_id: ad for ad in read(server, "remotive", request).ads}
    assert {ad.external_id: ad for ad in read(server, "remotive", request).ads} == first
    server.set_clock(NOON + timedelta(days=10))
    later = {ad.external_id: ad for ad in read(server, "remotive", request).ads}
    assert len(later) == 90
    assert 5 < len(later.keys() - first.keys()) < 85
    server.set_clock(NOON + timedelta(days=1))
    tomorrow = {ad.external_id: ad for ad in read(server, "remotive", request).ads}
    assert any(tomorrow[key].title != first[key].title for key in tomorrow.keys() & first.keys())


def test_any_of_a_million_is_made_at_once() -> None:
    assert vacancy(1, 999_999, NOON) == vacancy(1, 999_999, NOON)
    assert vacancy(1, 999_999, NOON) != vacancy(2, 999_999, NOON)
    assert vacancy(1, 7, NOON).published <= NOON < vacancy(1, 7, NOON).expires


def test_an_unchanged_answer_is_a_304(server: Server) -> None:
    url = f"{server.url}/remotive.com/api/remote-jobs"
    tag = requests.get(url, timeout=10).headers["ETag"]
    assert requests.get(url, headers={"If-None-Match": tag}, timeout=10).status_code == 304


def test_a_page_that_ended_is_gone(server: Server) -> None:
    (request,) = BOARDS["remoteco"].start({}, None)
    old = read(server, "remoteco", request).follow[0].url.removeprefix("https://")
    server.set_clock(NOON + timedelta(days=55))
    assert requests.get(f"{server.url}/{old}", timeout=10).status_code == 410


def test_misbehaviour_is_switched_on_for_one_board_and_off() -> None:
    with serve(ads=50) as server:
        server.misbehave("500", "remotive.com")
        assert requests.get(f"{server.url}/remotive.com/api/remote-jobs", timeout=10).status_code == 500
        assert requests.get(f"{server.url}/weworkremotely.com/remote-jobs.rss", timeout=10).status_code == 200
        server.misbehave("", "remotive.com")
        assert requests.get(f"{server.url}/remotive.com/api/remote-jobs", timeout=10).status_code == 200
        with pytest.raises(ValueError, match="none of"):
            server.misbehave("sulk")
        assert requests.get(f"{server.url}/__misbehave?name=sulk", timeout=10).status_code == 400
        assert len(server.log()) == 3


def test_a_large_answer_is_streamed() -> None:
    with (
        serve(ads=60_000) as server,
        requests.get(f"{server.url}/remotive.com/api/remote-jobs", stream=True, timeout=10) as answer,
    ):
        assert answer.headers["Transfer-Encoding"] == "chunked"
        assert b'"job-count": 29970' in next(answer.iter_content(500))
