"""Every board reads its payloads: our own ones as expected, the recorded ones where they are present."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, Board, BrokenShape, Request, Response
from tests.listings.boards.expected import as_json, expected_of, payloads_of, read
from tests.recorded import recorded

OTHER_SHAPES = {
    "html_job": "an HTML page",
    "_wwr.html": "an HTML page",
    "wwr_debug": "an HTML page",
    "tittle": "an RSS feed",
    "romek2_remoteco.json": "a JSON list",
}
"""Parts of names of files that hold what their board does not read, or that were cut into no shape at all."""


def payloads() -> list[tuple[str, Path]]:
    return [(name, path) for name in BOARDS for path in payloads_of(name)]


@pytest.mark.parametrize("name", BOARDS)
def test_each_board_has_a_payload_of_its_own(name: str) -> None:
    assert [board for board, _ in payloads() if board == name], f"tests/payloads/{name}/ is empty"


@pytest.mark.parametrize(("name", "path"), payloads(), ids=lambda value: getattr(value, "name", value))
def test_a_payload_is_read_as_expected(name: str, path: Path) -> None:
    assert as_json(read(BOARDS[name], path)) == json.loads(expected_of(path).read_text())


@pytest.mark.parametrize(("name", "path"), recorded() or [("-", None)], ids=lambda value: getattr(value, "name", value))
def test_a_recorded_payload_is_read_whole_or_its_shape_named(name: str, path: Path | None) -> None:
    if path is None:
        pytest.skip("no recorded payloads beside the checkout")
    shape = next((shape for part, shape in OTHER_SHAPES.items() if part in path.name), "")
    if shape:
        with pytest.raises(BrokenShape, match=f"^{shape}"):
            read(BOARDS[name], path)
        return
    page = read(BOARDS[name], path)
    ids = [ad.external_id for ad in page.ads] + [request.external_id for request in page.follow]
    ids = [external_id for external_id in ids if external_id]
    assert len(ids) == len(set(ids))
    assert len(page.ads) + len(page.rejected) + len(page.follow) >= records_in(path) > 0
    assert len(page.rejected) <= len(page.ads) or len(page.rejected) == 1
    for bad in page.rejected:
        assert bad.record
        assert bad.reason
    for ad in page.ads:
        assert "\n" not in ad.title
        assert Ad.from_json(json.loads(json.dumps(ad.as_json()))) == ad


LISTS = ("jobs", "data", "offers", "items", "content")


def records_in(path: Path) -> int:
    """Counted without our readers: the least that there must be."""
    body = path.read_text()
    if path.suffix == ".json":
        value = json.loads(body)
        if isinstance(value, list):
            return len([one for one in value if "legal" not in one])
        if isinstance(value.get("hits"), list):
            # A thread's replies are no records of their own, and a list of threads leads on to one of them.
            own = [hit for hit in value["hits"] if "comment_text" in hit and hit["parent_id"] == hit["story_id"]]
            return len(own) or 1
        return max(1, *(len(value[name]) for name in LISTS if isinstance(value.get(name), list)), 1)
    return body.count("<item>") or body.count("<loc>") or body.count("JobPosting") > 0 or 1


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
    if board.terms.read_on is None:
        assert (board.terms.stated_at, board.status) in {("", "unverified"), ("", "parser only")}
    else:
        assert board.terms.read_on.year >= 2026
    assert board.terms.stated_at.startswith("https://") or "not verified" in board.terms.note
    assert board.interval >= board.terms.min_interval
    needs_options = any(option.required for option in board.options.values())
    assert needs_options or not board.is_fetched or board.start(board.checked_options({}), None)


def test_the_boards_intervals_and_terms() -> None:
    named = {"remotive": 6, "weworkremotely": 1, "remoteco": 12, "remoteok": 2, "himalayas": 2, "jobicy": 3}
    named |= {"hackernews": 1, "arbeitnow": 6, "workingnomads": 2}
    assert {name: BOARDS[name].interval for name in named} == {name: timedelta(hours=of) for name, of in named.items()}
    assert {BOARDS[name].absence for name in named} == {"nothing"}
    assert not any(board.terms.job_posting_markup or board.terms.logo for board in BOARDS.values())
    assert "forbid" in BOARDS["weworkremotely"].terms.note
    assert BOARDS["remoteco"].terms.stated_at == ""
