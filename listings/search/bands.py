"""Hours in common: the UTC offsets that an ad asks for against the reader's own, both working 9 to 17."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HOUR = 60


def band(hours: Mapping[str, Any] | None) -> tuple[int, int] | None:
    """The offsets in minutes that an ad asks for, from the west to the east; None where it states none.

    An overlap with a place is asked as that place's own offset.
    """
    if not hours:
        return None
    bounds = [hours[name] for name in ("utc_min", "utc_max") if hours.get(name) is not None]
    if bounds:
        return round(min(bounds) * HOUR), round(max(bounds) * HOUR)
    there = offset(hours.get("overlap_with") or "")
    return None if there is None else (there, there)


def offset(zone: str) -> int | None:
    """Minutes east of UTC in standard time, of a zone's name or of an offset as "UTC+5.5"."""
    if zone.upper().startswith(("UTC", "GMT")) and zone[3:]:
        try:
            return round(float(zone[3:].replace("−", "-")) * HOUR)
        except ValueError:
            return None
    try:
        return _standard(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return None


def _standard(zone: ZoneInfo) -> int:
    year = datetime.now(UTC).year
    offsets = [datetime(year, month, 15, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7)]
    return round(min(offsets).total_seconds() / HOUR)
