"""Lists that are posted to: pages at one address that only their bodies tell apart, and ads that a list shortens."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.fetching import replay, snapshots
from listings.fetching.http_client import FetchError, HttpClient
from listings.models import Fetch, LastResponse, Listing, Source
from tests.listings.fetching.stub_server import StandIn

Run = Callable[..., Fetch]
URL = "https://kelp.example/api/search"
PATH = "/kelp.example/api/search"


def body_of(page: int) -> str:
    return json.dumps({"page": page})


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(URL, body=body_of(0))]


def parse(response: Response) -> Page:
    """A list says in short what the page of a vacancy says in full."""
    value = json.loads(response.body)
    if "text" in value:
        return Page(ads=[ad(value["id"], value["text"])], complete=False)
    follow = [Request(URL, body=body_of(page)) for page in value["more"]]
    details = [Request(f"https://kelp.example/jobs/{number}", str(number)) for number in value["details"]]
    return Page(ads=[ad(number) for number in value["jobs"]], follow=[*follow, *details])


def ad(number: int, text: str = "") -> Ad:
    place = None if text else "Bergen"
    url = f"https://kelp.example/jobs/{number}"
    return Ad(external_id=str(number), url=url, title="Kelp Counter", company="Kelpworks", html=text, location=place)


@pytest.fixture
def source(db: None, monkeypatch: pytest.MonkeyPatch) -> Source:
    board = replace(BOARDS["remotive"], start=start, parse=parse, absence="closes")
    monkeypatch.setitem(BOARDS, "remotive", board)
    return Source.objects.create(name="kelp", board="remotive")


def put(boards: StandIn, page: int, jobs: Sequence[int], more: Sequence[int] = (), details: Sequence[int] = ()) -> None:
    value = {"jobs": list(jobs), "more": list(more), "details": list(details)}
    boards.put(f"{PATH} {body_of(page)}", json.dumps(value), Content_Type="application/json")


def post(status: int, boards: StandIn, location: str) -> FetchError:
    boards.put(PATH, b"", status, Location=location)
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta()).get(Request(URL, body=body_of(0)))
    return caught.value


def test_a_body_is_posted_as_json_and_without_validators(boards: StandIn) -> None:
    put(boards, 0, [1])
    client = HttpClient(delay=timedelta())
    first = client.get(Request(URL, body=body_of(0)))
    again = client.get(Request(URL, body=body_of(0)), etag=first.etag)
    assert boards.posted == [(PATH, body_of(0))] * 2
    assert first.response is not None
    assert again.status == 200
    assert boards.requests == ["/kelp.example/robots.txt"], "robots.txt holds for posts as well"


def test_robots_forbid_a_post(boards: StandIn) -> None:
    boards.put("/kelp.example/robots.txt", b"User-agent: *\nDisallow: /api/\n")
    with pytest.raises(FetchError, match="disallows"):
        HttpClient(delay=timedelta()).get(Request(URL, body=body_of(0)))
    assert boards.posted == []


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_redirect_that_would_make_a_get_of_it_is_not_followed(boards: StandIn, status: int) -> None:
    error = post(status, boards, "https://other.example/new")
    assert (error.kind, error.status) == ("redirects", status)
    assert not [path for path in boards.requests if "/new" in path]


@pytest.mark.parametrize("status", [307, 308])
def test_a_redirect_that_repeats_it_is_followed_where_a_get_would_be(boards: StandIn, status: int) -> None:
    assert post(status, boards, "https://10.0.0.1/").kind == "private address"
    boards.put(PATH, b"", status, Location="https://other.example/new")
    boards.put("/other.example/new", b"{}")
    result = HttpClient(delay=timedelta()).get(Request(URL, body=body_of(0)))
    assert result.response is not None
    assert result.response.url == "https://other.example/new"
    assert boards.posted[-1] == ("/other.example/new", body_of(0))


def test_only_lists_are_posted_to() -> None:
    with pytest.raises(ValueError, match="only lists"):
        Request(URL, "7", body="{}")


def test_pages_at_one_address_are_told_apart_by_their_body(boards: StandIn, source: Source, fetched: Run) -> None:
    put(boards, 0, [1, 2], more=[1, 2, 1])
    put(boards, 1, [3, 4])
    put(boards, 2, [5])
    fetch = fetched(source)
    assert [json.loads(sent)["page"] for _, sent in boards.posted] == [0, 1, 2]
    assert (fetch.new, fetch.present, fetch.complete) == (5, 5, True)
    kept = {response.body: response.external_ids for response in LastResponse.objects.filter(url=URL)}
    assert kept == {body_of(0): ["1", "2"], body_of(1): ["3", "4"], body_of(2): ["5"]}
    put(boards, 2, [])
    assert (fetched(source).same, fetched(source).closed) == (4, 1)
    assert LastResponse.objects.count() == 3


def test_each_page_is_kept_and_read_again(boards: StandIn, source: Source, fetched: Run) -> None:
    put(boards, 0, [1, 2], more=[1])
    put(boards, 1, [3])
    fetched(source)
    requests = [snapshots.response(snapshot).request for snapshot in snapshots.newest(source)]
    assert [request.body for request in requests] == [body_of(0), body_of(1)]
    fetch, _ = replay.replay(source, apply=True)
    assert fetch.seen == 3


def test_the_details_of_one_page_leave_those_of_another_alone(
    boards: StandIn, source: Source, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BOARDS, "remotive", replace(BOARDS["remotive"], details_per_fetch=0))
    put(boards, 0, [], more=[1], details=[1, 2])
    put(boards, 1, [], details=[3])
    fetched(source)
    assert sorted(source.pending_pages.values_list("external_id", "list_body")) == [
        ("1", body_of(0)),
        ("2", body_of(0)),
        ("3", body_of(1)),
    ]
    put(boards, 1, [])
    fetched(source)
    assert sorted(source.pending_pages.values_list("external_id", flat=True)) == ["1", "2"]


def test_a_page_of_its_own_completes_what_a_list_states_in_short(boards: StandIn, source: Source, fetched: Run) -> None:
    put(boards, 0, [1, 2], details=[1, 2])
    boards.put("/kelp.example/jobs/1", json.dumps({"id": 1, "text": "<p>Count the kelp.</p>"}))
    fetch = fetched(source)
    assert (fetch.new, fetch.repeated, fetch.seen) == (2, 0, 2)

    def stored() -> list[tuple[str | None, str]]:
        postings = [listing.postings.get() for listing in Listing.objects.order_by("pk")]
        return sorted((posting.as_ad.location, posting.html) for posting in postings)

    assert stored() == [("Bergen", ""), ("Bergen", "<p>Count the kelp.</p>")]
    # The list alone takes nothing back, and reading all of it again neither.
    assert fetched(source).changed == 0
    replayed, _ = replay.replay(source, apply=True)
    assert (replayed.same, replayed.changed) == (2, 0)
    assert stored() == [("Bergen", ""), ("Bergen", "<p>Count the kelp.</p>")]
