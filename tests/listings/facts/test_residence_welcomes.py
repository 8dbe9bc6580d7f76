"""Sentences that let in everyone outside of a limit."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.reader import read as read_residence
from tests.examples import few
from tests.tables import table


def include(sentence: str, location: str = "Remote (US)") -> list[str] | None:
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
    return fact.value["include"] if fact else None


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


def test_work_at_a_place_invites_people_to_come() -> None:
    assert include("Non-US candidates welcome.", "Ohio, US") == ["US-OH"]


@table(
    ("sentence", "codes"),
    few(
        [
            ("US preferred, but we also consider applications from other countries (including Peru).", None),
            ("If you are not based in the US or Peru, we share an estimated salary for the country you live in.", None),
            ("We do not consider applications from other countries.", ["US"]),
            ("Candidates from other countries may also apply.", None),
            ("Candidates from other locations in the US may also apply.", ["US"]),
            ("Candidates from other countries are also welcome, if willing to relocate.", ["US"]),
            ("You must live in the US. Candidates from other countries may also apply.", ["US"]),
            ("If you live outside of Ohio, your pay is adjusted to your local market.", ["US"]),
            ("If you live outside of the US, your pay is adjusted to your local market.", None),
        ],
        3,
    ),
)
def test_a_field_that_the_text_opens_limits_nothing(sentence: str, codes: list[str] | None) -> None:
    assert include(sentence) == codes
