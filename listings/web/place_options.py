"""Countries to choose from, by part of the world; states and provinces stand under their country."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from html import escape

from django.utils.safestring import SafeString

from listings.display.locale_format import number
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.places import TERRITORIES
from listings.vocabulary.regions import MEMBERS, STATES
from listings.web.form_options import FormOption, written

# Title → regions of the vocabulary. A country stands in the first part that has it.
WORLD: Mapping[str, Sequence[str]] = {
    "Europe": ("europe",),
    "Latin America": ("latam", "south_america", "central_america"),
    "North America": ("north_america",),
    "Caribbean": ("caribbean",),
    "Africa": ("africa",),
    "Asia": ("asia",),
    "Oceania": ("oceania",),
}
ELSEWHERE = "Elsewhere"
# Nobody lives there but for some months: the list of homes is long enough.
UNINHABITED = frozenset(["AQ", "BV", "GS", "HM", "TF", "UM"])

PlaceGroups = Sequence[tuple[str, SafeString]]


# The chosen place comes from the address, so that the cache has to be bounded.
@lru_cache(maxsize=1000)
def place_groups(chosen: str) -> PlaceGroups:
    """Every country where people live, state and province. `chosen`: "DE" or "US-CA"."""
    groups = []
    for title, codes in countries_by_part().items():
        places = with_states(_homes(codes, chosen), chosen)
        options = (FormOption(code, place_name(code), code == chosen) for code in places)
        groups.append((title, written(options)))
    return groups


def counted_place_groups(chosen: str, counts: Mapping[str, int]) -> PlaceGroups:
    """Only the countries with a count, which is shown, and their states."""
    groups = []
    for title, codes in countries_by_part().items():
        shown = [code for code in _homes(codes, chosen) if code in counts or chosen.startswith(code)]
        if shown:
            groups.append((title, _written(with_states(shown, chosen), chosen, counts)))
    return groups


def _homes(codes: Iterable[str], chosen: str) -> list[str]:
    return [code for code in codes if code not in UNINHABITED or code == chosen]


def _written(codes: Iterable[str], chosen: str, counts: Mapping[str, int]) -> SafeString:
    """As `written` gives it: a page has three hundred places, whose names are the same on every page."""
    elements = (
        f'<option value="{code}"{" selected" if code == chosen else ""}>{_escaped_name(code)}'
        f"{f' ({escape(number(counts[code]))})' if code in counts else ''}</option>"
        for code in codes
    )
    return SafeString("".join(elements))


@cache
def _escaped_name(code: str) -> str:
    return escape(place_name(code))


def counted_option(code: str, counts: Mapping[str, int], chosen: bool) -> FormOption:
    count = f" ({number(counts[code])})" if code in counts else ""
    return FormOption(code, place_name(code) + count, chosen)


def place_name(code: str) -> str:
    """ "Germany", or "United States: California", which people also find by the name of the state."""
    return f"{COUNTRIES[code[:2]]}: {SUBDIVISIONS[code]}" if "-" in code else COUNTRIES[code]


def is_place(code: str) -> bool:
    """Whether a list of places has it: a country, a state of the US or a province of Canada."""
    return code in COUNTRIES or code in STATES.get(code[:2], ())


def with_states(codes: Sequence[str], chosen: str = "") -> list[str]:
    """Each country followed by its states, where ads name these.

    A territory that has a code as a country is offered as that, and as a state only to those who have chosen it.
    """
    places = [place for code in codes for place in (code, *_states_by_name().get(code, ()))]
    return [place for place in places if place[3:] not in TERRITORIES or place == chosen]


@cache
def countries_by_part() -> Mapping[str, Sequence[str]]:
    """Part of the world → codes of its countries by name. Every country is in one part."""
    parts: dict[str, list[str]] = {title: [] for title in (*WORLD, ELSEWHERE)}
    for code in sorted(COUNTRIES, key=lambda code: COUNTRIES[code]):
        title = next((title for title, regions in WORLD.items() if _is_in(code, regions)), ELSEWHERE)
        parts[title].append(code)
    return {title: codes for title, codes in parts.items() if codes}


def _is_in(code: str, regions: Sequence[str]) -> bool:
    return any(code in MEMBERS[region] for region in regions)


@cache
def _states_by_name() -> Mapping[str, Sequence[str]]:
    return {country: sorted(states, key=lambda code: SUBDIVISIONS[code]) for country, states in STATES.items()}
