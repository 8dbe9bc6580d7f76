"""Every board reads its payloads: our own ones as expected, the recorded ones where they are present."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.boards.base import Board, BrokenShape, Page, Request, Response

PAYLOADS = Path(__file__).parents[2] / "payloads"
RECORDED = Path(__file__).parents[4] / "shared" / "payloads"
OTHER_SHAPES = ("html_job", "_wwr", "romek2_remoteco.json")


def payloads() -> list[tuple[str, Path]]:
    return [
        (name, path)
        for name in BOARDS
        for path in sorted((PAYLOADS / name).glob("*"))
        if not path.name.endswith(".expected.json")
    ]


def read(board: Board, path: Path) -> Page:
    return board.parse(Response(Request(f"https://{board.name}.example/{path.stem}"), path.read_bytes()))


def as_json(page: Page) -> dict[str, Any]:
    """Only what is stated: an ad's empty fields would drown it."""
    return {
        "complete": page.complete,
        "ads": [{name: value for name, value in ad.as_json().items() if value not in (None, {})} for ad in page.ads],
        "rejected": [[bad.record, bad.reason] for bad in page.rejected],
        "follow": [
            [request.url, request.external_id, request.lastmod.isoformat() if request.lastmod else None]
            for request in page.follow
        ],
    }


@pytest.mark.parametrize("name", BOARDS)
def test_each_board_has_a_payload_of_its_own(name: str) -> None:
    assert [board for board, _ in payloads() if board == name], f"tests/payloads/{name}/ is empty"


@pytest.mark.parametrize(("name", "path"), payloads(), ids=lambda value: getattr(value, "name", value))
def test_a_payload_is_read_as_expected(name: str, path: Path) -> None:
    expected = path.with_name(path.name + ".expected.json")
    assert as_json(read(BOARDS[name], path)) == json.loads(expected.read_text())


@pytest.mark.parametrize("name", BOARDS)
def test_recorded_payloads_are_read_whole(name: str) -> None:
    if not (RECORDED / name).is_dir():
        pytest.skip(f"no recorded payloads of {name} beside the checkout")
    for path in sorted((RECORDED / name).iterdir()):
        if any(shape in path.name for shape in OTHER_SHAPES):
            with pytest.raises(BrokenShape):
                read(BOARDS[name], path)
            continue
        page = read(BOARDS[name], path)
        body = path.read_text(errors="replace")
        records = body.count("<item>") or body.count("<url>") or len(page.ads)
        assert (len(page.ads) + len(page.follow), list(page.rejected)) == (records, [])
        assert records > 0
        ids = [ad.external_id for ad in page.ads]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", BOARDS)
@settings(max_examples=60, deadline=None)
@given(body=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_nothing_but_a_broken_shape_is_raised(name: str, body: bytes) -> None:
    for sent in (body, b'{"jobs": [' + body + b"]}", b"<rss><channel>" + body + b"</channel></rss>"):
        with suppress(BrokenShape):
            BOARDS[name].parse(Response(Request("https://board.example/x"), sent))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(
                ["id", "url", "title", "company_name", "tags", "publication_date", "salary", "description"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(records=st.lists(JSON, max_size=5))
def test_bad_records_are_rejected_one_by_one(records: list[Any]) -> None:
    page = BOARDS["remotive"].parse(Response(Request("-"), json.dumps({"jobs": records}).encode()))
    assert len(page.ads) + len(page.rejected) == len(records)


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("remotive", b"<!doctype html><html></html>", "an HTML page, not the API's JSON object"),
        ("remotive", b'[{"id": 1}]', "a JSON list, not the API's JSON object"),
        ("remotive", b'{"jobs": {}}', "without a list of jobs"),
        ("remotive", b'{"jobs": [' + b"[" * 100_000, "broken"),
        ("weworkremotely", b"<urlset></urlset>", "a sitemap, not an RSS feed"),
        ("weworkremotely", b'<!DOCTYPE x [<!ENTITY a "b">]><rss><channel/></rss>', "declares a document type"),
        ("weworkremotely", b"<rss><channel><item>", "an RSS feed that is broken"),
        ("remoteco", b"<!doctype html><html><body>Hello</body></html>", "neither a sitemap nor a job page"),
        ("remoteco", b"{}", "a JSON object, neither a sitemap nor a job page"),
    ],
)
def test_another_shape_is_named(name: str, body: bytes, words: str) -> None:
    with pytest.raises(BrokenShape, match=words):
        BOARDS[name].parse(Response(Request("https://board.example/x"), body))


@pytest.mark.parametrize("board", BOARDS.values(), ids=lambda board: board.name)
def test_terms_are_declared_with_their_date(board: Board) -> None:
    assert board.terms.link_text
    assert board.terms.read_on.year >= 2026
    assert board.terms.stated_at.startswith("https://") or "not verified" in board.terms.note
    assert board.interval >= board.terms.min_interval
    assert board.start(board.checked_options({}), None)
