"""The form that narrows a search by place, pay and hours: its choices, and what it keeps of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from listings.search.query.comparable_pay import PERIODS, currencies, rates_date
from listings.search.query.filters import NONE
from listings.search.query.search import DEFAULT_CURRENCY, KNOWN, USUAL_OVERLAP, WORKING_DAY, Search
from listings.search.results.find import Results
from listings.vocabulary.countries import SUBDIVISIONS
from listings.web.locale_format import number

OWN = {"country", "residence", "tz", "overlap", "hours", "salary_min", "currency", "period", "salary"}
AREAS = {
    "America": "Anchorage Los_Angeles Denver Chicago New_York Halifax Sao_Paulo Argentina/Buenos_Aires",
    "Atlantic": "Azores",
    "Europe": "London Lisbon Berlin Paris Warsaw Athens Kyiv Istanbul",
    "Africa": "Lagos Johannesburg Nairobi",
    "Asia": "Dubai Karachi Kolkata Dhaka Bangkok Ho_Chi_Minh Singapore Shanghai Manila Tokyo",
    "Australia": "Perth Sydney",
    "Pacific": "Honolulu Auckland",
}
ZONES = ["UTC", *(f"{area}/{city}" for area, cities in AREAS.items() for city in cities.split())]
"""Where most people work; any other may stand in the address."""


@dataclass(frozen=True, slots=True)
class FormOption:
    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FilterForm:
    """`kept`: names and values of everything that it does not ask itself."""

    countries: SafeString
    states: Sequence[tuple[str, SafeString]]
    zones: SafeString
    overlaps: SafeString
    currencies: SafeString
    periods: SafeString
    kept: Sequence[tuple[str, str]]
    search: Search
    rates: date
    unstated_place: int
    unstated_pay: int

    @property
    def asks_whole_pay(self) -> bool:
        return "whole" in self.search.salary

    @property
    def keeps_unstated_pay(self) -> bool:
        return "none" in self.search.salary

    @property
    def keeps_unstated_hours(self) -> bool:
        return "none" in self.search.hours


def form(search: Search, results: Results) -> FilterForm:
    return FilterForm(
        countries=written(
            FormOption(code, f"{name} ({number(count)})", code == search.country)
            for code, name, count in results.counts.get("country", [])
            if code != NONE
        ),
        states=[
            ("United States", written_states("US", search.country)),
            ("Canada", written_states("CA", search.country)),
        ],
        zones=written_zones(search.tz),
        overlaps=written(overlaps(search.overlap or USUAL_OVERLAP)),
        currencies=written(options(sorted(currencies()), search.currency or DEFAULT_CURRENCY)),
        periods=written(options(PERIODS, search.period or "year")),
        kept=kept(search),
        search=search,
        rates=rates_date(),
        unstated_place=unstated(results, "country"),
        unstated_pay=unstated(results, "salary"),
    )


def unstated(results: Results, group: str) -> int:
    return sum(count for value, _, count in results.counts.get(group, []) if value == NONE)


def written(some: Iterable[FormOption]) -> SafeString:
    """Hundreds of options cost a template fifty times as much."""
    options = (
        f'<option value="{escape(one.value)}"{" selected" if one.chosen else ""}>{escape(one.label)}</option>'
        for one in some
    )
    return mark_safe("".join(options))  # noqa: S308 - values and labels are escaped above


@lru_cache(maxsize=1000)
def written_states(country: str, chosen: str) -> SafeString:
    return written(states(country, chosen))


@lru_cache(maxsize=1000)
def written_zones(chosen: str) -> SafeString:
    return written(FormOption(zone, zone.replace("_", " "), zone == chosen) for zone in zones(chosen))


def overlaps(chosen: int) -> list[FormOption]:
    return [FormOption(str(hours), f"{hours} hours", hours == chosen) for hours in range(1, WORKING_DAY + 1)]


def states(country: str, chosen: str) -> list[FormOption]:
    own = {code: name for code, name in SUBDIVISIONS.items() if code.startswith(f"{country}-")}
    return [FormOption(code, name, code == chosen) for code, name in sorted(own.items(), key=lambda one: one[1])]


def zones(chosen: str) -> list[str]:
    return ZONES if chosen in ("", *ZONES) else [chosen, *ZONES]


def options(values: Iterable[str], chosen: str) -> list[FormOption]:
    return [FormOption(value, value, value == chosen) for value in values]


def kept(search: Search) -> list[tuple[str, str]]:
    return [(name, value) for name, value in search.pairs() if name in KNOWN and name not in OWN and name != "page"]
