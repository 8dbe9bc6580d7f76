"""The made-up boards speak the real ones' formats: the real boards' parsers read them."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import psutil
import pytest
import requests

from listings.boards import BOARDS
from listings.boards.base import Page, Request, Response
from listings.samples.server import Server, serve

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
API = "remotive.com/api/remote-jobs"


@pytest.fixture
def server() -> Iterator[Server]:
    with serve(ads=400) as running:
        running.set_clock(NOON)
        yield running


def get(server: Server, address: str, **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(f"{server.url}/{address}", headers=named, timeout=300, allow_redirects=False)


def read(server: Server, board: str, request: Request) -> Page:
    answer = get(server, request.url.removeprefix("https://"))
    assert answer.status_code == 200
    return BOARDS[board].parse(Response(request, answer.content))


def test_the_api_is_read_whole(server: Server) -> None:
    (request,) = BOARDS["remotive"].start({}, None)
    page = read(server, "remotive", request)
    assert (len(page.ads), page.rejected, page.complete) == (200, [], True)
    assert all(ad.url.startswith("https://farboard.example/") for ad in page.ads)
    assert len({ad.external_id for ad in page.ads}) == 200


def test_the_api_has_the_recorded_envelope_and_quirks(server: Server) -> None:
    body = get(server, API).json()
    assert list(body) == ["00-warning", "0-legal-notice", "job-count", "total-job-count", "jobs"]
    records = body["jobs"]
    assert all(record["url"].endswith(f"-{record['id']}") for record in records)
    assert all("blank.gif?source=public_api" in record["description"] for record in records)
    assert any(record["title"].endswith(" ") for record in records)
    assert any(record["company_name"].endswith(" ") for record in records)
    assert {"", "full_time"} < {record["job_type"] for record in records}
    assert any(record["tags"] == [] for record in records)


def test_the_api_pages_and_filters(server: Server) -> None:
    whole = get(server, API).json()["jobs"]
    part = get(server, f"{API}?limit=30&offset=190").json()
    assert (part["job-count"], part["total-job-count"]) == (10, 200)
    assert part["jobs"] == whole[190:]
    assert get(server, f"{API}?limit=many").json()["job-count"] == 200
    design = get(server, f"{API}?category=design").json()["jobs"]
    assert {job["category"] for job in design} == {"Design"}
    assert len(design) == sum(job["category"] == "Design" for job in whole)
    name = whole[0]["company_name"].strip()
    assert whole[0] in get(server, f"{API}?company_name={name[:6]}").json()["jobs"]
    found = get(server, f"{API}?search=postgresql").json()["jobs"]
    assert 0 < len(found) < 200
    assert all("postgresql" in (job["title"] + job["description"]).lower() for job in found)


def test_the_feeds_hold_every_ad_and_repeat_some(server: Server) -> None:
    requested = BOARDS["weworkremotely"].start({}, None)
    pages = {request.url: read(server, "weworkremotely", request) for request in requested}
    ids = [ad.external_id for page in pages.values() for ad in page.ads]
    assert not any(page.rejected for page in pages.values())
    assert len(set(ids)) == 400 - 200 - 21
    assert len(pages["https://weworkremotely.com/remote-jobs.rss"].ads) == 100
    assert len(pages["https://weworkremotely.com/categories/remote-programming-jobs.rss"].ads) == 25
    assert len(ids) == len(set(ids)) + 125
    assert any(external_id.endswith("-2") for external_id in ids)
    assert any(": Long-term" in ad.title for page in pages.values() for ad in page.ads)
    newest = [ad.published_at for ad in pages["https://weworkremotely.com/remote-jobs.rss"].ads]
    assert newest == sorted(newest, key=str, reverse=True)


@pytest.mark.slow
def test_a_slug_stays_while_its_title_changes(server: Server) -> None:
    titles: dict[str, set[str]] = {}
    for day in range(0, 16, 3):
        server.set_clock(NOON + timedelta(days=day))
        pages = [read(server, "weworkremotely", request) for request in BOARDS["weworkremotely"].start({}, None)]
        for ad in (ad for page in pages for ad in page.ads):
            titles.setdefault(ad.external_id, set()).add(ad.title)
    assert {len(seen) for seen in titles.values()} == {1, 2}


def test_the_pages_are_read_but_for_the_paywalled(server: Server) -> None:
    (request,) = BOARDS["remoteco"].start({}, None)
    follow = read(server, "remoteco", request).follow
    pages = [read(server, "remoteco", request) for request in follow]
    assert len(follow) == 21
    assert all(
        request.url.startswith("https://homeport.example/job-details/") and request.lastmod for request in follow
    )
    assert all(len(page.ads) + len(page.rejected) == 1 for page in pages)
    assert {bad.reason for page in pages for bad in page.rejected} == {"the employer is behind a paywall"}
    ads = [ad for page in pages for ad in page.ads]
    assert {ad.external_id for ad in ads} < {request.external_id for request in follow}
    levels = {level for ad in ads for level in ad.workplace or ()}
    assert {"Hybrid Remote Work", "100% Remote Work"} <= levels
    assert any(ad.apply_url is None for ad in ads), "some pages have only markup"
    assert not any(" job at " in ad.title for ad in ads)


def test_a_page_that_ended_says_so_and_an_unknown_one_is_not_found(server: Server) -> None:
    (request,) = BOARDS["remoteco"].start({}, None)
    follow = read(server, "remoteco", request).follow
    server.set_clock(NOON + timedelta(days=50))
    ended, said = set(), 0
    for old in follow:
        answer = get(server, old.url.removeprefix("https://"))
        ended.add(answer.status_code)
        said += BOARDS["remoteco"].closed(Response(old, answer.content))
    assert ended == {200, 410}
    assert 0 < said < len(follow)
    unknown = "homeport.example/job-details/nobody-00000000-0000-4000-8000-000000000000"
    assert get(server, unknown).status_code == 404
    assert get(server, "openroad.example/remote-jobs/no-such-job").headers["Location"] == "https://openroad.example/"
    assert get(server, "farboard.example/nothing").status_code == 404
    assert get(server, "gazette.example/").status_code == 404


def test_every_host_has_its_own_robots(server: Server) -> None:
    for host in ("remotive.com", "weworkremotely.com", "remote.co", "homeport.example"):
        assert get(server, f"{host}/robots.txt").text.startswith("User-agent: *")
    assert "Disallow: /ej/api/*" in get(server, "remote.co/robots.txt").text


def test_the_same_moment_shows_the_same_and_time_passes(server: Server) -> None:
    first = get(server, API).content
    assert get(server, API).content == first
    assert get(server, "__clock?at=2026-11-12T12:00:00+00:00").text == "2026-11-12T12:00:00+00:00"
    before = {job["id"] for job in json.loads(first)["jobs"]}
    after = {job["id"] for job in get(server, API).json()["jobs"]}
    assert 5 < len(after - before) < 195
    assert get(server, "__clock?at=soon").status_code == 400
    assert get(server, "__clock?at=2026-11-02T12:00").text == NOON.isoformat()
    assert get(server, API).content == first


def test_days_pass_in_seconds() -> None:
    with serve(ads=200, speed=10 * 86400) as server:
        before = get(server, API).json()["jobs"]
        started = server.boards.now()
        while server.boards.now() < started + timedelta(days=5):
            pass
        assert get(server, API).json()["jobs"] != before


@pytest.mark.parametrize(
    "address", [API, "weworkremotely.com/remote-jobs.rss", "remote.co/latest-jobs-sitemap.xml", f"{API}?limit=5"]
)
def test_an_unchanged_answer_is_a_304(server: Server, address: str) -> None:
    answer = get(server, address)
    tag = answer.headers["ETag"]
    assert "GMT" in answer.headers["Last-Modified"]
    again = get(server, address, If_None_Match=tag)
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    server.set_clock(NOON + timedelta(seconds=1))
    assert get(server, address, If_None_Match=tag).status_code == 304
    server.set_clock(NOON + timedelta(days=9))
    assert get(server, address, If_None_Match=tag).status_code == 200


def test_answers_are_packed_when_asked_and_connections_stay(server: Server) -> None:
    packed, unpacked = get(server, API, Accept_Encoding="gzip"), get(server, API, Accept_Encoding="identity")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in unpacked.headers
    assert packed.content == unpacked.content
    assert int(packed.headers["Content-Length"]) < len(unpacked.content) / 3


def test_a_connection_is_kept_for_further_requests(server: Server) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
    used = set()
    for address in ("remotive.com/robots.txt", API, "gazette.example/", "remote.co/latest-jobs-sitemap.xml"):
        connection.request("GET", f"/{address}")
        connection.getresponse().read()
        assert connection.sock is not None
        used.add(connection.sock.getsockname())
    connection.close()
    assert len(used) == 1


def test_the_log_tells_who_asked_what(server: Server) -> None:
    get(server, f"{API}?limit=5", If_None_Match='"x"')
    (asked,) = get(server, "__log").json()
    assert (asked["host"], asked["path"], asked["query"]) == ("remotive.com", "/api/remote-jobs", {"limit": "5"})
    assert asked["headers"]["If-None-Match"] == '"x"'
    assert "python-requests" in asked["headers"]["User-Agent"]
    assert server.boards.log.maxlen == 10_000


@pytest.mark.slow
def test_many_ads_stream_in_bounded_memory() -> None:
    process = psutil.Process()
    with serve(ads=30_000) as server:
        server.set_clock(NOON)
        before = process.memory_info().rss
        with requests.get(f"{server.url}/{API}", stream=True, timeout=300) as answer:
            assert answer.headers["Transfer-Encoding"] == "chunked"
            size = most = 0
            for piece in answer.iter_content(2**16):
                size += len(piece)
                most = max(most, process.memory_info().rss)
            tag = answer.headers["ETag"]
        assert size > 30_000_000
        assert most - before < 20_000_000
        assert get(server, API, If_None_Match=tag).status_code == 304
