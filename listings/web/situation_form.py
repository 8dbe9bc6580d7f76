"""The choices of the form for the reader's situation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from babel.numbers import get_currency_name
from django.utils.safestring import SafeString

from listings.search.query.comparable_pay import currencies
from listings.search.query.parameters import NONE
from listings.search.query.situation import DEFAULT_CURRENCY, DEFAULT_DAY, Situation
from listings.vocabulary.zones import AREAS, present_zone, renamed_zones, zone_names
from listings.web.form_options import FormOption, written
from listings.web.place_defaults import currency_without_rate, defaults_json, renamed_zones_json, zones_by_currency_json
from listings.web.place_options import PlaceGroups, place_groups

FormValues = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SituationForm:
    """The options of each list as HTML, the chosen one selected; groups of options have titles.

    `leaves_zone_out`: the reader has chosen to have none, rather than that of where they live. `currency_without_rate`:
    the name of their country's currency, if no amount can be given in it. `defaults`: of each place,
    `zones_by_currency` and `renamed_zones`, as JSON.
    """

    places: PlaceGroups
    zones: tuple[tuple[str, SafeString], ...]
    day_starts: SafeString
    day_ends: SafeString
    currencies: SafeString
    pay: str
    leaves_zone_out: bool
    currency_without_rate: str
    defaults: str
    zones_by_currency: str
    renamed_zones: str


def form_values(situation: Situation) -> FormValues:
    """The situation as the form would send it."""
    return dict(situation.pairs())


def form(values: FormValues, *, is_new: bool = False) -> SituationForm:
    """`is_new`: the values are a beginning, and leave out what nobody was asked for."""
    start, _, end = (values.get("my_day") or DEFAULT_DAY).partition("-")
    place = values.get("place") or values.get("my_state") or values.get("my_country") or ""
    zone, pay = present_zone(values.get("my_tz", "")), values.get("my_pay", "")
    return SituationForm(
        places=place_groups(place.upper()),
        zones=tuple((area, written(zone_options(area, zone))) for area in zones_by_area()),
        day_starts=written(hour_options(0, 23, start)),
        day_ends=written(hour_options(1, 24, end)),
        # Where a pay came without one, the form that was sent is shown again; an address leaves out the default.
        currencies=written(currency_options(values.get("my_currency", DEFAULT_CURRENCY if pay else ""))),
        pay=pay,
        leaves_zone_out=zone == NONE or (bool(values) and not is_new and "my_tz" not in values),
        currency_without_rate=currency_without_rate(place[:2].upper()),
        defaults=defaults_json(),
        zones_by_currency=zones_by_currency_json(),
        renamed_zones=renamed_zones_json(),
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
    """Every zone of a place by its part of the world, under its present name, and UTC under "Everywhere"."""
    zones = sorted(zone for zone in zone_names() - renamed_zones().keys() if zone.partition("/")[0] in AREAS)
    grouped = groupby(zones, key=lambda zone: zone.partition("/")[0])
    return {"Everywhere": ("UTC",), **{area: tuple(area_zones) for area, area_zones in grouped}}
