"""Pay from a record's numbers as text, in the form that facts are read from."""

from __future__ import annotations

import re
from typing import Any

from listings.boards.formats.fields import scalar_text

UNITS = {"year": "yearly", "annual": "yearly", "month": "monthly", "week": "weekly", "day": "daily", "hour": "hourly"}
UNITS["daily"] = "daily"
ONE_TIME = ("one-time", "one time", "onetime")
# "per-year-salary", "1 YEAR", "annually"
UNIT = re.compile(rf"(?:1 |per[- ]|a )?({'|'.join(UNITS)})(?:ly|ally|s)?(?:-salary|-wage)?")
UNIT_IN_TEXT = re.compile(rf"\b({'|'.join(UNITS)})")
# No exponent and no sign: "1e5" and "-1" are not pay.
AMOUNT = re.compile(r"\d{1,12}(\.\d{1,9})?")


def pay_text(low: Any, high: Any, currency: Any, unit: Any) -> str:
    """ "90000 - 120000 USD yearly"; "" for zero. A unit that we do not know stays as the board writes it."""
    amounts = range_text(low, high)
    if not amounts:
        return ""
    return " ".join(filter(None, [amounts, scalar_text(currency), in_words(unit)]))


def in_words(unit: Any) -> str:
    """ "yearly" for YEAR, "1 year", "per-year-salary"; a unit that we do not know as it is written."""
    word = scalar_text(unit)
    if word.casefold() in ONE_TIME:
        return "per project"
    known = UNIT.fullmatch(word.casefold())
    return UNITS[known[1]] if known else word


def range_text(low: Any, high: Any) -> str:
    """ "10 - 20", "10", "from 10", "up to 20"; "" where neither is a number above zero."""
    lower, upper = _digits(low), _digits(high)
    if lower and upper:
        return lower if lower == upper else f"{lower} - {upper}"
    return f"from {lower}" if lower else f"up to {upper}" if upper else ""


def pay_unit(text: str) -> str:
    """The first unit of time that the text names."""
    match = UNIT_IN_TEXT.search(text.casefold())
    return match[1] if match else ""


def _digits(value: Any) -> str:
    """A positive number as stated, but whole numbers without a fraction: 90000.0 is 90000."""
    text = "" if isinstance(value, bool) else scalar_text(value)
    if not AMOUNT.fullmatch(text) or not re.search("[1-9]", text):
        return ""
    return text.rstrip("0").rstrip(".") if "." in text else text
