"""The short texts of a card: pay, places, titles, ages and initials."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from listings.display.fact_text import describe
from listings.search.query.situation import Situation
from listings.web import date_text
from listings.web.card_places import CardPlaces, card_places
from listings.web.card_towns import with_towns
from listings.web.monogram import TONES, monogram
from listings.web.short_pay import amount_range, short_pay
from listings.web.title_text import calm_title
from tests.tables import table

NOBODY = Situation()


@pytest.mark.parametrize(
    ("low", "high", "currency", "text"),
    [
        (62_000, 96_000, "EUR", "€62–96k"),
        (62_500, 120_000, "USD", "$62.5–120k"),
        (9_500, 12_000, "GBP", "£9.5–12k"),
        (900, 12_000, "GBP", "£900–12k"),
        (45, 60.5, "USD", "$45–60.50"),
        (3_500, 3_500, "CHF", "CHF\N{NO-BREAK SPACE}3,500"),
        (1_200_000, 1_800_000, "INR", "₹1.2–1.8M"),
        (None, 96_000, "CAD", "up to CA$96k"),
        (62_000, None, "", "from 62k"),
        (99_999, 100_400, "EUR", "€100k"),
    ],
)
def test_pay_as_people_write_it(low: float | None, high: float | None, currency: str, text: str) -> None:
    assert amount_range(low, high, currency) == text


def test_pay_has_a_unit_only_if_the_ad_states_one() -> None:
    salary = {"min": 62_400, "max": 96_000, "currency": "EUR", "period": "year"}
    pay = short_pay(salary)
    assert (pay.text, pay.full) == ("€62.4–96k a year", "€62,400–96,000 a year")
    pay = short_pay({**salary, "period_stated": False})
    assert (pay.text, pay.full) == ("€62.4–96k", "€62,400–96,000 (period not stated)")
    assert not pay.is_period_stated


def test_pay_with_commission_says_so() -> None:
    salary = {"min": 62_400, "max": 96_000, "currency": "EUR", "period": "year", "with_variable": True}
    pay = short_pay({**salary, "places": ["Germany"]})
    assert pay.text == "€62.4–96k a year including variable pay in Germany"
    assert pay.full == "€62,400–96,000 a year including variable pay in Germany"


@pytest.mark.parametrize(
    ("residence", "situation", "places"),
    [
        (None, NOBODY, CardPlaces()),
        ({"include": ["DE"]}, NOBODY, CardPlaces("Germany")),
        # The broadest first, without what it covers.
        ({"include": ["FR", "US-NY", "eu", "US", "DE"]}, NOBODY, CardPlaces("European Union, United States")),
        (
            {"include": ["BR", "AR", "eu", "PT", "CL"]},
            Situation(country="CL"),
            CardPlaces("European Union, Chile", ("Brazil", "Argentina")),
        ),
        ({"include": ["US-NY", "US-TX", "US-OH"]}, Situation("US", "US-OH"), CardPlaces("New York, Ohio", ("Texas",))),
        ({"include": ["CA", "GB", "US-OH"]}, Situation("US"), CardPlaces("Canada, Ohio", ("United Kingdom",))),
        (
            {"include": ["worldwide"], "exclude": ["CU", "IR", "KP"]},
            NOBODY,
            CardPlaces("Anywhere in the world except Cuba, Iran and 1 more"),
        ),
    ],
)
def test_places_in_few_words(residence: dict[str, Any] | None, situation: Situation, places: CardPlaces) -> None:
    assert card_places(residence, situation) == places


def test_anywhere_in_the_zones_of_an_ad_that_takes_nobody_else() -> None:
    hours = {"utc_min": -7, "utc_max": -4, "based_in_zone": "only hiring in UTC-7 to UTC-4", "only_in_zone": True}
    facts = {"residence": {"include": ["worldwide"], "exclude": []}, "hours": hours}
    anywhere = CardPlaces("Anywhere in the world")
    assert with_towns(anywhere, "", facts) == CardPlaces("Anywhere in UTC−7 to UTC−4")
    assert describe(facts, "residence") == "Anywhere in UTC−7 to UTC−4"
    wish = facts | {"hours": hours | {"only_in_zone": False}}
    assert with_towns(anywhere, "", wish) == anywhere
    assert describe(wish, "residence") == "Anywhere in the world"


def test_other_openings_are_counted_too() -> None:
    assert card_places({"include": ["DE"]}, NOBODY, ["Mexico"]) == CardPlaces("Germany", ("Mexico",))


@table(
    ("location", "include", "places"),
    [
        ("Bergen", ["NO"], CardPlaces("Bergen, Norway")),
        ("Hybrid - Onsite (London, UK)", ["GB"], CardPlaces("London, United Kingdom")),
        ("Location: Dallas TX", ["US-TX"], CardPlaces("Dallas, Texas")),
        ("Boulder CO and Mumbai/Hyderabad India", ["IN", "US-CO"], CardPlaces("Boulder, Mumbai", ("Hyderabad",))),
        ("New York City (NYC)", ["US-NY"], CardPlaces("New York City, New York")),
        ("St. Nowhere, MN or Pittsburgh, PA", ["US-MN", "US-PA"], CardPlaces("Pittsburgh, Minnesota")),
        ("Hybrid (Toronto, CA – 3 days in office)", [], CardPlaces("Toronto")),
        # The town of an employer elsewhere, no town, and no words.
        ("Oslo", ["GB"], CardPlaces("United Kingdom")),
        ("You live in Norway", ["NO"], CardPlaces("Norway")),
        ("", ["NO"], CardPlaces("Norway")),
    ],
)
def test_a_hybrid_job_names_its_town(location: str, include: list[str], places: CardPlaces) -> None:
    residence = {"include": include} if include else None
    shown = card_places(residence, NOBODY)
    facts = {"residence": residence, "workplace": "hybrid"}
    assert with_towns(shown, location, facts) == places
    assert with_towns(shown, location, facts | {"workplace": "remote"}) == shown


@pytest.mark.parametrize(
    ("title", "calm"),
    [
        ("SENIOR UX DESIGNER", "Senior UX Designer"),
        ("HEAD OF IT AND JAVASCRIPT", "Head of IT and JavaScript"),
        ("FULL-STACK DEVELOPER (M/W/D)", "Full-Stack Developer (M/W/D)"),
        ("URGENT: Python Developer", "Urgent: Python Developer"),
        ("Account Executive EMEA", "Account Executive EMEA"),
        ("Machine Learning Engineer II", "Machine Learning Engineer II"),
        ("SRE", "SRE"),
        ("CHILDREN’S BOOK EDITOR", "Children’s Book Editor"),
        ("リモート・エンジニア", "リモート・エンジニア"),
        ("", ""),
    ],
)
def test_shouted_titles_are_calmed(title: str, calm: str) -> None:
    assert calm_title(title) == calm


def test_the_name_of_the_employer_stays() -> None:
    assert calm_title("Editor at QUILLS", "QUILLS Press") == "Editor at QUILLS"


@given(st.text(max_size=200))
def test_calming_changes_letters_only(title: str) -> None:
    assert [sign for sign in calm_title(title) if not sign.isalpha()] == [sign for sign in title if not sign.isalpha()]


@pytest.mark.parametrize(
    ("moment", "age", "old"),
    [
        (datetime(2026, 11, 28, 11, 10, tzinfo=UTC), "50 min ago", False),
        (datetime(2026, 11, 28, 9, 30, tzinfo=UTC), "2 h ago", False),
        (datetime(2026, 11, 28, 11, 59, 30, tzinfo=UTC), "just now", False),
        # Boards that state a day alone.
        (datetime(2026, 11, 28, tzinfo=UTC), "today", False),
        (datetime(2026, 11, 29, tzinfo=UTC), "today", False),
        (datetime(2026, 11, 27, 23, tzinfo=UTC), "yesterday", False),
        (datetime(2026, 11, 25, tzinfo=UTC), "3 days ago", False),
        (datetime(2026, 10, 24, tzinfo=UTC), "5 weeks ago", False),
        (datetime(2026, 9, 29, tzinfo=UTC), "2 months ago", True),
        (datetime(2025, 8, 28, tzinfo=UTC), "15 months ago", True),
        (datetime(2023, 8, 28, tzinfo=UTC), "3 years ago", True),
    ],
)
def test_ages_in_words(moment: datetime, age: str, old: bool) -> None:
    with time_machine.travel(datetime(2026, 11, 28, 12, tzinfo=UTC), tick=False):
        assert (date_text.short_age(moment), date_text.is_old(moment)) == (age, old)


@pytest.mark.parametrize(
    ("company", "letters"),
    [("Oak & Otter", "OO"), ("fernhill", "F"), ("The Quill Company Ltd", "TQ"), ("3D Labs", "3L"), ("…", "–")],
)
def test_initials(company: str, letters: str) -> None:
    assert monogram(company).letters == letters
    assert monogram(company) == monogram(company)
    assert 0 <= monogram(company).tone < TONES
