"""How far from UTC people in a country or state live, in standard time; and whether a required band leaves some out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from babel.core import get_global

from listings.vocabulary.country_zones import zone_of_country
from listings.vocabulary.state_zones import zone_of_state
from listings.vocabulary.zones import standard_offset, zone_names

# "US time zones" may mean theirs, though they lie far from the band of the mainland.
OUTLYING = frozenset(("US-AK", "US-HI", "AS", "GU", "MP", "PR", "VI"))

Band = tuple[float, float]
"""Lowest and highest offset from UTC in hours."""
# Whoever lives no farther from a band may keep its time for a part of the year, or near a border.
SURELY_OUTSIDE = 1
# The most that words such as "within a few hours of Pacific time" may mean.
FEW_HOURS = 4


class RequiredBand(NamedTuple):
    """The band of zones that an ad asks people to live in. `is_strict`: it takes nobody else."""

    low: float
    high: float
    is_strict: bool = False


# Of countries with several: without islands and towns where few live, so that "US time zones" are those of the US.
MAINLANDS: Mapping[str, Band] = {"US": (-8, -5), "CA": (-8, -4), "AU": (8, 10), "RU": (2, 12)}
# Of states that zones divide.
DIVIDED: Mapping[str, Band] = {
    **dict.fromkeys(("US-FL", "US-IN", "US-KY", "US-TN"), (-6, -5)),
    **dict.fromkeys(("US-ND", "US-SD", "US-NE"), (-7, -6)),
    "US-ID": (-8, -7),
    "CA-NU": (-7, -5),
}


@cache
def offsets_of(place: str) -> Band | None:
    """Of "US-CA" or "DE"; None if unknown. Of a state or province of other countries: those of the country."""
    if place in DIVIDED:
        return DIVIDED[place]
    country = place[:2]
    if zone := zone_of_state().get(place):
        return standard_offset(zone), standard_offset(zone)
    if country in MAINLANDS:
        return MAINLANDS[country]
    mainland = zone_of_country().get(country)
    zones = [mainland] if mainland else get_global("territory_zones").get(country, ())
    offsets = [standard_offset(zone) for zone in zones if zone in zone_names()]
    return (min(offsets), max(offsets)) if offsets else None


def zone_words(facts: Mapping[str, Any]) -> str:
    """Those of the ad by which `required_band` is asked for."""
    quote: str = (facts.get("hours") or {}).get("based_in_zone") or (facts.get("near_zone") or {}).get("evidence", "")
    return quote


@cache
def widest_offsets_of(place: str) -> Band | None:
    """As `offsets_of`, with the islands and towns where few live."""
    place = "US" if place in OUTLYING else place
    offsets = offsets_of(place)
    if offsets is None or "-" in place:
        return offsets
    zones = (zone for zone in get_global("territory_zones").get(place, ()) if zone in zone_names())
    every = (*offsets, *map(standard_offset, zones))
    return min(every), max(every)


def required_band(facts: Mapping[str, Any]) -> RequiredBand | None:
    """None if an ad asks for no more than hours."""
    hours = facts.get("hours")
    if not hours and (near := facts.get("near_zone")):
        return RequiredBand(near["low"] - FEW_HOURS, near["high"] + FEW_HOURS)
    if not hours or not hours.get("based_in_zone") or hours.get("utc_min") is None or hours.get("utc_max") is None:
        return None
    return RequiredBand(hours["utc_min"], hours["utc_max"], bool(hours.get("only_in_zone")))


def may_lie_outside(place: str, band: RequiredBand) -> bool:
    """Whether people in some of `place` live outside of the band."""
    offsets = offsets_of(place)
    return offsets is not None and not (band.low <= offsets[0] and offsets[1] <= band.high)


def is_left_out(place: str, band: RequiredBand) -> bool:
    """Whether everybody in `place` lives far outside of a band beside which the ad takes nobody."""
    offsets = widest_offsets_of(place)
    return (
        band.is_strict
        and offsets is not None
        and (offsets[1] < band.low - SURELY_OUTSIDE or offsets[0] > band.high + SURELY_OUTSIDE)
    )
