"""Pay that holds commission or bonus, by the ad's own words."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from listings.boards import BOARDS
from listings.facts.base import Reading
from listings.facts.salary.reader import read
from tests.listings.facts.pay_reading import AD
from tests.tables import table


def holds_variable(text: str, title: str = "Account Executive", salary: str | None = None) -> bool:
    html = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n"))
    fact = read(Reading(replace(AD, title=title, html=html, salary=salary), BOARDS["remotive"]))
    assert fact is not None
    return "with_variable" in fact.value


@table(
    "text",
    [
        "The target salary range for this position (inclusive of Base + Commission) is $140,000 - $165,000.",
        "The salary range, including base salary and commission, is $140,000 - $165,000.",
        "The estimated annual salary and variable compensation for this role is between $140,000 - $165,000.",
        "Salary: $140,000 - $165,000\nFor sales roles, the ranges provided are the role’s On Target Earnings ranges.",
        "The range below reflects the expected total target compensation (TTC).\nSalary: $140,000 - $165,000",
        "This is the annual compensation range inclusive of base salary and variable incentive.\n$140,000 - $165,000",
        "Compensation Ranges (TTC / OTE)\n$140,000 - $165,000 USD",
        "The pay range is $140,000 - $165,000 OTE per year at a 50/50 split.\nUSA Pay Range\n$140,000 - $165,000 USD",
        "Compensation: 100% Commission (Uncapped Earning Potential)",
        "This is a commission-only role.",
    ],
)
def test_it_does(text: str) -> None:
    assert holds_variable(text, salary="140000 - 165000 USD yearly")


@table(
    ("text", "title"),
    [
        ("Salary: $140,000 - $165,000\nFor sales roles, the ranges provided are OTE ranges.", "Data Scientist"),
        ("For sales roles starting salaries are expressed as total target compensation.", "Data Scientist"),
        ("Base salary: $140,000 - $165,000\nPay ranges for the team are OTE ranges.", "Account Executive"),
        ("The base pay range shown does not include any bonuses or commissions.", "Account Executive"),
        ("The range is not on-target earnings.\nSalary: $140,000 - $165,000", "Account Executive"),
        ("Compensation: $140,000 - $165,000, plus commission", "Account Executive"),
        ("Week 1: Commission-only, a chance to learn.", "Account Executive"),
        ("Our platform computes commissions for sales teams.", "Data Scientist"),
    ],
)
def test_it_does_not(text: str, title: str) -> None:
    assert not holds_variable(text, title, salary="140000 - 165000 USD yearly")


def test_the_boards_range_is_that_of_the_place_beside_it_in_the_text() -> None:
    text = "<p>The salary ranges by country are as follows:</p><ul><li>Spain: 42,075 -46,000 EU</li></ul>"
    fact = read(Reading(replace(AD, html=text, salary="42075 - 46000 EUR yearly"), BOARDS["remotive"]))
    assert fact is not None
    assert fact.value["places"] == ["Spain"]
