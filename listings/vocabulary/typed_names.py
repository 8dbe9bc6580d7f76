"""Names of places as people write them: "St." for "Saint", "L.A.", with accents or without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from listings.vocabulary.combining_marks import without_accents
from listings.vocabulary.places import city_rows, folded

# Meant before the country or state whose code it is.
CITY_ABBREVIATIONS = {
    "la": ("US-CA", "Los Angeles"),
    "slc": ("US-UT", "Salt Lake City"),
    "vegas": ("US-NV", "Las Vegas"),
}
_PAIRS = (("saint", "st"), ("sainte", "ste"), ("fort", "ft"), ("mount", "mt"))
_OTHER_SPELLING = {left: right for pair in _PAIRS for left, right in (pair, pair[::-1])}
# Names that other lists have without accents or capitals, with their codes.
_ACCENTED_NAMES = {
    "AT": ("Österreich", "Österreichs"),
    "BR": ("Brésil",),
    "CI": ("Côte d’Ivoire",),
    "CZ": ("Česko",),
    "DE": ("München", "Baden-Württemberg", "Thüringen"),
    "ES": ("España",),
    "MX": ("México",),
    "PA": ("Panamá",),
    "PE": ("Perú",),
    "TR": ("Türkiye",),
    "US-DC": ("Washington DC",),
}
PLAIN_NAME = re.compile(r"[A-Z][a-z]*(?: [A-Z][a-z]*)*")
# Up to so many letters a name without accents is written in capitals.
ABBREVIATION_LENGTH = 3


def typed_name(text: str) -> str:
    """The text as names are compared: "l a" of "L.A." is "la"."""
    name = folded(text)
    parts = name.split()
    return "".join(parts) if len(parts) > 1 and all(len(part) == 1 for part in parts) else name


def spellings(name: str) -> tuple[str, ...]:
    """A folded name, and the same with "st" for "saint" or the reverse."""
    parts = name.split()
    if _OTHER_SPELLING.keys().isdisjoint(parts):
        return (name,)
    return name, " ".join(_OTHER_SPELLING.get(part, part) for part in parts)


@cache
def written_names() -> Mapping[tuple[str, str], str]:
    """Folded name and code → how it is written, where that is more than a capital for each word: "São Paulo"."""
    written = {(folded(name), code): name for code, names in _ACCENTED_NAMES.items() for name in names}
    for city in city_rows():
        # Folding takes long: four in five names are plain.
        is_plain = PLAIN_NAME.fullmatch(city.name)
        if not is_plain and (name := folded(city.name)) and name.title() != city.name:
            written.setdefault((name, city.code), city.name)
    return written


def with_typed_accents(name: str, text: str) -> str:
    """`name` as the reader has typed it, if that has accents: "Köln", not "Koln"."""
    if not name or without_accents(text) == text or folded(text) != folded(name):
        return name
    return text.title() if text == text.lower() or text == text.upper() else text
