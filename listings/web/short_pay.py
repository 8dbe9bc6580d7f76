"""Pay in the few letters that a card has, as people write it: "€62–96k a year"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from listings.display import fact_text
from listings.display.locale_format import currency_sign, number

THOUSAND, MILLION = 1_000, 1_000_000
# Smaller amounts are written out: 9,500 a month, 45 an hour.
MIN_SHORTENED = 10_000


@dataclass(frozen=True, slots=True)
class ShortPay:
    """`full` has every digit. `is_period_stated` False: the ad does not say what the amount is paid for."""

    text: str
    full: str
    is_period_stated: bool = True


def short_pay(salary: Mapping[str, Any]) -> ShortPay:
    """`salary` states an amount."""
    low, high = salary.get("min"), salary.get("max")
    is_period_stated = salary.get("period_stated", True)
    text = amount_range(low, high, salary.get("currency") or "")
    period = fact_text.pay_period(salary) if is_period_stated else ""
    remarks = [fact_text.pay_remarks(salary), fact_text.salary_places(salary)]
    shown = " ".join(filter(None, [text, fact_text.currency_remark(salary), period, *remarks]))
    return ShortPay(shown, fact_text.salary(salary), is_period_stated)


def amount_range(low: float | None, high: float | None, currency: str) -> str:
    """ "€62–96k"; "up to €96k" and "from €62k" if one end is missing."""
    top = max(low or 0, high or 0)
    unit, suffix = (MILLION, "M") if top >= MILLION else (THOUSAND, "k") if top >= MIN_SHORTENED else (1, "")
    sign = currency_sign(currency)
    if low is None or high is None:
        return f"{'up to' if low is None else 'from'} {sign}{_figure(top, unit)}{suffix}"
    # A low end below the unit would read as a fraction of it.
    if low < unit:
        return f"{sign}{_figure(low, 1)}–{_figure(high, unit)}{suffix}"
    ends = list(dict.fromkeys([_figure(low, unit), _figure(high, unit)]))
    return f"{sign}{'–'.join(ends)}{suffix}"


def _figure(amount: float, unit: int) -> str:
    value = amount / unit
    # Three digits at most of what is shortened: 62.5k, 120k.
    digits = (2 if unit == 1 else 1) if unit == 1 or value < 100 else 0
    rounded = round(value, digits)
    return number(rounded, 0 if rounded.is_integer() else digits)
