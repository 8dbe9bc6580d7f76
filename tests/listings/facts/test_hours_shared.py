"""Hours to share with a place or a team, and parts of the world that are no zones."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.hours.reader import read
from tests.examples import few
from tests.tables import table


def hours(text: str) -> Fact | None:
    ad = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", html=text)
    return read(Reading(ad, BOARDS["remotive"]))


AMERICAS = "We look for people in North, Central and South America."


@table(
    ("text", "count", "zone"),
    [
        (f"{AMERICAS} You need at least four hours a day in common with New York.", 4, "America/New_York"),
        (f"{AMERICAS[:-1]}, with four hours a day in common with New York.", 4, "America/New_York"),
        ("We hire in Eastern Europe, with 4 hours overlap with London.", 4, "Europe/London"),
        ("You need four hours overlap with Central Time.", 4, "America/Chicago"),
        ("You need four hours overlap with US Central.", 4, "America/Chicago"),
        ("You need 4 hours overlap with CT.", 4, "America/Chicago"),
        ("You need four hours overlap with Central America.", 4, "America/Costa_Rica"),
        ("Core hours are 9 am to 1 pm Central.", 4, "America/Chicago"),
        ("You share at least four hours a day with Sydney (AEST).", 4, "Australia/Sydney"),
        ("We are flexible, as long as you overlap with London in the mornings.", None, "Europe/London"),
        ("Remote (CET overlap) or Brussels", None, "Europe/Berlin"),
        (
            "You share at least three hours a day with your team, which sits between UTC-5 and UTC+2.",
            3,
            "UTC-5 to UTC+2",
        ),
        # The count of the week is none of the overlap
        ("We ask for 20 hours a week, of which 3 hours a day overlap with Eastern.", 3, "America/New_York"),
        ("You work 25 hours a week, 4 of which overlap with CET.", 4, "Europe/Berlin"),
        ("30 hours a week, with 2 hours overlap with London.", 2, "Europe/London"),
        ("You are online for four hours of the New York working day.", 4, "America/New_York"),
        ("You share 3 hours a day with colleagues between UTC-5 and UTC+2.", 3, "UTC-5 to UTC+2"),
        ("You need 4 hours of overlap with our team, spread from UTC-3 to UTC+3.", 4, "UTC-3 to UTC+3"),
    ],
)
def test_hours_are_shared(text: str, count: float | None, zone: str) -> None:
    fact = hours(text)
    assert fact is not None
    assert (fact.value["overlap_hours"], fact.value["overlap_with"]) == (count, zone)
    assert fact.value["utc_min"] is None
    assert fact.evidence in text


def test_the_evidence_names_the_place() -> None:
    fact = hours(f"{AMERICAS} You need at least four hours a day in common with New York.")
    assert fact is not None
    assert fact.evidence == "four hours a day in common with New York"


@table(
    "text",
    [
        AMERICAS,
        "You need four hours overlap with Central and South America.",
        "You need four hours overlap with Central/Eastern Europe.",
        "Four hours in common with the Pacific Northwest will do.",
        "Fully remote; four hours a day in common will do.",
        "You share two offices with London.",
    ],
)
def test_is_no_zone(text: str) -> None:
    assert hours(text) is None


@table(
    "text",
    [
        "You must be between UTC-5 and UTC+2.",
        "We hire between UTC-5 and UTC+2, with 4 hours overlap with the team.",
        "You live between UTC-5 and UTC+2 and share at least three hours a day with New York.",
    ],
)
def test_the_person_is_in_the_span(text: str) -> None:
    fact = hours(text)
    assert fact is not None
    assert (fact.value["utc_min"], fact.value["utc_max"]) == (-5, 2)


@table(
    "text",
    [
        "Most of the team works 9 to 5 Central.",
        *few(
            [
                "Half of our engineers work 10am-6pm GMT.",
                "Most of us work 9-5 Pacific.",
                "Some of our staff work 9am-5pm Eastern.",
                "We like it calm, and the majority of our people keep US Pacific hours.",
            ],
            1,
        ),
    ],
)
def test_hours_of_others_are_not_the_persons(text: str) -> None:
    assert hours(text) is None


@table(
    "text",
    [
        "Most of the team works 9 to 5 Central, and so will you.",
        *few(
            [
                "We work 9 to 5 Central.",
                "You will join a team that works 9 to 5 Central.",
                "Employees work 9 to 5 Central.",
                "Our team works 9 to 5 Central.",
                "The team works from 9 to 5 Central and candidates must be available then.",
            ],
            1,
        ),
    ],
)
def test_hours_of_all_are_the_persons_too(text: str) -> None:
    fact = hours(text)
    assert fact is not None
    assert fact.value["utc_min"] == -6
