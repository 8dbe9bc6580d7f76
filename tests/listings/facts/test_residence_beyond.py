"""Places that an ad names beyond its limit, words to people outside of it, and towns that nobody chose."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read
from listings.vocabulary.regions import verdict
from tests.tables import table


def residence(text: str = "We measure tides.", location: str | None = None, title: str = "Tide Engineer") -> Any:
    html = "".join(f"<p>{line}</p>" for line in ("Lantern measures.", *text.split("\n"), "Please send us a few lines."))
    ad = Ad(external_id="1", url="https://x.example/1", title=title, company="Lantern", html=html, location=location)
    return read(ad, BOARDS["weworkremotely"])["residence"]


@table(
    ("text", "include"),
    [
        ("We also consider applications from other countries (including Peru and Chile).", ["PT", "PE", "CL"]),
        (
            "We prefer Portugal but will consider candidates from other locations, such as Spain, Italy.",
            ["PT", "ES", "IT"],
        ),
        ("We also consider candidates from other countries.", ["PT"]),
        ("We do not consider candidates from other countries (including Peru).", ["PT"]),
    ],
)
def test_places_named_beyond_the_field_are_open_and_others_are_unclear(text: str, include: list[str]) -> None:
    value = residence(text, "Portugal")
    assert value["include"] == include
    is_denied = "not" in text
    assert verdict(value, "NO") == ("not open" if is_denied else "disputed")
    if len(include) > 1:
        assert value["evidence"] == value["unread"] == text.rstrip(".")


@table(
    ("behind", "expected"),
    [
        ("Please tell us so, especially if you live outside of these countries.", "disputed"),
        ("Send a copy if you are located outside these countries.", "disputed"),
        ("If you live outside of these countries, we cannot consider you.", "not open"),
        ("If you live outside of these countries, you have to relocate.", "not open"),
        ("We hope that you live by the sea.", "not open"),
    ],
)
def test_words_to_people_outside_leave_it_unclear_to_them(behind: str, expected: str) -> None:
    value = residence(f"You need a work permit for Peru or Chile. {behind}")
    assert value["include"] == ["PE", "CL"]
    assert (verdict(value, "PE"), verdict(value, "NO")) == ("open", expected)


def test_a_town_that_nobody_chose_is_one_of_the_country() -> None:
    value = residence(title="Tide Agent - Remote US (Any city, OK, US, 99999)", location="United States")
    assert (verdict(value, "US", "US-OK"), verdict(value, "US", "US-TX")) == ("open", "disputed")
    assert verdict(value, "NO") == "not open"


def test_these_words_are_quoted_with_what_the_limit_asks_for() -> None:
    asked = "You need a work permit for Peru or Chile. No others are considered."
    behind = "Please tell us so, especially if you live outside of these countries"
    assert residence(f"We plant trees. {asked} {behind}.")["unread"] == f"{asked} {behind}"
    reasons = "It takes years to get one, and trees do not wait. " * 4
    assert residence(f"{asked} {reasons}{behind}.")["unread"] == behind


@table(
    ("title", "elsewhere"),
    [
        ("Tide Engineer - Remote US (Any city, OH, US, 99999)", "disputed"),
        ("Tide Engineer - Remote US (Any City, OH, 99999)", "disputed"),
        ("Tide Engineer - Remote (Anytown, OH, US, 00000)", "disputed"),
        ("Tide Engineer - Remote (Any city, OH, US)", "not open"),
        ("Tide Engineer - Remote (Toledo, OH, US, 43604)", "not open"),
    ],
)
def test_a_state_whose_town_nobody_chose_leaves_it_unclear_elsewhere(title: str, elsewhere: str) -> None:
    value = residence(title=title)
    assert value["include"] == ["US-OH"]
    assert (verdict(value, "US", "US-OH"), verdict(value, "US", "US-TX")) == ("open", elsewhere)
    assert value.get("unread") == (title if elsewhere == "disputed" else None)
