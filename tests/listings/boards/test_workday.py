"""Workday's search: its pages, how a list of more than it names is split, and a site read from list to detail."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Page, Request, Response
from listings.fetching.preview import preview_source
from listings.models import Fetch, Listing, Source
from tests.listings.fetching.stub_server import StandIn
from tests.listings.gathering import boards, clean_cache, fetched
from tests.tables import table

__all__ = ["boards", "clean_cache", "fetched"]

WORKDAY = BOARDS["workday"]
HOST = "quayside.wd3.myworkdayjobs.com"
API = f"https://{HOST}/wday/cxs/quayside/Careers/jobs"
PAYLOADS = Path(__file__).parents[2] / "payloads" / "workday"


def first_request(search: str = "remote") -> Request:
    options = WORKDAY.checked_options({"token": "quayside.wd3/Careers", "search": search})
    [request] = WORKDAY.start(options, None)
    return request


def posting(number: int) -> dict[str, Any]:
    return {"title": "Tide Analyst", "externalPath": f"/job/Oslo/Tide-Analyst_R-{number}", "locationsText": "Remote"}


def answer(request: Request, count: int, **values: Any) -> Page:
    value = {"jobPostings": [posting(number) for number in range(count)], **values}
    return WORKDAY.parse(Response(request, json.dumps(value).encode()))


def searches(page: Page) -> list[dict[str, Any]]:
    return [json.loads(request.body) for request in page.follow if request.body]


def test_all_four_fields_of_a_search_are_sent() -> None:
    request = first_request()
    assert request.url == API
    body = {"appliedFacets": {}, "limit": 20, "offset": 0, "searchText": "remote"}
    assert json.loads(request.body) == body
    assert json.loads(first_request("").body) == {**body, "searchText": ""}


def test_a_token_is_written_as_in_an_address_or_as_in_lists() -> None:
    options = WORKDAY.checked_options({"token": "quayside:wd3:Careers"})
    assert WORKDAY.start(options, None) == [first_request()]


def test_the_first_page_alone_names_the_others() -> None:
    page = answer(first_request(), 20, total=61)
    assert [search["offset"] for search in searches(page)] == [20, 40, 60]
    assert {search["searchText"] for search in searches(page)} == {"remote"}
    details = [request for request in page.follow if not request.body]
    assert (details[0].url, details[0].external_id) == (f"{API[:-5]}/job/Oslo/Tide-Analyst_R-0", "R-0")
    assert page.complete
    # A later page may say that there are none at all.
    [second] = [request for request in page.follow if '"offset": 20' in request.body]
    later = answer(second, 20, total=0)
    assert (searches(later), later.complete) == ([], True)
    assert not answer(second, 0, total=0).complete, "a page that is missing proves nothing"


def facet(name: str, **counts: int) -> dict[str, Any]:
    return {"facetParameter": name, "values": [{"id": value, "count": count} for value, count in counts.items()]}


def test_a_list_of_more_than_it_names_is_split_by_the_facet_that_splits_best() -> None:
    nested = {"facetParameter": "places", "values": [facet("locations", oslo=900, bergen=1900)]}
    facets = [facet("jobFamilyGroup", a=1500, b=1400), facet("timeType", full=2900), nested, None]
    page = answer(first_request(), 20, total=2000, facets=facets)
    assert [(search["appliedFacets"], search["offset"]) for search in searches(page)] == [
        ({"jobFamilyGroup": ["a"]}, 0),
        ({"jobFamilyGroup": ["b"]}, 0),
    ]
    assert not page.complete, "a vacancy may have no value of the facet"
    [first, _] = [request for request in page.follow if request.body]
    again = answer(first, 20, total=2000, facets=facets)
    assert [search["appliedFacets"] for search in searches(again)] == [
        {"jobFamilyGroup": ["a"], "locations": ["oslo"]},
        {"jobFamilyGroup": ["a"], "locations": ["bergen"]},
    ]


def test_a_list_that_cannot_be_split_is_read_as_far_as_it_goes() -> None:
    page = answer(first_request(), 20, total="2912", facets=None)
    assert [search["offset"] for search in searches(page)][-1] == 1980


@table(
    ("url", "page"),
    [
        (f"{API[:-5]}/job/Oslo/Tide-Analyst_R-7", f"https://{HOST}/Careers/job/Oslo/Tide-Analyst_R-7"),
        ("detail.json", "https://www.myworkdayjobs.com/job/Tide-Analyst_R-7"),
    ],
)
def test_a_detail_without_an_address_has_that_of_its_page(url: str, page: str) -> None:
    info = {"title": "Tide Analyst", "jobPostingId": "Tide-Analyst_R-7", "jobDescription": "<p>Read tides.</p>"}
    [ad] = WORKDAY.parse(Response(Request(url), json.dumps({"jobPostingInfo": info}).encode())).ads
    assert (ad.external_id, ad.url) == ("R-7", page)


@pytest.mark.django_db
def test_a_site_is_read_from_its_list_to_its_details(boards: StandIn, fetched: Callable[..., Fetch]) -> None:
    source = Source.objects.create(name="quay", board="workday", options={"token": "quayside.wd3/Careers"})
    path = f"/{HOST}/wday/cxs/quayside/Careers"
    boards.put(f"{path}/jobs", (PAYLOADS / "list.json").read_bytes(), Content_Type="application/json")
    detail = f"{path}/job/Remote---Norway/Tide-Analyst_R-4410-1"
    boards.put(detail, (PAYLOADS / "detail.json").read_bytes(), Content_Type="application/json")
    fetch = fetched(source)
    assert [body for _, body in boards.posted] == [first_request().body]
    assert (fetch.new, fetch.not_remote, fetch.seen) == (1, 2, 4)
    listing = Listing.objects.get()
    assert (listing.title, listing.company.name) == ("Tide Analyst", "quayside")
    ad = listing.postings.get().as_ad
    assert ad.location == "Remote - Norway; Denmark; Remote, WA, US"
    assert ad.url == f"https://{HOST}/Careers/job/Remote---Norway/Tide-Analyst_R-4410-1"
    assert ad.published_at
    assert "Read the tides" in ad.html
    assert sorted(source.pending_pages.values_list("external_id", flat=True)) == ["R-4410", "REQ_77"]


def test_a_trial_shows_what_a_vacancys_own_page_says(boards: StandIn) -> None:
    path = f"/{HOST}/wday/cxs/quayside/Careers"
    value = json.loads((PAYLOADS / "list.json").read_text()) | {"total": 400}
    boards.put(f"{path}/jobs", json.dumps(value), Content_Type="application/json")
    detail = f"{path}/job/Remote---Norway/Tide-Analyst_R-4410-1"
    boards.put(detail, (PAYLOADS / "detail.json").read_bytes(), Content_Type="application/json")
    for other in ("US-CA-Santa-Clara/Tide-Analyst_R-4410", "Bergen/Gauge-Keeper_REQ_77"):
        boards.put(f"{path}/job/{other}", (PAYLOADS / "closed.json").read_bytes(), Content_Type="application/json")
    preview = preview_source(f"https://{HOST}/Careers", "Quayside")
    assert preview.problem == ""
    assert preview.detected is not None
    assert preview.detected.board.name == "workday"
    (first, stated), *others = preview.ads
    assert (first.external_id, first.company, stated["workplace"]) == ("R-4410-1", "Quayside", "remote")
    assert "Read the tides" in first.html
    assert {ad.external_id for ad, _ in others} == {"R-4410", "REQ_77"}
    assert preview.requested[:2] == [API, f"{API[:-5]}/job/US-CA-Santa-Clara/Tide-Analyst_R-4410"]
