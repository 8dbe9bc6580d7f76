"""Pay made comparable: a year's worth, in euros, by the European Central Bank's rates."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from currency_converter import CurrencyConverter

PERIODS = {"year": 1.0, "month": 12.0, "week": 52.0, "day": 260.0, "hour": 2080.0}
"""How many of each make a year. A project's pay is never converted."""


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter()


@cache
def currencies() -> frozenset[str]:
    """Those with a rate of this year's: old ones (drachma, rouble) are not converted."""
    newest = rates_date()
    return frozenset(name for name in _rates().currencies if _last(name).year == newest.year)


def rates_date() -> date:
    return _last("USD")


def _last(currency: str) -> date:
    last: date = _rates().bounds[currency].last_date
    return last


@cache
def euros(currency: str) -> float | None:
    """What one unit is worth, on the newest day with a rate; None without one."""
    if currency not in currencies():
        return None
    return float(_rates().convert(1, currency, "EUR"))


def yearly(salary: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """(low, high) a year in whole euros; where one bound is not stated, both are the other. None: not comparable."""
    if not salary:
        return None
    times, worth = PERIODS.get(salary.get("period") or ""), euros(salary.get("currency") or "")
    bounds = [salary[name] for name in ("min", "max") if salary.get(name) is not None]
    if times is None or worth is None or not bounds:
        return None
    low, high = (min(10**12, round(amount * times * worth)) for amount in (min(bounds), max(bounds)))
    return low, high
