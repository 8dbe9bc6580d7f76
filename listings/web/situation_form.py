"""What the form of a reader's situation offers, with what they chose or typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from zoneinfo import available_timezones

from django.utils.safestring import SafeString

from listings.search.query.comparable_pay import currencies
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.vocabulary.countries import COUNTRIES
from listings.web.filter_form import FormOption, states, written

AREAS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

Typed = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SituationForm:
    countries: SafeString
    states: tuple[tuple[str, SafeString], ...]
    zones: tuple[tuple[str, SafeString], ...]
    begins: SafeString
    ends: SafeString
    currencies: SafeString
    pay: str


def typed(situation: Situation) -> Typed:
    """The situation as a form sends it."""
    return dict(situation.pairs())


def form(given: Typed) -> SituationForm:
    begins, _, ends = (given.get("my_day") or DEFAULT_DAY).partition("-")
    state, zone, currency = (given.get(f"my_{name}", "") for name in ("state", "tz", "currency"))
    named = sorted(COUNTRIES.items(), key=lambda one: one[1])
    return SituationForm(
        countries=written(FormOption(code, name, code == given.get("my_country")) for code, name in named),
        states=tuple(
            (title, written(states(code, state))) for code, title in (("US", "United States"), ("CA", "Canada"))
        ),
        zones=tuple((area, written(zone_options(area, zone))) for area, _ in zones()),
        begins=written(hours(0, 23, begins)),
        ends=written(hours(1, 24, ends)),
        currencies=written(FormOption(one, one, one == (currency or DEFAULT_CURRENCY)) for one in sorted(currencies())),
        pay=given.get("my_pay", ""),
    )


def hours(first: int, last: int, chosen: str) -> list[FormOption]:
    return [FormOption(str(hour), f"{hour}:00", str(hour) == chosen) for hour in range(first, last + 1)]


def zone_options(area: str, chosen: str) -> list[FormOption]:
    return [
        FormOption(zone, zone.partition("/")[2].replace("_", " ") or zone, zone == chosen)
        for zone in dict(zones())[area]
    ]


@cache
def zones() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every zone of a place, by the part of the world; UTC apart."""
    named = sorted(zone for zone in available_timezones() if zone.partition("/")[0] in AREAS)
    grouped = groupby(named, key=lambda zone: zone.partition("/")[0])
    return (("Everywhere", ("UTC",)), *((area, tuple(some)) for area, some in grouped))
