"""The form that narrows a search by place, pay and hours: its choices, and what it keeps of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from listings.search.query.comparable_pay import PERIODS, currencies, rates_date
from listings.search.query.parameters import DEFAULT_OVERLAP, FULL_DAY, NONE, removed_with
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY
from listings.search.results.find import Results
from listings.vocabulary.countries import SUBDIVISIONS
from listings.web import fact_text
from listings.web.locale_format import number

# A working day other than 9 to 17 has no field: only the address can hold it, and the form keeps it.
FIELDS = {row.name for leader in ("country", "tz", "salary_min", "experience") for row in removed_with(leader)} - {
    "day"
}
AREAS = {
    "America": "Anchorage Los_Angeles Denver Chicago New_York Halifax Sao_Paulo Argentina/Buenos_Aires",
    "Atlantic": "Azores",
    "Europe": "London Lisbon Berlin Paris Warsaw Athens Kyiv Istanbul",
    "Africa": "Lagos Johannesburg Nairobi",
    "Asia": "Dubai Karachi Kolkata Dhaka Bangkok Ho_Chi_Minh Singapore Shanghai Manila Tokyo",
    "Australia": "Perth Sydney",
    "Pacific": "Honolulu Auckland",
}
# Where most people work; the address may hold any other zone.
ZONES = ["UTC", *(f"{area}/{city}" for area, cities in AREAS.items() for city in cities.split())]


@dataclass(frozen=True, slots=True)
class FormOption:
    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FilterForm:
    """`hidden_fields`: names and values of the parameters that it has no field for."""

    countries: SafeString
    states: Sequence[tuple[str, SafeString]]
    zones: SafeString
    overlaps: SafeString
    currencies: SafeString
    periods: SafeString
    experience: SafeString
    hidden_fields: Sequence[tuple[str, str]]
    search: Search
    rates: date
    unstated_place_count: int
    unstated_pay_count: int
    unstated_experience_count: int

    @property
    def requires_whole_pay(self) -> bool:
        return "whole" in self.search.salary

    @property
    def includes_unstated_pay(self) -> bool:
        return NONE in self.search.salary

    @property
    def includes_unstated_experience(self) -> bool:
        return NONE in self.search.experience

    @property
    def includes_unstated_hours(self) -> bool:
        return NONE in self.search.hours


def filter_form(search: Search, results: Results) -> FilterForm:
    return FilterForm(
        countries=written(
            FormOption(code, f"{name} ({number(count)})", code == search.country)
            for code, name, count in results.counts.get("country", [])
            if code != NONE
        ),
        states=[
            ("United States", state_options("US", search.country)),
            ("Canada", state_options("CA", search.country)),
        ],
        zones=zone_options(search.tz),
        overlaps=written(overlaps(search.overlap or DEFAULT_OVERLAP)),
        currencies=written(options(sorted(currencies()), search.currency or DEFAULT_CURRENCY)),
        periods=written(options(PERIODS, search.period or "year")),
        experience=written(experience_options(search, results)),
        hidden_fields=[(name, value) for name, value in search.pairs() if name not in FIELDS and name != "page"],
        search=search,
        rates=rates_date(),
        unstated_place_count=unstated_count(results, "country"),
        unstated_pay_count=unstated_count(results, "salary"),
        unstated_experience_count=unstated_count(results, "experience"),
    )


def unstated_count(results: Results, group: str) -> int:
    return sum(count for value, _, count in results.counts.get(group, []) if value == NONE)


def written(options: Iterable[FormOption]) -> SafeString:
    """The <option> elements. A template takes fifty times as long for the hundreds that a form has."""
    elements = (
        f'<option value="{escape(option.value)}"{" selected" if option.chosen else ""}>{escape(option.label)}</option>'
        for option in options
    )
    return mark_safe("".join(elements))  # noqa: S308 - values and labels are escaped above


# The chosen value comes from the address, so that the cache has to be bounded.
@lru_cache(maxsize=1000)
def state_options(country: str, chosen: str) -> SafeString:
    return written(states(country, chosen))


@lru_cache(maxsize=1000)
def zone_options(chosen: str) -> SafeString:
    return written(FormOption(zone, zone.replace("_", " "), zone == chosen) for zone in zones(chosen))


def overlaps(chosen: int) -> list[FormOption]:
    return [FormOption(str(hours), f"{hours} hours", hours == chosen) for hours in range(1, FULL_DAY + 1)]


def experience_options(search: Search, results: Results) -> list[FormOption]:
    """Limits in years with their counts, and the chosen one if it is another."""
    chosen = search.max_experience
    counts = {int(value): count for value, _, count in results.counts.get("experience", []) if value != NONE}
    labels = {years: f"{fact_text.at_most_years(years)} ({number(count)})" for years, count in counts.items()}
    if chosen is not None:
        labels.setdefault(chosen, fact_text.at_most_years(chosen))
    return [FormOption(str(years), label, years == chosen) for years, label in sorted(labels.items())]


def states(country: str, chosen: str) -> list[FormOption]:
    """States of the US or provinces of Canada, by name."""
    names = {code: name for code, name in SUBDIVISIONS.items() if code.startswith(f"{country}-")}
    return [FormOption(code, name, code == chosen) for code, name in sorted(names.items(), key=lambda pair: pair[1])]


def zones(chosen: str) -> list[str]:
    return ZONES if chosen in ("", *ZONES) else [chosen, *ZONES]


def options(values: Iterable[str], chosen: str) -> list[FormOption]:
    return [FormOption(value, value, value == chosen) for value in values]
