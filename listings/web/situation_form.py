"""The choices of the form for the reader's situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from babel.numbers import get_currency_name
from django.utils.safestring import SafeString

from listings.search.query.comparable_pay import currencies
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.vocabulary.countries import COUNTRIES
from listings.web.filter_form import FormOption, states, written

# The zone database also has aliases such as "US/Pacific", and fixed offsets under "Etc".
AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

FormValues = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SituationForm:
    """The options of each list as HTML, the chosen one selected; groups of options have titles."""

    countries: SafeString
    states: tuple[tuple[str, SafeString], ...]
    zones: tuple[tuple[str, SafeString], ...]
    day_starts: SafeString
    day_ends: SafeString
    currencies: SafeString
    pay: str


def form_values(situation: Situation) -> FormValues:
    """The situation as the form would send it."""
    return dict(situation.pairs())


def form(values: FormValues) -> SituationForm:
    start, _, end = (values.get("my_day") or DEFAULT_DAY).partition("-")
    country, state, zone, currency = (values.get(f"my_{name}", "") for name in ("country", "state", "tz", "currency"))
    return SituationForm(
        countries=written(
            FormOption(code, name, code == country)
            for code, name in sorted(COUNTRIES.items(), key=lambda named: named[1])
        ),
        states=tuple(
            (title, written(states(code, state))) for code, title in (("US", "United States"), ("CA", "Canada"))
        ),
        zones=tuple((area, written(zone_options(area, zone))) for area in zones_by_area()),
        day_starts=written(hour_options(0, 23, start)),
        day_ends=written(hour_options(1, 24, end)),
        currencies=written(currency_options(currency or DEFAULT_CURRENCY)),
        pay=values.get("my_pay", ""),
    )


def hour_options(first: int, last: int, chosen: str) -> list[FormOption]:
    return [FormOption(str(hour), f"{hour}:00", str(hour) == chosen) for hour in range(first, last + 1)]


def currency_options(chosen: str) -> list[FormOption]:
    return [FormOption(code, label, code == chosen) for code, label in currency_labels().items()]


@cache
def currency_labels() -> Mapping[str, str]:
    """Code → "USD, US Dollar". The code comes first, because a list is searched by its first letters."""
    return {code: f"{code}, {get_currency_name(code, locale='en')}" for code in sorted(currencies())}


def zone_options(area: str, chosen: str) -> list[FormOption]:
    return [
        FormOption(zone, zone.partition("/")[2].replace("_", " ") or zone, zone == chosen)
        for zone in zones_by_area()[area]
    ]


@cache
def zones_by_area() -> Mapping[str, tuple[str, ...]]:
    """Every zone of a place by its part of the world, and UTC under "Everywhere"."""
    zones = sorted(zone for zone in available_timezones() if zone.partition("/")[0] in AREAS)
    grouped = groupby(zones, key=lambda zone: zone.partition("/")[0])
    return {"Everywhere": ("UTC",), **{area: tuple(area_zones) for area, area_zones in grouped}}
