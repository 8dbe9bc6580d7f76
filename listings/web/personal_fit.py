"""What a listing means to one reader: whether it is open to them, the hours in common, the pay in their currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from listings.search.index import working_hours
from listings.search.query import comparable_pay
from listings.search.query.parameters import NONE
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.vocabulary.regions import verdict
from listings.web.locale_format import number

VERDICTS = {
    "open": ("yes", "Open to you"),
    "not open": ("no", "Not open to you"),
    "not stated": ("unsaid", "Not stated"),
    "depends on your state": ("unsaid", "Depends on your state"),
}
"""Each with its kind and what readers see."""
DAY = 24
ROUGH = 10_000
"""Amounts from here on are rounded to thousands: rates move more than that."""

Piece = tuple[float, float]
"""Begin and length, in hours of the reader's day."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`count` hours in common; `mine`, `theirs` and `common` are pieces of the reader's day."""

    count: str
    mine: Piece
    theirs: tuple[Piece, ...]
    common: tuple[Piece, ...]
    told: str
    on: date


@dataclass(frozen=True, slots=True)
class PersonalFit:
    """`kind` is "yes", "no", "unsaid", or "" where the reader has named no country; `quote` are the ad's words for it.

    `pay` is the ad's in the reader's terms, "" where they are the same or cannot be compared; `enough` is None where
    no pay is asked or stated.
    """

    kind: str
    verdict: str
    quote: str
    hours: Hours | None
    pay: str
    enough: bool | None
    floor: str


def personal_fit(facts: Mapping[str, Any], situation: Situation, quote: str = "") -> PersonalFit | None:
    """None where the reader has said nothing of themselves."""
    if not situation:
        return None
    residence, kind, label = facts.get("residence"), "", ""
    if situation.country:
        kind, label = VERDICTS[verdict(residence, situation.country, situation.state or None)]
    pay, enough = own_pay(facts.get("salary"), situation)
    return PersonalFit(
        kind=kind,
        verdict=label,
        quote=quote if residence else "",
        hours=own_hours(facts.get("hours"), situation),
        pay=pay,
        enough=enough,
        floor=f"{number(situation.pay)} {situation.currency or DEFAULT_CURRENCY}" if situation.pay else "",
    )


def own_hours(stated: Mapping[str, Any] | None, situation: Situation) -> Hours | None:
    key = working_hours.key(stated) if situation.tz else NONE
    if key == NONE:
        return None
    today, day = timezone.now().date(), situation.day or DEFAULT_DAY
    found = working_hours.shared(key, situation.tz, day, today)
    begins, ends = map(int, day.split("-"))
    common = (max(begins, found.begins), found.hours)
    return Hours(
        count=f"{found.hours:g} hour{'' if found.hours == 1 else 's'} in common",
        mine=(begins, ends - begins),
        theirs=wrapped(found.begins, found.ends - found.begins),
        common=(common,) if found.hours else (),
        told=f"your {begins} to {ends}, their {clock(found.begins)} to {clock(found.ends)} on your clock",
        on=today,
    )


def wrapped(begins: float, length: float) -> tuple[Piece, ...]:
    """A piece that runs past midnight goes on at the other end of the day."""
    begins %= DAY
    if begins + length <= DAY:
        return ((begins, length),)
    return ((begins, DAY - begins), (0, begins + length - DAY))


def clock(hour: float) -> str:
    """9, 14:30; 24 is 0."""
    minutes = round(hour % DAY * 60)
    return f"{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def own_pay(stated: Mapping[str, Any] | None, situation: Situation) -> tuple[str, bool | None]:
    """ "about 66,000–84,000 EUR a year", and whether its top is enough."""
    currency = situation.currency or DEFAULT_CURRENCY
    yearly, worth = comparable_pay.yearly(stated), comparable_pay.euros(currency)
    if not situation.pay or not stated or yearly is None or not worth:
        return "", None
    low, high = (rough(amount / worth) for amount in yearly)
    alike = stated.get("currency") == currency and stated.get("period") == "year"
    if alike:
        top = max(stated[name] for name in ("min", "max") if stated.get(name) is not None)
        return "", top >= situation.pay
    words = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"about {words} {currency} a year", yearly[1] / worth >= situation.pay


def rough(amount: float) -> int:
    return int(round(amount, -3 if amount >= ROUGH else -2))
