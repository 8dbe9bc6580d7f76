"""The hours of the day that an ad states, from its words to the hours in common with a reader."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.display import fact_text
from listings.facts.base import Reading
from listings.facts.hours.reader import read
from listings.search.index.working_hours import key, shared, stated_day, terms_sharing
from listings.search.query.situation import Situation
from listings.web.personal_fit import common_hours

WINTER = date(2026, 1, 14)
NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"


def hours(text: str) -> dict[str, Any]:
    ad = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", html=text)
    fact = read(Reading(ad, BOARDS["remotive"]))
    assert fact is not None
    return dict(fact.value)


@pytest.mark.parametrize(
    ("text", "term", "reader", "in_common"),
    [
        ("Core hours are 10:00 to 15:00 CET; the rest is up to you.", "zone:Europe/Berlin@10-15", NEW_YORK, 0),
        ("Core hours are 10 am to 2 pm Eastern.", "zone:America/New_York@10-14", BERLIN, 1),
        ("You work from 9 am to 1 pm Pacific.", "std:-8:-8@9-13", NEW_YORK, 4),
        ("We only ask for four hours a day between 13:00 and 19:00 UTC.", "zone:UTC@13-19/4", NEW_YORK, 5),
        ("We overlap from 11:00 to 15:00 CET.", "zone:Europe/Berlin@11-15", BERLIN, 4),
        ("Core hours 10 to 3 ET", "zone:America/New_York@10-15", NEW_YORK, 5),
        ("You work 9 to 5 Central.", "std:-6:-6@9-17", NEW_YORK, 7),
        ("You work 10pm to 6am EST.", "std:-5:-5@22-30", "Asia/Singapore", 6),
        ("You work 10pm to 6am EST.", "std:-5:-5@22-30", "Europe/London", 2),
        ("You work 8:30 am to 4:45 pm ET.", "std:-5:-5@8.5-16.75", NEW_YORK, 7.75),
        ("At least 4 hours overlap between 7:00 and 18:00 PST.", "zone:America/Los_Angeles@7-18/4", NEW_YORK, 7),
        ("You share three hours a day with your team, which sits between UTC-5 and UTC+2.", "utc:-5:2", NEW_YORK, 8),
        ("You support Eastern time zone work hours between 8 am and 6 pm.", "std:-5:-5@8-18", BERLIN, 3),
        ("You work 8 hours per day, starting at 8 AM CST.", "std:-6:-6@8-16", BERLIN, 2),
        ("You work Mon - Thu: 4:30 PM - 10 PM PST<br>Fri: 4:30 - 7 PM PST", "std:-8:-8@16.5-22", NEW_YORK, 0),
        # No hours of the day, or those of two shifts.
        ("You work Mon - Thu: 8 AM - 5 PM ET<br>Fri: 9 AM - 5 PM ET", "std:-5:-5", NEW_YORK, 8),
        ("You work 40 hours a week, starting at 8 AM CST.", "std:-6:-6", BERLIN, 1),
        ("You work 8 hours a day, starting around 8 AM CST.", "std:-6:-6", BERLIN, 1),
        ("You need 4 hours overlap with CET.", "zone:Europe/Berlin", NEW_YORK, 2),
        ("You work 9 am to 5 pm PT or 7 am to 3 pm ET.", "std:-8:-5", NEW_YORK, 8),
    ],
)
def test_the_stated_day_meets_the_readers(text: str, term: str, reader: str, in_common: float) -> None:
    assert key(hours(text)) == term
    assert shared(term, reader, "9-17", WINTER).hours == in_common


def test_labelled_values_stay_as_they_were() -> None:
    shift = hours("You work from 9 am to 1 pm Pacific.")
    assert (shift["utc_min"], shift["utc_max"], shift["overlap_hours"]) == (-8, -8, None)
    assert "day_start" not in hours("You need 4 hours overlap with CET.")


def test_enough_is_what_the_ad_asks_for() -> None:
    terms = ("zone:UTC@13-19/4", "zone:UTC@13-19", "zone:UTC@13-16", "zone:UTC", "none")
    # New York works five of these hours in winter.
    assert terms_sharing(terms, NEW_YORK, "9-17", 6, WINTER) == ["zone:UTC@13-19/4"]
    assert terms_sharing(terms, NEW_YORK, "9-17", 5, WINTER) == ["zone:UTC@13-19/4", "zone:UTC@13-19"]
    assert stated_day("zone:UTC@13-16").needed == 3


def test_an_assumed_day_is_said_to_be_one() -> None:
    with time_machine.travel(WINTER, tick=False):
        assumed = common_hours({"overlap_with": BERLIN}, Situation(tz=NEW_YORK))
        stated = common_hours(hours("Core hours are 10:00 to 15:00 CET."), Situation(tz=NEW_YORK))
        part = common_hours(hours("Four hours a day between 13:00 and 19:00 UTC work for us."), Situation(tz=NEW_YORK))
    assert assumed is not None
    assert (assumed.label, assumed.assumption) == ("2 hours in common", "if they work 9 to 17")
    assert stated is not None
    assert (stated.label, stated.assumption, stated.employer) == ("0 hours in common", "", ((4, 5),))
    assert part is not None
    assert part.description == "yours 9 to 17, theirs 8 to 14 in your time zone; they ask for 4 of these"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("You work from 9 am to 1 pm Pacific.", "UTC−8, 9:00 to 13:00"),
        ("Core hours are 10 am to 2 pm Eastern.", "Needs 4 hours with New York, 10:00 to 14:00"),
        ("You work 10pm to 6am EST.", "UTC−5, 22:00 to 6:00"),
        ("We are flexible, as long as you overlap with London in the mornings.", "Needs overlap with London"),
    ],
)
def test_the_text_names_the_hours(text: str, shown: str) -> None:
    assert fact_text.hours(hours(text)) == shown
