"""Amounts among the words of a search."""

from __future__ import annotations

from listings.search.query.pay_words import PayWord, pay_word
from tests.tables import table


@table(
    ("word", "pay"),
    [
        ("100k", PayWord(100_000)),
        ("$120K+", PayWord(120_000, "USD")),
        ("€80.000", PayWord(80_000, "EUR")),
        ("60,000€", PayWord(60_000, "EUR")),
        ("£45k", PayWord(45_000, "GBP")),
        ("401k", None),
        ("100", None),
        ("2000", None),
        ("100,000", None),
        ("5k", None),
        ("k8s", None),
        ("", None),
    ],
)
def test_what_is_pay(word: str, pay: PayWord | None) -> None:
    assert pay_word(word) == pay
