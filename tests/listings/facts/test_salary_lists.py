"""Amounts of several sentences, headings that announce pay."""

from __future__ import annotations

from tests.listings.facts.pay_reading import Pay, pay
from tests.tables import table


@table(
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
        (
            "The base salary range for this position is:\nNational: $90,000 - $110,000\nPremium: $98,000 - $119,000"
            "\nPremium Plus: $105,000 - $128,000",
            (90_000, 128_000, "USD", "year"),
        ),
        ("Insurance premium: $500 - $900 per month", None),
        ("Budget: $4,000 to $6,000 per month", (4_000, 6_000, "USD", "month")),
        ("Training budget: $4,000 to $6,000 per month", None),
        ("Budget: $500 per month", None),
        ("Our revenue is shown below.\n$90,000 - $100,000", None),
        ("Our fundraising numbers are as follows:\n$100,000 - $200,000", None),
        ("Pay:\nOntario: CA$80,000 – CA$95,000\nBC: CA$85,000 – CA$99,000", (80_000, 99_000, "CAD", "year")),
        (
            "Salary range\nNew York: $150,000 - $170,000\nTexas: $130,000 - $150,000\nElsewhere: $120,000 - $140,000",
            (120_000, 170_000, "USD", "year"),
        ),
        ("Junior: €45,000–€55,000\nSenior: €65,000–€80,000", (45_000, 80_000, "EUR", "year")),
        ("Tier 1 cities: $160k-$190k. Tier 2 cities: $150k-$175k.", (150_000, 190_000, "USD", "year")),
        # Far apart, with rates between them.
        (
            "Hourly rates by country:\nUSA – $36–50/hr Spain – $18–27/hr Morocco – $7–15/hr"
            " Bangladesh, Bhutan, Cambodia, India, Indonesia, Malaysia, Maldives, Mongolia, Nepal, Vietnam – $5–10/hr",
            (5, 50, "USD", "hour"),
        ),
        ("USA – $36–50/hr\nIndia – $5–10/hr", (36, 50, "USD", "hour")),
    ],
)
def test_a_heading_or_sentence_announces_pay(words: str, due: Pay) -> None:
    assert pay(words) == due


@table(
    ("words", "due"),
    [
        ("We pay $120,000 a year. Our founders began at $60,000 a year.", (120_000, 120_000, "USD", "year")),
        (
            "The salary is $100,000 - $120,000. After two years people reach $150,000 - $160,000.",
            (100_000, 120_000, "USD", "year"),
        ),
        ("Salary: $80,000. Last year, a colleague in this team was paid $95,000.", (80_000, 80_000, "USD", "year")),
        ("Our life insurance pays $200,000. Salary: $90,000 a year.", (90_000, 90_000, "USD", "year")),
        ("Company-paid $50,000 life cover.\nSalary: $70,000 to $90,000.", (70_000, 90_000, "USD", "year")),
    ],
)
def test_only_lists_are_spanned(words: str, due: Pay) -> None:
    assert pay(words) == due


