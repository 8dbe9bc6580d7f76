"""Each fault of the made-up boards, as a client of HTTP meets it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests

from listings.boards import BOARDS
from listings.boards.base import BrokenShape, Request, Response
from listings.samples import faults
from listings.samples.allocation import SYSTEMS
from listings.samples.boards.hackernews import story_at
from listings.samples.server import Server, serve
from tests.examples import few
from tests.sample_boards import tokens

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
STARTS = {
    "remotive": "remotive.com/api/remote-jobs",
    "weworkremotely": "weworkremotely.com/remote-jobs.rss",
    "remoteco": "remote.co/latest-jobs-sitemap.xml",
    "remoteok": "remoteok.com/api",
    "himalayas": "himalayas.app/jobs/api?limit=20&offset=0",
    "jobicy": "jobicy.com/api/v2/remote-jobs?count=100",
    "arbeitnow": "www.arbeitnow.com/api/job-board-api",
    "workingnomads": "www.workingnomads.com/api/exposed_jobs/",
    "hackernews": "hn.algolia.com/api/v1/search_by_date?tags=comment,story_{story}&hitsPerPage=1000&page=0",
    "jobspresso": "jobspresso.co/?feed=job_feed",
    "greenhouse": "boards-api.greenhouse.io/v1/boards/{greenhouse}/jobs?content=true",
    "lever": "api.lever.co/v0/postings/{lever}?mode=json",
    "ashby": "api.ashbyhq.com/posting-api/job-board/{ashby}?includeCompensation=true",
    "workable": "apply.workable.com/api/v1/widget/accounts/{workable}?details=true",
    "recruitee": "{recruitee}.recruitee.com/api/offers/",
    "teamtailor": "{teamtailor}.teamtailor.com/jobs.json",
    "personio": "{personio}.jobs.personio.de/xml",
    "jobposting": "saltmarsh.example/sitemap.xml",
    "feed": "lowwater.example/?feed=job_feed",
}
VALUES = {system: tokens(system, 2)[1] for system in SYSTEMS} | {"story": story_at(NOON)["objectID"]}
STARTS = {board: address.format(**VALUES) for board, address in STARTS.items()}
OF_PAGES = {"remoteco", "jobposting"}
# One of each format: an API's JSON, a feed, pages, the list of an employer in XML.
FORMATS = ("remotive", "weworkremotely", "remoteco", "personio")
each_board = pytest.mark.parametrize("board", few(sorted(STARTS, key=lambda board: board not in FORMATS), len(FORMATS)))


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Server]:
    with serve(ads=90) as running:
        running.set_clock(NOON)
        yield running


@pytest.fixture
def server(shared_server: Server) -> Iterator[Server]:
    yield shared_server
    shared_server.misbehave("")


def get(server: Server, address: str, *, stream: bool = False) -> requests.Response:
    headers = {"Accept-Encoding": "identity"}
    return requests.get(f"{server.url}/{address}", timeout=300, allow_redirects=False, stream=stream, headers=headers)


def page_of(server: Server, board: str) -> tuple[int, int]:
    """How many records are read, how many are rejected."""
    page = BOARDS[board].parse(Response(Request("-"), get(server, STARTS[board]).content))
    # Of a site's pages only those count that are jobs; what leads on in a list is no record.
    follow = [one for one in page.follow if one.external_id]
    return len(page.ads) + len(follow), len(page.rejected)


@each_board
@pytest.mark.parametrize("status", few([429, 500, 403]))
def test_errors(server: Server, board: str, status: int) -> None:
    server.misbehave(str(status))
    answer = get(server, STARTS[board])
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == ("120" if status == 429 else None)


@each_board
def test_a_cut_body_is_shorter_than_promised(server: Server, board: str) -> None:
    server.misbehave("truncate")
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="IncompleteRead"):
        get(server, STARTS[board])


def test_a_cut_stream_has_no_end() -> None:
    with serve(ads=6000) as server:
        server.misbehave("truncate")
        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            get(server, STARTS["remotive"])


@each_board
@pytest.mark.parametrize(("fault", "word"), [("wrong-type", b"We moved"), ("captcha", b"Verify you are human")])
def test_a_web_page_where_data_were_due(server: Server, board: str, fault: str, word: bytes) -> None:
    server.misbehave(fault)
    answer = get(server, STARTS[board])
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html"
    assert word in answer.content


@each_board
def test_an_empty_answer_is_well_formed(server: Server, board: str) -> None:
    server.misbehave("empty")
    assert page_of(server, board) == (0, 0)


@each_board
def test_a_blank_answer_is_nothing_at_all(server: Server, board: str) -> None:
    server.misbehave("blank")
    answer = get(server, STARTS[board])
    assert (answer.status_code, answer.content) == (200, b"")


@each_board
def test_half_of_the_ads(server: Server, board: str) -> None:
    whole = sum(page_of(server, board))
    server.misbehave("half")
    assert sum(page_of(server, board)) == (whole + 1) // 2


@each_board
def test_broken_records_are_rejected(server: Server, board: str) -> None:
    whole = sum(page_of(server, board))
    server.misbehave("broken-records")
    if board in OF_PAGES:
        (follow, *_) = BOARDS[board].parse(Response(Request("-"), get(server, STARTS[board]).content)).follow
        answer = get(server, follow.url.removeprefix("https://"))
        with pytest.raises(BrokenShape):
            BOARDS[board].parse(Response(follow, answer.content, follow.url))
    else:
        assert page_of(server, board) == (0, whole)


READ_BY_CHARSET = {"weworkremotely", "remoteco", "personio", "jobposting", "keyvalues"}
PRUNED = {"remotive", "himalayas", "jobicy", "greenhouse", "ashby", "workable"}
"""The bomb is one of their records, which alone is refused."""
NO_OBJECT = "the record is list, not an object"


@each_board
def test_bytes_that_are_no_text(server: Server, board: str) -> None:
    server.misbehave("invalid-utf8")
    body = get(server, STARTS[board]).content
    with pytest.raises(UnicodeDecodeError):
        body.decode()
    if board not in READ_BY_CHARSET:
        # Stray bytes cost no ad.
        assert BOARDS[board].parse(Response(Request("-"), body)).ads
        return
    with pytest.raises(BrokenShape):
        BOARDS[board].parse(Response(Request("-"), body))


@each_board
def test_bombs_are_small_until_opened(server: Server, board: str) -> None:
    server.misbehave("gzip-bomb")
    with get(server, STARTS[board], stream=True) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        packed = answer.raw.read(decode_content=False)
    assert len(packed) < 2_000_000
    assert len(packed) * 100 < faults.BOMB_BYTES
    server.misbehave("entity-bomb")
    body = get(server, STARTS[board]).content
    assert len(body) < 500_000
    if board in PRUNED:
        page = BOARDS[board].parse(Response(Request("-"), body))
        assert (len(page.ads), [rejection.reason for rejection in page.rejected]) == (0, [NO_OBJECT])
    else:
        with pytest.raises(BrokenShape):
            BOARDS[board].parse(Response(Request("-"), body))
    if board == "remotive":
        with pytest.raises(RecursionError):
            json.loads(body)


def test_a_slow_answer_drips(server: Server) -> None:
    server.misbehave("slow")
    started = time.monotonic()
    with get(server, STARTS["remotive"], stream=True) as answer:
        assert b"".join(piece for piece, _ in zip(answer.iter_content(1), range(3), strict=False)) == b"   "
    assert time.monotonic() - started > 0.3
    assert faults.DRIPS * faults.DRIP_SECONDS < 300


def test_a_huge_answer_streams_until_the_client_hangs_up(server: Server) -> None:
    server.misbehave("huge")
    with get(server, STARTS["remotive"], stream=True) as answer:
        assert "Content-Length" not in answer.headers
        pieces = answer.iter_content(2**20)
        assert sum(len(next(pieces)) for _ in range(50)) == 50 * 2**20
    server.misbehave("")
    assert page_of(server, "remotive") == (45, 0)


def test_redirects_run_in_circles_or_inward(server: Server) -> None:
    server.misbehave("redirect-loop")
    address, seen = STARTS["remotive"], []
    for _ in range(4):
        answer = get(server, address)
        assert answer.status_code == 302
        address = answer.headers["Location"].removeprefix("https://")
        seen.append(address)
    assert seen[0] == seen[2] != seen[1] == seen[3] == STARTS["remotive"]
    server.misbehave("redirect-private")
    assert get(server, address).headers["Location"].startswith("http://169.254.169.254/")


def test_a_fault_is_one_boards_and_ends_when_told(server: Server) -> None:
    server.misbehave("500", "remote.co")
    assert get(server, STARTS["remoteco"]).status_code == 500
    assert get(server, "homeport.example/latest-jobs-sitemap.xml").status_code == 500
    assert get(server, STARTS["remotive"]).status_code == 200
    assert get(server, "remote.co/robots.txt").status_code == 200
    assert requests.get(f"{server.url}/__misbehave?name=403&host=remotive.com", timeout=300).text == "ok"
    assert get(server, STARTS["remotive"]).status_code == 403
    assert get(server, STARTS["remoteco"]).status_code == 500
    assert requests.get(f"{server.url}/__misbehave?name=", timeout=300).text == "ok"
    assert {get(server, address).status_code for address in STARTS.values()} == {200}


@pytest.mark.parametrize("query", ["name=sulk", "name=500&host=gazette.example"])
def test_an_unknown_fault_or_host_is_named(server: Server, query: str) -> None:
    answer = requests.get(f"{server.url}/__misbehave?{query}", timeout=300)
    assert answer.status_code == 400
    assert "is not one of" in answer.text
