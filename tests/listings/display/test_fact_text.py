"""The text of facts: one table for all of them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from listings.boards.base import Ad
from listings.display import fact_text
from listings.display.fact_text import FACT_TEXTS
from listings.facts import NOT_STATED
from listings.facts.residence import names
from listings.vocabulary.categories import CATEGORIES
from tests.tables import table

VALUES: dict[str, tuple[Any, str]] = {
    "residence": ({"include": ["US"], "exclude": ["US-CA"]}, "United States except California"),
    "salary": ({"min": 20, "max": None, "currency": "EUR", "period": "hour"}, "from €20 an hour"),
    "hours": ({"utc_min": -8, "utc_max": 5.5}, "UTC−8 to UTC+5:30"),
    "workplace": ("remote", "Remote"),
    "employment": (["FULL_TIME", "CONTRACTOR"], "Full-time, Contract"),
    "seniority": (["senior", "lead"], "Senior, Lead"),
    "category": ("engineering", CATEGORIES["engineering"]),
    "skills": (["python", "c++"], "Python, C++"),
    "language": ("pt", "Portuguese"),
    "sponsorship": ("offered", "Offered"),
    "experience_years": (1, "At least 1 year"),
}


def test_the_table_holds_exactly_the_facts_that_are_read() -> None:
    assert set(FACT_TEXTS) == {*NOT_STATED, "language"}
    labels = [text.label for text in FACT_TEXTS.values()]
    assert all(labels)
    assert len(set(labels)) == len(labels)


def test_the_fields_of_boards_are_those_of_an_ad() -> None:
    assert {text.board_field for text in FACT_TEXTS.values()} <= {"", *(field.name for field in fields(Ad))}


@table("fact", FACT_TEXTS)
def test_each_fact_has_text_where_it_is_stated_and_none_where_it_is_not(fact: str) -> None:
    value, text = VALUES[fact]
    assert fact_text.describe({fact: value}, fact) == text
    assert fact_text.describe({fact: NOT_STATED.get(fact)}, fact) == ""
    assert fact_text.describe({}, fact) == ""


@table(
    ("value", "text"),
    [
        ({"overlap_hours": 4, "overlap_with": "Europe/Berlin"}, "Needs 4 hours with Berlin"),
        ({"overlap_hours": 1}, "Needs 1 hour in common"),
        ({"utc_min": 0, "utc_max": 1, "overlap_hours": 3}, "UTC to UTC+1, needs 3 hours in common"),
    ],
)
def test_hours_in_common_read_as_what_the_ad_needs(value: dict[str, Any], text: str) -> None:
    assert fact_text.hours(value) == text


def test_places_have_the_names_that_people_use() -> None:
    assert [fact_text.place(code) for code in ("CI", "CD", "emea", "US-NY", "GB-SCT", "??")] == [
        "Ivory Coast",
        "DR Congo",
        "Europe, Middle East and Africa",
        "New York",
        "Scotland",
        "??",
    ]


def test_an_exclusion_alone_says_whom_the_job_is_not_open_to() -> None:
    assert fact_text.left_out({"places": ["US-CA", "US-NY"]}) == "Open to all but California, New York"


def test_a_country_of_which_a_part_is_meant_says_so() -> None:
    value = {"include": ["US", "CA"], "exclude": [], "partly": ["US"], "evidence": "US East Coast or Canada"}
    assert fact_text.residence(value) == "United States (part), Canada"


def test_many_places_are_counted() -> None:
    value = {"include": ["DE", "FR", "ES", "PT"]}
    assert fact_text.residence(value, 2) == "Germany, France and 2 more"


def test_towns_that_are_states_are_named() -> None:
    assert {fact_text.place(code) for code in names.CITY_STATES.values()} == {"Berlin", "Hamburg", "Bremen", "Vienna"}


@table(
    ("code", "name"),
    [("US", "the United States"), ("NL", "the Netherlands"), ("CF", "the Central African Republic"), ("DE", "Germany")],
)
def test_places_have_their_article_in_sentences(code: str, name: str) -> None:
    assert fact_text.place_in_sentence(code) == name
