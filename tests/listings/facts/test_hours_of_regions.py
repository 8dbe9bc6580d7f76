"""Hours of regions and parts of them: "US daytime", "a couple of hours with Europe", hours to choose from."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.hours.reader import read
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
Stated = tuple[float | None, float | None, float | None, str | None]
US: Stated = (-8, -5, None, None)


def stated(text: str, zones: tuple[str, ...] = ()) -> Stated | None:
    fact = read(Reading(replace(AD, html=text, time_zones=zones), BOARDS["remoteco"]))
    if not fact:
        return None
    value = fact.value
    return value["utc_min"], value["utc_max"], value["overlap_hours"], value["overlap_with"]


@table(
    ("text", "expected"),
    [
        ("You must be willing to work during US daytime.", US),
        ("Full-Time | AU Hours", (8, 10, None, None)),
        ("REMOTE | Full Time | Europe - Asia timezones", (0, 9, None, None)),
        ("Remote, Southeast Asia time zone", (7, 8, None, None)),
        ("Remote, Asia-Pacific time zones", (5, 12, None, None)),
        ("Work time must overlap with North America.", (-8, -4, None, None)),
        ("Your hours overlap with Europe.", (0, 3, None, None)),
        ("You overlap with U.S. business hours and days (ET/CT preferred).", US),
        ("Remote in US time zones (preferably EST)", US),
        ("Tide Coordinator - Remote Based in Eastern timezone Do you love tides?", (-5, -5, None, None)),
        ("You overlap with the Eastern or Pacific workday.", US),
    ],
)
def test_a_band(text: str, expected: Stated) -> None:
    assert stated(text) == expected


@table(
    ("text", "hours", "zone"),
    [
        ("You need a couple hours of overlap with the European working day.", 2, "Europe/Berlin"),
        ("At least a couple of hours of overlap with New York.", 2, "America/New_York"),
        ("A few hours of overlap with US hours will do.", None, "America/New_York"),
        ("You work at least 6 hours during our business hours (8am-6pm IST).", 6, "Asia/Kolkata"),
        ("You are online four hours a day within our core hours of 9:00 to 18:00 CET.", 4, "Europe/Berlin"),
        ("9AM - 6PM IST, be available for at least a six (6) hour block during this window.", 6, "Asia/Kolkata"),
    ],
)
def test_a_part_of_the_day(text: str, hours: float | None, zone: str) -> None:
    assert stated(text) == (None, None, hours, zone)


@table(
    "text",
    [
        "You need at least 4-5 hours overlap with the eastern standard or the pacific standard workday.",
        "You need at least 4 hours overlap with the Eastern or Pacific workday.",
        "You need at least 4 hours overlap with US or EU hours.",
        "Our products overlap with the US.",
        "Our release times overlap with Europe.",
        "With flexible scheduling available seven days a week from 7 a.m. to 10 p.m. ET.",
        "Choose your own hours, 6am to 11pm PST.",
        "Remote (EST preferred)",
    ],
)
def test_nothing(text: str) -> None:
    assert stated(text) is None


@table(
    ("zones", "expected"),
    [(("UTC+1",), None), (("UTC-6", "UTC-5"), (-6, -5, None, None))],
)
def test_hours_to_choose_from_refute_a_list_without_their_zone(zones: tuple[str, ...], expected: Stated | None) -> None:
    assert stated("You set your own schedule from 7 a.m. to 10 p.m. ET.", zones) == expected
