"""Working hours: a range of offsets from UTC, or an overlap with a zone. All offsets are those of standard time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from listings.facts.base import Fact, Reading, Span
from listings.facts.hours.based_in_zone import with_zone_to_live_in
from listings.facts.hours.clocks import Window
from listings.facts.hours.hours_phrase import OFFERED, SHIFTS, HoursPhrase
from listings.facts.hours.of_one_role import of_one_role
from listings.facts.hours.phrases import find_phrases
from listings.facts.hours.sentences import sentences
from listings.facts.hours.set_aside import is_wished, wished_zones, without_firms_day, without_open_hours
from listings.facts.hours.zone_lists import as_number, read_zone_list
from listings.facts.other_people import others_of
from listings.facts.subjects import is_denied_question

# "No overlap of 4 hours with CET", "you do not need an overlap …"
NOT_ASKED = re.compile(
    r"(?:\bno (?:required |fixed |mandatory )?|(?:\bnot|n['’]t) (?:need|require|expect|ask for)\w* (?:an? |any )?)$"
)

# "Remote (no PST)"
NOT_IN = re.compile(r"\b(?:no|not|non|never|except|excluding)(?: in| on)?[ -]$", re.IGNORECASE)


def read(reading: Reading) -> Fact | None:
    """From the text, else the title, else the location, else the board's list of zones."""
    wished = wished_zones(reading.text)
    phrases = phrases_of_text(reading)
    of_others = of_one_role(phrases, reading.lower_text, reading.lower_title)
    in_text = [phrase for phrase in phrases if not is_wished(phrase, wished) and phrase not in of_others]
    fact = _to_fact(in_text, lambda start, end: reading.quote("text", start, end))
    fact = fact or _from_title(reading) or _from_location(reading, wished) or _from_zone_list(reading, in_text)
    return with_zone_to_live_in(reading, fact, in_text)


def _from_zone_list(reading: Reading, in_text: list[HoursPhrase]) -> Fact | None:
    """The board's list, unless it lacks a zone that the text gives clock times in."""
    fact = read_zone_list(reading)
    if not fact:
        return None
    low, high = fact.value["utc_min"], fact.value["utc_max"]
    lows = [phrase.low for phrase in in_text if phrase.low is not None]
    return fact if all(low <= zone <= high for zone in lows) else None


# Asked for by the reader of hours in words, too.
@lru_cache(maxsize=2)
def phrases_of_text(reading: Reading) -> Sequence[HoursPhrase]:
    """With offsets in the text."""
    others = others_of(reading)
    phrases: list[HoursPhrase] = []
    for start, end in sentences(reading.text, reading.lower_text):
        in_sentence = find_phrases(reading.text[start:end], context=reading.ad.location or "")
        if in_sentence and is_denied_question(reading.lower_text, end):
            continue
        phrases += (
            replace(phrase, start=phrase.start + start, end=phrase.end + start)
            for phrase in in_sentence
            if not NOT_ASKED.search(reading.lower_text[start : start + phrase.start])
            and not others.cover(start + phrase.start)
        )
    return without_firms_day(without_open_hours(phrases, reading.lower_text), reading.lower_text)


def _from_title(reading: Reading) -> Fact | None:
    # A preference is said of its own part: "(Central European Time, Bergen preferred)".
    parts = reading.title.split(",") if "prefer" in reading.lower_title else [reading.title]
    phrases: list[HoursPhrase] = []
    start = 0
    for part in parts:
        in_part = find_phrases(part, brief=True)
        phrases += (replace(phrase, start=phrase.start + start, end=phrase.end + start) for phrase in in_part)
        start += len(part) + 1
    return _to_fact(phrases, lambda start, end: reading.quote("title", start, end))


def _from_location(reading: Reading, wished: Sequence[str]) -> Fact | None:
    # The parts are alternatives: "Berlin; UTC+1 to UTC+3" states hours in its second part only.
    parts = re.split(r"[;,](?!\s?(?:±|\+/-|\+-))", reading.ad.location or "")
    phrases = [
        phrase
        for part in parts
        for phrase in find_phrases(part, brief=True)
        if not NOT_IN.search(part[: phrase.start]) and not is_wished(phrase, wished)
    ]
    return _to_fact(phrases, lambda start, end: ("field:location", ()))


def _to_fact(phrases: list[HoursPhrase], quote: Callable[[int, int], tuple[str, tuple[Span, ...]]]) -> Fact | None:
    """The fact by the phrases of the best rank, quoting the first; several shifts or ranges are merged into one."""
    phrases = [phrase for phrase in phrases if phrase.rank != OFFERED]
    if not phrases:
        return None
    best_rank = min(phrase.rank for phrase in phrases)
    best = [phrase for phrase in phrases if phrase.rank == best_rank]
    first = best[0]
    evidence, spans = quote(first.start, first.end)
    lows = [phrase.low for phrase in best if phrase.low is not None]
    highs = [phrase.high for phrase in best if phrase.high is not None]
    # "Within 4 hours of CET" and "4 hours of overlap with UTC+2" are both conditions.
    shared = next((phrase for phrase in phrases if phrase.overlap is not None), first) if best_rank < SHIFTS else first
    value: dict[str, Any] = {
        "utc_min": as_number(min(lows)) if lows else None,
        "utc_max": as_number(max(highs)) if highs else None,
        "overlap_hours": as_number(shared.overlap) if shared.overlap is not None else None,
        "overlap_with": shared.zone,
        "evidence": evidence,
    }
    if (day := _day_of(best)) is not None:
        value["day_start"], value["day_end"] = map(as_number, day)
    return Fact(value, evidence, spans)


def _day_of(phrases: list[HoursPhrase]) -> Window | None:
    """The hours of the day that all state. Of several shifts, who knows which is worked.

    A week's days that begin alike, and of which some end earlier, are no shifts: the longest counts. Hours to share lie
    in the shortest of several windows, if that lies in all of them.
    """
    windows = [phrase.window for phrase in phrases if phrase.window]
    if len(windows) < len(phrases):
        return None
    if len({(phrase.overlap, phrase.zone) for phrase in phrases}) == 1 and phrases[0].overlap is not None:
        inner = max(start for start, _ in windows), min(end for _, end in windows)
        return inner if inner in windows else None
    starts = {(phrase.low, phrase.high, window[0]) for phrase, window in zip(phrases, windows, strict=True)}
    return max(windows) if len(set(windows)) == 1 or len(starts) == 1 else None
