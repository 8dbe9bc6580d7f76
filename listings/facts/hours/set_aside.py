"""Statements of hours that others in the ad take back or do not concern: wishes, and when the firm is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from listings.facts.hours.hours_phrase import HoursPhrase
from listings.facts.hours.zone_mentions import mentions

# "Remote-first (EST overlap helps)"
WISHED_OVERLAP = re.compile(
    r"(?:\b[Oo]verlap(?:ping)? (?:with|in) )?\b[A-Z][\w/+-]{1,12}(?: (?:time|hours|timezone|time zone)){0,2}"
    r"(?: overlap)?"
    r" (?:helps|(?:is|would be) (?:(?:very|also|really|quite) )?(?:helpful|appreciated|welcome|useful|great|nice))\b"
)
# "Our home base is in Oslo, so company operating hours are 9 am – 5 pm CET."
FIRM_IS_OPEN = re.compile(
    r"\b(?:company|firm|agency|operating|opening|business) (?:operating |business |opening |office )?hours are"
    r" (?:from |between )?$"
)
# "A 40-hour schedule within operating hours of 7:00 to 20:00 EST": somewhere in them.
WITHIN_OPEN_HOURS = re.compile(
    r"\b(?:within|during|inside) (?:(?:our|the|these|company|standard) )*(?:operating|opening|business|service) hours"
    r"(?: (?:of|from|between)|,|:)?[^.;\n]{0,30}$"
)
# Hours of a day that are more than anybody works.
LONG_DAY = 10
BEFORE = 60


def is_wished(phrase: HoursPhrase, wished: Sequence[str]) -> bool:
    """Whether it is a bare overlap with one of the zones, without a number of hours."""
    is_bare = phrase.overlap is None and phrase.low is None and phrase.window is None
    return is_bare and phrase.zone in wished


def wished_zones(text: str) -> list[str]:
    """The zones of which the text says that an overlap helps."""
    if "verlap" not in text:
        return []
    wishes = (match[0] for match in WISHED_OVERLAP.finditer(text) if "verlap" in match[0])
    return [zone.zone for wish in wishes for zone in mentions(wish) if zone.zone]


def without_open_hours(phrases: Sequence[HoursPhrase], lower: str) -> list[HoursPhrase]:
    """Without the clock times between which a shorter day lies; the zone stays."""
    return [
        replace(phrase, window=None)
        if phrase.window
        and phrase.window[1] - phrase.window[0] > LONG_DAY
        and WITHIN_OPEN_HOURS.search(lower, max(0, phrase.start - BEFORE), phrase.start)
        else phrase
        for phrase in phrases
    ]


def without_firms_day(phrases: Sequence[HoursPhrase], lower: str) -> list[HoursPhrase]:
    """Without when the firm is open, if the ad gives a day of the person's as well."""
    of_person = [
        phrase for phrase in phrases if not FIRM_IS_OPEN.search(lower, max(0, phrase.start - BEFORE), phrase.start)
    ]
    has_day = any(phrase.window and phrase.overlap is None for phrase in of_person)
    return of_person if has_day else list(phrases)