@table(
    ("words", "due"),
    [
        ("Minimum: $90,000\nMaximum: $120,000", (90_000, 120_000, "USD", "year")),
        (
            "Pay range minimum: $90,000.00 per year. Pay range maximum: $120,000.00 per year.",
            (90_000, 120_000, "USD", "year"),
        ),
        ("Salary minimum $70,000, maximum $95,000", (70_000, 95_000, "USD", "year")),
        ("Salary: min $90,000 / max $120,000", (90_000, 120_000, "USD", "year")),
        ("Hourly range: Min $20.00 - Max $28.00", (20, 28, "USD", "hour")),
        ("Salary from $90,000 up to $120,000", (90_000, 120_000, "USD", "year")),
        ("The salary is between $90,000 and up to $120,000.", (90_000, 120_000, "USD", "year")),
        ("Zone A: $100,000 - $120,000\nZone B: $90,000 - $110,000", (90_000, 120_000, "USD", "year")),
        ("Salary Geo 1: $100,000 - $120,000\nSalary Geo 2: $90,000 - $110,000", (90_000, 120_000, "USD", "year")),
        ("Colorado: $100,000 - $120,000\nCalifornia: $115,000 - $135,000", (100_000, 135_000, "USD", "year")),
        (
            "The base salary in New York is $120,000 - $140,000. In all other places the range is $100,000 - $125,000.",
            (100_000, 140_000, "USD", "year"),
        ),
        ("$100,000 - $120,000 in Colorado; $110,000 - $130,000 in California", (100_000, 130_000, "USD", "year")),
        (
            "Pay range for Bay Area: $150,000-$180,000. Pay range for Seattle: $140,000-$165,000.",
            (140_000, 180_000, "USD", "year"),
        ),
        ("Backend: €60k-€70k\nFrontend: €55k-€65k", (55_000, 70_000, "EUR", "year")),
        ("Engineer I: $80,000 – $95,000. Engineer II: $95,000 – $115,000.", (80_000, 115_000, "USD", "year")),
        ("L4 $150k–$180k, L5 $180k–$220k", (150_000, 220_000, "USD", "year")),
        ("Salary: $100,000 (junior) to $150,000 (senior)", (100_000, 150_000, "USD", "year")),
        ("Salary for juniors €45k, for seniors €70k", (45_000, 70_000, "EUR", "year")),
        ("Salary: $95,000 in Denver, $110,000 in Boston", (95_000, 110_000, "USD", "year")),
        ("We pay €50,000 for mid and €65,000 for senior keepers.", (50_000, 65_000, "EUR", "year")),
        ("US base: $120,000-$150,000\nUK base: £80,000-£100,000", (120_000, 150_000, "USD", "year")),
        ("$120,000 - $150,000 USD\n$150,000 - $180,000 CAD", (120_000, 150_000, "USD", "year")),
        ("Salary $5,000 per month ($60,000 per year)", (5_000, 5_000, "USD", "month")),
        ("€48,000 a year (€4,000 a month)", (48_000, 48_000, "EUR", "year")),
        ("Salary: £50,000 ($63,000)", (50_000, 50_000, "GBP", "year")),
        ("$40/hour (about $83,000 a year)", (40, 40, "USD", "hour")),
        ("The starting rate is $20/hr. After 90 days it is $22/hr.", (20, 20, "USD", "hour")),
        ("Salary: $80,000 base. OTE: $160,000", (80_000, 80_000, "USD", "year")),
        ("Base salary $80k; with commission $150k+", (80_000, 80_000, "USD", "year")),
        ("Compensation: $70K base + $70K variable = $140K OTE", (70_000, 70_000, "USD", "year")),
        ("OTE $150k-$180k (50/50 base/variable)", (150_000, 180_000, "USD", "year")),
        ("$65,000 base salary, $100,000+ first year earnings", (65_000, 65_000, "USD", "year")),
        ("Earn $65,000 to $100,000 in your first year", (65_000, 100_000, "USD", "year")),
        ("$60k salary + $20k bonus", (60_000, 60_000, "USD", "year")),
        ("Total comp $180k (base $140k, bonus $20k, equity $20k)", (140_000, 140_000, "USD", "year")),
        ("Salary: $120,000 + equity ($50,000 per year)", (120_000, 120_000, "USD", "year")),
        ("Salary up to $100,000 plus up to $20,000 bonus", (None, 100_000, "USD", "year")),
        ("Level base range\nL3 $150,000 - $175,000\nL4 $175,000 - $210,000", (150_000, 210_000, "USD", "year")),
        ("Fixum 50.000 € pro Jahr plus variable Vergütung bis 20.000 €.", (50_000, 50_000, "EUR", "year")),
        ("Internship allowance: €1,500 per month.", (1_500, 1_500, "EUR", "month")),
        ("$20 an hour on weekdays, $25 on weekends", (20, 25, "USD", "hour")),
        ("Pay: $20 per hour on weekdays and $25 on Sundays", (20, 25, "USD", "hour")),
        ("You earn $20 an hour on weekdays, and a bonus of $25 on weekends", (20, 20, "USD", "hour")),
        ("$20 on weekdays and $25 on weekends", None),
    ],
)
def test_lists_of_places_levels_and_bounds(words: str, due: Pay) -> None:
    assert pay(words) == due
