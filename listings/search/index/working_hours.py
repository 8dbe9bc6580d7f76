"""Hours in common: when an ad wants somebody to work, against the reader's own working day, on a day of the year.

The index holds one term for each distinct statement, as it does for residences; what it means is worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from listings.search.index.searcher import IndexSearcher
from listings.search.query.filters import NONE

MOST_BANDS = 65_000
BEGINS, ENDS = 9, 17
"""Of an ad's working day, where it states no other."""
EXPLICIT = re.compile(r"\b(?:UTC|GMT)\s?(?:[+−–-]|±)?\s?\d", re.IGNORECASE)


def key(hours: Mapping[str, Any] | None) -> str:
    """ "std:-8:-5" (offsets in standard time), "utc:1:3" (offsets all the year), "zone:America/New_York", "none".

    An overlap with a place is asked as that place's own day.
    """
    if not hours:
        return NONE
    bounds = [hours[name] for name in ("utc_min", "utc_max") if hours.get(name) is not None]
    if bounds:
        kind = "utc" if EXPLICIT.search(hours.get("evidence") or "") else "std"
        return f"{kind}:{min(bounds):g}:{max(bounds):g}"
    there = hours.get("overlap_with") or ""
    if there.upper().startswith(("UTC", "GMT")) and there[3:]:
        try:
            offset = float(there[3:].replace("−", "-"))
        except ValueError:
            return NONE
        return f"utc:{offset:g}:{offset:g}"
    return f"zone:{there}" if _zone(there) else NONE


def sharing(keys: Iterable[str], tz: str, day: str, least: float, on: date) -> list[str]:
    """Those whose working day has at least so many hours in common with the reader's."""
    return [one for one in keys if one != NONE and in_common(one, tz, day, on) >= least]


@dataclass(frozen=True, slots=True)
class Shared:
    """The ad's working day on the reader's clock, in hours from midnight (below 0: the day before), and how many hours
    of it the reader works too."""

    begins: float
    ends: float
    hours: float


def in_common(of: str, tz: str, day: str, on: date) -> float:
    return shared(of, tz, day, on).hours


@lru_cache(maxsize=100_000)
def shared(of: str, tz: str, day: str, on: date) -> Shared:
    """The reader's `day` ("9-17") in `tz` beside the ad's, for its most favourable offset; `of` is no "none"."""
    kind, _, rest = of.partition(":")
    here = ZoneInfo(tz)
    if kind == "zone":
        west = east = offset(ZoneInfo(rest), on)
        own = offset(here, on)
    else:
        west, east = map(float, rest.split(":"))
        own = offset(here, on) if kind == "utc" else standard(here, on.year)
    begins, ends = map(int, day.split("-"))
    # Their yesterday or tomorrow may be what meets the reader's today.
    return max((beside(begins, ends, own, west, east, turn) for turn in (0, -24, 24)), key=lambda one: one.hours)


def beside(begins: int, ends: int, own: float, west: float, east: float, turn: int) -> Shared:
    """On the reader's clock, `own` hours east of UTC; the ad's day is that of an offset between `west` and `east`."""
    fits = (BEGINS + ENDS) / 2 - (begins + ends) / 2 + own + turn
    moved = own + turn - min(max(fits, west), east)
    there, until = BEGINS + moved, ENDS + moved
    return Shared(there, until, max(0.0, min(ends, until) - max(begins, there)))


def offset(zone: ZoneInfo, on: date) -> float:
    """Hours east of UTC at noon of that day."""
    found = datetime(on.year, on.month, on.day, 12, tzinfo=zone).utcoffset() or timedelta()
    return found.total_seconds() / 3600


def standard(zone: ZoneInfo, year: int) -> float:
    return min(offset(zone, date(year, month, 15)) for month in (1, 7))


def stated_bands(searcher: IndexSearcher) -> list[str]:
    """Every distinct statement that the index holds."""
    return [term for term, _ in searcher.terms("hours", MOST_BANDS)]


def _zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
