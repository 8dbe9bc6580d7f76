"""Zones that are named beside hours which are not those of their working day."""

from __future__ import annotations

import re

# "Our overnight team (US time zone)": daytime elsewhere.
AT_NIGHT = re.compile(r"\b(?:overnight|graveyard shift|night(?:time)?[ -](?:shifts?|hours|work))\b", re.IGNORECASE)


def is_of_night(sentence: str) -> bool:
    """Whether a zone in the sentence says nothing of the hours of a working day."""
    return AT_NIGHT.search(sentence) is not None
