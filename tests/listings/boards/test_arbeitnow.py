"""What Arbeitnow's and Working Nomads' APIs are known to do, one test a quirk."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Request
from tests.listings.boards.records import ad_of, page_of
from tests.tables import table

RECORD = {
    "slug": "gezeitenrechner-hamburg-700001",
    "company_name": "Ebbwerk GmbH",
    "title": "Gezeitenrechner (m/w/d)",
    "description": "<p>Wir rechnen.</p>",
    "remote": True,
    "url": "https://www.arbeitnow.com/jobs/companies/ebbwerk-gmbh/gezeitenrechner-hamburg-700001",
    "tags": [],
    "job_types": [],
    "location": "Hamburg",
    "created_at": 1779021029,
}
NEXT = "https://www.arbeitnow.com/api/job-board-api?page=2"


def ad(**stated: Any) -> Ad:
    return ad_of("arbeitnow", {"data": [RECORD | stated]})


@table(("remote", "workplace"), [(True, "remote"), (False, "onsite"), (None, None)])
def test_remote_or_not_is_stated(remote: bool | None, workplace: str | None) -> None:
    assert facts.read(ad(remote=remote), BOARDS["arbeitnow"])["workplace"] == workplace


def test_times_are_seconds_and_levels_are_no_types() -> None:
    read = ad(job_types=["berufserfahren", "Full-time permanent"])
    assert read.published_at == datetime(2026, 5, 17, 12, 30, 29, tzinfo=UTC)
    assert read.employment == ("Full-time permanent",)
    assert read.seniority == ("berufserfahren", "Full-time permanent")
    assert ad(job_types=["Berufseinstieg"]).employment == ()


def test_the_boards_own_line_about_other_ads_is_left_out() -> None:
    line = '\n<p>Find more <a href="https://www.arbeitnow.com/">Jobs in Germany</a> on Arbeitnow</a>'
    assert ad(description="<p>Wir rechnen.</p>" + line).html == "<p>Wir rechnen.</p>"
    assert ad(description=line + "<p>Wir rechnen.</p>").html.endswith("<p>Wir rechnen.</p>")


@table(
    ("links", "follow"),
    [
        ({"next": NEXT}, [Request(NEXT)]),
        ({"next": None}, []),
        ({"next": "https://elsewhere.example/api/job-board-api?page=2"}, []),
        ({"next": "https://www.arbeitnow.com/logout"}, []),
        ({"next": "https://[bad/"}, []),
        ({"next": 2}, []),
        (None, []),
        ([], []),
    ],
)
def test_the_next_page_is_followed_on_the_apis_own_address(links: Any, follow: list[Request]) -> None:
    assert page_of("arbeitnow", {"data": [RECORD], "links": links}).follow == follow


def test_a_page_without_ads_is_the_end() -> None:
    assert page_of("arbeitnow", {"data": [], "links": {"next": NEXT}}).follow == []


NOMADS = {
    "url": "https://www.workingnomads.com/job/go/600001/",
    "title": "Sand Analyst",
    "company_name": "Marram Works",
    "description": "<p>Count.</p>",
    "tags": "sql, sand,,sql",
    "location": "Brazil",
    "pub_date": "2026-09-25T02:36:13-04:00",
}


def test_the_number_in_the_redirect_is_the_only_id() -> None:
    read = ad_of("workingnomads", [NOMADS])
    assert (read.external_id, read.url) == ("600001", NOMADS["url"])
    for url in ("https://www.workingnomads.com/jobs", "https://www.workingnomads.com/job/go/x/", None):
        assert page_of("workingnomads", [NOMADS | {"url": url}]).rejected


def test_tags_are_one_text_and_times_have_their_offset() -> None:
    read = ad_of("workingnomads", NOMADS)
    assert read.tags == ("sql", "sand")
    assert (read.published_at, read.published_zoned) == (datetime(2026, 9, 25, 6, 36, 13, tzinfo=UTC), True)


@table(
    ("stated", "title"),
    [
        ("Marram Works - Sand Analyst", "Sand Analyst"),
        ("Sand Analyst - Night Shift", "Sand Analyst - Night Shift"),
        ("Marram Works - ", "Marram Works -"),
    ],
)
def test_the_employers_name_before_the_role_is_left_out(stated: str, title: str) -> None:
    assert ad_of("workingnomads", [NOMADS | {"title": stated}]).title == title


def test_an_envelope_is_no_list() -> None:
    with pytest.raises(BrokenShape, match="not the API's JSON list"):
        page_of("workingnomads", {"jobs": [NOMADS]})
