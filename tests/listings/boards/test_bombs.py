"""A body made to be expensive costs no more than a small multiple of an honest body of its size."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import pytest

from listings.boards.base import BrokenShape, Page
from listings.boards.bounds import MAX_PAGES, MAX_RECORDS
from listings.boards.formats import bounded_json, fields, html, shapes
from tests.examples import few
from tests.listings.boards.records import page_of
from tests.tables import table

SIZE = 2_000_000
# Of the memory that an honest body of the same size takes.
SMALL_MULTIPLE = 8
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
GOOD = {"id": 1, "url": "https://remotive.com/x-1", "title": "Baker", "company_name": "Brightwater"}


def filled(before: str, piece: str, after: str = "", size: int = SIZE) -> bytes:
    return (before + piece * (size // len(piece)) + after).encode()


def honest_list(size: int = SIZE) -> bytes:
    text = "Bake bread, and more. " * 120
    records = [{**GOOD, "id": number + 1, "description": text} for number in range(size // 3000)]
    return json.dumps({"jobs": records}).encode()


def peak(board: str, body: bytes) -> int:
    """Bytes of Python objects at most, while the body is read."""
    tracemalloc.start()
    try:
        with suppress(BrokenShape):
            page_of(board, body)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


JSON_BOMBS = {
    "numbers": filled('{"jobs": [', "0,", "0]}"),
    "objects": filled('{"jobs": [', "{},", "{}]}"),
    "lists in lists": filled('{"jobs": [', "[[]],", "0]}"),
    "objects of one key": filled('{"jobs": [', '{"":0},', "0]}"),
    "texts": filled('{"jobs": ["', '","', '"]}'),
    "keys": ('{"jobs": [{' + ",".join(f'"{key}":0' for key in range(SIZE // 10)) + "}]}").encode(),
    "a list in a record": filled('{"jobs": [{"id": 1, "tags": [', '"a",', '"b"]}]}'),
    # Each is a piece to cut, in vain: more than the limit of values is enough.
    "depth": filled('{"jobs": ', "[", size=bounded_json.MAX_VALUES * 6 // 5),
    "quotes": filled('{"jobs": ["', '\\"', '"]}'),
    "just within the limit": filled('{"jobs": [', '{"":0},', "0]}", size=bounded_json.MAX_VALUES * 2),
}


# Much like the others, and each takes seconds.
LIKE_OTHERS = {*JSON_BOMBS} - {"keys", "quotes"}


@cache
def honest_peak() -> int:
    return peak("remotive", honest_list())


@table("bomb", [pytest.param(bomb, marks=[pytest.mark.slow] * (bomb in LIKE_OTHERS)) for bomb in JSON_BOMBS])
def test_json(bomb: str) -> None:
    assert peak("remotive", JSON_BOMBS[bomb]) < SMALL_MULTIPLE * honest_peak()


@pytest.mark.slow
def test_json_in_the_scripts_of_a_page() -> None:
    for kind in ("application/ld+json", 'application/json" id="__NEXT_DATA__'):
        page = f'<!doctype html><script type="{kind}">{{}}</script>'
        bombs = (JSON_BOMBS["objects"], JSON_BOMBS["keys"])
        sizes = [peak("remoteco", page.format(body.decode()).encode()) for body in (*bombs, honest_list())]
        assert max(sizes[:2]) < SMALL_MULTIPLE * sizes[2], sizes


MORE_ELEMENTS = few(
    [
        ("weworkremotely", filled("<rss><channel><item>", "<tag/>", "</item></channel></rss>")),
        ("feed", filled("<rss><channel>", "<item/>", "</channel></rss>")),
        ("personio", filled("<workzag-jobs>", "<position/>", "</workzag-jobs>")),
        ("remoteco", filled(SITEMAP[:-11], "<url/>", "</urlset>")),
        ("hackernews", filled("<!doctype html>", "<i></i>", size=1_600_000)),
        ("remoteco", filled("<!doctype html>", "<p>", size=800_000)),
    ],
    count=0,
)


@table(
    ("board", "body"),
    [
        ("weworkremotely", filled("<rss><channel>", "<item/>", "</channel></rss>")),
        ("jobposting", filled("<!doctype html>", "<b>", size=800_000)),
        *MORE_ELEMENTS,
    ],
)
def test_elements(board: str, body: bytes) -> None:
    """Beyond the bound nothing is built. What libxml2 takes is not seen here: it is bounded by the count."""
    assert peak(board, body) < SMALL_MULTIPLE * SIZE


@table(
    ("board", "body", "reason"),
    few(
        [
            ("remotive", filled('{"jobs": [', "0,", "0]}"), "more than 500,000 values"),
            ("jobposting", filled("<!doctype html>", "<b>", size=800_000), "or 200,000 tags"),
            ("jobposting", filled("<!doctype html><p ", "a ", size=8_000_001), "more than 8,000,000 characters"),
            ("feed", filled("<rss><channel>", "<a b=''/>", "</channel></rss>", 5_000_000), "1,000,000 elements"),
        ],
        3,
    ),
)
def test_the_reason_is_said(board: str, body: bytes, reason: str) -> None:
    with pytest.raises(BrokenShape, match=reason):
        page_of(board, body)


def in_cdata(size: int) -> bytes:
    before = "<rss><channel><item><title>Baker</title><description><![CDATA["
    return filled(before, "<p>=</p>", "]]></description></item></channel></rss>", size)


def test_what_is_honest_is_read() -> None:
    assert not shapes.is_bomb(in_cdata(6_000_000).decode())
    assert len(page_of("remotive", honest_list()).ads) == SIZE // 3000
    text = json.dumps('<a href="x">, [and] {so on}: </a>' * 200_000)
    assert bounded_json.loads(text) == json.loads(text)


def rss(count: int) -> bytes:
    item = "<item><title>Acme: Baker</title><link>https://x.example/1</link></item>"
    return f"<rss><channel>{item * count}</channel></rss>".encode()


RECORDS: list[tuple[str, Callable[[int], Any]]] = [
    ("remotive", lambda count: {"jobs": [0] * count, "job-count": count, "total-job-count": count}),
    ("ashby", lambda count: {"jobs": [0] * count}),
    ("hackernews", lambda count: {"hits": [{"comment_text": "x", "parent_id": 1, "story_id": 1}] * count}),
    ("weworkremotely", rss),
    ("feed", rss),
    ("personio", lambda count: f"<workzag-jobs>{'<position/>' * count}</workzag-jobs>".encode()),
]


@pytest.mark.parametrize(("board", "value_of"), RECORDS)
def test_records_beyond_the_limit_are_counted(
    board: str, value_of: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "MAX_RECORDS", 5)
    within, beyond = page_of(board, value_of(5)), page_of(board, value_of(12))
    assert (read(within), within.unread) == (5, 0)
    assert (read(beyond), beyond.unread, beyond.complete) == (5, 7, False)


def read(page: Page) -> int:
    return len(page.ads) + len(page.rejected)


def test_the_real_limit_holds() -> None:
    page = page_of("remotive", {"jobs": [0] * (MAX_RECORDS + 1)})
    assert (read(page), page.unread) == (MAX_RECORDS, 1)


@pytest.mark.slow
def test_addresses_of_a_sitemap_beyond_the_limit_are_counted() -> None:
    addresses = "".join(f"<url><loc>https://x.example/jobs/{number}</loc></url>" for number in range(MAX_PAGES + 3))
    page = page_of("jobposting", SITEMAP.format(addresses).encode(), "https://x.example/sitemap.xml")
    assert (len(page.follow), page.unread, page.complete) == (MAX_PAGES, 3, False)


def test_many_postings_of_one_page_share_no_endless_text() -> None:
    text = {"@id": "#text", "name": "x\n" * 90_000}
    posting = {"@type": "JobPosting", "title": "Baker", "hiringOrganization": "Brightwater"}
    nodes = [text, *({**posting, "description": {"@id": "#text"}, "identifier": number} for number in range(2000))]
    body = f'<!doctype html><script type="application/ld+json">{json.dumps(nodes)}</script>'.encode()
    page = page_of("jobposting", body, "https://x.example/jobs")
    assert (read(page), page.unread) == (500, 1500)
    assert sum(len(ad.html) for ad in page.ads) < len(body)


def test_pages_hold_what_a_busy_thread_has() -> None:
    comment = "<tr class='athing comtr'>" + "<td><i>x</i></td>" * 24 + "</tr>"
    assert (comment * 1000).count("<") < html.MAX_TAGS
