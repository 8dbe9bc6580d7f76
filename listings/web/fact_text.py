"""Facts in words that readers understand. "" is not stated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from listings.vocabulary.categories import CATEGORIES
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.employment import EMPLOYMENT
from listings.vocabulary.languages import LANGUAGES
from listings.vocabulary.regions import REGIONS
from listings.vocabulary.seniority import SENIORITIES
from listings.vocabulary.workplace import WORKPLACES
from listings.web import locale_format

Stated = Mapping[str, Any]

PERIODS = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "project": "for the project",
}
FACTS = {
    "residence": "Where you may live",
    "salary": "Pay",
    "hours": "Hours",
    "workplace": "Workplace",
    "employment": "Employment",
    "seniority": "Level",
    "category": "Kind of work",
    "skills": "Skills",
    "language": "Language of the ad",
}
"""Every fact under the name that readers see, in the order of their questions."""
MOST_PLACES = 12


def in_words(facts: Stated, fact: str) -> str:
    value = facts.get(fact)
    return WORDS[fact](value) if value else ""


def residence(value: Stated, most: int = MOST_PLACES) -> str:
    """ "United States except California, New York"."""
    included, excluded = (_some([place(one) for one in value.get(part) or ()], most) for part in ("include", "exclude"))
    return f"{included} except {excluded}" if excluded else included


def place(code: str) -> str:
    return REGIONS.get(code) or COUNTRIES.get(code) or SUBDIVISIONS.get(code) or code


def _some(names: Sequence[str], most: int) -> str:
    shown = ", ".join(names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def salary(value: Stated) -> str:
    """ "90,000–120,000 USD a year"; what period is read where none is stated is said."""
    low, high = value.get("min"), value.get("max")
    if low is None and high is None:
        return ""
    if low is None:
        amount = f"up to {_amount(high)}"
    elif high is None:
        amount = f"from {_amount(low)}"
    else:
        amount = _amount(low) if low == high else f"{_amount(low)}–{_amount(high)}"
    period = PERIODS.get(value.get("period") or "", "")
    unsaid = "" if value.get("period_stated", True) else " (period not stated)"
    return " ".join(filter(None, [amount, value.get("currency"), period])) + unsaid


def _amount(number: float | None) -> str:
    number = number or 0
    return locale_format.number(number, 0 if float(number).is_integer() else 2)


def hours(value: Stated) -> str:
    """ "UTC−8 to UTC−5, 4 hours in common with America/New York"."""
    low, high = value.get("utc_min"), value.get("utc_max")
    band = ""
    if low is not None and high is not None:
        band = _offset(low) if low == high else f"{_offset(low)} to {_offset(high)}"
    count, zone = value.get("overlap_hours"), value.get("overlap_with")
    common = ""
    if count is not None:
        unit = "hour" if count == 1 else "hours"
        common = f"{count:g} {unit} in common" + (f" with {zone.replace('_', ' ')}" if zone else "")
    return ", ".join(filter(None, [band, common]))


def _offset(number: float) -> str:
    minutes = round(abs(number) * 60)
    sign = "+" if number >= 0 else "−"
    return f"UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


def _named(labels: Mapping[str, str], values: Sequence[str]) -> str:
    return ", ".join(labels.get(value, value) for value in values)


WORDS: Mapping[str, Callable[[Any], str]] = {
    "residence": residence,
    "salary": salary,
    "hours": hours,
    "workplace": lambda value: WORKPLACES.get(value, ""),
    "employment": lambda value: _named(EMPLOYMENT, value),
    "seniority": lambda value: _named(SENIORITIES, value),
    "category": lambda value: CATEGORIES.get(value, ""),
    "skills": ", ".join,
    "language": lambda value: LANGUAGES.get(value, value),
}
