"""Regions as ads name them, with the countries that belong to each, and what a residence comes to."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS

Verdict = Literal["open", "not open", "not stated", "depends on your state"]

_DATA = tomllib.loads(resources.files(__package__).joinpath("data/regions.toml").read_text())
REGIONS: Mapping[str, str] = {name: region["title"] for name, region in _DATA.items()}
MEMBERS: Mapping[str, frozenset[str]] = {
    name: frozenset(region["members"].split() or COUNTRIES) for name, region in _DATA.items()
}
STATES: Mapping[str, frozenset[str]] = {
    country: frozenset(code for code in SUBDIVISIONS if code.startswith(f"{country}-")) for country in ("US", "CA")
}


def expand(residence: Mapping[str, Any] | None) -> frozenset[str]:
    """Countries, and states or provinces as members of their own: "US" without "US-CA" is its other states.

    A state of another country stands for itself.
    """
    if not residence:
        return frozenset()
    return _expanded(tuple(residence.get("include") or ()), tuple(residence.get("exclude") or ()))


@lru_cache(maxsize=100_000)
def _expanded(include: tuple[str, ...], exclude: tuple[str, ...]) -> frozenset[str]:
    left_out = _members(exclude)
    kept = set(_members(include))
    for country, states in STATES.items():
        # A country of which some states are left out is the list of its others.
        if country in kept and left_out & states:
            kept = (kept - {country}) | states
        if country in left_out:
            kept -= states
        if country in kept:
            kept -= states
    return frozenset(kept - left_out)


def _members(places: Iterable[str]) -> frozenset[str]:
    return frozenset(member for place in places for member in MEMBERS.get(place, (place,)))


def verdict(residence: Mapping[str, Any] | None, country: str, state: str | None = None) -> Verdict:
    """May somebody who lives there take it? `state` is a code such as "US-CA", where it is known."""
    if not residence or not residence.get("include"):
        return "not stated"
    members = expand(residence)
    if country in members or (state is not None and state in members):
        return "open"
    some = any(member.startswith(f"{country}-") for member in members)
    return "depends on your state" if some and state is None else "not open"
