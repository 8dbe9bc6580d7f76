"""Words that ask the person to live in a zone, and those that speak of hours, of others, or of wishes."""

from __future__ import annotations

from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read, to_label
from tests.tables import table

ASKED = [
    "You must be based in a time zone between UTC-6 and UTC-5.",
    "Please do not apply if you are not located in UTC+1 to UTC+3.",
    "Applicants should currently reside between GMT-8 and GMT-4.",
    "Candidates must live in the Eastern time zone.",
    "We are hiring in European time zones.",
    "We are only considering candidates from US time zones.",
    "Hiring GMT-3 to GMT+2",
    "Must be in an Americas time zone.",
    "Located between UTC-8 and UTC+1",
    "Remote, based in the Eastern time zone",
    "We require you to be physically located in UTC+8 to UTC+10.",
]
NOT_ASKED = [
    "You will work in US time zones.",
    "Our clients are located in the Eastern time zone, whose hours you work (UTC-5).",
    "You will join a crew based in UTC+1 to UTC+3.",
    "We are based in UTC+1 and work UTC+1 hours.",
    "You would ideally be based in UTC+1 to UTC+3.",
    "You must be based in UTC+1 to UTC+3 or willing to work these hours.",
    "You do not need to be based in UTC+1 to UTC+3.",
    "If you are based in UTC+1 to UTC+3, you meet the team each day.",
    "We are hiring an assistant to answer calls in US time zones.",
    "Our people live in UTC-3 to UTC+3.",
    "Based in UTC+1 to UTC+2, Heronmill makes looms.",
    "Candidates based in the US should work US hours.",
    "Heronmill is remote, based in UTC+1 to UTC+2.",
    "You should be available in the Eastern time zone.",
    "You can live anywhere, and work UTC-5 to UTC-3.",
    "We are looking for someone to cover European time zones.",
    "Candidates in any time zone may apply; you work Pacific time hours.",
]


def hours(text: str, title: str = "Tide Engineer") -> Any:
    html = f"<p>Lantern measures tides.</p><p>{text}</p><p>Please send us a few lines.</p>"
    ad = Ad(external_id="1", url="https://x.example/1", title=title, company="Lantern", html=html)
    return read(ad, BOARDS["weworkremotely"])["hours"]


@pytest.mark.parametrize("sentence", ASKED)
def test_reads_the_words_that_ask_to_live_in_a_zone(sentence: str) -> None:
    value = hours(sentence)
    assert value["based_in_zone"] == sentence.rstrip(".")
    assert "based_in_zone" not in to_label({"hours": value})["hours"]


@pytest.mark.parametrize("sentence", NOT_ASKED)
def test_other_words_bind_nobody_to_a_zone(sentence: str) -> None:
    assert "based_in_zone" not in (hours(sentence) or {})


@table(
    ("sentence", "expected"),
    [
        ("You must be based in a time zone between UTC-6 and UTC-5.", True),
        ("Please do not apply if you are not located in UTC+1 to UTC+3.", True),
        ("You will need to confirm that you reside within UTC-8 to UTC-3.", True),
        ("We are hiring in American time zones, approximately UTC-7 to UTC-4.", True),
        ("Please apply only if you live in a time zone between UTC-9 and UTC-3.", True),
        ("Although we require you to be located in UTC+8 to UTC+12.", True),
        ("We would like you to be located within UTC-2 to UTC+4.", False),
        ("Applicants should currently reside between UTC-8 and UTC-4.", False),
        ("Located between UTC-8 and UTC+1", False),
        ("You must live in UTC-5 to UTC-3, with some exceptions.", False),
        ("You must be based in UTC+1 to UTC+3 during training.", False),
        ("Candidates must be located in UTC-5 to UTC-3 unless they work nights.", False),
        ("You live in a time zone between UTC-1 and UTC+3.", False),
    ],
)
def test_some_words_take_nobody_else(sentence: str, expected: bool) -> None:
    value = hours(sentence)
    assert value["based_in_zone"] == sentence.rstrip(".")
    assert value.get("only_in_zone", False) == expected
    assert "only_in_zone" not in to_label({"hours": value})["hours"]


def test_words_about_people_elsewhere_make_a_zone_less_strict() -> None:
    value = hours("You must be based in UTC+0 to UTC+3; applicants elsewhere are considered too.")
    assert value["based_in_zone"] == "You must be based in UTC+0 to UTC+3"
    assert "only_in_zone" not in value


@table(
    ("behind", "expected"),
    [
        ("We are unable to consider applications from candidates in other time zones.", True),
        ("We cannot accept people outside these time zones.", True),
        ("We do not consider other offers.", None),
        ("Our customers live in other time zones.", None),
    ],
)
def test_the_next_sentence_may_refuse_other_zones(behind: str, expected: bool | None) -> None:
    assert hours(f"Time zone: CET (+/- 3 hours). {behind}").get("only_in_zone") == expected


def test_a_title_may_ask_it() -> None:
    for title in ("Tide Engineer - Remote - European Time Zone", "Tide Engineer, based in US time zones"):
        assert hours("We like tides.", title)["based_in_zone"] == title
    for title in ("Tide Engineer (US time zones preferred), remote", "Tide Engineer, Pacific time zone"):
        assert "based_in_zone" not in (hours("We like tides.", title) or {})


def test_a_long_sentence_is_quoted_up_to_the_zone() -> None:
    value = hours(
        "As " + "tides rise and fall and " * 10 + "you know you must be based in UTC+1 to UTC+3, which is near us."
    )
    assert value["based_in_zone"].endswith("you must be based in UTC+1 to UTC+3")
    assert len(value["based_in_zone"]) <= 240
