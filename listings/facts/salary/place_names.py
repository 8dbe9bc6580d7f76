"""The places that a wording beside pay names: every one of them has to be known."""

from __future__ import annotations

import re

from listings.facts.residence.demonyms import DEMONYMS
from listings.vocabulary.countries import COUNTRIES
from listings.vocabulary.languages import LANGUAGES
from listings.vocabulary.places import cities, folded, names
from listings.vocabulary.regions import REGIONS

MAX_PLACES = 12
SEPARATOR = re.compile(r"(,? (?:and|or|&) (?:in )?(?:the )?|, (?:in )?(?:the )?|/)")
# "New York City", "Denver metro area"
SUFFIX = re.compile(r" (?:city|state|metro|area|county|greater|bay area)$")
WORLD = "worldwide"
US, UK = "United States", "United Kingdom"
# Not "German", "Spanish": their writers and editors are of a language.
ADJECTIVES = {
    **{adjective: code for adjective, code in DEMONYMS.items() if adjective.title() not in LANGUAGES.values()},
    "latin american": "latam", "south american": "south_america", "north american": "north_america", "asian": "asia",
    "african": "africa", "nordic": "nordics",
}  # fmt: skip
SPELLED_OUT = {
    **{adjective: name for adjective, code in ADJECTIVES.items() if (name := REGIONS.get(code) or COUNTRIES.get(code))},
    "us": US, "usa": US, "u s": US, "u s a": US, "uk": UK, "u k": UK,
}  # fmt: skip
SURROUNDINGS = frozenset({"bay area", "san francisco bay area", "sf bay area", "nyc", "dc", "washington dc"})


def known_places(written: str) -> list[str]:
    parts = SEPARATOR.split(written)
    first, *others = (part.strip() for part in parts[::2])
    # "Anticipated New York base salary"
    pieces = first.split(" ")
    first = next((name for at in range(len(pieces)) if _is_place(name := " ".join(pieces[at:]))), "")
    if not first:
        # "Glendale, California": a small town beside its state.
        first = parts[0].strip() if others and _contains(others[0], parts[0].strip()) else ""
    if not first or len(others) >= MAX_PLACES or not all(map(_is_place, others)):
        return []
    places = [first]
    for joint, place in zip(parts[1::2], others, strict=True):
        if joint == ", " and _contains(place, places[-1]):
            places[-1] = f"{places[-1]}, {place}"
        else:
            places.append(place)
    return list(dict.fromkeys(SPELLED_OUT.get(folded(place), place) for place in places))


def _is_place(name: str) -> bool:
    key = folded(name)
    bare = SUFFIX.sub("", key)
    if key in SPELLED_OUT:
        return True
    if key in SURROUNDINGS or bare in SURROUNDINGS:
        return True
    return any(WORLD not in place.codes for known in (key, bare) for place in names().get(known, ()))


def is_unmistakable(name: str) -> bool:
    """Whether it is a country, a state or a name of two words: cities are called "Nice" and "Mobile"."""
    key = folded(name)
    return " " in key or key in SURROUNDINGS or any(place.kind != "city" for place in names().get(key, ()))


def _contains(wider: str, name: str) -> bool:
    """Whether "California" contains "Bay Area" or "Glendale"."""
    whole = {code for place in names().get(folded(wider), ()) if place.kind != "city" for code in place.codes}
    key = folded(name)
    if key in SURROUNDINGS:
        return bool(whole)
    towns = [place for place, _ in cities().get(key, ())]
    return any(code in whole or code.partition("-")[0] in whole for town in towns for code in town.codes)
