"""The pay of an ad: amounts in every notation, and money that is not pay."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.salary.reader import read as read_salary
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")


def read(**stated: Any) -> Fact | None:
    return read_salary(Reading(replace(AD, **stated), BOARDS["remoteco"]))


def pay(**stated: Any) -> tuple[Any, ...] | None:
    fact = read(**stated)
    if fact is None:
        return None
    return tuple(fact.value[name] for name in ("min", "max", "currency", "period", "period_stated"))


@table(
    ("field", "due"),
    [
        ("$90 - $150 /hour", (90, 150, "USD", "hour", True)),
        ("$31,2k- $52k", (31200, 52000, "USD", "year", False)),
        ("OTE $25k - $35k", (25000, 35000, "USD", "year", False)),
        ("$50k–$100k /year", (50000, 100000, "USD", "year", True)),
        ("120-170k/year", (120000, 170000, "USD", "year", True)),
        ("$40-85k USD", (40000, 85000, "USD", "year", False)),
        ("$50k-$300k USD per year", (50000, 300000, "USD", "year", True)),
        ("76 - 80 USD hourly", (76, 80, "USD", "hour", True)),
        ("34.62 USD hourly", (34.62, 34.62, "USD", "hour", True)),
        ("195,000.00 - 408,000.00 USD Annually", (195000, 408000, "USD", "year", True)),
        ("90000 - 120000 USD YEAR", (90000, 120000, "USD", "year", True)),
        ("98000 - 121500 CAD yearly; 90000 - 110000 CAD yearly", (90000, 121500, "CAD", "year", True)),
        ("from 31.5 CAD hourly", (31.5, None, "CAD", "hour", True)),
        ("up to 2000 CAD monthly", (None, 2000, "CAD", "month", True)),
        ("up to 2000 CAD bi-week-salary", None),
        ("114 - 225 USD", (114, 225, "USD", "hour", False)),
        ("USD 136,000 - 210,000", (136000, 210000, "USD", "year", False)),
        ("CA$102.8K – CA$137K", (102800, 137000, "CAD", "year", False)),
        ("EUR 25,000+", (25000, None, "EUR", "year", False)),
        ("15990 - 20200 PLN monthly", (15990, 20200, "PLN", "month", True)),
        ("0 - 0 USD", None),
        ("0", None),
        ("-", None),
        ("", None),
        (None, None),
        ("Pay per task", None),
        ("Competitive", None),
    ],
)
def test_the_boards_field(field: str | None, due: tuple[Any, ...] | None) -> None:
    assert pay(salary=field) == due


@table(
    ("words", "due"),
    [
        ("Salary: € 50.000", (50000, 50000, "EUR", "year", False)),
        ("Salary: 50.000 € p.a.", (50000, 50000, "EUR", "year", True)),
        ("Salary: £45k – £55k", (45000, 55000, "GBP", "year", False)),
        ("Salary: USD 90,000 to 110,000", (90000, 110000, "USD", "year", False)),
        ("Salary Range $72000.00 To $91,500.00 / year", (72000, 91500, "USD", "year", True)),
        ("Compensation<br>$34.62/hour", (34.62, 34.62, "USD", "hour", True)),
        ("Pay: $76/hr", (76, 76, "USD", "hour", True)),
        ("Pay: CHF 98,000 – CHF 106,000", (98000, 106000, "CHF", "year", False)),
        ("Salary: A$ 100,000 - A$ 120,000", (100000, 120000, "AUD", "year", False)),
        ("Salary: S$6,000 - S$8,000 per month", (6000, 8000, "SGD", "month", True)),
        ("Salary: R$ 8.000,00 por mês", (8000, 8000, "BRL", "month", True)),
        ("Salary: 20 000 – 25 000 PLN net + VAT per month", (20000, 25000, "PLN", "month", True)),
        ("Lön: 45 000 - 52 000 kr per månad", (45000, 52000, "SEK", "month", True)),
        ("Pay: 8-12 LPA", (800000, 1200000, "INR", "year", True)),
        ("CTC: ₹8,00,000 - ₹12,00,000", (800000, 1200000, "INR", "year", True)),
        ("The base compensation range for this role is 120-130k", (120000, 130000, "USD", "year", False)),
        ("USD $108,500.00/Yr.<br>Max<br>USD $140,950.00/Yr.", (108500, 140950, "USD", "year", True)),
        ("The salary range is $60,675- $101, 125 annually", (60675, 101125, "USD", "year", True)),
        ("Annual base salary: between $70,000 and $90,000", (70000, 90000, "USD", "year", True)),
        ("On this project you earn up to $23 per hour", (None, 23, "USD", "hour", True)),
        ("Pay starts at $95,000 and tops out at $115,000 a year", (95000, 115000, "USD", "year", True)),
        ("The salary is capped at $145,000/year", (None, 145000, "USD", "year", True)),
        ("Salary floor for this role begins at $110,000+ per year", (110000, None, "USD", "year", True)),
        ("Salary: $120k+ based on experience", (120000, None, "USD", "year", False)),
        ("Hourly rate: $19—$23", (19, 23, "USD", "hour", True)),
        ("Our rate is £450 per day", (450, 450, "GBP", "day", True)),
        ("$315 per ~1500-word article", (315, 315, "USD", "project", True)),
        ("Gehalt: 32.000 – 48.000 € brutto/Jahr", (32000, 48000, "EUR", "year", True)),
        ("Lantern | Tide Engineer | Remote | €48–60k/yr | lantern.example", (48000, 60000, "EUR", "year", True)),
        ("Lantern | Tide Engineer | Remote | ~$160k | lantern.example", (160000, 160000, "USD", "year", False)),
        (
            "Compensation and benefits<br>1. $112,000/yr<br>2. $20,000 signing bonus",
            (112000, 112000, "USD", "year", True),
        ),
        ("Salary: $70,000.00 to $80,000.00 /hour", (70000, 80000, "USD", "year", False)),
        (
            "Pay ranges from $41.25/hr in our lowest market up to $88.94/hr in our highest",
            (41.25, 88.94, "USD", "hour", True),
        ),
        ("Job Type: ContractPay: $40.00 - $50.00 per hourSchedule: days", (40, 50, "USD", "hour", True)),
        ("Salary $15.63 per hour - 19 hours a week", (15.63, 15.63, "USD", "hour", True)),
        ("Einstiegsgehalt ab EUR 3.200,- brutto/Monat", (3200, None, "EUR", "month", True)),
        ("Base salary: £50,000-£60,000 ($65,000-$78,000)", (50000, 60000, "GBP", "year", False)),
    ],
)
def test_sentences(words: str, due: tuple[Any, ...]) -> None:
    assert pay(html=f"<p>We keep tides.</p><p>{words}</p>") == due


@table(
    "words",
    [
        "We raised a $21M Series B.",
        "We raised $80,000 from friends.",
        "The salary is paid by a $200M fund.",
        "You manage budgets between $50,000 and $100,000.",
        "An annual education benefit of $1,500.",
        "Compensation includes a $20,000 signing bonus.",
        "A learning stipend: $2,000 per year.",
        "A $300 annual learning stipend.",
        "Remote working budget: €1,000 per year",
        "Benefits: 401k with match, $50/month wellness allowance",
        "Refer a friend and earn a referral bonus of up to $2,500.",
        "Some of our members are making over $150k/year.",
        "Our plan is normally $2,388/year.",
        "$10M+ in revenue, 25k GitHub stars, 80k users",
        "Experience with PHP 7/8 and PHP 8.1",
        "Lift up to 20 pounds, 10 000 customers, 2026-08-05, 50% of $10",
        "We pay $0.06 per word.",
        "Pay: $2,816 every two weeks",
        "Salary: competitive",
        "Weeks of salary: 12.12.2026 and 1.2.3.4",
    ],
)
def test_other_money_is_no_pay(words: str) -> None:
    assert pay(html=f"<p>We keep tides.</p><p>{words}</p>") is None


@table(
    ("place", "currency"),
    [
        ("Canada Only", "CAD"),
        ("Remote / Vancouver, BC", "CAD"),
        ("Sydney, Australia", "AUD"),
        ("Singapore", "SGD"),
        ("USA, Canada", "USD"),
        ("Vancouver, WA", "USD"),
        ("Brazil", "USD"),
        ("Anywhere in the World", "USD"),
        (None, "USD"),
    ],
)
def test_a_bare_dollar_is_of_the_ads_place(place: str | None, currency: str) -> None:
    found = pay(location=place, html="<p>Salary: $130,000 - $150,000 a year</p>")
    assert found == (130000, 150000, currency, "year", True)


def test_an_amount_without_a_sign_is_of_the_ads_place() -> None:
    assert pay(location="London, UK", html="Lantern | Engineer | 110k+ (based on experience)") == (
        110000,
        None,
        "GBP",
        "year",
        False,
    )


@table(
    ("said", "with_variable"),
    [
        ("OTE: $120,000 - $140,000 a year.", True),
        ("On-target earnings are $55,000 - $100,000 a year.", True),
        ("The target total comp (inclusive of base and commission) is $275,000 – $300,000 a year.", True),
        ("Salary: $120,000 - $140,000 a year, and a bonus.", False),
        ("Total compensation: $120,000 - $140,000 a year.", False),
        ("Base Salary: $120,000 a year. OTE $220,000.", False),
    ],
)
def test_pay_for_who_reaches_targets_is_marked(said: str, with_variable: bool) -> None:
    fact = read(html=f"<p>{said}</p>")
    assert fact is not None
    assert fact.value.get("with_variable", False) is with_variable


def test_the_texts_base_pay_is_before_the_field() -> None:
    said = "<p>Base Salary: $120,000</p><p>Total OTE of $220,000-$300,000.</p>"
    assert pay(salary="$220k-$300k OTE", html=said) == (120000, 120000, "USD", "year", False)
    assert pay(salary="$170k - $200k", html="<p>Compensation: $160,000–$200,000</p>") == (
        160000,
        200000,
        "USD",
        "year",
        False,
    )
    assert pay(salary="350700 - 474400 USD", html="<p>Salary Range: PLN 350,700 - 474,400</p>") == (
        350700,
        474400,
        "PLN",
        "year",
        False,
    )


def test_the_field_says_what_the_text_leaves_open() -> None:
    assert pay(salary="19 - 23 AUD hourly", html="<p>Compensation Range</p><p>$19—$23</p>") == (
        19,
        23,
        "AUD",
        "hour",
        True,
    )
    assert pay(salary="23 USD hourly", html="<p>You earn up to $23.</p>") == (None, 23, "USD", "hour", True)
    assert pay(salary="$50-$75 /hour", html="<p>The rate of pay is $20 per 100 words.</p>") == (
        50,
        75,
        "USD",
        "hour",
        True,
    )
    assert pay(salary="$75/hour", html="<p>Some experts make over $150k/year.</p>") == (75, 75, "USD", "hour", True)


def test_on_target_earnings_count_where_no_base_is_stated() -> None:
    ote = "<p>On-target earnings are between $55,000 - $100K.</p>"
    assert pay(html=ote) == (55000, 100000, "USD", "year", False)
    assert pay(html="<p>Base salary: $40,000 - $50,000.</p>" + ote) == (40000, 50000, "USD", "year", False)


def test_several_places_give_the_widest_span_in_the_first_currency() -> None:
    html = (
        "<p>Base pay range (CA, NY): $195,000 - $255,000</p><p>Base pay range (other states): $173,000 - $233,000</p>"
        "<p>Base pay range (UK): £100,000 - £150,000</p>"
    )
    fact = read(html=html)
    assert fact is not None
    assert (fact.value["min"], fact.value["max"], fact.value["currency"]) == (173000, 255000, "USD")
    assert len(fact.spans) == 2


def test_evidence_is_the_ads_own_words() -> None:
    html = "<p>We keep tides.</p><p>Salary: $90,000 — $110,000/year for keepers</p>"
    fact = read(html=html)
    assert fact is not None
    assert fact.evidence == fact.value["evidence"] == "$90,000 — $110,000/year"
    (span,) = fact.spans
    assert Reading(replace(AD, html=html), BOARDS["remoteco"]).text[span.start : span.end] == fact.evidence
    fact = read(salary="$90k")
    assert fact is not None
    assert (fact.evidence, fact.spans) == ("field:salary", ())


def test_the_title_states_pay_too() -> None:
    assert pay(title="Tide Engineer [$120k]") == (120000, 120000, "USD", "year", False)
    assert pay(title="Tide Engineer ($110-$190/hr)") == (110, 190, "USD", "hour", True)
    assert pay(title="Tide Engineer at a $200M company") is None
