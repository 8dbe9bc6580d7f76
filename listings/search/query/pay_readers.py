"""Readers of the parameters about money: an amount in any of its usual spellings, and its currency."""

from __future__ import annotations

from listings.search.query.amounts import read_amount
from listings.search.query.comparable_pay import currencies
from listings.search.query.value_readers import Given, Invalid, ParameterReader, nearest, quoted, single

DEFAULT = "USD"
HOW_TO_WRITE = "Write it like 70000, 70,000 or 70k."


def currency_beside(amount_name: str) -> ParameterReader:
    """Reads a currency. The one written beside the amount, as in "€70k", wins over the list, which has a default.

    Of several that it may be the one in the list counts, or else the US dollar for "$".
    """

    def read(given: Given, name: str) -> str:
        code, rated = single(given, name).upper(), sorted(currencies())
        if code and code not in rated:
            raise Invalid(name, f"There is no exchange rate for {name} {quoted(code)}.", nearest(code, rated))
        amount = read_amount(single(given, amount_name))
        if amount is None or not amount.currencies or code in amount.currencies:
            return code
        if len(amount.currencies) > 1 and amount.currencies[0] != DEFAULT:
            raise Invalid(amount_name, f"Which currency is meant? Choose one of {', '.join(amount.currencies)}.")
        return amount.currencies[0]

    return read


def pay(max_value: int) -> ParameterReader:
    """Reads an amount of money in any of its usual spellings, from 1 to `max_value`; 0 where it is absent."""

    def read(given: Given, name: str) -> int:
        text = single(given, name)
        if not text:
            return 0
        amount = read_amount(text)
        if amount is None:
            raise Invalid(name, f"We cannot read {quoted(text)} as an amount. {HOW_TO_WRITE}")
        if not 1 <= amount.number <= max_value:
            raise Invalid(name, f"The amount must lie between 1 and {max_value:,}. {HOW_TO_WRITE}")
        return amount.number

    return read
