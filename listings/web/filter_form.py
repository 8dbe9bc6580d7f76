"""The form that narrows a search by place, pay and hours: its choices, and what it keeps of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.defaultfilters import pluralize
from django.utils.safestring import SafeString

from listings.display import fact_text
from listings.display.locale_format import number
from listings.search.query.comparable_pay import PERIODS, currencies, rates_date
from listings.search.query.parameters import ANY_OVERLAP, FULL_DAY, NONE, removed_with
from listings.search.query.search import Search
from listings.search.query.situation import DEFAULT_CURRENCY, Situation
from listings.search.results.find import Results
from listings.web.form_options import FormOption, written
from listings.web.place_defaults import currency_of, currency_without_rate
from listings.web.place_options import PlaceGroups, counted_option, counted_place_groups

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
class FilterForm:
    """`hidden_fields`: names and values of the parameters that it has no field for.

    `currency_without_rate`: that of the reader's country, where no amount can be given in it and none was chosen.
    """

    places: PlaceGroups
    zones: SafeString
    overlaps: SafeString
    currencies: SafeString
    currency_without_rate: str
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


def filter_form(search: Search, results: Results, reader: Situation) -> FilterForm:
    """Zone and currency begin with those of the reader, whose country comes first; none of them is a filter yet."""
    return FilterForm(
        places=places(search, results, reader),
        zones=zone_options(search.tz or reader.tz),
        overlaps=written(overlaps(search, reader)) if search.tz or reader.tz else written(()),
        currencies=written(options(sorted(currencies()), pay_currency(search, reader))),
        currency_without_rate="" if search.salary_min or reader.pay else currency_without_rate(reader.country),
        periods=written(options(PERIODS, search.period or "year")),
        experience=written(experience_options(search, results)),
        hidden_fields=[(name, value) for name, value in search.pairs() if name not in FIELDS and name != "page"],
        search=search,
        rates=rates_date(),
        unstated_place_count=unstated_count(results, "country"),
        unstated_pay_count=unstated_count(results, "salary"),
        unstated_experience_count=unstated_count(results, "experience"),
    )


def pay_currency(search: Search, reader: Situation) -> str:
    """In which the form asks for pay, and the bars above it are drawn: the reader's, until the search has one."""
    own = "" if search.salary_min else reader.currency or currency_of(reader.country)
    return search.currency or own or DEFAULT_CURRENCY


def unstated_count(results: Results, group: str) -> int:
    return sum(count for value, _, count in results.counts.get(group, []) if value == NONE)


def places(search: Search, results: Results, reader: Situation) -> PlaceGroups:
    """Countries with their counts. That of the reader comes first too, where no other is chosen already."""
    counts = {code: total for code, _, total in results.counts.get("country", ()) if code != NONE}
    groups = counted_place_groups(search.country, counts)
    if not reader.country or search.country:
        return groups
    return [("Your country", written([counted_option(reader.country, counts, chosen=False)])), *groups]


# The chosen value comes from the address, so that the cache has to be bounded.
@lru_cache(maxsize=1000)
def zone_options(chosen: str) -> SafeString:
    return written(FormOption(zone, zone.replace("_", " "), zone == chosen) for zone in zones(chosen))


def overlaps(search: Search, reader: Situation) -> list[FormOption]:
    """A zone of the reader alone filters nothing: that takes a number of hours as well."""
    labels = {hours: f"{hours} hour{pluralize(hours)}" for hours in range(1, FULL_DAY + 1)}
    numbers = [FormOption(str(hours), label, hours == search.overlap) for hours, label in labels.items()]
    return [FormOption(ANY_OVERLAP, "any number of hours", not search.tz), *numbers] if reader.tz else numbers


def experience_options(search: Search, results: Results) -> list[FormOption]:
    """Limits in years with their counts, and the chosen one if it is another."""
    chosen = search.max_experience
    counts = {int(value): count for value, _, count in results.counts.get("experience", []) if value != NONE}
    labels = {years: f"{fact_text.at_most_years(years)} ({number(count)})" for years, count in counts.items()}
    if chosen is not None:
        labels.setdefault(chosen, fact_text.at_most_years(chosen))
    return [FormOption(str(years), label, years == chosen) for years, label in sorted(labels.items())]


def zones(chosen: str) -> list[str]:
    return ZONES if chosen in ("", *ZONES) else [chosen, *ZONES]


def options(values: Iterable[str], chosen: str) -> list[FormOption]:
    return [FormOption(value, value, value == chosen) for value in values]
