"""Pay that an ad states for people in some places alone."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from listings.boards import BOARDS
from listings.display import fact_text
from listings.facts.base import Reading
from listings.facts.salary.places import places_of_pay
from listings.facts.salary.reader import read
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.listings.facts.pay_reading import AD
from tests.tables import table


def places(text: str) -> list[str]:
    html = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    fact = read(Reading(replace(AD, html=html), BOARDS["remotive"]))
    assert fact is not None
    return list(fact.value.get("places", ()))


@table(
    ("text", "due"),
    [
        ("$90,000 — $110,000/year for LATAM and European developers", ["LATAM", "Europe"]),
        ("The salary is €70,000 a year for Canadian applicants.", ["Canada"]),
        ("Pay: $60,000 - $80,000 for Latin American front-end engineers.", ["Latin America"]),
        ("For Asian and African freelance writers the rate is $30 per hour.", ["Asia", "Africa"]),
        ("For US-based employees the range is $132,000–$151,000.", ["United States"]),
        ("In the United States the salary is $95,000; in Peru it is €50,000.", ["United States"]),
        ("The U.S. base salary range for this position is $95,000 to $99,000.", ["United States"]),
        ("Anticipated New York weekly base salary range $3,000-4,500.", ["New York"]),
        ("California Salary Range: $86,000 - $95,000", ["California"]),
        ("(Colorado only) Minimum salary of $142,000/year", ["Colorado"]),
        ("$107k-$120k base salary for US residents", ["United States"]),
        ("The range for this role if performed in the city of New York is $100,000 to $150,000.", ["New York"]),
        ("The range for this position in Boston, Massachusetts is $29 - $37 per hour.", ["Boston, Massachusetts"]),
        ("For candidates in Peru, Chile or New York City, the pay is $90,000.", ["Peru", "Chile", "New York City"]),
        ("Pay range for UK candidates:\n£90,000 - £95,000", ["United Kingdom"]),
        ("*New York and Colorado: starting base pay for this job is $15 - $25 per hour.", ["New York", "Colorado"]),
        ("Salary: $150K - 180K a year 1099 for US or the local average elsewhere.", ["United States"]),
        ("If you live in Berlin, the salary is €70,000.", ["Berlin"]),
        ("Salary (US only): $120,000 – $140,000", ["United States"]),
        ("Salary: $95,000. Please note this range is specific to employees based in Peru.", ["Peru"]),
        ("The pay is $95,000. These figures apply to US-based candidates only.", ["United States"]),
        ("Salary: $95,000*\n*This range is specific to employees based in the United States.", ["United States"]),
        ("Salary: $95,000. The stated salary applies to US-based candidates only.", ["United States"]),
    ],
)  # fmt: skip
def test_the_places_of_pay(text: str, due: list[str]) -> None:
    assert places(text) == due


@table(
    "text",
    [
        "The salary is $95,000.",
        "The salary is $95,000 for Python developers.",
        "The salary is $95,000 for Mobile developers.",
        "The salary is $95,000 for Nice and Phoenix engineers.",
        "The salary is $95,000 for German writers and editors.",
        "For Spanish and Polish editors the salary is $95,000.",
        "The salary is $95,000 for English and German speakers.",
        "We have offices in Oslo and Lima. The salary is $100,000.",
        "Our clients in Germany are bakers. Salary: €60,000 a year.",
        "Lantern Quay pays a nice salary: $95,000.",
        "A Mobile base salary of $95,000.",
        "Global salary range: $95,000 - $99,000",
        "Colorado: we like it. Our base pay is $95,000.",
        "Salary: $95,000 a year for Peru and Andean keepers",
        "Salary: Peru $95,000, Chile $99,000",
        "Salary: $95,000. This range is for the role in general.",
        "Data Scientist\nLocation: Denver\nSalary: $95,000",
        "Salary: $95,000. The pay is for our senior level. We hire in Peru.",
    ],
)
def test_pay_for_everybody_names_no_place(text: str) -> None:
    assert places(text) == []


@table(
    ("text", "due"),
    [
        ("United States\nBase salary: $115,000\nPeru\nBase salary: $79,000", ["United States", "Peru"]),
        ("Peru:\n- Base salary: $79,000\nUnited States:\n- Base salary: $115,000", ["Peru", "United States"]),
        (
            "United States\nBase salary: $115,000\nPeru\nBase salary: $79,000\nChile\nBase salary: $95,000",
            ["United States", "Peru", "Chile"],
        ),
        (
            "United States\nBase salary: $95,000 - $115,000\nPeru\nBase salary: $96,000 - $99,000",
            ["United States", "Peru"],
        ),
        ("United States\nBase salary: $115,000\nEverywhere else\nBase salary: $79,000", []),
        ("Level 2\nBase salary: $115,000\nLevel 3\nBase salary: $179,000", []),
        ("Peru\nBase salary: $79,000", []),
    ],
)
def test_a_range_over_a_list_of_places_names_them(text: str, due: list[str]) -> None:
    assert places(text) == due


@table(
    ("names", "due"),
    [
        (["Oslo"], "€50,000 a year in Oslo"),
        (["United States", "Peru"], "€50,000 a year in the United States and Peru"),
        (["Peru", "Chile", "Oslo", "Lima"], "€50,000 a year in Peru, Chile and 2 more places"),
    ],
)
def test_pay_is_shown_with_its_places(names: list[str], due: str) -> None:
    assert fact_text.salary({"min": 50000, "max": 50000, "currency": "EUR", "period": "year", "places": names}) == due


@table("part", few(["this pay is for US ", "for US ", "For A, ", "in A of ", "A A A/", "In the city of the "], 1))
def test_time_grows_no_faster_than_the_text(part: str) -> None:
    assert_growth(lambda length: places_of_pay(part * (length // len(part) + 1), length, length), 250_000, below=10)
