"""Towns in titles that are named like a trade, a product or a customer."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.reader import read
from listings.facts.residence.town_words import TOWN_WORDS, is_town_word
from listings.vocabulary.places import folded, names
from listings.vocabulary.skills import FILE, parse_spellings
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="", company="Lantern Quay")


def include(title: str) -> list[str] | None:
    fact = read(Reading(replace(AD, title=title), BOARDS["remotive"]))
    return fact.value["include"] if fact else None


@table(
    "title",
    [
        "Customer Service Representative (Enterprise)",
        "Customer Service Representative, Enterprise",
        "Account Executive - Enterprise",
        "Account Executive – Enterprise",
        "Account Executive | Enterprise",
        "Account Executive [Enterprise]",
        "Enterprise, Account Executive",
        "QA Engineer, Mobile",
        "QA Engineer (Mobile)",
        "QA Engineer, Mobile (Remote)",
        "QA Engineer, Mobile - Remote",
        "QA Engineer - Remote Mobile",
        "QA Engineer (Mobile/Web)",
        "Product Designer (Web & Mobile)",
        "Online Tutor, Reading",
        "Test Engineer (Cypress)",
        "Elixir Developer (Phoenix)",
        "Smart Contract Engineer, Cairo",
        "Storage Administrator (SAN)",
        "Behaviour Therapist, ABA",
        "Firmware Engineer (OTA)",
        "Developer (Perm)",
        "Product Manager, Growth",
        "Merchandiser, Commerce",
        "Analyst, Media",
        "Coordinator, Mission",
        "Engineer (Platform)",
    ],
)
def test_is_no_place(title: str) -> None:
    assert include(title) is None


@table(
    ("title", "places"),
    [
        ("QA Engineer, Mobile, AL", ["US-AL"]),
        ("QA Engineer (Mobile, Alabama)", ["US-AL"]),
        ("Account Executive (Enterprise, NV)", ["US-NV"]),
        ("Bookkeeper, Reading, UK", ["GB"]),
        ("Bookkeeper – Reading (UK)", ["GB"]),
        ("Nurse, Phoenix, AZ", ["US-AZ"]),
        # What else the title names is stated still.
        ("Account Executive (US, Enterprise)", ["US"]),
        ("Account Executive, Enterprise, Germany", ["DE"]),
        ("Engineer, Mobile, Berlin", ["DE"]),
        ("QA Engineer, Mobile (Canada)", ["CA"]),
        ("QA Engineer, Mobile - Remote, Spain", ["ES"]),
        # Towns that are nothing else.
        ("QA Engineer, Berlin", ["DE"]),
        ("QA Engineer (Chicago)", ["US-IL"]),
        ("QA Engineer - NYC", ["US-NY"]),
    ],
)
def test_is_a_place(title: str, places: list[str]) -> None:
    assert include(title) == places


def test_no_town_without_its_state_is_a_skill() -> None:
    towns = {name for name, places in names().items() if places[0].kind == "city"}
    skills = {folded(spelling.folded) for spelling in parse_spellings(FILE.read_text(encoding="utf-8"))}
    # More titles name Moscow than its method.
    assert [name for name in sorted(towns & skills) if not is_town_word(name)] == ["moscow"]


def test_each_word_is_a_town() -> None:
    assert [name for name in sorted(TOWN_WORDS) if names()[name][0].kind != "city"] == []
