"""Zones that are named beside hours which are not those of their working day."""

from __future__ import annotations

import re

# "Our overnight team (US time zone)": daytime elsewhere.
# "You occasionally work a night shift (…)", "…, once every three months"
NOW_AND_THEN = re.compile(r"\b(?:occasional(?:ly)?|from time to time|every so often|rarely|on-call)\b", re.IGNORECASE)
SELDOM_AFTER = re.compile(r"[^.;,]{0,30}\bonce (?:every|in a while|a (?:month|quarter|year))\b", re.IGNORECASE)
BEFORE = 80
AT_NIGHT = re.compile(r"\b(?:overnight|graveyard shift|night(?:time)?[ -](?:shifts?|hours|work))\b", re.IGNORECASE)


def is_of_night(sentence: str) -> bool:
    """Whether a zone in the sentence says nothing of the hours of a working day."""
    return AT_NIGHT.search(sentence) is not None


def is_occasional(sentence: str, start: int, end: int) -> bool:
    """Whether the clock times at these characters are those of some days only."""
    is_said_before = NOW_AND_THEN.search(sentence, max(0, start - BEFORE), start) is not None
    return is_said_before or SELDOM_AFTER.match(sentence, end) is not None
