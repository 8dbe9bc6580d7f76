"""Clock times with a zone: "9 am – 5 pm Pacific", "four hours a day between 13:00 and 19:00 UTC"."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.hours.amounts import amount_within
from listings.facts.hours.clock_zones import zone_before, zones_after, zones_within
from listings.facts.hours.clocks import CLOCK, CLOCKS, Window, window_from, window_of
from listings.facts.hours.counts import number_of
from listings.facts.hours.hours_phrase import OFFERED, WHOLE_DAY, HoursPhrase, range_of
from listings.facts.hours.night_work import is_occasional, is_offered
from listings.facts.hours.zone_mentions import ZoneMention
from listings.facts.subjects import names_person

STARTS = re.compile(
    rf"\bstart\w*(?: hours)?(?P<about>[\w ]{{0,40}} as early as| by| around)?(?: at| from| time:?)?\s({CLOCK})\s?\(?$",
    re.IGNORECASE,
)
# Clock times in brackets after a shift are the same times elsewhere.
IN_BRACKETS = re.compile(r"[([]\s?$")
MEETING_HOURS = 2
# When somebody has to be there, whatever else they work.
REACHABLE = re.compile(
    r"\b(?:online|available|reachable|availability|erreichbar|joignable|disponib\w+|bereikbaar|dostępn\w+)\b"
    r"(?![^.;]*\b(?:part[- ]time|shifts?)\b)",
    re.IGNORECASE,
)
SHORT_DAY, LONGEST_DAY = 5, 13


def shifts(sentence: str, zones: list[ZoneMention]) -> list[HoursPhrase]:
    """ "9 am – 5 pm Pacific", "11:00-16:00 Kyiv time", "starting at 8 AM CST"."""
    phrases: list[HoursPhrase] = []
    for match in CLOCKS.finditer(sentence):
        adjacent = (
            zones_after(sentence, zones, match.end())
            or zones_within(zones, *match.span())
            or zone_before(sentence, zones, match.start())
        )
        is_elsewhere = bool(phrases) and IN_BRACKETS.search(sentence[: match.start()])
        is_special = _is_meeting(sentence, match) or is_occasional(sentence, *match.span())
        if adjacent and not is_elsewhere and not is_special:
            start, end = min(match.start(), adjacent[0].start), max(match.end(), adjacent[-1].end)
            rank = OFFERED if is_offered(sentence, window_of(match)) else 3
            phrase = replace(range_of(rank, start, end, adjacent), window=_day_or_none(window_of(match)))
            part = _part_of_window(sentence, phrase, match.start(), adjacent) or _short_window(
                sentence, phrase, adjacent
            )
            phrases.append(part or phrase)
    for zone in zones:
        start_time = STARTS.search(sentence, max(0, zone.start - 80), zone.start)
        if start_time:
            phrase = range_of(3, start_time.start(), zone.end, [zone])
            window = None if start_time["about"] else window_from(start_time[2], sentence)
            phrases.append(replace(phrase, window=window))
    return phrases


def _day_or_none(window: Window) -> Window | None:
    """The hours, if somebody may work all of them: "7 am to 10 pm" is when shifts lie."""
    return window if window[1] - window[0] <= LONGEST_DAY else None


def _part_of_window(sentence: str, shift: HoursPhrase, start: int, zones: list[ZoneMention]) -> HoursPhrase | None:
    """ "four hours a day between 13:00 and 19:00 UTC": so many of the hours, as an overlap with that zone."""
    amount = amount_within(sentence, start, shift.end)
    if not amount or not shift.window or len(zones) > 1 or not zones[0].zone:
        return None
    hours = number_of(amount[1])
    if not hours < min(WHOLE_DAY, shift.window[1] - shift.window[0]):
        return None
    first, last = min(amount.start(), shift.start), max(amount.end(), shift.end)
    return HoursPhrase(3, first, last, overlap=hours, zone=zones[0].zone, window=shift.window)


def _short_window(sentence: str, shift: HoursPhrase, zones: list[ZoneMention]) -> HoursPhrase | None:
    """ "be online between 13:00 and 17:00 UTC": an overlap, as it is no whole day's work."""
    if not shift.window or len(zones) > 1 or not zones[0].zone or not REACHABLE.search(sentence):
        return None
    hours = shift.window[1] - shift.window[0]
    return replace(shift, low=None, high=None, overlap=hours, zone=zones[0].zone) if hours <= SHORT_DAY else None


def _is_meeting(sentence: str, clocks: re.Match[str]) -> bool:
    """An hour or two of a sentence that does not speak of the person's work."""
    start, end = window_of(clocks)
    return end - start <= MEETING_HOURS and not names_person(sentence.lower())
