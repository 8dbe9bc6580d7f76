"""What an ad pays in the reader's currency, and whether that reaches their minimum."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from listings.display import fact_text
from listings.search.query import comparable_pay
from listings.search.query.situation import DEFAULT_CURRENCY, Situation
from listings.web.pay_places import may_be_paid_in
from listings.web.short_pay import amount_range

PayVerdict = Literal["", "enough", "below", "starts below"]
"""Of the minimum; "" if the pay cannot be compared. "starts below": the ad names no top, which may reach it."""

# Converted amounts from here on are rounded to thousands: rates move by more than that.
ROUND_TO_THOUSANDS = 10_000


def pay_for_reader(salary: Mapping[str, Any] | None, situation: Situation) -> tuple[str, PayVerdict]:
    """The pay a year as "about €66–84k" or "from about €66k", and whether it is enough; ("", "") if not comparable.

    Pay for people elsewhere is not the reader's, in whatever currency.
    """
    return ("", "") if is_of_others(salary, situation) else _compared(salary, situation)


def is_of_others(salary: Mapping[str, Any] | None, situation: Situation) -> bool:
    """Whether the ad states the pay for places alone where the reader does not live."""
    places = (salary or {}).get("places")
    if not places or not situation.country:
        return False
    return not may_be_paid_in(places, situation.country, situation.state or None)


def _compared(salary: Mapping[str, Any] | None, situation: Situation) -> tuple[str, PayVerdict]:
    currency = situation.currency or DEFAULT_CURRENCY
    yearly, euros = comparable_pay.yearly(salary), comparable_pay.euros(currency)
    if not situation.pay or not salary or yearly is None or not euros:
        return "", ""
    if salary.get("currency") == currency and salary.get("period") == "year":
        # Compare what the ad says, not its value in euros: rounding would reject a pay of exactly the minimum.
        highest = max(salary[bound] for bound in ("min", "max") if salary.get(bound) is not None)
        return "", _verdict(salary, highest, situation.pay)
    low, high = (round_converted(amount / euros) for amount in yearly)
    return _converted(salary, low, high, currency), _verdict(salary, yearly[1] / euros, situation.pay)


def _verdict(salary: Mapping[str, Any], highest: float, minimum: int) -> PayVerdict:
    """`highest`: the highest figure that the ad names."""
    if highest >= minimum:
        return "enough"
    return "starts below" if salary.get("max") is None else "below"


def _converted(salary: Mapping[str, Any], low: int, high: int, currency: str) -> str:
    """With the word of the ad's only bound: "up to about €279k"."""
    bound = "from " if salary.get("max") is None else "up to " if salary.get("min") is None else ""
    return f"{bound}about {amount_range(low, high, currency)}"


def pay_by_time(salary: Mapping[str, Any], situation: Situation) -> str:
    """The pay an hour, a day or a week in the reader's currency, as "about €62–82"; "" if it is in that already."""
    currency = situation.currency or DEFAULT_CURRENCY
    ad_rate, reader_rate = comparable_pay.euros(salary.get("currency") or ""), comparable_pay.euros(currency)
    if salary.get("two_currencies"):
        return ""
    if not situation.pay or salary.get("currency") == currency or not ad_rate or not reader_rate:
        return ""
    bounds = [salary[bound] * ad_rate / reader_rate for bound in ("min", "max") if salary.get(bound) is not None]
    return _converted(salary, round(min(bounds)), round(max(bounds)), currency) if bounds else ""


def pay_period(salary: Mapping[str, Any] | None, *, is_by_time: bool) -> str:
    """Of the pay in the reader's currency; `is_by_time`: it counts by the ad's own period, not by the year."""
    period = (salary or {}).get("period") or "year"
    is_stated = (salary or {}).get("period_stated", True)
    if is_by_time:
        return fact_text.PERIODS[period] if is_stated else ""
    if is_stated or period not in fact_text.PERIODS:
        return fact_text.PERIODS["year"]
    return "" if period == "year" else f"{fact_text.PERIODS['year']} if paid by the {period}"


def round_converted(amount: float) -> int:
    return int(round(amount, -3 if amount >= ROUND_TO_THOUSANDS else -2))
