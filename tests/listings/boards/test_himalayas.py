"""What Himalayas' API is known to do, one test a quirk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad, Page, Request
from tests.listings.boards.records import ad_of, page_of
from tests.tables import table

RECORD = {
    "title": "Diver",
    "companyName": "Kelpworks",
    "guid": "https://himalayas.app/companies/kelpworks/jobs/diver",
    "applicationLink": "https://himalayas.app/companies/kelpworks/jobs/diver",
    "pubDate": 1785798080,
    "expiryDate": 1790982080,
}
API = "https://himalayas.app/jobs/api?limit=20&offset={}"


def ad(**stated: Any) -> Ad:
    return ad_of("himalayas", {"jobs": [RECORD | stated], "totalCount": 1})


def answer(offset: int, records: int, total: Any, *, new: bool = False) -> Page:
    value = {"jobs": [RECORD] * records, "totalCount": total}
    return page_of("himalayas", value, API.format(offset), until_known=new)


def test_times_are_seconds() -> None:
    read = ad()
    assert read.published_at == datetime(2026, 8, 3, 23, 1, 20, tzinfo=UTC)
    assert read.expires_at == datetime(2026, 10, 2, 23, 1, 20, tzinfo=UTC)


@table("wrong", ["soon", True, -1, 10**30])
def test_what_is_no_time_is_left_out(wrong: Any) -> None:
    (read,) = page_of("himalayas", {"jobs": [RECORD | {"pubDate": wrong}]}).ads
    assert read.published_at is None


def test_the_id_is_the_path_of_the_guid() -> None:
    assert ad().external_id == "kelpworks/jobs/diver"
    for guid in ("https://himalayas.app/about", "https://himalayas.app/companies/kelpworks", "diver", ""):
        assert page_of("himalayas", {"jobs": [RECORD | {"guid": guid}]}).rejected


@table(
    ("restrictions", "location"),
    [
        ([], "Worldwide"),
        (None, "Worldwide"),
        (["Korea, Republic of", "Japan"], "Korea, Republic of; Japan"),
        ([{"alpha2": "JP", "name": "Japan", "slug": "japan"}], "Japan"),
    ],
)
def test_no_restriction_is_worldwide(restrictions: Any, location: str) -> None:
    assert ad(locationRestrictions=restrictions).location == location


def test_time_zones_are_offsets() -> None:
    assert ad(timezoneRestrictions=[-10, 0, 5.5, 14, "-5", "+1", 99, None, "EST"]).time_zones == (
        *("UTC-10", "UTC+0", "UTC+5.5", "UTC+14"),
        *("UTC-5", "UTC+1"),
    )


@table(
    ("stated", "salary"),
    [
        ({"minSalary": 76, "maxSalary": 80, "currency": "USD", "salaryPeriod": "hourly"}, "76 - 80 USD hourly"),
        ({"minSalary": 76.5, "maxSalary": 80.0, "currency": "EUR", "salaryPeriod": "monthly"}, "76.5 - 80 EUR monthly"),
        ({"minSalary": 54800, "maxSalary": 115000, "currency": "USD"}, "54800 - 115000 USD yearly"),
        ({"minSalary": 1, "maxSalary": 2, "currency": "USD", "salaryPeriod": "annual"}, "1 - 2 USD yearly"),
        ({"minSalary": None, "maxSalary": None, "currency": "USD", "salaryPeriod": "annual"}, ""),
    ],
)
def test_pay_has_its_period(stated: dict[str, Any], salary: str) -> None:
    assert ad(**stated).salary == salary


def test_words_of_the_board_are_kept_as_words() -> None:
    read = ad(categories=["B2B-Sales"], parentCategories=["Sales"], seniority=["Mid-level"], employmentType="Full Time")
    assert (read.tags, read.category) == (("B2B Sales",), "Sales")
    assert (read.seniority, read.employment) == (("Mid-level",), ("Full Time",))


def test_an_address_to_apply_at_is_told_from_the_ads_own() -> None:
    assert ad().apply_url is None
    assert ad(applicationLink="https://kelp.example/apply").apply_url == "https://kelp.example/apply"


def test_a_fetch_asks_for_what_is_new_and_goes_on_with_the_sweep() -> None:
    start = BOARDS["himalayas"].start
    assert start({}, None) == [Request(API.format(0), until_known=True), Request(API.format(20))]
    assert start({}, {"offset": 340})[1] == Request(API.format(340))


def test_new_pages_lead_on_to_new_pages_and_move_no_cursor() -> None:
    page = answer(0, 20, 100, new=True)
    assert (page.follow, page.cursor) == ([Request(API.format(20), until_known=True)], None)
    assert answer(80, 20, 100, new=True).follow == []


@table(("records", "total"), [(20, 100), (20, None), (7, 100)])
def test_a_sweep_goes_on_where_the_answer_ended(records: int, total: Any) -> None:
    page = answer(40, records, total)
    assert (page.follow, page.cursor) == ([Request(API.format(40 + records))], {"offset": 40 + records})


@table(("records", "total"), [(20, 60), (0, 100), (0, None)])
def test_a_sweep_begins_again_at_the_end(records: int, total: Any) -> None:
    page = answer(40, records, total)
    assert (page.follow, page.cursor, page.complete) == ([Request(API.format(20))], {"offset": 20}, False)


def test_a_file_leads_nowhere() -> None:
    page = page_of("himalayas", {"jobs": [RECORD], "totalCount": 100_000})
    assert (page.follow, page.cursor) == ((), None)
    assert len(page_of("himalayas", [RECORD, RECORD]).ads) == 2
