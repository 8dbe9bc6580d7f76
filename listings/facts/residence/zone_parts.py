"""The zone that bounds a part of a country: "in the Eastern timezone in US" lets in Ohio, and not California."""

from __future__ import annotations

import re

OFFSETS = {"atlantic": -4, "eastern": -5, "central": -6, "mountain": -7, "pacific": -8}
ZONE = rf"(?:{'|'.join(OFFSETS)})"
PART = re.compile(
    rf"\b(?P<zones>{ZONE}(?:(?: ?/ ?| or | and |, (?:or |and )?){ZONE})*)(?: standard| daylight)? time(?:[ -]?zones?)?"
    r" (?:in|of|within) (?:the )?(?:(?P<US>us|usa|u\.s\.?(?:a\.?)?|united states)|(?P<CA>canada))(?!\w)"
)
EXCEPT = re.compile(r"\b(?:except|excluding|not|outside|but)\b")


def part_zones(quote: str, partly: list[str]) -> dict[str, list[int]]:
    """Of those countries of `partly` that the quote of a limit bound by zones: the lowest and highest offset."""
    lower = quote.lower()
    if EXCEPT.search(lower):
        return {}
    bands: dict[str, list[int]] = {}
    for match in PART.finditer(lower):
        country = "US" if match["US"] else "CA"
        offsets = sorted({OFFSETS[name] for name in re.findall(ZONE, match["zones"])})
        # Between zones that lie apart are states of neither.
        is_band = len(offsets) == offsets[-1] - offsets[0] + 1
        if country not in partly or country in bands or not is_band:
            return {}
        bands[country] = [offsets[0], offsets[-1]]
    return bands
