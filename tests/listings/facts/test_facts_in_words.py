"""Pay for a piece of work and usual years of experience: no value of ours, but words of the ad."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.display import fact_text
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
BOARD = BOARDS["jobposting"]


def read(text: str, **fields: Any) -> dict[str, Any]:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return facts.read(replace(AD, html=html, **fields), BOARD)


@table(
    ("text", "quote"),
    [
        ("We typically expect at least 3 years of experience.", "typically expect at least 3 years of experience"),
        ("We'd typically expect 4+ years of experience, but read on.", "typically expect 4+ years of experience"),
        ("We normally look for 5 years of experience.", "normally look for 5 years of experience"),
        ("- ~12 years of experience in sales", "~12 years of experience in sales"),
        ("Around 2 years’ experience as a clerk.", "Around 2 years’ experience as a clerk"),
        ("You have ten years of experience, more or less.", "ten years of experience, more or less"),
        ("You'll typically have 5+ years of experience", "typically have 5+ years of experience"),
        ("You’ll typically have 5+ years in sales.", "typically have 5+ years in sales"),
        ("Typically 2 – 4 years of related experience", "Typically 2 – 4 years of related experience"),
        (
            "People who do well generally bring 4 to 6 years of experience.",
            "generally bring 4 to 6 years of experience",
        ),
    ],
)
def test_usual_years_are_quoted(text: str, quote: str) -> None:
    stated = read(text)
    assert (stated["experience_years"], stated["in_words"].get("experience_years")) == (None, quote)


@table(
    "text",
    [
        "Our engineers typically have 10 years of experience.",
        "Our customers typically have 20 years of experience.",
        "We have about 20 years of experience.",
        "Our team has around 15 years of experience.",
        "~3+ years of experience",
        "We typically bring 20 years of experience to a project.",
        "Contracts typically last 2 years; experience counts.",
        "Internships usually run for 1 year, with experience in labs.",
        "Projects usually take 2 years and give you experience.",
    ],
)
def test_usual_years_of_something_else(text: str) -> None:
    assert "experience_years" not in read(text)["in_words"]


@table(
    ("text", "quote"),
    [
        (
            "Requirements:\n- A Bachelor's degree and 5 years of experience, or a Master's degree and 3 years",
            "A Bachelor's degree and 5 years of experience, or a Master's degree and 3 years",
        ),
        (
            "Requirements:\n- 12 years of sales experience (with a Bachelor's degree) in lamps.\n"
            "- A Master's degree with 10 years' experience.",
            "12 years of sales experience (with a Bachelor's degree) in lamps",
        ),
        (
            "Requirements:\n- 5+ years of experience as a Sr. Keeper by the sea or 7+ years of experience as a Keeper.",
            "5+ years of experience as a Sr. Keeper by the sea or 7+ years of experience as a Keeper",
        ),
        (
            "Requirements:\n- Degree in optics or 4 years of experience",
            "Degree in optics or 4 years of experience",
        ),
        ("Requirements:\n- 5+ years of experience preferred", "5+ years of experience preferred"),
        ("Ideally about 4 years of experience", "Ideally about 4 years of experience"),
        ("Requirements:\n- Ideally 2 years of lamp experience", "Ideally 2 years of lamp experience"),
    ],
)
def test_years_of_which_no_number_holds_are_quoted(text: str, quote: str) -> None:
    stated = read(text)
    assert (stated["experience_years"], stated["in_words"].get("experience_years")) == (None, quote)


@table(
    "text",
    [
        # Half of a choice says less than none.
        "Requirements:\n- or a Master's degree and 3 years of experience",
        "Requirements:\n- A degree and 3 years of experience, or 5 years of experience with " + "lamps, " * 40,
        "Our founders ideally bring 20 years of experience.",
    ],
)
def test_years_that_no_quote_states_whole(text: str) -> None:
    assert "experience_years" not in read(text)["in_words"]


def test_years_with_a_dash_between_blanks() -> None:
    assert read("2 – 4 years of related experience")["experience_years"] == 2


@table(
    ("text", "quote"),
    [
        ("Pay: $40 a lesson", "$40 a lesson"),
        ("Rate: $15 per call", "$15 per call"),
        ("You earn $25 per accepted story.", "$25 per accepted story"),
        ("Tutors are paid $30/lesson.", "$30/lesson"),
        ("Compensation: $12 per completed call, paid weekly", "$12 per completed call"),
        ("Earn $20-$30 per lesson", "$20-$30 per lesson"),
        ("We pay $3 per page.", "$3 per page"),
    ],
)
def test_pay_for_a_piece_is_quoted(text: str, quote: str) -> None:
    stated = read(text)
    assert (stated["salary"], stated["in_words"].get("salary")) == (None, quote)


@table(
    ("text", "quote"),
    [
        ("There's no salary at this stage, but equity.", "There's no salary at this stage, but equity"),
        ("We pay no salary yet.", "We pay no salary yet"),
        ("We currently offer no salary.", "We currently offer no salary"),
        ("This is an unpaid internship.", "This is an unpaid internship"),
        ("This internship is Unpaid, for credit", "This internship is Unpaid, for credit"),
        ("There is no salary cap.", None),
        ("You may take unpaid leave.", None),
    ],
)
def test_work_without_pay_is_quoted(text: str, quote: str | None) -> None:
    stated = read(text)
    assert (stated["salary"], stated["in_words"].get("salary")) == (None, quote)


@table(
    "text",
    [
        "Our app costs $5 per session.",
        "You get a $100 bonus per post.",
        "Clients pay $80 per session.",
        "Co-working budget: 40 USD per visit",
        "Each test costs us $30 per interview.",
        "Save $20 per call with Millrace.",
        "Rate: $70 per session hour",
    ],
)
def test_other_money_for_a_piece(text: str) -> None:
    assert "salary" not in read(text)["in_words"]


@table(
    "text", ["Gehalt: 12 € pro Einsatz", "Gehalt: 12 € pro Wort", "Salario: 12 € por palabra", "Salaire : 12 € par mot"]
)
def test_pay_for_a_piece_in_other_languages_is_no_pay_by_the_hour(text: str) -> None:
    assert read(text)["salary"] is None


def test_pay_pro_rata_is_pay() -> None:
    assert read("Salary: £30,000 pro rata")["salary"]["min"] == 30_000


@table(
    ("text", "quote"),
    [
        ("Salary: £1,500 biweekly; paid by card.", "£1,500 biweekly"),
        (
            "The pay is $700 for the probationary period and $1,300 for all following months.",
            "$700 for the probationary period and $1,300 for all following months",
        ),
    ],
)
def test_pay_that_has_no_value_is_quoted(text: str, quote: str) -> None:
    stated = read(text)
    assert (stated["salary"], stated["in_words"].get("salary")) == (None, quote)


def test_pay_without_a_currency_beside_other_money_is_quoted() -> None:
    stated = read("A fair salary of 45-50k and a bonus. The drinks are £3.")
    assert (stated["salary"], stated["in_words"]["salary"]) == (None, "salary of 45-50k and a bonus")


@table(
    ("text", "currency"),
    [
        ("Salary: $120,000 USD or EUR equivalent", "USD"),
        ("Salary: $90k USD / €80k EUR", "USD"),
        ("Salary: $100,000 US$/USD per year", "USD"),
        ("Salary: US$ 100,000 / CA$ 130,000", "USD"),
        ("Salary: $85k, paid in USD or EUR", "USD"),
        ("The salary is £70k/€80k.", "GBP"),
        ("Salary: $120,000 - $150,000 USD (or $160,000 CAD)", "USD"),
        ("We pay above average: $90,000 - $110,000 a year.", "USD"),
        ("Salary: $80,000 - $100,000; the average deal is $20,000.", "USD"),
        ("Salary: $90,000 - $110,000 (average $100,000)", "USD"),
        ("Salary: up to $90,000; average tenure 4 years", "USD"),
        ("Base: $80,000. Average bonus: $10,000", "USD"),
        ("With an average team age of 30, the salary is $90,000.", "USD"),
    ],
)
def test_pay_in_a_currency_that_is_named_has_a_value(text: str, currency: str) -> None:
    assert read(text)["salary"]["currency"] == currency


def test_two_amounts_in_two_currencies_are_no_range() -> None:
    salary = read("Rate: 35€/h or $40/h")["salary"]
    assert (salary["min"], salary["max"], salary["currency"]) == (35, 35, "EUR")
    assert read("Salary: CAD 90,000 - $100,000 a year")["salary"]["max"] == 100_000


@table(
    ("text", "period", "stated"),
    [
        ("Salary: €2,500 gross for 24 hours a week, per month", "month", True),
        ("Salary: $2,000, 20 hours per week", "month", False),
        ("Weekly pay: $900 (40 hours a week)", "week", True),
        ("Pay is $25, 20 hours/week", "hour", False),
    ],
)
def test_working_time_is_not_what_is_paid_for(text: str, period: str, stated: bool) -> None:
    salary = read(text)["salary"]
    assert (salary["period"], salary["period_stated"]) == (period, stated)


def test_an_amount_of_zero_is_not_quoted() -> None:
    assert read("Salary: $0.00 per hour")["in_words"] == {}


def test_pay_beside_a_salary_stays_out() -> None:
    stated = read("Salary: $80,000 a year plus $30 per call")
    assert (stated["salary"]["min"], stated["in_words"]) == (80_000, {})


@table(
    ("text", "shown"),
    [
        ("We pay $25 per post.", "$25 per post"),
        ("Fixed pay: $250 per article", "$250 per article"),
        ("We pay $900 per project.", "$900 for the project"),
        ("Gehalt: 120 € pro Artikel", "€120 per article"),
    ],
)
def test_a_piece_of_a_project_is_named(text: str, shown: str) -> None:
    stated = read(text)
    assert fact_text.describe(stated, "salary") == shown
    assert "piece" not in facts.to_label(stated)["salary"]


def test_a_piece_in_the_field_of_the_board_is_named() -> None:
    assert fact_text.describe(read("Write well.", salary="$250 per article"), "salary") == "$250 per article"
    assert fact_text.describe(read("Write well.", salary="900 USD per project"), "salary") == "$900 for the project"
    lesson = read("Teach well.", salary="$40 per lesson")
    assert (lesson["salary"], lesson["in_words"]) == (None, {})


@table(
    ("text", "quote_end"),
    [
        ("Compensation: market-rate contracting, typically 100–200/hr.", "typically 100–200/hr"),
        ("Hourly rate: 40 to 50 per hour", "40 to 50 per hour"),
        ("Pay 45-70 an hour, by experience", "45-70 an hour"),
        ("You take 20-30 calls per hour for fair pay.", ""),
        ("The pace is 20 per hour; pay is discussed later.", ""),
        ("Pay rises by 3% per hour of training.", ""),
    ],
)
def test_hourly_pay_in_a_currency_that_goes_without_saying_is_quoted(text: str, quote_end: str) -> None:
    facts = read(text)
    assert facts["salary"] is None
    quote = facts["in_words"].get("salary", "")
    assert quote.endswith(quote_end) if quote_end else not quote
