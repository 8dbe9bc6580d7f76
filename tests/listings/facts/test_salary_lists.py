"""Amounts of several sentences, headings that announce pay."""

from __future__ import annotations

import pytest

from tests.listings.facts.pay_reading import Pay, pay


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("Salary\n$90,000 - $110,000", (90_000, 110_000, "USD", "year")),
        ("Compensation range:\n$150K — $175K", (150_000, 175_000, "USD", "year")),
        ("What we pay\n- €70,000 to €85,000", (70_000, 85_000, "EUR", "year")),
        ("The pay range for this position is listed below.\n$24.00 - $31.00", (24, 31, "USD", "hour")),
        (
            "Please find the salary scale below. It depends on where you live.\n\n$105,000—$140,000 USD",
            (105_000, 140_000, "USD", "year"),
        ),
        (
            "The base salary range for this opening is as follows. Offers vary with skills.\n$95,000—$128,000",
            (95_000, 128_000, "USD", "year"),
        ),
        ("Our revenue is shown below.\n$90,000 - $100,000", None),
        ("Our fundraising numbers are as follows:\n$100,000 - $200,000", None),
        ("Pay:\nOntario: CA$80,000 – CA$95,000\nBC: CA$85,000 – CA$99,000", (80_000, 99_000, "CAD", "year")),
        (
            "Salary range\nNew York: $150,000 - $170,000\nTexas: $130,000 - $150,000\nElsewhere: $120,000 - $140,000",
            (120_000, 170_000, "USD", "year"),
        ),
        ("Junior: €45,000–€55,000\nSenior: €65,000–€80,000", (45_000, 80_000, "EUR", "year")),
        ("Tier 1 cities: $160k-$190k. Tier 2 cities: $150k-$175k.", (150_000, 190_000, "USD", "year")),
    ],
)
def test_a_heading_or_sentence_announces_pay(words: str, due: Pay) -> None:
    assert pay(words) == due


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("We pay $120,000 a year. Our founders began at $60,000 a year.", (120_000, 120_000, "USD", "year")),
        (
            "The salary is $100,000 - $120,000. After two years people reach $150,000 - $160,000.",
            (100_000, 120_000, "USD", "year"),
        ),
        ("Salary: $80,000. Last year, a colleague in this team was paid $95,000.", (80_000, 80_000, "USD", "year")),
        ("Company-paid $50,000 life cover.\nSalary: $70,000 to $90,000.", (70_000, 90_000, "USD", "year")),
    ],
)
def test_only_lists_are_spanned(words: str, due: Pay) -> None:
    assert pay(words) == due
