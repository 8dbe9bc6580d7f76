"""The zones that clock times in a sentence are given in."""

from __future__ import annotations

import re

from listings.facts.hours.clocks import BLANK, CLOCK, UNTIL
from listings.facts.hours.zone_mentions import ZoneMention

DIGITS = re.compile(r"\d")
NEAR, NEAR_IN_CHAIN = 12, 4
# "Eastern time zone work hours between 8 am and 6 pm"
HOURS_BETWEEN = re.compile(
    r"[\s,:(-]{0,3}(?:(?:business|work(?:ing)?|office|core|regular|standard|normal) ){0,2}(?:hours|day|schedule)"
    r"[\s,:(-]{0,3}(?:is |are |of |from |between ){0,2}(?:the hours of )?",
    re.IGNORECASE,
)
# Around the first zone of "9 am (EST) – 5 pm (EST)".
CLOCK_BEFORE = re.compile(rf"(?<![\d$€£.,]){CLOCK}(?P<gap>[\s(]{{0,3}})$", re.IGNORECASE)
CLOCK_AFTER = re.compile(rf"\)?(?=\s?{UNTIL}\s?(?P<clock>{CLOCK}))", re.IGNORECASE)
MAX_CLOCK = 14
# Surely a time of the day.
EXACT = re.compile(r"\d\s?[ap]\.?\s?m|\d[:.h]\d\d|noon|midnight", re.IGNORECASE)


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


def zones_within(zones: list[ZoneMention], start: int, end: int) -> list[ZoneMention]:
    """The zone between two clock times whose second has none: "9 am EST – 5 pm"."""
    return [zone for zone in zones if start < zone.start < end][:1]


def with_one_zone(sentence: str, zones: list[ZoneMention]) -> tuple[str, list[ZoneMention]]:
    """The sentence with blanks for zones between two clock times, which then read as one range, and its zones.

    "9 am EST – 5 pm EST" keeps the second zone. One that differs, as in "9 am EST – 5 pm PST", leaves all as it is.
    """
    kept: list[ZoneMention] = []
    for zone in zones:
        before = CLOCK_BEFORE.search(sentence, max(0, zone.start - MAX_CLOCK), zone.start)
        after = CLOCK_AFTER.match(sentence, zone.end) if before else None
        if not before or not after:
            kept.append(zone)
            continue
        later = zones_after(sentence, zones, after.end("clock"))
        is_same = {(other.low, other.high) for other in later} == {(zone.low, zone.high)}
        if not is_same:
            kept.append(zone)
        if is_same or (not later and EXACT.search(after["clock"])):
            start, end = before.start("gap"), after.end()
            sentence = sentence[:start] + BLANK * (end - start) + sentence[end:]
    return sentence, kept
