"""What strangers' hosts put into their robots.txt is obeyed, and fills no Valkey."""

from __future__ import annotations

import random
import time
from datetime import timedelta

import pytest
from django.core.cache import cache

from listings.boards.base import Request
from listings.fetching import robots
from listings.fetching.http_client import MAX_ORIGINS, FetchError, HttpClient
from tests.examples import few
from tests.listings.fetching.stub_server import StandIn

LONG = "".join(f"Disallow: /{number}\n" for number in range(30_000))


def cached(boards: StandIn, origin: str) -> str | None:
    text: str | None = cache.get(f"robots:{boards.url}:{origin}")
    return text


@pytest.mark.parametrize("noise", [b"\xff" * 500_000, b"# comment\n" * 50_000, b"Sitemap: https://a.example/\n" * 9999])
def test_only_rules_are_kept(boards: StandIn, noise: bytes) -> None:
    boards.put("/board.example/robots.txt", noise + b"\nUser-agent: *\nDisallow: /private\n")
    boards.put("/board.example/feed", b"here")
    assert HttpClient(delay=timedelta()).get(Request("https://board.example/feed")).status == 200
    assert cached(boards, "https://board.example") == "User-agent: *\nDisallow: /private"
    with pytest.raises(FetchError, match="disallows"):
        HttpClient(delay=timedelta()).get(Request("https://board.example/private"))


def test_a_long_file_is_obeyed_to_its_end_and_not_kept(boards: StandIn) -> None:
    boards.put("/board.example/robots.txt", f"User-agent: *\nCrawl-delay: 0\n{LONG[:400_000]}\nDisallow: /feed\n")
    client = HttpClient(delay=timedelta())
    for _ in range(2):
        with pytest.raises(FetchError, match="disallows"):
            client.get(Request("https://board.example/feed"))
    assert cached(boards, "https://board.example") is None
    assert boards.requests.count("/board.example/robots.txt") == 1
    assert client.robots_bytes > 400_000


@pytest.mark.parametrize("host", few(["BOARD.example:443", "board.example."]))
def test_every_spelling_of_a_host_has_one_pace(boards: StandIn, host: str) -> None:
    boards.put("/board.example/robots.txt", "User-agent: *\nDisallow: /feed\n")
    boards.put(f"/{host}/feed", b"here")
    with pytest.raises(FetchError, match=r"https://board\.example/robots.txt disallows"):
        HttpClient(delay=timedelta()).get(Request(f"https://{host}/feed"))
    assert f"/{host}/feed" not in boards.requests


def test_a_fetch_without_time_says_nothing_of_a_host(boards: StandIn) -> None:
    boards.put("/board.example/feed", b"here")
    hurried = HttpClient(delay=timedelta(), deadline=time.monotonic())
    with pytest.raises(FetchError) as caught:
        hurried.get(Request("https://board.example/feed"))
    assert caught.value.kind == "timeout"
    assert cached(boards, "https://board.example") is None
    # Another source's.
    assert HttpClient(delay=timedelta()).get(Request("https://board.example/feed")).status == 200


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_rules_say_the_same_without_the_rest(line_end: str) -> None:
    lines = [
        "# a",
        "User-Agent : a",
        " disallow:/x # why",
        "",
        "sitemap: https://a.example/",
        "Useragent: *",
        "Allow: /",
    ]
    kept = ["User-Agent : a", " disallow:/x # why", "Useragent: *", "Allow: /"]
    assert robots.rules_of(line_end.join(lines)).split("\n") == kept


def test_one_source_reads_from_a_bounded_number_of_hosts(boards: StandIn) -> None:
    client = HttpClient(delay=timedelta())
    hosts = [f"h{number}.example" for number in range(MAX_ORIGINS + 5)]
    random.Random(1).shuffle(hosts)
    refused = []
    for host in hosts:
        boards.put(f"/{host}/feed", b"here")
        try:
            client.get(Request(f"https://{host}/feed"))
        except FetchError as error:
            refused.append(str(error))
    assert len(refused) == 5
    assert all("its host is one too many (20)" in message for message in refused)
    assert sum(path.endswith("/robots.txt") for path in boards.requests) == MAX_ORIGINS
    assert client.get(Request(f"https://{hosts[0]}/feed")).status == 200
