"""What ads say of hours without an exact zone: shown in their words, and never as a band of offsets."""

from __future__ import annotations

from dataclasses import replace

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
BOARD = BOARDS["jobposting"]


def words(text: str = "", title: str = "Tide Engineer", location: str | None = None) -> str | None:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    read = facts.read(replace(AD, html=html, title=title, location=location), BOARD)
    quote: str | None = read["in_words"].get("hours")
    if quote:
        assert read["hours"] is None
        assert "hours" not in read["evidence"]
    return quote


@table(
    ("text", "quote"),
    [
        ("You live within a few hours of Pacific time.", "within a few hours of Pacific time"),
        ("Net & Tide Menders (EST overlap)\nRemote-first (EST overlap helps).", "EST overlap helps"),
        ("Work from home (within a couple of hours of CET).", "within a couple of hours of CET"),
        ("Anywhere only a couple of hours off London time.", "only a couple of hours off London time"),
        (
            "Candidates no more than several hours away from Eastern Time.",
            "no more than several hours away from Eastern Time",
        ),
        ("You work close to US Eastern hours.", "close to US Eastern hours"),
        ("Your working hours are close to US Eastern time.", "hours are close to US Eastern time"),
        ("You live in a time zone close to Sydney.", "time zone close to Sydney"),
        ("Your working hours are similar to London.", "working hours are similar to London"),
        ("You are in or near the Central European time zone.", "in or near the Central European time zone"),
        ("We hire in timezones adjacent to CST.", "timezones adjacent to CST"),
        ("GMT-adjacent time zones", "GMT-adjacent time zones"),
        ("US or GMT-adjacent time zones will be prioritized.", "US or GMT-adjacent time zones will be prioritized"),
        ("The shift is overnight US time.", "overnight US time"),
        ("Graveyard shift aligned to Pacific Time", "Graveyard shift aligned to Pacific Time"),
        (
            "Shifts rotate, so you'll occasionally work a night shift (12 a.m. to 9 a.m IST) each month.",
            "you'll occasionally work a night shift (12 a.m. to 9 a.m IST)",
        ),
        (
            "Net Designer – ropes and nets.\nDirector of Nets – US (remote), PT or CT time zones.",
            "Director of Nets – US (remote), PT or CT time zones",
        ),
        ("US time zones preferred", "US time zones preferred"),
        ("Ideally you live in a European time zone.", "Ideally you live in a European time zone"),
        (
            "Where you live does not matter, but we have a preference for an Americas time zone.",
            "preference for an Americas time zone",
        ),
        ("We mostly work Pacific hours.", "We mostly work Pacific hours"),
        (
            "At least 4-5 hours overlap with the Eastern standard or the Pacific standard workday.",
            "At least 4-5 hours overlap with the Eastern standard or the Pacific standard workday",
        ),
        (
            "Your workday has 3+ hours in common with Berlin or New York.",
            "3+ hours in common with Berlin or New York",
        ),
        ("You need 4 hours of overlap with UK or CET working days.", "4 hours of overlap with UK or CET working days"),
        ("We prefer people in a time zone close to CET.", "prefer people in a time zone close to CET"),
    ],
)
def test_words_without_an_exact_zone(text: str, quote: str) -> None:
    assert words(text) == quote


def test_words_of_the_title_and_of_the_location() -> None:
    assert words(title="Overnight Reporter (US time)") == "Overnight Reporter (US time)"
    assert words(location="Remote (EST preferred)") == "EST preferred"


def test_they_can_be_highlighted_in_the_ad() -> None:
    read = facts.read(replace(AD, html="<p>Be within a few hours of Pacific time.</p>"), BOARD)
    assert read["spans"]["hours"] == [{"field": "text", "start": 3, "end": 37}]


@table(
    "text",
    [
        "Our offices are close to London.",
        "The office is near Central station.",
        "You travel overnight to sites in the Eastern time zone.",
        "Overnight travel in the Eastern time zone",
        "A few hours of work in London became a film.",
        "A few hours of PST training",
        "You don't need to live near the CET time zone.",
        "No overlap with Eastern or Pacific needed",
        "Customers are within a few hours of Pacific time.",
        "Interviews take place close to US Eastern hours.",
        "Our support line is staffed overnight US time.",
        "Our sales team works close to US hours.",
        "Applications close within a few hours of midnight UTC.",
        "Preferred: experience with UTC time zones in databases",
        "Experience with time zone conversion (UTC) preferred",
        "We prefer people who know the Pacific market.",
        "Our team is spread out; experience with GMT preferred",
        "Nice to have: a time zone close to CET",
        "SAST preferred",
        "A degree in MST preferred",
        "US time to market matters overnight.",
    ],
)
def test_words_about_something_else(text: str) -> None:
    assert words(text) is None


def test_an_exact_zone_needs_no_words() -> None:
    read = facts.read(replace(AD, html="<p>You work CET ± 2 hours. US time zones preferred.</p>"), BOARD)
    assert (read["hours"]["utc_min"], read["hours"]["utc_max"], read["in_words"]) == (-1, 3, {})


def zone_to_overlap(text: str, location: str) -> str | None:
    hours: dict[str, str] | None = facts.read(replace(AD, html=f"<p>{text}</p>", location=location), BOARD)["hours"]
    return hours["overlap_with"] if hours else None


@table(
    ("text", "zone"),
    [
        ("We are remote-first (EST overlap helps).", None),
        ("An EST overlap is helpful.", None),
        ("We would love it: EST overlap would be great.", None),
        ("Overlap with EST would be very helpful.", None),
        ("A PST overlap helps.", "America/New_York"),
        ("EST overlap needed.", "America/New_York"),
        ("It helps to know EST.", "America/New_York"),
        ("We work in teams. Your help is needed.", "America/New_York"),
    ],
)
def test_an_overlap_that_only_helps_is_not_asked_for_by_a_short_field(text: str, zone: str | None) -> None:
    assert zone_to_overlap(text, "Remote (EST overlap)") == zone
