"""Regions as ads name them, their member countries, and the countries and states that a residence covers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, Literal

from listings.vocabulary.bounded_cache import bounded_cache
from listings.vocabulary.countries import COUNTRIES, SUBDIVISIONS
from listings.vocabulary.doubt_scopes import SCOPES
from listings.vocabulary.place_offsets import RequiredBand, is_left_out, may_lie_outside, required_band

Verdict = Literal["open", "not open", "not stated", "disputed", "depends on your state", "depends on your zone"]

# Whom these let in, a required zone may leave out.
LEFT_TO_ZONES = ("open", "not stated", "depends on your state")
_DATA = tomllib.loads(resources.files(__package__).joinpath("data/regions.toml").read_text())
REGIONS: Mapping[str, str] = {name: region["title"] for name, region in _DATA.items()}
MEMBERS: Mapping[str, frozenset[str]] = {
    name: frozenset(region["members"].split() or COUNTRIES) for name, region in _DATA.items()
}
STATES: Mapping[str, frozenset[str]] = {
    country: frozenset(code for code in SUBDIVISIONS if code.startswith(f"{country}-")) for country in ("US", "CA")
}
# What its people call the parts that readers can name.
_PART_NAMES = {"US": "state", "CA": "province"}


def part_name(country: str) -> str:
    """ "state", "province"; "region" for countries of which readers name no parts."""
    return _PART_NAMES.get(country, "region")


def expand(residence: Mapping[str, Any] | None) -> frozenset[str]:
    """Codes of the countries, US states and Canadian provinces that a residence (`include`, `exclude`) allows.

    A whole country is its own code. With states excluded it becomes its remaining states: the US without US-CA is
    every other US state. Subdivisions of other countries stay as they are.
    """
    if not residence:
        return frozenset()
    return _expanded(tuple(residence.get("include") or ()), tuple(residence.get("exclude") or ()))


# Up to ten kilobytes each.
@bounded_cache(500)
def _expanded(include: tuple[str, ...], exclude: tuple[str, ...]) -> frozenset[str]:
    excluded = _members(exclude)
    included = set(_members(include))
    for country, states in STATES.items():
        # Expand a country only where one of its states is excluded, so that the sets stay small.
        if country in included and excluded & states:
            included = (included - {country}) | states
        # Excluding a country excludes its states, and including it makes listing them redundant.
        if country in excluded or country in included:
            included -= states
    return frozenset(included - excluded)


def _members(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(member for code in codes for member in MEMBERS.get(code, (code,)))


def verdict(residence: Mapping[str, Any] | None, country: str, state: str | None = None) -> Verdict:
    """Whether a resident of `country` may take the job. `state` is a code such as "US-CA", or None if unknown.

    Readers name states of the US and Canada alone, so of other countries a part always leaves it in doubt. So does a
    part without a name ("partly"), in which nobody knows the states. "disputed": the board's field rules them out, but
    the ad's text says anywhere, or a region is named that has no code.
    """
    if not residence or not residence.get("include"):
        return "not stated"
    members = expand(residence)
    if takes_whole(residence, country) or (state is not None and state in members):
        return "open"
    band = part_band(residence, country) if state else None
    if state and band and country in members and not may_lie_outside(state, band):
        return "open"
    if state and band and is_left_out(state, band):
        return "disputed" if is_unclear_to(residence, country) else "not open"
    if country in members:
        return "depends on your state"
    in_named_states = any(member.startswith(f"{country}-") for member in members)
    if in_named_states and state is None:
        return "depends on your state"
    return "disputed" if is_unclear_to(residence, country) else "not open"


def fit_verdict(facts: Mapping[str, Any], country: str, state: str | None = None) -> Verdict:
    """As `verdict`, but "depends on your zone" if people there may live outside of the zones that the ad asks for.

    "not open" if all of them do in a place that the ad states, and it takes nobody else.
    """
    residence, place = facts.get("residence"), state or country
    by_place = verdict(residence, country, state)
    band = required_band(facts)
    if band is None or by_place not in LEFT_TO_ZONES or not may_lie_outside(place, band):
        return by_place
    # What is unclear of an ad's places the index does not tell apart from what is not stated.
    is_certain = residence and by_place != "not stated" and not is_unclear_elsewhere(residence)
    return "not open" if is_certain and is_left_out(place, band) else "depends on your zone"


def part_band(residence: Mapping[str, Any], country: str) -> RequiredBand | None:
    """The zones that bound the part of `country` that is let in: "the Eastern time zone in the US"."""
    zones = (residence.get("part_zones") or {}).get(country)
    return RequiredBand(zones[0], zones[1], is_strict=True) if zones else None


def is_unclear_elsewhere(residence: Mapping[str, Any]) -> bool:
    """True if people outside of its places may be meant: the ad says anywhere, or names a region without a code."""
    return bool(residence.get("disputed") or residence.get("unread"))


def is_unclear_to(residence: Mapping[str, Any], country: str) -> bool:
    """Whether people in `country` may be meant who live outside of its places."""
    scopes = residence.get("unclear_in") or ()
    return is_unclear_elsewhere(residence) and (not scopes or any(country in SCOPES[scope] for scope in scopes))


def takes_whole(residence: Mapping[str, Any], country: str) -> bool:
    """True if people in every part of `country` may take the job."""
    if country not in expand(residence) or country in (residence.get("partly") or ()):
        return False
    # Where some of its states are excluded, a country in STATES is no member: the other states are.
    return country in STATES or not any(code.startswith(f"{country}-") for code in residence.get("exclude") or ())
