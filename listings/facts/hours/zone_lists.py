"""The board's list of zones: where applicants live, by its own word for the place."""

from __future__ import annotations

from typing import Any

from listings.facts.base import Fact, Reading
from listings.facts.hours.zone_mentions import parse_offset
from listings.facts.residence.reader import read as read_residence
from listings.vocabulary.country_zones import zone_of_country
from listings.vocabulary.zones import REGIONS, standard_offset

EVIDENCE = "field:time_zones"
# A list may give an offset of summer.
SUMMER = 1


def read_zone_list(reading: Reading) -> Fact | None:
    """From the lowest to the highest offset of the list, unless it is one of other places than the ad's."""
    offsets = sorted({_offset_of(zone) for zone in reading.ad.time_zones or ()})
    # A list for the United States includes +14 for its minor islands, where nobody works.
    if len(offsets) > 1 and offsets[-1] == 14 and offsets[-2] < 12:
        offsets.pop()
    # A list around the globe restricts nothing.
    if not offsets or offsets[-1] - offsets[0] > 20 or _leaves_out_a_place(offsets[0], offsets[-1], reading):
        return None
    low, high = as_number(offsets[0]), as_number(offsets[-1])
    value: dict[str, Any] = {"utc_min": low, "utc_max": high, "overlap_hours": None, "overlap_with": None}
    return Fact({**value, "evidence": EVIDENCE}, EVIDENCE)


def as_number(hours: float) -> float:
    """An int where possible, as labels and JSON have it."""
    return int(hours) if hours == int(hours) else hours


def _offset_of(zone: str) -> float:
    """Of "UTC+2" or an IANA name."""
    return parse_offset(zone[3:] or "0") if zone.startswith(("UTC", "GMT")) else standard_offset(zone)


def _leaves_out_a_place(low: float, high: float, reading: Reading) -> bool:
    """Whether people may live where it is never that time: "US or EU" in an ad that the board puts into the US.

    A single offset is that of one country, and not of a whole region.
    """
    residence = read_residence(reading)
    bands = [band for code in residence.value["include"] if (band := _band_of(code))] if residence else []
    if low == high and any(band[1] - band[0] > 2 * SUMMER for band in bands):
        return True
    return any(band[1] < low - SUMMER or band[0] > high + SUMMER for band in bands)


def _band_of(code: str) -> tuple[float, float] | None:
    """The lowest and the highest offset of a region or country; None where a single band would not do it justice."""
    if region := REGIONS.get(code.lower().replace("_", " ")):
        return region[:2]
    zone = zone_of_country().get(code)
    return (standard_offset(zone), standard_offset(zone)) if zone else None
