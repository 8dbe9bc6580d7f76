"""The towns of a hybrid job in the few words of a card: whoever works there some days needs more than its country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.display import fact_text
from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.places import cities, codes, folded, german_towns, names
from listings.vocabulary.regions import MEMBERS
from listings.vocabulary.workplace import AT_AN_OFFICE
from listings.web.card_places import MAX_SHOWN, CardPlaces

MAX_PARTS = 40
# "Location: Bergen" in a text. Of other sentences no part is the name of a town.
LABEL = re.compile(r"^\W*(?:(?:job|work|office) )?location\b(?: is)?\W*", re.IGNORECASE)
PART = re.compile(r"[^;/|()\n+–—]+")
OR = re.compile(r",? (?:or|and|&) | - ", re.IGNORECASE)
ARRANGEMENT = re.compile(
    r"\b(?:hybride?|remote|on-?site|in[- ](?:office|person)|office|hq|headquarters|based|in|greater)\b[\s:]*",
    re.IGNORECASE,
)


def with_towns(
    places: CardPlaces, location: str, facts: Mapping[str, Any], other_openings: Sequence[str] = ()
) -> CardPlaces:
    """`places`, or the towns that the ad's words for the place name, if somebody has to be there some days.

    Only towns in the places where people may live, if these are stated: else its words mean something else. Stated
    places without such a town follow them. "Anywhere in the world" names the zones beside which nobody is taken.
    """
    if zones := fact_text.anywhere_in_zones(facts):
        return replace(places, shown=zones)
    residence = facts.get("residence") or {}
    if facts.get("workplace") not in AT_AN_OFFICE or not location or residence.get("exclude"):
        return places
    include = tuple(residence.get("include") or ())
    towns = towns_within(location, include)
    if not towns:
        return places
    rest = [code for code in include if not any(_is_in(known, code) for known in towns.values())]
    if len(towns) == len(include) == 1:
        rest = list(include)
    named = list(dict.fromkeys([*towns, *(fact_text.place_in(residence, code) for code in rest)]))
    return CardPlaces(", ".join(named[:MAX_SHOWN]), (*named[MAX_SHOWN:], *other_openings))


def towns_within(location: str, include: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """As `towns_of`, without those that are in none of the places `include`, if there are any."""
    return {name: known for name, known in towns_of(location) if not include or any(_is_in(known, c) for c in include)}


@bounded_cache(2000)
def towns_of(location: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of towns in the ad's own spelling, each with the codes of the states or countries that have one."""
    towns: dict[str, tuple[str, ...]] = {}
    for part in _parts(LABEL.sub("", location)):
        # "New York City (NYC)" is one town.
        town = _town(part)
        if town and not (town[0].isupper() and any(known[0] == town[1][0] for known in towns.values())):
            towns.setdefault(*town)
    return tuple(towns.items())


def _parts(location: str) -> Iterator[str]:
    """What stands before the first comma of each place: "Tampa" of "Tampa, FL, US"."""
    chunks = [chunk for part in PART.findall(location)[:MAX_PARTS] for chunk in OR.split(part)]
    for chunk in chunks:
        pieces = (ARRANGEMENT.sub("", piece).strip(" .:-,") for piece in chunk.split(","))
        yield from filter(None, pieces)


def _town(part: str) -> tuple[str, tuple[str, ...]] | None:
    """A town, perhaps with its state or country behind: "Greenwich CT"."""
    places = _codes_of(part)
    if places:
        return part, places
    town, _, last = part.rpartition(" ")
    is_place = last in codes() or any(place.kind != "city" for place in names().get(folded(last), ()))
    return (town, places) if is_place and (places := _codes_of(town)) else None


def _codes_of(name: str) -> tuple[str, ...]:
    key = folded(name)
    known = names().get(key, ())
    # "Georgia" and "Ontario" are more often the state than the town.
    if not name[:1].isupper() or name in codes() or any(place.kind != "city" for place in known):
        return ()
    found = [place for place, _ in cities().get(key, ())] + [place for place in known if place.kind == "city"]
    country = german_towns().get(key)
    return (*(place.codes[0] for place in found if place.codes), *([country] if country else []))


def _is_in(town: Sequence[str], code: str) -> bool:
    """Whether one of the codes of a town lies in the place `code`, or may: of many towns only the country is known."""
    members = MEMBERS.get(code, frozenset([code]))
    return any(known in members or known.partition("-")[0] in members or code.startswith(f"{known}-") for known in town)
