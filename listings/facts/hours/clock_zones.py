"""The zones that clock times in a sentence are given in."""

from __future__ import annotations

import re

from listings.facts.hours.zone_mentions import ZoneMention

DIGITS = re.compile(r"\d")
NEAR, NEAR_IN_CHAIN = 12, 4
# "Eastern time zone work hours between 8 am and 6 pm"
HOURS_BETWEEN = re.compile(
    r"[\s,:(-]{0,3}(?:(?:business|work(?:ing)?|office|core|regular|standard|normal) ){0,2}(?:hours|day|schedule)"
    r"[\s,:(-]{0,3}(?:is |are |of |from |between ){0,2}(?:the hours of )?",
    re.IGNORECASE,
)


def zones_after(sentence: str, zones: list[ZoneMention], end: int) -> list[ZoneMention]:
    """The zone right after a clock time, and those chained to it: "MT/PT"."""
    chain: list[ZoneMention] = []
    for zone in zones:
        if (
            zone.start >= end
            and not DIGITS.search(gap := sentence[end : zone.start])
            and len(gap) <= (NEAR_IN_CHAIN if chain else NEAR)
        ):
            chain.append(zone)
            end = zone.end
    return chain


def zone_before(sentence: str, zones: list[ZoneMention], start: int) -> list[ZoneMention]:
    """The last zone before a clock time, next to it or to the words that announce it; [] or one."""
    before = [zone for zone in zones if zone.end <= start]
    gap = sentence[before[-1].end : start] if before else ""
    is_near = len(gap) <= NEAR and not DIGITS.search(gap)
    return before[-1:] if is_near or HOURS_BETWEEN.fullmatch(gap) else []
