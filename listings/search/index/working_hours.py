"""Hours in common: when an ad wants somebody to work, against the reader's own working day, on a day of the year.

The index holds one term for each distinct statement, as it does for residences; what it means is worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from listings.search.index.searcher import IndexSearcher
from listings.search.query.parameters import NONE
from listings.search.query.value_readers import HOURS_A_DAY, hours_of_day

# The working day of an ad that states no other.
START, END = 9, 17
EXPLICIT_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?:[+−–-]|±)?\s?\d", re.IGNORECASE)
TEAM_SPAN = re.compile(r"UTC([+-][\d.]+) to UTC([+-][\d.]+)")
# Months, one of which has standard time in each hemisphere.
SUMMER_AND_WINTER = (1, 7)


def key(hours: Mapping[str, Any] | None) -> str:
    """The index's term for the hours of an ad, "none" if it states none.

    "std:-8:-5" are offsets in standard time, as of "Eastern to Pacific time"; "utc:1:3" offsets all the year, as of
    "UTC+1 to +3"; "zone:America/New_York" is the working day of a place that the ad wants an overlap with. "@9-13" are
    the hours of the day there, and "/3" how many of them are asked for if not all.
    """
    base = _zone_term(hours) if hours else NONE
    return base + _window_suffix(hours) if hours and base != NONE else base


def _zone_term(hours: Mapping[str, Any]) -> str:
    bounds = [hours[name] for name in ("utc_min", "utc_max") if hours.get(name) is not None]
    if bounds:
        # "CET" is read as +1 but means summer time in July; "UTC+1" does not.
        kind = "utc" if EXPLICIT_OFFSET.search(hours.get("evidence") or "") else "std"
        return f"{kind}:{min(bounds):g}:{max(bounds):g}"
    place = hours.get("overlap_with") or ""
    if span := TEAM_SPAN.fullmatch(place):
        return f"utc:{float(span[1]):g}:{float(span[2]):g}"
    if place.upper().startswith(("UTC", "GMT")) and place[3:]:
        try:
            hours_east = float(place[3:].replace("−", "-"))
        except ValueError:
            return NONE
        return f"utc:{hours_east:g}:{hours_east:g}"
    return f"zone:{place}" if _is_zone(place) else NONE


def _window_suffix(hours: Mapping[str, Any]) -> str:
    start, end, count = (hours.get(name) for name in ("day_start", "day_end", "overlap_hours"))
    if start is None or end is None:
        return ""
    return f"@{start:g}-{end:g}" + (f"/{count:g}" if count and count < end - start else "")


# Up to 200 kB each. One board can make thousands of terms, and a page asks for the same reader's a dozen times.
@lru_cache(maxsize=50)
def terms_sharing(terms: tuple[str, ...], tz: str, day: str, min_hours: float, on: date) -> Sequence[str]:
    """The terms whose working day has so many hours in common with the reader's, or as many as they ask for."""
    return [
        term
        for term in terms
        if term != NONE and _shared(term, tz, day, on).hours >= min(min_hours, stated_day(term).needed)
    ]


@dataclass(frozen=True, slots=True)
class StatedDay:
    """The hours of the day that an ad states (assumed if it states none), and how many of them it asks for."""

    start: float
    end: float
    needed: float
    is_assumed: bool


def stated_day(term: str) -> StatedDay:
    _, _, window = term.partition("@")
    if not window:
        return StatedDay(START, END, END - START, is_assumed=True)
    hours, _, count = window.partition("/")
    start, end = map(float, hours.split("-"))
    return StatedDay(start, end, float(count or end - start), is_assumed=False)


@dataclass(frozen=True, slots=True)
class SharedHours:
    """The ad's working day on the reader's clock, in hours from midnight (negative: the day before).

    `hours`: how many of it the reader works too.
    """

    begins: float
    ends: float
    hours: float


@lru_cache(maxsize=20_000)
def shared(term: str, tz: str, day: str, on: date) -> SharedHours:
    """The reader's `day` ("9-17") in `tz` beside the ad's at its most favourable offset. `term` is not "none"."""
    return _shared(term, tz, day, on)


def _shared(term: str, tz: str, day: str, on: date) -> SharedHours:
    kind, _, value = term.partition("@")[0].partition(":")
    employer_day = stated_day(term)
    zone = ZoneInfo(tz)
    if kind == "zone":
        west = east = utc_offset(ZoneInfo(value), on)
        reader_offset = utc_offset(zone, on)
    else:
        west, east = map(float, value.split(":"))
        reader_offset = utc_offset(zone, on) if kind == "utc" else standard_offset(zone, on.year)
    start, end = hours_of_day(day)
    # Near the date line, their yesterday or tomorrow is what meets the reader's today.
    candidates = (_compare((start, end), employer_day, reader_offset + turn, west, east) for turn in (0, -24, 24))
    return max(candidates, key=lambda candidate: candidate.hours)


def _compare(
    reader: tuple[int, int], employer_day: StatedDay, reader_offset: float, west: float, east: float
) -> SharedHours:
    """The reader's day beside the ad's, whose offset may be any between `west` and `east`."""
    start, end = reader
    best_offset = (employer_day.start + employer_day.end) / 2 - (start + end) / 2 + reader_offset
    shift = reader_offset - min(max(best_offset, west), east)
    begins, ends = employer_day.start + shift, employer_day.end + shift
    return SharedHours(begins, ends, sum(length for _, length in common_spans(reader, (begins, ends))))


def common_spans(reader: tuple[float, float], employer: tuple[float, float]) -> list[tuple[float, float]]:
    """Start and length of what two days share that recur every day: either may pass midnight."""
    begins, length = employer[0] % HOURS_A_DAY, employer[1] - employer[0]
    starts_and_ends = (
        (max(reader[0], begins + turn), min(reader[1], begins + turn + length))
        for turn in (-HOURS_A_DAY, 0, HOURS_A_DAY)
    )
    return [(start, end - start) for start, end in starts_and_ends if end > start]


@lru_cache(maxsize=2_000)
def utc_offset(zone: ZoneInfo, on: date) -> float:
    """Hours east of UTC at noon of that day."""
    offset = datetime(on.year, on.month, on.day, 12, tzinfo=zone).utcoffset() or timedelta()
    return offset.total_seconds() / 3600


def standard_offset(zone: ZoneInfo, year: int) -> float:
    return min(utc_offset(zone, date(year, month, 15)) for month in SUMMER_AND_WINTER)


def stored_hours(searcher: IndexSearcher) -> Sequence[str]:
    """Every distinct statement in the index."""
    return searcher.distinct_terms("hours")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
