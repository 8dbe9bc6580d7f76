"""What a fetch does with answers of every kind, over real sockets."""

from __future__ import annotations

import gzip
import threading
import time
from datetime import timedelta

import pytest
from pytest_django import Settings

from listings.boards.base import Request
from listings.fetching.http_client import FetchError, HttpClient, retry_after
from listings.fetching.ssrf import BlockedAddress, check_ip_address, check_url
from listings.fetching.throttle import NoSlot, wait_for_slot
from tests.listings.fetching.stub_server import StandIn

HOST = "/board.example"
ASKED = Request("https://board.example/feed")


def fails(request: Request = ASKED) -> FetchError:
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta()).get(request)
    return caught.value


def test_an_answer_and_its_304(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"{}", Content_Type="application/json")
    fetcher = HttpClient(delay=timedelta())
    first = fetcher.get(ASKED)
    assert first.response is not None
    assert (first.response.body, first.response.content_type) == (b"{}", "application/json")
    again = fetcher.get(ASKED, etag=first.etag)
    assert (again.response, again.status) == (None, 304)


def test_redirects_are_followed_through_the_mirror(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"", 301, Location="https://other.example/new")
    boards.put("/other.example/new", b"here")
    answer = HttpClient(delay=timedelta()).get(ASKED)
    assert answer.response is not None
    assert (answer.response.url, answer.response.body) == ("https://other.example/new", b"here")
    assert "/other.example/robots.txt" in boards.asked


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("https://board.example/feed", "redirects"),
        ("http://board.example/feed", "redirects"),
        ("https://10.0.0.1/", "private address"),
        ("https://[::ffff:127.0.0.1]/", "private address"),
        ("https://other.example:8080/", "private address"),
    ],
)
def test_bad_redirects(boards: StandIn, location: str, kind: str) -> None:
    boards.put(f"{HOST}/feed", b"", 302, Location=location)
    assert fails().kind == kind


def test_a_busy_board_says_when_to_come_back(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"", 429, Retry_After="120")
    error = fails()
    assert (error.kind, error.status, error.retry_after) == ("status", 429, timedelta(minutes=2))
    assert retry_after("999999999") == timedelta(days=1)
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == timedelta()
    assert retry_after("soon") is None


def test_a_bomb_is_stopped(boards: StandIn, settings: Settings) -> None:
    settings.MAX_ANSWER_BYTES = 1024 * 1024
    boards.put(f"{HOST}/feed", gzip.compress(bytes(20 * 1024 * 1024)), Content_Encoding="gzip")
    assert fails().kind == "too large"


def test_packed_answers_are_unpacked(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", gzip.compress(b"words" * 9), Content_Encoding="gzip")
    response = HttpClient(delay=timedelta()).get(ASKED).response
    assert response is not None
    assert response.body == b"words" * 9


def test_robots(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", b"User-agent: ElsewhereBot\nDisallow: /feed\n")
    error = fails()
    assert error.kind == "robots"
    assert "disallows" in str(error)
    assert f"{HOST}/feed" not in boards.asked


def test_robots_that_fail_forbid(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", b"", 503)
    error = fails()
    assert error.kind == "robots"
    assert "is unreachable" in str(error)


def test_a_name_that_resolves_to_a_private_address(settings: Settings) -> None:
    settings.BOARD_MIRROR = ""
    fetcher = HttpClient(delay=timedelta(), resolver=lambda host, port: ["127.0.0.1"])
    with pytest.raises(FetchError, match="private or reserved") as caught:
        fetcher.get(ASKED)
    assert caught.value.kind == "private address"


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "100.64.0.1", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "224.0.0.1"]
)
def test_addresses_that_are_not_asked(address: str) -> None:
    with pytest.raises(BlockedAddress):
        check_ip_address(address)


@pytest.mark.parametrize("url", ["ftp://a.example/", "https://u:p@a.example/", "http://2130706433/", "http://0x7f.1/"])
def test_urls_that_are_not_asked(url: str) -> None:
    with pytest.raises(BlockedAddress):
        check_url(url)


def test_a_mirror_elsewhere_is_refused() -> None:
    with pytest.raises(FetchError, match="on this machine"):
        HttpClient(delay=timedelta(), mirror="http://mirror.example")


def test_workers_share_one_pace() -> None:
    started = time.monotonic()
    pause = timedelta(milliseconds=300)
    workers = [threading.Thread(target=wait_for_slot, args=("pace.example", pause, None)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(10)
    assert 0.6 <= time.monotonic() - started < 5
    with pytest.raises(NoSlot):
        wait_for_slot("pace.example", pause, time.monotonic() - 1)
