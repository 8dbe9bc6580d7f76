"""The category of an ad: by its title, else the board's category, else tags, else the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.category.reader import read as read_category
from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.category_rules import DEPARTMENTS, GENERAL, TRADES, parse_sections
from tests.listings.facts.growth import LIMIT, growth

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Keeper", company="Lantern Quay")


def read(title: str = "Tide Keeper", **stated: Any) -> Fact | None:
    return read_category(Reading(replace(AD, title=title, **stated), BOARDS["remoteco"]))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Senior Account Executive, DACH", "sales"),
        ("Sales Engineer", "sales"),
        ("Key Account Manager (m/w/d)", "sales"),
        ("Vertriebsmitarbeiter im Außendienst (m/w/d)", "sales"),
        ("Sales Recruiter", "people"),
        ("HR Business Partner", "people"),
        ("Site Reliability Engineer II", "infrastructure"),
        ("Cloud Architect", "infrastructure"),
        ("Staff Data Engineer (Remote)", "data"),
        ("Machine Learning Engineer, Payments", "data"),
        ("Marketing Data Analyst", "data"),
        ("Data Entry Clerk", "operations"),
        ("Executive Assistant to the CFO", "operations"),
        ("Technical Support Engineer", "support"),
        ("Customer Success Manager", "support"),
        ("Director of Customer Experience", "support"),
        ("Kundenberater (m/w/d)", "support"),
        ("Product Designer - Payments", "design"),
        ("Brand Designer", "design"),
        ("Instructional Designer", "education"),
        ("UX Writer", "writing"),
        ("Product Manager, Growth", "product"),
        ("Product Marketing Manager", "marketing"),
        ("Product Engineer", "engineering"),
        ("Project Manager", "projects"),
        ("Scrum Master", "projects"),
        ("Chef de projet digital", "projects"),
        ("Compliance Analyst", "legal"),
        ("Associate General Counsel, Product", "legal"),
        ("QA Engineer", "quality"),
        ("Software Development Engineer in Test", "quality"),
        ("Security Engineer, Platform", "security"),
        ("Penetration Tester", "security"),
        ("Technical Writer", "writing"),
        ("Übersetzer Deutsch-Polnisch", "writing"),
        ("Registered Nurse", "health"),
        ("Comptable général H/F", "finance"),
        ("Finanzbuchhalter (m/w/d)", "finance"),
        ("Desenvolvedor Full Stack", "engineering"),
        ("Ingénieur logiciel", "engineering"),
        ("Frontend-Entwickler*in", "engineering"),
        ("Software Engineer, Data Platform", "engineering"),
        ("Software Engineer - Machine Learning", "engineering"),
        ("Engineering Manager, Payroll", "engineering"),
        ("C++ Developer", "engineering"),
        ("Teacher of Mathematics", "education"),
        ("Structural Engineer", "other"),
        ("CEO", "other"),
        ("Manager, Marketing", "marketing"),
        ("Director, Sales and Service", "sales"),
        ("Engineer II", "engineering"),
        ("Analyst", "data"),
    ],
)
def test_the_title_names_the_kind(title: str, kind: str) -> None:
    found = read(title)
    assert found is not None
    assert found.value == kind
    (span,) = found.spans
    assert (span.field, title[span.start : span.end]) == ("title", found.evidence)


@pytest.mark.parametrize(
    "title", ["Fine Harbour", "Seoul or Rome", "Saler", "Rusty", "Dataria", "", "((((", "🚀 -- / --"]
)
def test_words_within_words_name_nothing(title: str) -> None:
    assert read(title) is None


def test_the_evidence_is_the_words_that_tell() -> None:
    found = read("🚢 Wanted: Senior Site-Reliability  Engineer (m/w/d)")
    assert found is not None
    assert found.evidence == "Site-Reliability"


def test_a_boards_category_counts_where_the_title_names_no_trade() -> None:
    assert read("Tide Engineer", category="Design") == Fact("design", "field:category")
    assert read("Tide Writer", category="Design") == Fact("writing", "Writer", read("Tide Writer").spans)  # type: ignore[union-attr]


def test_several_kinds_of_a_board_are_none() -> None:
    assert read(category="Design; Writing") is None


def test_tags_count_by_their_number() -> None:
    tags = ("remote", "Bookkeeping", "Payroll clerk", "Graphic design")
    assert read(tags=tags) == Fact("finance", "field:tags")


def test_a_text_is_read_for_roles_alone() -> None:
    text = "<p>We make marketing and design software. Our backend developers, one backend engineer and an editor …</p>"
    found = read(html=text)
    assert found is not None
    assert (found.value, found.evidence) == ("engineering", "backend")
    assert read(html="<p>Marketing, sales, design and software for everybody.</p>") is None


def test_every_rule_leads_into_the_vocabulary_and_is_written_as_titles_are_compared() -> None:
    rules = [*TRADES, *DEPARTMENTS, *GENERAL]
    assert {kind for kind, _ in rules} == set(CATEGORIES)
    words = list(chain.from_iterable(words for _, words in rules))
    assert [word for word in words if word != " ".join(word.lower().split()) or not word.strip("*")] == []


def test_an_indented_line_goes_on() -> None:
    assert parse_sections("[a]\n# why\nlegal: one | two\n    | three* |\n    four\n") == {
        "a": [("legal", ("one", "two", "three*", "four"))]
    }


@pytest.mark.parametrize("piece", ["(", "data ", "a, ", "-", "é"])
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text, html=text, tags=(text,) * 50), BOARDS["remoteco"])
        assert reading.text
        return reading

    assert growth(read_category, prepare, piece) < LIMIT
