"""What places are called: folded name → the codes that it may stand for, most likely first.

Cities are GeoNames' of 15,000 people and more (geonames.org, CC BY 4.0), trimmed to name, country, state and people:
data/cities.tsv. A city stands for its country; in the US and Canada for its state or province.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS

Kind = Literal["region", "country", "subdivision", "city"]

WORDS = re.compile(r"[^\W_]+")
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

    def add(name: str, place: Place) -> None:
        known = found.setdefault(name, [])
        if place not in known:
            known.append(place)

    data = tomllib.loads(_read("place_names.toml"))
    for code, spellings in data["regions"].items():
        for name in spellings:
            add(name, Place("region", (code,)))
    for group in data["groups"].values():
        for name in group["names"]:
            add(name, Place("region", tuple(group["places"])))
    for code, spellings in [*((code, [name]) for code, name in COUNTRIES.items()), *data["countries"].items()]:
        for name in spellings:
            add(folded(name), Place("country", (code,)))
    for code, spellings in [*((code, [name]) for code, name in SUBDIVISIONS.items()), *data["subdivisions"].items()]:
        for name in spellings:
            # Territories are countries of their own here.
            if code[3:] not in ("AS", "GU", "MP", "PR", "UM", "VI"):
                add(folded(name), Place("subdivision", (code,)))
    for code, spellings in data["divisions"].items():
        for name in spellings:
            add(name, Place("subdivision", (code,)))
    for code, spellings in data["cities"].items():
        for name in spellings:
            add(name, Place("city", (code,)))
    for name, places in cities().items():
        for place, people in places:
            if people >= MANY:
                add(name, place)
    return found


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
        if code[3:] not in ("AS", "GU", "MP", "PR", "UM", "VI"):
            found.setdefault(code[3:], []).append(Place("subdivision", (code,)))
    for code in COUNTRIES:
        found.setdefault(code, []).append(Place("country", (code,)))
    return found


def _read(name: str) -> str:
    return resources.files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")
