"""Amounts of pay among the words of a search: "100k", "$80,000". No title has them, so they are offered as a filter."""

from __future__ import annotations

import re
from dataclasses import dataclass

CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}
AMOUNT = re.compile(
    r"(?P<sign>[$€£]?)(?P<number>\d{2,3}|\d{2,3}[.,]\d{3})(?P<thousands>k?)(?P<end>[€£]?\+?)", re.IGNORECASE
)
# Plans for old age.
BENEFITS = frozenset(["401k"])
MIN_AMOUNT, MAX_AMOUNT = 10_000, 999_000


@dataclass(frozen=True, slots=True)
class PayWord:
    """An amount a year. `currency`: "" if the word names none."""

    amount: int
    currency: str = ""


def pay_word(word: str) -> PayWord | None:
    """The amount that a word is, if it can hardly be anything else: a bare number is none."""
    match = AMOUNT.fullmatch(word)
    if not match or word.lower() in BENEFITS:
        return None
    digits = re.sub(r"[.,]", "", match["number"])
    currency = CURRENCIES.get(match["sign"] or match["end"][:1], "")
    is_sure = match["thousands"] or (currency and len(digits) > 3)
    amount = int(digits) * (1000 if match["thousands"] and len(digits) <= 3 else 1)
    return PayWord(amount, currency) if is_sure and MIN_AMOUNT <= amount <= MAX_AMOUNT else None
