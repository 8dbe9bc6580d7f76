"""Zones that are named beside hours which are not those of their working day."""

from __future__ import annotations

import re

from listings.facts.hours.clocks import Window

# "Our overnight team (US time zone)": daytime elsewhere.
# "You occasionally work a night shift (…)", "…, once every three months"
NOW_AND_THEN = re.compile(r"\b(?:occasional(?:ly)?|from time to time|every so often|rarely|on-call)\b", re.IGNORECASE)
SELDOM_AFTER = re.compile(r"[^.;,]{0,30}\bonce (?:every|in a while|a (?:month|quarter|year))\b", re.IGNORECASE)
BEFORE = 80
AT_NIGHT = re.compile(r"\b(?:overnight|graveyard shift|night(?:time)?[ -](?:shifts?|hours|work))\b", re.IGNORECASE)

# "Flexible scheduling, seven days a week from 7 am to 10 pm ET": when one may choose to work, wherever one lives.
CHOSEN = re.compile(
    r"\bflexib(?:le|ility)\b|\b(?:choose|pick|set|make|create|control) (?:your|their) (?:own )?(?:hours|schedule"
    r"|shifts)|\byour own (?:hours|schedule|shifts)",
    re.IGNORECASE,
)
# No day's work is as long.
WIDE = 13


def is_of_night(sentence: str) -> bool:
    """Whether a zone in the sentence says nothing of the hours of a working day."""
    return AT_NIGHT.search(sentence) is not None


def is_occasional(sentence: str, start: int, end: int) -> bool:
    """Whether the clock times at these characters are those of some days only."""
    is_said_before = NOW_AND_THEN.search(sentence, max(0, start - BEFORE), start) is not None
    return is_said_before or SELDOM_AFTER.match(sentence, end) is not None


def is_offered(sentence: str, window: Window) -> bool:
    """Whether hours of the day are those of which the person chooses some."""
    return window[1] - window[0] >= WIDE and CHOSEN.search(sentence) is not None
