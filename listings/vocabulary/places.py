"""What places are called: folded name → the codes that it may stand for, most likely first.

Cities are GeoNames' of 15,000 people and more (geonames.org, CC BY 4.0), trimmed to name, country, state and people:
data/cities.tsv. A city stands for its country; in the US and Canada for its state or province.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS

Kind = Literal["region", "country", "subdivision", "city"]

WORDS = re.compile(r"[^\W_]+")
TERRITORIES = ("AS", "GU", "MP", "PR", "UM", "VI")
"""Of the US: countries of their own here."""
MANY = 100_000
"""A city of so many people is known by its bare name; a smaller one only beside its state or country."""


@dataclass(frozen=True, slots=True)
class Place:
    """`codes` is what it comes to ("US-CA", "DE", "emea"); several for a group that has no code of its own."""

    kind: Kind
    codes: tuple[str, ...]

    @property
    def country(self) -> str:
        return self.codes[0].partition("-")[0]


def folded(words: str) -> str:
    """Lower case without accents and signs: "São Paulo" is "sao paulo"."""
    plain = words.translate(LETTERS)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(WORDS.findall(plain.lower()))


LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ß": "ss", "ı": "i", "đ": "d", "æ": "ae"})


@cache
def names() -> Mapping[str, Sequence[Place]]:
    """Everything but smaller cities."""
    found: dict[str, list[Place]] = {}
    for name, place in [*_listed(), *_large_cities()]:
        known = found.setdefault(name, [])
        if place not in known:
            known.append(place)
    return found


def _listed() -> Iterator[tuple[str, Place]]:
    data = tomllib.loads(_read("place_names.toml"))
    tables: list[tuple[Kind, Mapping[str, Sequence[str]]]] = [
        ("region", data["regions"]),
        ("country", {code: [folded(name)] for code, name in COUNTRIES.items()}),
        ("country", data["countries"]),
        ("subdivision", {code: [folded(name)] for code, name in SUBDIVISIONS.items() if code[3:] not in TERRITORIES}),
        ("subdivision", data["subdivisions"]),
        ("subdivision", data["divisions"]),
        ("city", data["cities"]),
    ]
    for group in data["groups"].values():
        yield from ((name, Place("region", tuple(group["places"]))) for name in group["names"])
    for kind, table in tables:
        for code, spellings in table.items():
            yield from ((name, Place(kind, (code,))) for name in spellings)


def _large_cities() -> Iterator[tuple[str, Place]]:
    """With their smaller namesakes: a state or country beside the name may mean them."""
    for name, places in cities().items():
        if places[0][1] >= MANY:
            yield from ((name, place) for place, _ in places)


@cache
def cities() -> Mapping[str, Sequence[tuple[Place, int]]]:
    """Folded name → (place, people), the largest first."""
    found: dict[str, list[tuple[Place, int]]] = {}
    for line in _read("cities.tsv").splitlines()[1:]:
        name, country, state, people = line.split("\t")
        code = f"{country}-{state}" if state else country
        found.setdefault(folded(name), []).append((Place("city", (code,)), int(people)))
    return found


@cache
def codes() -> Mapping[str, Sequence[Place]]:
    """Two letters as written: states, provinces and countries. "CA" is California or Canada."""
    found: dict[str, list[Place]] = {}
    for code in SUBDIVISIONS:
        if code[3:] not in TERRITORIES:
            found.setdefault(code[3:], []).append(Place("subdivision", (code,)))
    for code in COUNTRIES:
        found.setdefault(code, []).append(Place("country", (code,)))
    return found


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")
