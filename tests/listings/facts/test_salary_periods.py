"""The period that pay is for, and periods that we have no word for."""

from __future__ import annotations

from tests.listings.facts.pay_reading import Pay, pay
from tests.tables import table


@table(
    ("words", "due"),
    [
        ("Pay: $1,500 a week", (1_500, 1_500, "USD", "week")),
        ("The annual salary is $19.00 - $37.00 per hour.", (19, 37, "USD", "hour")),
        ("$900/week", (900, 900, "USD", "week")),
        ("$400/day", (400, 400, "USD", "day")),
        ("Day rate: £500 - £550", (500, 550, "GBP", "day")),
        ("Salary: $90,000 per year, paid bi-weekly", (90_000, 90_000, "USD", "year")),
        ("Salary: $90,000, paid twice a month", (90_000, 90_000, "USD", "year")),
        ("$3,500 flat fee per project", (3_500, 3_500, "USD", "project")),
        ("$250 per article", (250, 250, "USD", "project")),
    ],
)
def test_days_and_weeks_are_periods(words: str, due: Pay) -> None:
    assert pay(words) == due


@table(
    "words",
    [
        "$3,000 per two weeks",
        "Pay: $3,000 every other week",
        "Pay: $2,500 semi-monthly",
        "We pay $1,800 biweekly.",
        "Pay: $1,200 per fortnight",
        "Salary: $2,000 annually",
        "Salary: $750 yearly",
        "The annual salary for this role is $19.00 - $37.00, with a bonus.",
        "$1,500 per hour",
        "Pay: $5 per delivery",
        "Pay: $30 per session",
        "Pay: $0.10 per word",
        "Pay: $12,000 per quarter",
        "Salary: $4,500 twice monthly",
        "Pay: $4,500 semimonthly",
        "Pay: $2,300 every 2 weeks",
        "Pay: $2,300 every second week",
        "Pay: $1,800 per pay period",
        "Salary: $4,500 bi-monthly",
        "Salary: €2.500 alle zwei Wochen",
        "Salario: $12,000 MXN quincenales",
        "Salary: $30,000 per semester",
        "Pay: $50 per month",
    ],
)
def test_a_period_without_a_word_leaves_pay_unstated(words: str) -> None:
    assert pay(words) is None
