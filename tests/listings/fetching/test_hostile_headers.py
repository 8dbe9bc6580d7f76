"""What a host writes into its headers costs nothing that lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from listings.boards.base import Request
from listings.fetching import headers
from listings.fetching.http_client import FetchError, HttpClient
from listings.models import Fetch, Listing, Snapshot, Source
from tests.examples import sampled
from tests.listings.fetching.stub_server import API, StandIn, vacancy

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
DATE = "Wed, 21 Oct 2015 07:28:00 GMT"
HEADERS = ["ETag", "Last_Modified", "Content_Type"]
UNSENDABLE = ["\xa0x", "\x85x", "x\x00y", " " * 3 + "\xa0", "x" * 60_000]


def put_jobs(boards: StandIn, numbers: range, **sent: str) -> None:
    boards.jobs(*map(vacancy, numbers))
    status, before, body = boards.answers[API]
    boards.answers[API] = status, before | {name.replace("_", "-"): value for name, value in sent.items()}, body


@pytest.mark.parametrize(
    ("name", "value"),
    # By turns: each header and each value.
    sampled(
        [
            (HEADERS[(number + turn) % len(HEADERS)], value)
            for turn in range(len(HEADERS))
            for number, value in enumerate(UNSENDABLE)
        ],
        key=lambda name, value: value,
    ),
)
def test_a_header_costs_neither_its_fetch_nor_the_next(
    boards: StandIn, source: Source, fetched: Run, name: str, value: str
) -> None:
    put_jobs(boards, range(1, 11), **{name: value})
    assert fetched(source).outcome == "ok"
    put_jobs(boards, range(1, 12))
    assert (fetched(source).outcome, source.last_error) == ("ok", "")
    assert Listing.objects.open().count() == 11


def test_a_poisoned_row_heals(boards: StandIn, source: Source, fetched: Run) -> None:
    put_jobs(boards, range(1, 11))
    fetched(source)
    source.last_responses.update(etag="\xa0x", last_modified="\x85x")
    assert fetched(source).outcome == "ok"
    assert source.last_responses.get().etag.startswith('"')


def test_a_redirect_to_what_cannot_be_stored_is_that_pages_trouble(
    boards: StandIn, source: Source, fetched: Run
) -> None:
    boards.put(API, b"", 302, Location="https://remotive.com/jobs?\x00")
    fetch = fetched(source)
    assert fetch.outcome == "failed"
    assert "redirects to" in source.last_error
    assert "not a valid URL" in source.last_error


def test_the_reason_of_a_status_is_kept_without_what_cannot_be_stored(
    boards: StandIn, source: Source, fetched: Run
) -> None:
    boards.put(API, b"", 500, Content_Encoding="x\x00y")
    boards.put("/remotive.com/packed", b"x", Content_Encoding="x\x00y")
    assert fetched(source).outcome == "failed"
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta()).get(Request("https://remotive.com/packed"))
    assert "\x00" not in str(caught.value)


def test_snapshots_keep_a_readable_type(boards: StandIn, source: Source, fetched: Run) -> None:
    put_jobs(boards, range(1, 11), Content_Type="application/json\x00; x")
    fetched(source)
    assert Snapshot.objects.get().content_type == "application/json; x"


@pytest.mark.parametrize("tag", ['"a"', 'W/"a-1/2"', '""', "5f3a-unquoted"])
def test_sane_tags_are_kept(tag: str) -> None:
    assert headers.etag(tag) == tag


@pytest.mark.parametrize("tag", ["", "a b", '"a', 'a"b', "\x7f", '"é"', '"' + "a" * 500 + '"'])
def test_other_tags_are_not(tag: str) -> None:
    assert headers.etag(tag) == ""


@pytest.mark.parametrize(
    ("header", "kept"), [(DATE, True), ("Wed Oct 21 07:28:00 2015", True), ("soon", False), (f"\xa0{DATE}", False)]
)
def test_only_a_date_is_when_something_was_modified(header: str, kept: bool) -> None:
    assert headers.last_modified(header) == (header if kept else "")
