"""The currency and the time zone that most people in a country or a state have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from listings.search.query.comparable_pay import currencies
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.state_zones import zone_of_state
from listings.vocabulary.zones import renamed_zones, zone_names

# Of countries with several times, or whose first zone is a small one: the zone of nearly everybody there.
MAIN_ZONES = {
    "CL": "America/Santiago",
    "CN": "Asia/Shanghai",
    "CY": "Asia/Nicosia",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "KZ": "Asia/Almaty",
    "MY": "Asia/Kuala_Lumpur",
    "NZ": "Pacific/Auckland",
    "PT": "Europe/Lisbon",
    "UA": "Europe/Kyiv",
    "UZ": "Asia/Tashkent",
}
# A day in winter and one in summer: zones that agree on both keep the same time.
MONTHS = (1, 7)


@cache
def currency_of(country: str) -> str:
    """The code of its currency; "" if there is no exchange rate for it."""
    return next((code for code in get_territory_currencies(country) if code in currencies()), "")


def currency_name(country: str) -> str:
    """The English name of its currency, with a rate or without: "Nigerian naira"; "" for no country."""
    code = next(iter(get_territory_currencies(country)), "") if country in COUNTRIES else ""
    return get_currency_name(code, count=2, locale="en") if code else ""


def currency_without_rate(country: str) -> str:
    """Its name, where no amount can be given in it."""
    return "" if currency_of(country) else currency_name(country)


@cache
def zone_of(place: str) -> str:
    """Of a country, or a state as "US-OH"; "" if people there live by several times."""
    country = place[:2]
    if zone := zone_of_state().get(place):
        return zone
    if country in MAIN_ZONES:
        return MAIN_ZONES[country]
    zones = [zone for zone in get_global("territory_zones").get(country, ()) if zone in zone_names()]
    return zones[0] if len({_offsets(zone) for zone in zones}) == 1 else ""


def with_defaults(values: Mapping[str, str], place: str) -> dict[str, str]:
    """A form's values, with the zone and currency of the country or state where the form left them blank."""
    country = place[:2]
    defaults = {"my_tz": zone_of(place), "my_currency": currency_of(country)} if country in COUNTRIES else {}
    return {**values, **{name: defaults[name] for name in defaults if values.get(name) == ""}}


@cache
def defaults_json() -> str:
    """Country, or state with a zone of its own, → [currency, zone, currency without a rate], for the form's script."""
    places = (*COUNTRIES, *zone_of_state())
    defaults = {code: (currency_of(code[:2]), zone_of(code), currency_without_rate(code[:2])) for code in places}
    return json.dumps(defaults, separators=(",", ":"))


@cache
def zones_by_currency_json() -> str:
    """Currency → the time zones where people are paid in it, between spaces, for the same script."""
    countries, aliases = get_global("zone_territories"), get_global("zone_aliases")
    zones: dict[str, list[str]] = {}
    for zone in sorted(({*countries, *aliases} & zone_names()) - renamed_zones().keys()):
        if currency := currency_of(countries.get(aliases.get(zone, zone), "")):
            zones.setdefault(currency, []).append(zone)
    return json.dumps({currency: " ".join(names) for currency, names in zones.items()}, separators=(",", ":"))


@cache
def renamed_zones_json() -> str:
    """Name that has been replaced → the present one, for the same script: browsers report "Asia/Calcutta"."""
    return json.dumps(dict(sorted(renamed_zones().items())), separators=(",", ":"))


def _offsets(zone: str) -> tuple[object, ...]:
    year = datetime.now(UTC).year
    return tuple(datetime(year, month, 1, 12, tzinfo=ZoneInfo(zone)).utcoffset() for month in MONTHS)
