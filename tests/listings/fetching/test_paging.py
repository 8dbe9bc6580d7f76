"""Lists in pages: what is new is read first, the rest in a sweep that goes on from fetch to fetch."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from listings.boards import BOARDS
from listings.models import Fetch, LastResponse, Listing, Source
from tests.listings.fetching.stub_server import StandIn

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
EACH = 20


@pytest.fixture
def paged(monkeypatch: pytest.MonkeyPatch) -> Source:
    """A source of a list in pages that may follow four of them a fetch."""
    monkeypatch.setitem(BOARDS, "himalayas", replace(BOARDS["himalayas"], details_per_fetch=4))
    return Source.objects.create(name="himalayas", board="himalayas")


def ad(number: int) -> dict[str, object]:
    return {
        "title": f"Kelp Counter {number}",
        "companyName": f"Kelpworks {number} Ltd",
        "guid": f"https://himalayas.app/companies/kelpworks-{number}/jobs/kelp-counter-{number}",
        "description": f"<p>Count the kelp of field {number}.</p>",
        "locationRestrictions": [],
        "pubDate": 1_793_000_000 + number,
        "expiryDate": 1_893_000_000,
    }


def serve(boards: StandIn, count: int) -> None:
    """The list with `count` ads, newest first."""
    ads = [ad(number) for number in range(count, 0, -1)]
    for offset in range(0, count + EACH, EACH):
        body = {"offset": offset, "limit": EACH, "totalCount": count, "jobs": ads[offset : offset + EACH]}
        path = f"/himalayas.app/jobs/api?limit={EACH}&offset={offset}"
        boards.put(path, json.dumps(body), Content_Type="application/json")


def offsets(boards: StandIn) -> list[int]:
    """Those asked since the last time."""
    found = [int(query.rpartition("=")[2]) for query in boards.queries if "offset=" in query]
    boards.queries.clear()
    return found


def test_a_sweep_goes_on_where_the_last_fetch_ended(boards: StandIn, paged: Source, fetched: Run) -> None:
    serve(boards, 200)
    first = fetched(paged)
    assert offsets(boards) == [0, 20, 40, 60, 80]
    assert (first.new, first.complete, paged.cursor) == (100, False, {"offset": 100})
    second = fetched(paged)
    assert offsets(boards) == [0, 100, 120, 140, 160, 180]
    assert (second.new, second.same, second.complete) == (100, 20, False)
    assert paged.cursor == {"offset": 20}
    assert Listing.objects.open().count() == 200


def test_what_is_new_is_followed_until_all_is_known(boards: StandIn, paged: Source, fetched: Run) -> None:
    serve(boards, 60)
    fetched(paged)
    fetched(paged)
    offsets(boards)
    Source.objects.filter(pk=paged.pk).update(cursor={"offset": 80})
    serve(boards, 85)
    fetch = fetched(paged)
    # 25 new ads: the third page shows known ones alone. The sweep's one page is the list's last.
    assert offsets(boards)[:4] == [0, 80, 20, 40]
    assert fetch.new == 25
    assert Listing.objects.open().count() == 85


def test_a_short_list_is_read_once_and_whole(boards: StandIn, paged: Source, fetched: Run) -> None:
    serve(boards, 45)
    for outcome in ("ok", "unchanged"):
        fetch = fetched(paged)
        assert offsets(boards) == [0, 20, 40]
        assert (fetch.present, fetch.complete, fetch.outcome) == (45, True, outcome)


def test_a_304_hides_none_of_the_pages_behind_it(boards: StandIn, paged: Source, fetched: Run) -> None:
    serve(boards, 45)
    fetched(paged)
    assert LastResponse.objects.exclude(etag="").count() == 3
    offsets(boards)
    body = {"offset": 40, "limit": EACH, "totalCount": 44, "jobs": [ad(number) for number in (5, 4, 3, 2)]}
    boards.put(f"/himalayas.app/jobs/api?limit={EACH}&offset=40", json.dumps(body), Content_Type="application/json")
    fetch = fetched(paged)
    # The first two pages answered 304, and still led to the last.
    assert offsets(boards) == [0, 20, 40]
    assert (fetch.present, fetch.outcome, fetch.complete) == (44, "ok", True)


def test_a_failed_page_is_where_the_next_sweep_begins(boards: StandIn, paged: Source, fetched: Run) -> None:
    serve(boards, 200)
    boards.put("/himalayas.app/jobs/api?limit=20&offset=40", "oops", status=500)
    fetch = fetched(paged)
    assert (fetch.outcome, fetch.complete, paged.cursor) == ("ok", False, {"offset": 40})
    assert "500" in paged.last_error


def test_a_list_of_threads_leads_to_the_newest_one(boards: StandIn, fetched: Run) -> None:
    source = Source.objects.create(name="hackernews", board="hackernews")
    api = "/hn.algolia.com/api/v1/search_by_date?tags="
    stories = {"hits": [{"objectID": str(number), "title": "Ask HN: Who is hiring?"} for number in (7, 9, 8)]}
    comments = [
        {"objectID": str(number), "comment_text": text, "story_id": 9, "parent_id": parent}
        for number, parent, text in (
            (11, 9, "Lantern Quay | Tide Engineer | REMOTE<p>Predict the tides."),
            (12, 9, "Saltmarsh | Net Designer | ONSITE, Cork<p>Mend nets."),
            (13, 9, "Is there a map of these?"),
            (14, 11, "Gulls | Engineer | REMOTE, says a reply"),
        )
    ]
    for query, body in (
        ("story,author_whoishiring&hitsPerPage=20", stories),
        ("comment,story_9&hitsPerPage=1000&page=0", {"hits": comments, "page": 0, "nbPages": 1}),
    ):
        boards.put(api + query, json.dumps(body), Content_Type="application/json")
    fetch = fetched(source)
    assert (fetch.outcome, fetch.seen, fetch.new, fetch.not_remote, fetch.rejected) == ("ok", 3, 1, 1, 1)
    assert [listing.title for listing in Listing.objects.open()] == ["Tide Engineer"]
    assert fetched(source).same == 1
