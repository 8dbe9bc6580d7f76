"""What an ad says beside its pay: that it is a total, holds bonus or equity, or is for a part of the week."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.display import fact_text
from listings.web.structured_data import base_salary
from tests.listings.facts.pay_reading import AD
from tests.tables import table

PLAIN = {"period_stated", "min", "max", "currency", "period", "evidence"}


def read(text: str, salary: str | None = None) -> dict[str, Any]:
    ad = replace(AD, html=f"<p>{escape(text)}</p>", salary=salary)
    return facts.read(ad, BOARDS["remotive"])


@table(
    ("text", "shown"),
    [
        ("Pay: $150K-$260K annual total comp", "$150,000–260,000 a year in total compensation"),
        ("The total compensation range for this role is $90,000 - $120,000 a year.", "$90,000–120,000 a year in total"),
        ("Salary: $120k a year total compensation package", "$120,000 a year in total compensation"),
        ("We offer $200,000 a year in total compensation.", "$200,000 a year in total compensation"),
        ("Salary: £150k+ a year. £150k+ cash/equity", "from £150,000 a year in cash and equity"),
        ("Pay: £80,000 a year (including equity)", "£80,000 a year in cash and equity"),
        ("Pay: $160,000–$200,000 CAD/USD a year", "$160,000–200,000 “CAD/USD” a year"),
        ("Salary: USD/CAD 100,000 - 120,000 per year", "CA$100,000–120,000 “USD/CAD” a year"),
        ("Salary: €90k €/$ per year", "€90,000 “€/$” a year"),
        ("Pay: $4,000 (USD or EUR) per month", "$4,000 “USD or EUR” a month"),
        ("We pay $50/hr USD/CAD, as you like", "$50 “USD/CAD” an hour"),
        ("Salary range: 3000-5000 EUR or USD per month", "€3,000–5,000 “EUR or USD” a month"),
        ("The average salary is $90,000 a year.", "$90,000 a year on average"),
        ("On average you earn $30 per hour.", "$30 an hour on average"),
        ("Average monthly pay is around €4,000.", "€4,000 a month on average"),
        ("Le salaire est de 45 000 € par an en moyenne. Nous cherchons une personne.", "€45,000 a year on average"),
        ("The salary is $90,000 - $110,000 a year including bonus.", "$90,000–110,000 a year including variable pay"),
        ("Salary: £60,000 a year (incl. annual bonus)", "£60,000 a year including variable pay"),
        (
            "Pay: up to $90,000 a year depending on seniority, quota and commission.",
            "up to $90,000 a year including variable pay",
        ),
        ("Payment for 2 days / week is €1,000–2,000 a month.", "€1,000–2,000 a month for 2 days / week"),
        ("The salary is $2,000 per month for 20 hours per week.", "$2,000 a month for 20 hours per week"),
        ("We pay €1,500 a month for two days a week.", "€1,500 a month for two days a week"),
        (
            "Rate: 15 USD per hour (rates vary per country. Elsewhere, other rates apply)",
            "$15 an hour (varies by country)",
        ),
        ("We pay $40 an hour; compensation will vary by country.", "$40 an hour (varies by country)"),
        (
            "Rate: $40 an hour. If you are based elsewhere, the rate will be different.",
            "$40 an hour (varies by country)",
        ),
        ("Pay: $500 per week for about 10-15 hours/week", "$500 a week for about 10-15 hours/week"),
    ],
)
def test_it_is_shown_with_the_amount(text: str, shown: str) -> None:
    stated = read(text)
    assert fact_text.describe(stated, "salary").startswith(shown)
    assert set(facts.to_label(stated)["salary"]) <= PLAIN
    assert base_salary(stated["salary"]) is None


@table(
    "text",
    [
        "Salary: $90,000 - $100,000 a year. Salary is one part of our total compensation package.",
        "Base salary: $90,000 a year. Total compensation may reach more.",
        "Total compensation includes a base salary of $90,000 - $110,000 a year.",
        "Total compensation follows experience: bonus and salary: $95k - $125k a year",
        "Salary: £60,000 a year, with a bonus of 10%",
        "Base pay ranges from $140K - $220K a year with annual bonuses of 10-20%.",
        "Salary: £60,000 a year + bonus",
        "Salary: $90,000 a year based on experience. Bonus on top.",
        "Salary: $90,000 a year based on experience, with bonus.",
        "Salary: £150k a year + equity",
        "Salary: €4,000 per month for 40 hours a week",
        "Salary: €4,000 per month, 5 days a week",
        "Salary: £30,000 a year pro rata for 3 days per week",
        "Salary: $90,000 a year. You travel for 2 days a week.",
        "Salary: $90,000 a year plus yoga for 2 days a week",
        "Pay: $30 per hour for 20 hours a week",
        "Pay: $30 per hour. Our rates are the same in every country.",
        "Pay: $30 per hour. Holidays vary by country.",
        "Pay: $30 per hour. Benefits depend on your country.",
        "Pay: $30 per hour. Our customers pay a rate that varies by the ton.",
    ],
)
def test_plain_pay_has_no_remark(text: str) -> None:
    assert set(read(text)["salary"]) == PLAIN


def test_a_field_of_the_board_may_say_it() -> None:
    assert read("Keep tides.", "$150K-$260K annual total comp")["salary"]["comprises"] == "total"
    assert read("Keep tides.", "£150k+ cash/equity")["salary"]["comprises"] == "equity"
    assert "comprises" not in read("Keep tides.", "$150K-$260K annual")["salary"]
