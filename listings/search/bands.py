"""Hours in common: when an ad wants somebody to work, against the reader's own working day, on a day of the year.

The index holds one term for each distinct statement, as it does for residences; what it means is worked out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import tantivy

from listings.search.filters import NONE

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


@lru_cache(maxsize=100_000)
def in_common(of: str, tz: str, day: str, on: date) -> float:
    """Hours that the reader's `day` ("9-17") in `tz` shares with the ad's, for its most favourable offset."""
    kind, _, rest = of.partition(":")
    here = ZoneInfo(tz)
    if kind == "zone":
        there = ZoneInfo(rest)
        west = east = offset(there, on)
        own = offset(here, on)
    else:
        west, east = map(float, rest.split(":"))
        own = offset(here, on) if kind == "utc" else standard(here, on.year)
    begins, ends = (int(hour) - own for hour in day.split("-"))
    middle = (BEGINS + ENDS) / 2 - (begins + ends) / 2
    best = min(max(middle, west), east)
    return max(0.0, min(ends, ENDS - best) - max(begins, BEGINS - best))


def offset(zone: ZoneInfo, on: date) -> float:
    """Hours east of UTC at noon of that day."""
    found = datetime(on.year, on.month, on.day, 12, tzinfo=zone).utcoffset() or timedelta()
    return found.total_seconds() / 3600


def standard(zone: ZoneInfo, year: int) -> float:
    return min(offset(zone, date(year, month, 15)) for month in (1, 7))


def stated_bands(searcher: tantivy.Searcher) -> list[str]:
    """Every distinct statement that the index holds."""
    return [term for term, _ in searcher.terms_with_prefix("hours", "", limit=MOST_BANDS)]


def _zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
