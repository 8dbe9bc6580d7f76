"""Sentences that let in everyone outside of a limit."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.reader import read as read_residence
from tests.examples import few
from tests.tables import table


def residence(sentence: str, location: str = "Remote (US)") -> dict[str, Any] | None:
    html = f"<p>We measure tides.</p><p>{sentence}</p>"
    ad = Ad(
        external_id="1",
        url="https://x.example/1",
        title="Tide Engineer",
        company="Lantern",
        html=html,
        location=location,
    )
    fact = read_residence(Reading(ad, BOARDS["hackernews"]))
    return fact.value if fact else None


def include(sentence: str, location: str = "Remote (US)") -> list[str] | None:
    value = residence(sentence, location)
    return value["include"] if value else None


@table(
    ("sentence",),
    few(
        [
            ("Non-US candidates welcome if you can overlap 4+ hours with PST.",),
            ("Non-US based applicants are also welcome.",),
            ("Candidates outside of the US are welcome.",),
            ("Engineers based outside the US may also apply.",),
        ],
        2,
    ),
)
def test_those_outside_are_let_in(sentence: str) -> None:
    assert include(sentence) == ["worldwide"]


@table(
    ("sentence",),
    few(
        [
            ("Non-US candidates are welcome with a valid work permit.",),
            ("Non-US candidates are not considered.",),
            ("Non-EU candidates welcome.",),
            ("Non-US candidates welcome if you live in Canada.",),
            ("Candidates outside the US are welcome, we sponsor visas.",),
            ("Non-US citizens are welcome.",),
            ("Non-technical candidates welcome.",),
        ],
        4,
    ),
)
def test_others_stay_outside(sentence: str) -> None:
    assert include(sentence) == ["US"]


@table(
    ("sentence", "quote"),
    [
        (
            "Non-US candidates welcome if you can overlap 4+ hours with PST.",
            "Non-US candidates welcome if you can overlap 4+ hours with PST",
        ),
        (
            "Non-US candidates are welcome, as long as they work US hours; ask us.",
            "Non-US candidates are welcome, as long as they work US hours",
        ),
        ("Non-US candidates are welcome.", "Non-US candidates are welcome"),
    ],
)
def test_a_condition_is_quoted_too(sentence: str, quote: str) -> None:
    value = residence(sentence, "Remote (US)")
    assert value is not None
    assert value["evidence"] == quote


def test_work_at_a_place_invites_people_to_come() -> None:
    assert include("Non-US candidates welcome.", "Ohio, US") == ["US-OH"]


OPENING = [
    "US preferred, but we also consider applications from other countries",
    "If you are not based in the US or Peru, we share an estimated salary for the country you live in",
    "Candidates from other countries may also apply",
    "If you live outside of the US, your pay is adjusted to your local market",
]


@table(("sentence",), few([(sentence,) for sentence in OPENING], 2))
def test_a_text_that_opens_more_than_the_field_disputes_it(sentence: str) -> None:
    value = residence(f"{sentence}.")
    assert value is not None
    assert (value["include"], value["disputed"].rstrip(".")) == (["US"], sentence)


@table(
    ("sentence",),
    few(
        [
            ("We do not consider applications from other countries.",),
            ("Candidates from other locations in the US may also apply.",),
            ("Candidates from other countries are also welcome, if willing to relocate.",),
            ("You must live in the US. Candidates from other countries may also apply.",),
            ("If you live outside of Ohio, your pay is adjusted to your local market.",),
        ],
        2,
    ),
)
def test_a_text_that_opens_no_more_disputes_nothing(sentence: str) -> None:
    value = residence(sentence)
    assert value is not None
    assert value["include"] == ["US"]
    assert "disputed" not in value


def test_a_text_that_opens_its_own_limit_leaves_the_place_open() -> None:
    assert residence("Job location: US. Candidates from other countries may also apply.", "Remote") is None


@table(
    ("sentence",),
    few(
        [
            ("Location preference: US is a strong plus, but not a hard requirement.",),
            ("Remote: US-based preferred, not required",),
            ("US is ideal but not essential",),
            ("Based in the US is preferred, though this is not mandatory.",),
        ],
        2,
    ),
)
def test_a_preference_that_is_no_requirement_leaves_the_others_in_doubt(sentence: str) -> None:
    value = residence(sentence, "US")
    assert value is not None
    assert (value["include"], value["disputed"].rstrip(".")) == (["US"], sentence.rstrip("."))
    of_text = residence(f"Location: US - Fully Remote</p><p>{sentence}", "Remote")
    assert of_text is not None
    assert (of_text["include"], of_text["unread"].rstrip(".")) == (["US"], sentence.rstrip("."))


@table(
    ("sentence",),
    few(
        [
            ("US citizenship is a plus, but not required.",),
            ("Experience in the US is a plus, but not a requirement.",),
            ("A network in the US is a bonus but not necessary.",),
            ("Location: US. Ohio is a plus, but not a requirement.",),
            ("Location: US. Fluent Spanish is a plus, but not a requirement.",),
            ("US candidates: a degree is preferred, not required.",),
        ],
        2,
    ),
)
def test_a_preference_for_anything_else_leaves_nobody_in_doubt(sentence: str) -> None:
    value = residence(sentence, "US")
    assert value is not None
    assert value["include"] == ["US"]
    assert not value.keys() & {"disputed", "unread"}
