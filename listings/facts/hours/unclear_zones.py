"""Zones that are named beside hours which are not those of their working day."""

from __future__ import annotations

import re

# "Within a few hours of PST": neither the zone's own hours nor a number of hours around it.
VAGUELY_AROUND = re.compile(
    r"\b(?:within|up to) (?:a few|a couple(?: of)?|some|several) hours (?:of|from|to) (?:the )?$", re.IGNORECASE
)
# "Our overnight team (US time zone)": daytime elsewhere.
AT_NIGHT = re.compile(r"\b(?:overnight|graveyard shift|night(?:time)?[ -](?:shifts?|hours|work))\b", re.IGNORECASE)


def is_unclear(sentence: str, start: int) -> bool:
    """Whether the zone at `start` says nothing of the hours of a working day."""
    return VAGUELY_AROUND.search(sentence[:start]) is not None or AT_NIGHT.search(sentence) is not None
