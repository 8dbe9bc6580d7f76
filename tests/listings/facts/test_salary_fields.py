"""The board's field, and estimates of third parties."""

from __future__ import annotations

from tests.listings.facts.pay_reading import Pay, pay
from tests.tables import table


@table(
    ("field", "due"),
    [
        ("$108K - $173K (Glassdoor est.)", None),
        ("$65K - $80K (Employer est.)", (65_000, 80_000, "USD", "year")),
        ("$90,000 - $100,000 (Indeed estimate)", None),
        ("Estimated: $70K-$90K", (70_000, 90_000, "USD", "year")),
        ("75 - 95 USD yearly", None),
        ("98.0", None),
        ("120000", (120_000, 120_000, "USD", "year")),
        ("70000 - 90000 USD", (70_000, 90_000, "USD", "year")),
        ("up to 150 USD hourly", (None, 150, "USD", "hour")),
        ("from 120000 USD yearly", (120_000, None, "USD", "year")),
        (">$100k", (100_000, None, "USD", "year")),
        ("€60k + 10% bonus", (60_000, 60_000, "EUR", "year")),
        ("Base $100k, OTE $200k", (100_000, 100_000, "USD", "year")),
        ("$100k + $20k signing bonus", (100_000, 100_000, "USD", "year")),
        ("400 - 500 EUR daily", (400, 500, "EUR", "day")),
        ("1200 GBP weekly", (1_200, 1_200, "GBP", "week")),
        ("3000 USD semi-monthly", None),
        ("5000 - 6000 USD per project", (5_000, 6_000, "USD", "project")),
        ("$120K – $150K • 0.1% – 0.3%", (120_000, 150_000, "USD", "year")),
        ("$75 an hour", (75, 75, "USD", "hour")),
        ("Competitive", None),
        ("DOE", None),
        ("Negotiable, up to $5k/month", (None, 5_000, "USD", "month")),
        ("20 - 30 EUR per hour", (20, 30, "EUR", "hour")),
        ("35k-45k GBP", (35_000, 45_000, "GBP", "year")),
        ("₹ 6,00,000 – 9,00,000 P.A.", (600_000, 900_000, "INR", "year")),
        ("1,000,000 JPY monthly", (1_000_000, 1_000_000, "JPY", "month")),
        ("$65,000.00 - $75,000.00 per year", (65_000, 75_000, "USD", "year")),
        ("USD 0 - 0", None),
        ("up to 45,000 €", (None, 45_000, "EUR", "year")),
        ("60000 EUR+", (60_000, None, "EUR", "year")),
        ("$30+ /hour", (30, None, "USD", "hour")),
        ("Salary: $100k", (100_000, 100_000, "USD", "year")),
        ("$15k", (15_000, 15_000, "USD", "year")),
        ("$12K", None),
        ("12000 - 14000 EUR", None),
        ("$12K a year", (12_000, 12_000, "USD", "year")),
        ("€70,5k - 80,5k", (70_500, 80_500, "EUR", "year")),
        ("36.000 € - 42.000 €", (36_000, 42_000, "EUR", "year")),
        ("150000 INR", (150_000, 150_000, "INR", "year")),
        ("$100k OTE", (100_000, 100_000, "USD", "year")),
        ("50k–60k depending on location", (50_000, 60_000, "USD", "year")),
    ],
)
def test_fields(field: str, due: Pay) -> None:
    assert pay(salary=field) == due


@table(
    "words",
    [
        "Average base salary for this role (Glassdoor): $95,000 - $120,000",
        "Salary estimate: $80K - $110K (Glassdoor est.)",
        "Similar jobs pay $70,000 to $90,000 a year.",
        "According to Payscale the salary is $70,000.",
        "The market average for this position is $90,000 a year.",
    ],
)
def test_estimates_are_not_the_ads(words: str) -> None:
    assert pay(words) is None


def test_a_labelled_rate_in_the_text_comes_before_the_field() -> None:
    rate = "Entry Level: $17.50/hr (with room to advance) AND a monthly bonus for which you are eligible from the start"
    assert pay(rate, salary="$36k") == (17.5, 17.5, "USD", "hour")
    assert pay(f"Customers: {rate[13:]}") is None
    assert pay("Moorings: $17.50/hr while stocks last, which is a price that nobody else on the whole quay has") is None
