"""Place names: folded name → the places it may mean, most likely first.

Cities are those of GeoNames with 15,000 inhabitants or more (geonames.org, CC BY 4.0), reduced to name, country, state
and population: data/cities.tsv; smaller towns where German is spoken: data/german_towns.tsv. A city stands for its
country or, in the US and Canada, for its state or province.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from listings.vocabulary.combining_marks import without_accents
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS

Kind = Literal["region", "country", "subdivision", "city"]

TOKEN = re.compile(r"[^\W_]+")
# US territories with a country code of their own, which wins over the US subdivision code.
TERRITORIES = ("AS", "GU", "MP", "PR", "VI")
# Cities of this population are recognised by name alone, smaller ones only next to their state or country.
MIN_POPULATION = 100_000
# After the code of a country or region: a part of it that has no code, such as the Midwest ("US-*").
UNNAMED_PART = "-*"


@dataclass(frozen=True, slots=True)
class Place:
    """`codes` are country, subdivision or region codes ("DE", "US-CA", "emea").

    More than one for a group without a code of its own, such as Scandinavia. `without`: the parts of them that the name
    leaves out, as "continental US" leaves out Hawaii. A vague place ("Southeast Asia") has no codes.
    """

    kind: Kind
    codes: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def country(self) -> str:
        return self.codes[0].partition("-")[0] if self.codes else ""


def folded(text: str) -> str:
    """Lower case without accents and punctuation: "São Paulo" becomes "sao paulo"."""
    return " ".join(TOKEN.findall(without_accents(text.translate(LETTERS)).lower()))


# NFKD does not decompose these letters.
LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "ı": "i", "đ": "d", "æ": "ae"})


@cache
def names() -> Mapping[str, Sequence[Place]]:
    """Places by folded name, without the smaller cities."""
    places_by_name: dict[str, list[Place]] = {}
    for name, place in [*_curated_names(), *_large_cities()]:
        places = places_by_name.setdefault(name, [])
        if place not in places:
            places.append(place)
    return places_by_name


def _curated_names() -> Iterator[tuple[str, Place]]:
    data, foreign = (tomllib.loads(_read(name)) for name in ("place_names.toml", "foreign_names.toml"))
    # The order decides ambiguous names: "georgia" is the country first, then the state.
    tables: list[tuple[Kind, Mapping[str, Sequence[str]]]] = [
        ("region", data["regions"]),
        ("country", {code: [folded(name)] for code, name in COUNTRIES.items()}),
        ("country", data["countries"]),
        ("region", foreign["regions"]),
        ("country", foreign["countries"]),
        ("subdivision", {code: [folded(name)] for code, name in SUBDIVISIONS.items() if code[3:] not in TERRITORIES}),
        ("subdivision", data["subdivisions"]),
        ("subdivision", {code: [folded(name) for name in spellings] for code, spellings in divisions().items()}),
        ("city", data["cities"]),
    ]
    for group in data["groups"].values():
        place = Place("region", tuple(group["places"]), tuple(group.get("without", ())))
        yield from ((name, place) for name in group["names"])
    for kind, table in tables:
        for code, spellings in table.items():
            yield from ((name, Place(kind, (code,))) for name in spellings)


@cache
def divisions() -> Mapping[str, Sequence[str]]:
    """Parts of countries other than the US and Canada: code → its English name, then further ones."""
    return tomllib.loads(_read("divisions.toml"))


def _large_cities() -> Iterator[tuple[str, Place]]:
    for name, places in cities().items():
        if places[0][1] >= MIN_POPULATION:
            # Smaller namesakes are included: "Portland, ME" must find Maine.
            yield from ((name, place) for place, _ in places)


class City(NamedTuple):
    """`code`: of its country or, in the US and Canada, of its state or province."""

    name: str
    code: str
    population: int


def city_rows() -> Iterator[City]:
    """The largest first, as the file is sorted."""
    for line in _read("cities.tsv").splitlines()[1:]:
        name, country, state, population = line.split("\t")
        yield City(name, f"{country}-{state}" if state else country, int(population))


@cache
def cities() -> Mapping[str, Sequence[tuple[Place, int]]]:
    """Folded name → (place, population) pairs, largest first."""
    places_by_name: dict[str, list[tuple[Place, int]]] = {}
    for name, code, population in city_rows():
        places_by_name.setdefault(folded(name), []).append((Place("city", (code,)), population))
    return places_by_name


@cache
def german_towns() -> Mapping[str, str]:
    """Folded name → country of the smaller towns in German-speaking countries.

    Their names are too many and too ordinary to be looked for among other words, or in other languages.
    """
    return dict(line.split("\t") for line in _read("german_towns.tsv").splitlines()[1:])


@cache
def codes() -> Mapping[str, Sequence[Place]]:
    """Two-letter codes → the states, provinces and countries they may mean: "CA" is California or Canada."""
    places_by_code: dict[str, list[Place]] = {}
    for code in SUBDIVISIONS:
        if code[3:] not in TERRITORIES:
            places_by_code.setdefault(code[3:], []).append(Place("subdivision", (code,)))
    for code in COUNTRIES:
        places_by_code.setdefault(code, []).append(Place("country", (code,)))
    return places_by_code


@cache
def long_codes() -> Mapping[str, Place]:
    """Three-letter country codes of ISO 3166-1: "SGP" is Singapore."""
    pairs = (pair.split(":") for pair in _read("iso3.txt").split("\n", 1)[1].split())
    return {long: Place("country", (code,)) for code, long in pairs}


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")
