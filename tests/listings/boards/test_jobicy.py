"""What Jobicy's API is known to do, one test a quirk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from listings.boards.base import Ad
from tests.listings.boards.records import ad_of, page_of
from tests.tables import table

RECORD = {
    "id": 810001,
    "url": "https://jobicy.com/jobs/810001-lamp-keeper",
    "jobTitle": "Lamp Keeper",
    "companyName": "Beacon",
    "jobGeo": "UK",
    "pubDate": "2026-08-15T15:28:49+00:00",
}
PROCESSED = {
    "title": "Lamp Keeper",
    "company": "Beacon &amp; Bell",
    "location": "EMEA,  Canada",
    "description": "plain",
    "html_description": "<p>Keep lamps.</p>",
    "url": "https://jobicy.com/jobs/810001-lamp-keeper",
    "posted_at": "2025-04-03 03:54:43",
    "salary": "EUR 25,000+",
    "job_type": "contract, part-time",
    "job_level": "Entry-Level, Junior",
    "category": "HR &amp; Recruiting",
}


def ad(**stated: Any) -> Ad:
    return ad_of("jobicy", {"jobs": [RECORD | stated]})


@table(
    ("served", "meant"),
    [
        ("R&amp;D", "R&D"),
        ("The &amp;#8217;Lamp&amp;#8217;", "The ’Lamp’"),
        ("A &#8211; B", "A – B"),
        ("A & B", "A & B"),
    ],
)
def test_entities_are_escaped_once_or_twice(served: str, meant: str) -> None:
    read = ad(jobTitle=served, companyName=served, jobIndustry=[served])
    assert (read.title, read.company, read.category) == (meant, meant, meant)


@table(
    ("served", "location"),
    [("LATAM,  Hong Kong,  Mexico", "LATAM; Hong Kong; Mexico"), ("Anywhere", "Anywhere"), ("", ""), (None, "")],
)
def test_places_are_set_apart_by_two_spaces(served: Any, location: str) -> None:
    assert ad(jobGeo=served).location == location


def test_levels_and_types_are_the_boards_words() -> None:
    read = ad(jobLevel="Entry-Level, Junior", jobType=["Full-Time", "Contract"])
    assert (read.seniority, read.employment) == (("Entry-Level", "Junior"), ("Full-Time", "Contract"))
    assert ad(jobLevel="Any").seniority == ()


@table(
    ("stated", "salary"),
    [
        (
            {"salaryMin": 60000, "salaryMax": 72000, "salaryCurrency": "GBP", "salaryPeriod": "yearly"},
            "60000 - 72000 GBP yearly",
        ),
        ({"salaryMin": 30, "salaryMax": 30, "salaryCurrency": "USD", "salaryPeriod": "hourly"}, "30 USD hourly"),
        ({"annualSalaryMin": "41000", "annualSalaryMax": "", "salaryCurrency": "EUR"}, "from 41000 EUR yearly"),
        ({"salaryCurrency": "EUR", "salaryPeriod": "yearly"}, ""),
        ({}, ""),
    ],
)
def test_pay_is_there_only_where_it_is_stated(stated: dict[str, Any], salary: str) -> None:
    assert ad(**stated).salary == salary


def test_lists_that_others_processed_are_read() -> None:
    read = ad_of("jobicy", [PROCESSED])
    assert (read.external_id, read.company, read.html) == ("810001-lamp-keeper", "Beacon & Bell", "<p>Keep lamps.</p>")
    assert (read.published_at, read.published_zoned) == (datetime(2025, 4, 3, 3, 54, 43, tzinfo=UTC), False)
    assert (read.salary, read.location, read.category) == ("EUR 25,000+", "EMEA; Canada", "HR & Recruiting")
    assert (read.employment, read.seniority) == (("contract", "part-time"), ("Entry-Level", "Junior"))


@table("number", [True, "no id", -1, 1.5, {}])
def test_an_id_that_is_none_is_rejected(number: Any) -> None:
    assert "is" in page_of("jobicy", {"jobs": [RECORD | {"id": number}]}).rejected[0].reason
