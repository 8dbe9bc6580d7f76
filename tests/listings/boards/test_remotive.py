"""What Remotive's API is known to do, one test a quirk."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from tests.tables import table

RECORD = {
    "id": 3000001,
    "url": "https://remotive.com/remote-jobs/sales-business/buoy-seller-3000001",
    "title": "Buoy Seller",
    "company_name": "Lantern Quay",
    "category": "Sales / Business",
    "tags": [],
    "job_type": "full_time",
    "publication_date": "2026-05-14T20:46:00",
    "candidate_required_location": "Worldwide",
    "salary": "",
    "description": "<p>Sell buoys.</p>",
}


def api(*records: dict[str, Any], **envelope: Any) -> Page:
    body = json.dumps({"jobs": [RECORD | record for record in records], **envelope}).encode()
    return BOARDS["remotive"].parse(Response(Request("-"), body))


def from_api(**stated: Any) -> Ad:
    (ad,) = api(stated).ads
    return ad


@table(
    ("envelope", "complete"),
    [
        ({"job-count": 1, "total-job-count": 1}, True),
        ({"job-count": 1, "total-job-count": 2}, False),
        ({"job-count": 1}, False),
        ({"total-job-count": 1}, False),
        ({"job-count": 2, "total-job-count": 2}, False),
        ({"job-count": None, "total-job-count": None}, False),
        ({"job-count": True, "total-job-count": True}, False),
        ({"job-count": "1", "total-job-count": "1"}, False),
        ({}, False),
    ],
)
def test_an_api_answer_is_complete_only_where_its_numbers_say_so(envelope: dict[str, Any], complete: bool) -> None:
    assert api({}, **envelope).complete is complete


def test_an_empty_api_answer_is_well_formed() -> None:
    page = BOARDS["remotive"].parse(Response(Request("-"), b'{"job-count": 0, "total-job-count": 0, "jobs": []}'))
    assert (page.ads, page.rejected, page.complete) == ([], [], True)


def test_an_ad_keeps_its_id_when_address_title_and_date_change() -> None:
    later = from_api(
        url="https://remotive.com/remote-jobs/sales/remote-buoy-seller-3000001",
        title="Remote Buoy Seller",
        publication_date="2026-06-14T20:45:00",
        category="Sales",
    )
    assert later.external_id == from_api().external_id == "3000001"
    assert facts.read(later, BOARDS["remotive"])["category"] == "sales"
    assert facts.read(from_api(), BOARDS["remotive"])["category"] == "sales"


def test_one_title_under_two_ids_is_two_ads() -> None:
    assert [ad.external_id for ad in api({}, {"id": 3000002}).ads] == ["3000001", "3000002"]


def test_a_time_without_a_zone_is_read_as_utc_and_says_so() -> None:
    ad = from_api()
    assert (ad.published_at, ad.published_zoned) == (datetime(2026, 5, 14, 20, 46, tzinfo=UTC), False)


@table("salary", ["-", "$90 - $150 /hour", "$31,2k- $52k", "OTE $25k - $35k", "120-170k/year", ""])
def test_salary_stays_the_boards_words(salary: str) -> None:
    ad = from_api(salary=salary)
    assert ad.salary == salary


@table("place", ["Worldwide", "", "USA Only", "CET/CEST +/– 3 hours", "USA, CST (UTC-6)"])
def test_a_place_stays_the_boards_words(place: str) -> None:
    assert from_api(candidate_required_location=place).location == place


def test_names_and_tags_are_trimmed() -> None:
    ad = from_api(title=" Buoy  Seller ", company_name="Coalition of Tides ", tags=["C++ ", " ", "typescript"])
    assert (ad.title, ad.company, ad.tags) == ("Buoy Seller", "Coalition of Tides", ("C++", "typescript"))


@table("logos", [{"company_logo": "https://x.example/1"}, {"company_logo_url": "https://x.example/1"}])
def test_a_logo_has_one_of_two_names(logos: dict[str, str]) -> None:
    assert from_api(**logos).logo_url == "https://x.example/1"
    assert from_api().logo_url is None


def test_a_missing_kind_of_employment_states_nothing() -> None:
    assert from_api(job_type="").employment == ()


def test_a_description_is_left_to_be_made_safe_later() -> None:
    html = '<p style=\'"color"\'>Sell.</p><img src="https://remotive.com/job/track/1/blank.gif?source=public_api">'
    assert from_api(description=html).html == html


def test_a_challenge_page_is_no_answer() -> None:
    body = b"<!DOCTYPE html><html><title>Just a moment...</title></html>"
    with pytest.raises(BrokenShape, match="an HTML page, not the API's JSON object"):
        BOARDS["remotive"].parse(Response(Request("-"), body))
