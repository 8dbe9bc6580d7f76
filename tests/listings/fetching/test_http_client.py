"""What a fetch does with answers of every kind, over real sockets."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from datetime import timedelta
from queue import SimpleQueue

import pytest
from pytest_django import Settings
from redis import Redis

from listings.boards.base import Request
from listings.fetching.headers import retry_after
from listings.fetching.http_client import FetchError, HttpClient
from listings.fetching.ssrf import BlockedAddress, check_ip_address, check_url
from listings.fetching.throttle import NoSlot, slot_key, wait_for_slot
from listings.fetching.transport import Resolver
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
    assert "/other.example/robots.txt" in boards.requests


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("https://board.example/feed", "redirects"),
        ("http://board.example/feed", "redirects"),
        ("https://board.example/" + "a/" * 1_000, "redirects"),
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


@pytest.mark.parametrize(
    ("header", "delay"),
    [
        ("120", timedelta(minutes=2)),
        ("999999999", timedelta(days=1)),
        ("9" * 30, timedelta(days=1)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", timedelta()),
        ("Fri, 31 Dec 9999 23:59:59 GMT", timedelta(days=1)),
        # No time zone has this moment: hostile, or a bug of the host.
        ("Fri, 31 Dec 9999 23:59:59 -0900", None),
        ("soon", None),
        ("\u00b2", None),
        ("\u00b2\u00b3", None),
        ("\u0661\u0662", timedelta(seconds=12)),
        ("", None),
    ],
)
def test_retry_after(header: str, delay: timedelta | None) -> None:
    assert retry_after(header) == delay


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
    assert f"{HOST}/feed" not in boards.requests


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_robots_behind_a_byte_order_mark_are_obeyed(boards: StandIn, mark: bytes) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", mark + b"User-agent: *\nDisallow: /\n")
    assert fails().kind == "robots"
    assert f"{HOST}/feed" not in boards.requests


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_robots_in_utf_16_are_obeyed(boards: StandIn, encoding: str) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", "User-agent: *\nDisallow: /\n".encode(encoding))
    assert fails().kind == "robots"
    assert f"{HOST}/feed" not in boards.requests


@pytest.mark.parametrize("body", [b"\0", b"\xff\xfe", b"\xff\xfea", b"\xfe\xff\0", bytes(range(256))])
def test_robots_of_noise_forbid_nothing(boards: StandIn, body: bytes) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", body)
    assert HttpClient(delay=timedelta()).get(ASKED).status == 200


def test_a_304_that_nobody_asked_for_is_an_error(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"", 304)
    error = fails()
    assert (error.kind, error.status) == ("status", 304)
    assert "returned 304 (not modified), though it was not told what we have" in str(error)


@pytest.mark.parametrize("url", ["https://[bad/", "https://[::1", "https://a..example/", "https://\ud83d.example/"])
def test_what_is_no_address_is_a_failure_in_words(boards: StandIn, url: str) -> None:
    assert fails(Request(url)).kind in ("private address", "network", "status")
    boards.put(f"{HOST}/feed", b"", 302, Location=url.encode("ascii", "replace").decode())
    assert fails().kind in ("private address", "redirects", "status", "robots")


def test_robots_that_fail_forbid(boards: StandIn) -> None:
    boards.put(f"{HOST}/feed", b"here")
    boards.put(f"{HOST}/robots.txt", b"", 503)
    error = fails()
    assert error.kind == "robots"
    assert "is unreachable" in str(error)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1"])
def test_a_name_that_resolves_to_a_private_address(settings: Settings, address: str) -> None:
    settings.BOARD_MIRROR = ""
    # One public address does not excuse the other.
    client = HttpClient(delay=timedelta(), resolver=lambda host, port: ["93.184.215.14", address])
    with pytest.raises(FetchError, match=f"{address} is a private or reserved address") as caught:
        client.get(ASKED)
    assert caught.value.kind == "private address"


def no_such_host(host: str, port: int) -> list[str]:
    raise socket.gaierror(socket.EAI_NONAME, "private or reserved: 10.0.0.1 is a private or reserved address")


def no_such_name(host: str, port: int) -> list[str]:
    raise UnicodeError("label empty or too long")


@pytest.mark.parametrize("resolver", [no_such_host, no_such_name])
def test_a_name_that_does_not_resolve_is_a_network_error_whatever_its_message(
    settings: Settings, resolver: Resolver
) -> None:
    settings.BOARD_MIRROR = ""
    with pytest.raises(FetchError, match=r"https://board\.example/\S* is unreachable: .*board\.example") as caught:
        HttpClient(delay=timedelta(), resolver=resolver).get(ASKED)
    assert caught.value.kind == "network"
    assert "<" not in str(caught.value)


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


@pytest.fixture
def valkey(settings: Settings) -> Redis:
    return Redis.from_url(settings.VALKEY_URL)


def test_a_slot_lasts_as_long_as_the_pause_to_the_millisecond(valkey: Redis) -> None:
    """Valkey's own clock before and after: no pause is rounded to whole seconds."""
    key, pause = slot_key("pace.example"), 300_400
    before = now_of(valkey)
    wait_for_slot("pace.example", timedelta(milliseconds=pause), None)
    assert before + pause <= valkey.pexpiretime(key) <= now_of(valkey) + pause
    valkey.delete(key)
    wait_for_slot("pace.example", timedelta(), None)
    assert not valkey.exists(key)


def now_of(valkey: Redis) -> int:
    seconds, microseconds = valkey.time()
    return seconds * 1000 + microseconds // 1000


def test_workers_share_one_pace(valkey: Redis) -> None:
    """Each slot that ends lets one of the waiting workers go on, and no other host waits with them."""
    hour = timedelta(hours=1)
    gone_on: SimpleQueue[int] = SimpleQueue()

    def work(number: int) -> None:
        wait_for_slot("pace.example", hour, None)
        gone_on.put(number)

    wait_for_slot("pace.example", hour, None)
    workers = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(3)]
    for worker in workers:
        worker.start()
    numbers = set()
    for _ in workers:
        assert gone_on.empty()
        valkey.delete(slot_key("pace.example"))
        numbers.add(gone_on.get(timeout=300))
        assert valkey.exists(slot_key("pace.example"))
    assert numbers == {0, 1, 2}
    wait_for_slot("another.example", hour, time.monotonic() - 1)
    with pytest.raises(NoSlot, match=r"pace\.example"):
        wait_for_slot("pace.example", hour, time.monotonic() - 1)
