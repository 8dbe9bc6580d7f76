"""Readers whose working day passes midnight."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client

from listings.search.index.working_hours import shared, terms_sharing
from listings.search.query.situation import Situation
from listings.web.personal_fit import common_hours
from tests.listings.indexing import Reindex, reindex
from tests.tables import table

__all__ = ["reindex"]

WINTER = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_reader_may_work_through_the_night() -> None:
    with time_machine.travel(WINTER, tick=False):
        hours = common_hours({"overlap_with": "America/New_York"}, Situation(tz="Asia/Manila", day="22-6"))
        early = common_hours({"overlap_with": "America/New_York"}, Situation(tz="Africa/Lagos", day="22-6"))
    assert hours is not None
    assert early is not None
    assert (hours.label, hours.reader) == ("8 hours in common", ((22, 2), (0, 6)))
    assert hours.employer == hours.common == ((22, 2), (0, 6))
    assert (early.label, early.common) == ("1 hour in common", ((22, 1),))
    assert early.description == "yours 22 to 6, theirs 15 to 23 in your time zone"


@pytest.mark.django_db
def test_the_form_takes_a_night_and_names_a_wrong_day_in_plain_words(client: Client) -> None:
    parts = {"my_country": "PH", "my_tz": "Asia/Manila", "my_from": "22", "keep": "address", "next": "/jobs/"}
    night = client.post("/situation/", {**parts, "my_until": "6"})
    assert night["Location"] == "/jobs/?my_country=PH&my_tz=Asia%2FManila&my_day=22-6"
    form = BeautifulSoup(client.get("/situation/?my_tz=Asia/Manila&my_day=22-6").content, "lxml")
    chosen = form.select("#my_from [selected], #my_until [selected]")
    assert [option["value"] for option in chosen] == ["22", "6"]
    wrong = client.post("/situation/", {**parts, "my_until": "22"})
    assert wrong.status_code == 400
    assert "Your day begins and ends at the same hour." in wrong.content.decode()
    assert "my_day" not in wrong.content.decode()


@table(
    ("term", "zone", "day", "hours"),
    [
        ("zone:America/New_York", "Asia/Manila", "22-6", 8),
        ("zone:America/New_York", "Asia/Manila", "9-17", 0),
        ("zone:America/New_York", "Africa/Lagos", "17-1", 6),
        ("std:-8:-8", "Africa/Lagos", "20-4", 6),
        # The ad's night, seen by day and by night.
        ("std:-5:-5@22-30", "America/New_York", "22-6", 8),
        ("std:-5:-5@22-30", "America/New_York", "2-10", 4),
        ("std:8:8@22-30", "Pacific/Honolulu", "22-6", 2),
        # Both ends of a long day.
        ("zone:Asia/Tokyo@8-18", "Asia/Tokyo", "17-9", 2),
        ("zone:Asia/Tokyo", "America/New_York", "0-24", 8),
    ],
)
def test_hours_around_midnight(term: str, zone: str, day: str, hours: float) -> None:
    assert shared(term, zone, day, WINTER.date()).hours == hours


def test_a_search_finds_what_is_worked_at_night() -> None:
    terms = ("zone:America/New_York", "zone:Asia/Manila", "none")
    assert terms_sharing(terms, "Asia/Manila", "22-6", 4, WINTER.date()) == ["zone:America/New_York"]


@pytest.mark.django_db
def test_the_filter_names_the_day_that_it_compares(client: Client, reindex: Reindex) -> None:
    reindex()
    assert "Overlap with 22 to 6 in" in client.get("/jobs/?tz=Asia/Manila&day=22-6&overlap=2").content.decode()
    assert "Overlap with 9 to 17 in" in client.get("/jobs/?tz=Asia/Manila&overlap=2").content.decode()
