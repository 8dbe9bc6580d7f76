"""What the younger made-up boards do in the real ones' own ways, as the real boards' parsers read it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import requests

from listings.boards import BOARDS
from listings.boards.base import Ad, Page, Rejected, Request, Response
from listings.samples.allocation import EMPLOYER_NUMBERS, SYSTEMS, token
from listings.samples.employers import employer
from listings.samples.hosts import HOSTS
from listings.samples.server import Server, serve
from listings.samples.state import SampleBoards
from tests.examples import few
from tests.sample_boards import tokens

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SITE = {"address": "https://saltmarsh.example/sitemap.xml"}
FEED = {"address": "https://lowwater.example/?feed=job_feed"}
KEYLESS = ("remoteok", "himalayas", "jobicy", "arbeitnow", "workingnomads", "hackernews", "jobspresso")
NAMES = (*KEYLESS, *SYSTEMS, "jobposting", "feed")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serve(ads=1000) as running:
        running.set_clock(NOON)
        yield running


def options(board: str, place: int = 0) -> dict[str, str]:
    if board in SYSTEMS:
        name = tokens(board, place + 1)[place]
        return {"token": name, "company": employer(1, EMPLOYER_NUMBERS[name]).name}
    return {"jobposting": SITE, "feed": FEED}.get(board, {})


def get(server: Server, url: str, **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    address = f"{server.url}/{url.removeprefix('https://')}"
    return requests.get(address, headers=named, timeout=300, allow_redirects=False)


def read(server: Server, board: str, request: Request) -> Page:
    answer = get(server, request.url)
    assert answer.status_code == 200, request.url
    return BOARDS[board].parse(Response(request, answer.content, request.url))


def whole(server: Server, board: str, place: int = 0) -> tuple[list[Ad], list[Rejected], list[str]]:
    """Everything that a board leads to, and the addresses that were requested."""
    kind = BOARDS[board]
    waiting = list(kind.start(kind.checked_options(options(board, place)), None))
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    requests: list[str] = []
    while waiting and len(requests) < 200:
        request = waiting.pop(0)
        if request.url not in requests:
            requests.append(request.url)
            page = read(server, board, request)
            ads += page.ads
            rejected += page.rejected
            waiting += page.follow
    return ads, rejected, requests


@pytest.mark.parametrize("board", NAMES)
def test_each_board_is_read_by_its_own_parser(server: Server, board: str) -> None:
    ads, rejected, requests = whole(server, board)
    assert len(ads) >= 3
    assert len({ad.external_id for ad in ads}) == len(ads)
    assert all(ad.title and ad.company and len(ad.html) > 400 and ad.published_at for ad in ads)
    hosts = {re.sub(r"^https?://([^/]+).*", r"\1", ad.url) for ad in ads}
    real = {"news.ycombinator.com"} if board == "hackernews" else set()
    named = {host for host in hosts if host.endswith((".example", ".jobs.personio.de"))}
    assert hosts - named <= real, "only made-up addresses"
    if board not in ("hackernews", "ashby", "jobposting"):
        assert rejected == []
    assert requests


@pytest.mark.parametrize("board", few(NAMES, 3))
def test_an_unchanged_answer_is_a_304_and_robots_are_told(server: Server, board: str) -> None:
    kind = BOARDS[board]
    for request in kind.start(kind.checked_options(options(board)), None):
        answer = get(server, request.url)
        again = get(server, request.url, If_None_Match=answer.headers["ETag"])
        assert (again.status_code, again.content) == (304, b"")
        host = request.url.split("/")[2]
        assert get(server, f"{host}/robots.txt").text.startswith("User-agent: *")


def test_remote_ok_hides_its_notice_its_letters_and_its_proof_of_reading(server: Server) -> None:
    records = get(server, "remoteok.com/api").json()
    assert set(records[0]) == {"last_updated", "legal"}
    assert all("Please mention the word **" in record["description"] for record in records[1:])
    assert any("â\x80\x99" in record["description"] for record in records[1:])
    assert 0 < sum(record["salary_min"] > 0 for record in records[1:]) < len(records) / 2
    ads, _, _ = whole(server, "remoteok")
    text = " ".join(ad.html + ad.title for ad in ads)
    assert "â\x80" not in text
    assert "mention the word" not in text
    assert sum(ad.salary == "" for ad in ads) > len(ads) / 2


def test_himalayas_serves_at_most_twenty_newest_first_in_seconds(server: Server) -> None:
    page = get(server, "himalayas.app/jobs/api?limit=500&offset=0").json()
    assert (len(page["jobs"]), page["limit"], page["totalCount"]) == (20, 20, 202)
    assert all(isinstance(job["pubDate"], int) and 1e9 < job["pubDate"] < 1e10 for job in page["jobs"])
    last = get(server, "himalayas.app/jobs/api?limit=20&offset=200").json()
    assert len(last["jobs"]) == 2
    assert page["jobs"][0]["pubDate"] > last["jobs"][-1]["pubDate"]
    assert any(job["locationRestrictions"] == [] for job in page["jobs"])
    ads, _, requests = whole(server, "himalayas")
    assert len(ads) == 202
    assert len(requests) == 11


def test_arbeitnow_pages_on_and_is_mostly_on_site(server: Server) -> None:
    ads, _, requests = whole(server, "arbeitnow")
    assert requests == [
        "https://www.arbeitnow.com/api/job-board-api",
        "https://www.arbeitnow.com/api/job-board-api?page=2",
    ]
    assert len(ads) == 102
    at = Counter(ad.workplace for ad in ads)
    assert at[("not remote",)] > at[("remote",)] > 20


def test_the_thread_has_replies_prose_and_other_threads(server: Server) -> None:
    stories = get(server, "hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring").json()["hits"]
    titles = [story["title"] for story in stories]
    assert "Ask HN: Who is hiring? (November 2026)" in titles
    assert "Ask HN: Who is hiring? (October 2026)" in titles
    assert any("wants to be hired" in title for title in titles)
    ads, rejected, requests = whole(server, "hackernews")
    comments = get(server, requests[-1]).json()
    own = [hit for hit in comments["hits"] if hit["parent_id"] == hit["story_id"]]
    assert len(own) == len(ads) + len(rejected) < len(comments["hits"])
    assert rejected
    assert all("header" in bad.reason for bad in rejected)
    assert {ad.workplace for ad in ads} >= {("REMOTE",), ("ONSITE",)}
    part = get(server, requests[-1].replace("hitsPerPage=1000", "hitsPerPage=10")).json()
    assert part["nbPages"] == -(-comments["nbHits"] // 10)
    assert part["hits"] == comments["hits"][:10]


@pytest.mark.slow
def test_of_hundreds_of_comments_every_page_is_read() -> None:
    with serve(ads=9000) as server:
        server.set_clock(NOON)
        ads, _, _ = whole(server, "hackernews")
        assert len(ads) > 300


@pytest.mark.parametrize("system", few(SYSTEMS, 2))
def test_a_token_is_one_employer_with_offices(server: Server, system: str) -> None:
    ads = [ad for place in range(3) for ad in whole(server, system, place)[0]]
    assert {ad.company for ad in ads} == {options(system, place)["company"] for place in range(3)}
    hybrid = [ad for ad in ads if "two days a week" in ad.html]
    on_site = [ad for ad in ads if "This position is on site" in ad.html]
    assert hybrid
    assert on_site
    assert len(hybrid) + len(on_site) < len(ads) / 2


def test_a_token_of_another_system_or_of_nobody_is_not_found(server: Server) -> None:
    assert get(server, f"api.lever.co/v0/postings/{tokens('ashby', 1)[0]}?mode=json").status_code == 404
    assert get(server, "nobody.recruitee.com/api/offers/").status_code == 404
    assert get(server, "boards-api.greenhouse.io/v1/boards/x/departments").status_code == 404
    assert get(server, f"{tokens('personio', 1)[0]}.jobs.personio.com/xml").status_code == 200
    assert token(0) == tokens("greenhouse", 1)[0]


@pytest.mark.slow
def test_a_page_of_the_site_outlives_its_job(server: Server) -> None:
    sitemap = get(server, "saltmarsh.example/sitemap.xml").text
    pages = re.findall(r"<loc>https://(saltmarsh\.example/jobs/[^<]+)</loc>", sitemap)
    assert len(pages) == 52
    server.set_clock(NOON + timedelta(days=40))
    try:
        after = [get(server, page) for page in pages]
    finally:
        server.set_clock(NOON)
    assert {answer.status_code for answer in after} == {200}
    removed = [answer for answer in after if "Sorry, this job was removed" in answer.text]
    assert len(removed) > 40
    assert all("JobPosting" in answer.text for answer in removed)
    assert get(server, "saltmarsh.example/jobs/nothing-999").status_code == 404
    script = re.findall(r"<script[^>]*>(.*?)</script>", get(server, pages[0]).text, re.DOTALL)[0]
    with pytest.raises(json.JSONDecodeError):
        json.loads(script)
    assert json.loads(script, strict=False)


def test_every_host_answers_at_home(server: Server) -> None:
    for host in HOSTS:
        assert get(server, f"{host}/").status_code in (200, 404)
        assert get(server, f"{host}/robots.txt").status_code == 200


@pytest.mark.parametrize("ads", [10, 1000, 50_000])
def test_it_is_known_how_many_ads_are_of_one_vacancy(ads: int) -> None:
    """One in sixteen of a younger board's is the first API's too, as many are an employer's own; one in forty twins."""
    boards = SampleBoards(ads)
    for name in (*KEYLESS, "jobposting", "feed"):
        mine = boards.board_slots(name)
        roots = [boards.shown_slot(number) for number in mine]
        elsewhere = sum(root not in mine for root in roots)
        assert len(mine) // 16 - 1 <= elsewhere <= len(mine) // 8 + 2
        assert len(set(roots)) >= elsewhere
        twice = len(roots) - len(set(roots))
        assert twice <= len(mine) // 40 + 1
    theirs = {number for place in range(21) for number in boards.employer_slots(place)}
    shared = {boards.shown_slot(number) for name in KEYLESS for number in boards.board_slots(name)}
    assert ads < 1000 or shared & theirs
    assert ads < 1000 or shared & set(boards.api_slots)
