"""An amount is read however people write it, and what could mean two amounts is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listings.search.query.amounts import Amount, read_amount
from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY, Situation
from tests.tables import table


@table(
    ("text", "number", "first_currency"),
    [
        ("70000", 70_000, ""),
        ("70.000", 70_000, ""),
        ("70,000", 70_000, ""),
        ("70 000", 70_000, ""),
        ("70\N{NO-BREAK SPACE}000", 70_000, ""),
        ("70\N{NARROW NO-BREAK SPACE}000 €", 70_000, "EUR"),
        ("70'000", 70_000, ""),
        ("70’000 CHF", 70_000, "CHF"),
        ("70k", 70_000, ""),
        ("70K", 70_000, ""),
        ("70 k", 70_000, ""),
        ("€70k", 70_000, "EUR"),
        ("70K EUR", 70_000, "EUR"),
        ("EUR 70.000,00", 70_000, "EUR"),
        ("70.000,00", 70_000, ""),
        ("70,000.00", 70_000, ""),
        ("70000.50", 70_000, ""),
        ("62.5k", 62_500, ""),
        ("62,5k", 62_500, ""),
        ("1.5m", 1_500_000, ""),
        ("1,200,000", 1_200_000, ""),
        ("1.200.000", 1_200_000, ""),
        ("12,00,000", 1_200_000, ""),
        ("₹12,00,000", 1_200_000, "INR"),
        ("$120,000", 120_000, "USD"),
        ("US$120k", 120_000, "USD"),
        ("£45,50", 45, "GBP"),
        ("22.50", 22, ""),
        ("  55000 ", 55_000, ""),
        ("250 000 kr", 250_000, "SEK"),
    ],
)
def test_reads_an_amount(text: str, number: int, first_currency: str) -> None:
    amount = read_amount(text)
    assert amount is not None
    assert (amount.number, "".join(amount.currencies[:1])) == (number, first_currency)


@table(
    ("text", "chosen", "currency"),
    [
        ("$70k", "EUR", "USD"),
        ("$70k", "CAD", "CAD"),
        ("$70k", "", "USD"),
        ("70k", "EUR", "EUR"),
        ("€70k", "USD", "EUR"),
        ("500 000 kr", "NOK", "NOK"),
        ("70k fr.", "EUR", "CHF"),
    ],
)
def test_a_sign_beside_an_amount_wins_over_a_currency_that_has_another(text: str, chosen: str, currency: str) -> None:
    assert (Situation.parse({"my_pay": [text], "my_currency": [chosen]}).currency or DEFAULT_CURRENCY) == currency
    assert (Search.parse({"salary_min": [text], "currency": [chosen]}).currency or DEFAULT_CURRENCY) == currency


@table(("text", "chosen"), [("500 000 kr", "EUR"), ("500 000 kr", ""), ("¥500000", "USD")])
def test_a_sign_of_several_currencies_asks_for_one_of_them(text: str, chosen: str) -> None:
    with pytest.raises(Invalid, match="Which currency is meant") as wrong:
        Situation.parse({"my_pay": [text], "my_currency": [chosen]})
    assert wrong.value.parameter == "my_pay"


@table(
    "text",
    ["70,5", "70.5 €", "", "k", "€", "many", "-1", "1.500k", "70.000.00", "70,0000", "70.00.000", "7.0.0", "60-70k",
     "60k–70k", "1e5", "0x70", "٣", "1_000", "70kk", "70000 per year", "70..000", "012.000", "9" * 40],
)  # fmt: skip
def test_refuses_what_is_not_one_amount(text: str) -> None:
    assert read_amount(text) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    amount = read_amount(text)
    assert amount is None or amount.number >= 0


@given(st.integers(min_value=1, max_value=100_000_000), st.sampled_from([",", ".", " ", "'"]))
def test_groups_of_three_mean_the_same_with_any_sign(number: int, sign: str) -> None:
    assert read_amount(f"{number:,}".replace(",", sign)) == Amount(number)


@table(
    ("given_values", "canonical"),
    [
        ({"salary_min": ["70.000"]}, "salary_min=70000"),
        ({"salary_min": ["€70k"]}, "salary_min=70000&currency=EUR"),
        # What is written beside the amount is newer than what the list began with.
        ({"salary_min": ["70k EUR"], "currency": ["USD"]}, "salary_min=70000&currency=EUR"),
        ({"salary_min": ["$70k"], "currency": ["CAD"]}, "salary_min=70000&currency=CAD"),
        ({"salary_min": [""], "currency": ["EUR"]}, ""),
    ],
)
def test_an_address_becomes_the_canonical_one(given_values: dict[str, list[str]], canonical: str) -> None:
    search = Search.parse(given_values)
    assert search.query_string() == canonical
    assert not search.is_canonical or not given_values["salary_min"][0]


def test_the_readers_own_pay_is_read_alike() -> None:
    assert Situation.parse({"my_pay": ["€70k"]}) == Situation(pay=70_000, currency="EUR")


@table("text", ["1.500k", "seventy", "0", "100.000.001"])
def test_the_message_says_how_to_write_it(text: str) -> None:
    for name, read in (("salary_min", Search.parse), ("my_pay", Situation.parse)):
        with pytest.raises(Invalid) as mistake:
            read({name: [text]})
        assert mistake.value.parameter == name
        assert "70,000" in mistake.value.message
