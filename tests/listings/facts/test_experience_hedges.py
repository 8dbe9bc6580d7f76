"""Years in a trade, and numbers of years that are no least number."""

from __future__ import annotations

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.experience.reader import read
from tests.tables import table

ITEMS = "<h2>{}</h2><ul><li>{}</li><li>You write well.</li></ul>"


def experience(html: str) -> Fact | None:
    ad = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", html=html)
    return read(Reading(ad, BOARDS["jobposting"]))


@table(
    ("item", "years", "evidence"),
    [
        ("At least six years in the field", 6, "six years in the field"),
        ("Six years in the industry", 6, "Six years in the industry"),
        ("5+ years in a similar field", 5, "5+ years in a similar field"),
        ("Minimum of 4 years in this profession", 4, "4 years in this profession"),
        ("Over 7 years in the business", 7, "7 years in the business"),
        ("At least six years in the field of optics", 6, "six years in the field"),
        ("Ten years of experience, more with a large team", 10, "Ten years of experience"),
        ("~3+ years of coaching experience", 3, "3+ years of coaching experience"),
        ("3 or more years of experience", 3, "3 or more years of experience"),
        ("2+ years of sales experience (time at sea a plus)", 2, "2+ years of sales experience"),
        ("3+ years of experience (5 years preferred)", 3, "3+ years of experience"),
        ("A background in a similar post is required (at least 2 years)", 2, "2 years"),
    ],
)
def test_years_are_asked_for(item: str, years: int, evidence: str) -> None:
    fact = experience(ITEMS.format("Requirements", item))
    assert fact is not None
    assert (fact.value, fact.evidence) == (years, evidence)


@table(
    "item",
    [
        "5+ years of experience (preferred)",
        "Ability to commit to at least 1 year in the role",
        "Tools2 to 3 years of experience",
        "5+ years of experience (this would be a big plus)",
        "Ten years of experience, more or less",
        "Ten years of experience (more or less)",
        "Ten years or so of experience",
        "Five years of experience, give or take",
        "About 5 years of experience",
        "Around five years' experience",
        "Approximately 3-5 years of experience",
        "Roughly 4 years in the field",
        "~5 years of experience",
        "Etwa fünf Jahre Erfahrung",
        "2 years of experience or less",
    ],
)
def test_a_hedged_number_is_no_least_number(item: str) -> None:
    assert experience(ITEMS.format("Requirements", item)) is None


@table(
    "text",
    [
        "We have been six years in the field.",
        "We look back on 20 years in the industry.",
        "With 15 years in the business, Lantern Quay is known on every coast.",
        "Our team has at least ten years in the field.",
        "Six years in the market.",
        "Lantern Quay is building on ten years of lighting experience to make better lamps.",
        "We draw on more than 15 years of experience in optics.",
        "Backed by 12 years of experience, our lamps last.",
    ],
)
def test_years_of_the_firm_are_not_asked_for(text: str) -> None:
    assert experience(ITEMS.format("About us", text)) is None
    assert experience(f"<p>{text}</p>") is None


def test_a_demand_counts_in_prose() -> None:
    fact = experience("<p>You have at least six years in the field.</p>")
    assert fact is not None
    assert fact.value == 6
