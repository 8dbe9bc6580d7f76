"""Clock times with a zone after each of them, several windows of hours to share, and a zone that all work in."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.hours.reader import read
from tests.examples import few
from tests.tables import table

EASTERN = (-5, -5)


def hours(text: str) -> dict[str, Any]:
    ad = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", html=text)
    fact = read(Reading(ad, BOARDS["remotive"]))
    return fact.value if fact else {}


def band_and_day(text: str) -> tuple[Any, ...]:
    value = hours(text)
    return tuple(value.get(name) for name in ("utc_min", "utc_max", "day_start", "day_end"))


@table(
    ("text", "expected"),
    [
        # When the firm is open says nothing against the person's day.
        ("You work 8 am - 5 pm ET.\nOur company operating hours are 9am - 5pm ET.", (*EASTERN, 8, 17)),
        ("Our business hours are 9am - 5pm ET.", (*EASTERN, 9, 17)),
        ("You work 8 am - 5 pm ET.\nYou also work 9am - 7pm ET.", (*EASTERN, None, None)),
        ("Shift: 8:00AM EST - 5:00PM EST, Monday to Friday", (*EASTERN, 8, 17)),
        *few(
            [
                ("You work 9am ET to 6pm ET.", (*EASTERN, 9, 18)),
                ("Schedule: 8:00 AM (EST) to 4:30 PM (EST)", (*EASTERN, 8, 16.5)),
                ("Working hours: 9 AM PT to 5 PM PT", (-8, -8, 9, 17)),
                ("Schedule: 08:00 CET – 16:00 CET", (1, 1, 8, 16)),
                ("You work between 8 a.m. Eastern Time and 5 p.m. Eastern Time.", (*EASTERN, 8, 17)),
                ("You work 9 am EST until 5 pm.", (*EASTERN, 9, 17)),
                ("You work from 9 am ET to 5 pm EST.", (*EASTERN, 9, 17)),
                ("You work 9am GMT+2 to 5pm GMT+2.", (2, 2, 9, 17)),
                # Of two coasts: who knows whose day it is.
                ("You work shifts from 9am EST - 6pm PST.", (-8, -5, None, None)),
                ("Our US team works 9am EST to 5pm EST.", (None,) * 4),
                ("Colleagues work from 7am GMT to 7pm GMT.", (None,) * 4),
                ("Colleagues work from 7am to 7pm GMT.", (None,) * 4),
                ("You and your colleagues work 7am to 4pm GMT.", (0, 0, 7, 16)),
            ],
            1,
        ),
    ],
)
def test_a_zone_after_each_clock_time(text: str, expected: tuple[Any, ...]) -> None:
    assert band_and_day(text) == expected


def test_the_evidence_holds_both_clock_times() -> None:
    assert hours("Shift: 8:00AM EST - 5:00PM EST, Monday to Friday")["evidence"] == "8:00AM EST - 5:00PM EST"


@table(
    ("text", "count", "day"),
    [
        ("You are online from 10am EST until 2pm EST.", 4, (10, 14)),
        ("Core hours are 11am ET – 3pm ET.", 4, (11, 15)),
        (
            "<p>Office hours: 9AM - 6PM IST, you are there for at least a six (6) hour block during this window.</p>"
            "<p>At least 6 hours during our business hours (8am-6pm IST)</p>",
            6,
            (9, 18),
        ),
        (
            "<p>Four hours a day between 8 am and 2 pm CET.</p><p>Four hours a day between 10 am and 6 pm CET.</p>",
            4,
            (None, None),
        ),
    ],
)
def test_the_day_that_hours_to_share_lie_in(text: str, count: float, day: tuple[Any, ...]) -> None:
    value = hours(text)
    assert value["overlap_hours"] == count
    assert (value.get("day_start"), value.get("day_end")) == day


@table(
    ("text", "expected"),
    [
        ("We work in Central European Time", (1, 1)),
        *few(
            [
                ("We work in the CET time zone.", (1, 1)),
                ("We're a remote crew, and we work in Eastern Time.", EASTERN),
                ("We work in CET, EST and PST.", (None, None)),
                ("We work in CET and PST time zones.", (None, None)),
                ("We work in 5 time zones, from CET to EST.", (None, None)),
                ("We live in Central European Time.", (None, None)),
            ],
            1,
        ),
    ],
)
def test_a_zone_that_the_team_works_in(text: str, expected: tuple[Any, ...]) -> None:
    assert band_and_day(text)[:2] == expected


@table(
    ("text", "expected"),
    [
        ("<p>• You work US business hours.</p><p>Preferred</p><p>• Sailing</p>", (-8, -5)),
        ("<p>You work US business hours.</p><p>Nice to have</p><ul><li>Sailing</li></ul>", (-8, -5)),
        ("You work US business hours. Preferred", (None, None)),
        ("<p>You work US business hours</p><p>(preferred)</p>", (None, None)),
    ],
)
def test_a_heading_for_wishes_is_about_what_is_below(text: str, expected: tuple[Any, ...]) -> None:
    assert band_and_day(text)[:2] == expected
