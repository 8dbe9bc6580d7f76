"""The sentences of a text that may mention time zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.vocabulary.zones import ABBREVIATIONS, CITIES, LOCAL_TIMES, REGIONAL_ZONES

# "9am eastern": the trigger begins within the word "am".
US_ZONES = ("eastern", "central", "mountain", "pacific")
AFTER_CLOCK = tuple(f"m{dot} {name}" for name in US_ZONES for dot in ("", "."))
PHRASES = (
    *("utc", "gmt", "timezone", "time zone", "time-zone", "overlap", "east coast", "west coast", "european time"),
    *(f"{kind} hours" for kind in ("business", "working", "work", "core", "office", "collaboration", "coordination")),
    *(f"{where} hours" for where in ("us", "usa", "eu", "european", "american", "americas", "emea", *US_ZONES)),
    *(f"{name} {kind}" for name in US_ZONES for kind in ("time", "standard", "daylight")),
    *(f"{city} {suffix}" for city in CITIES for suffix in ("time", "hours")),
    *(f"{before} {name}" for name in US_ZONES for before in ("us", "midnight", "noon")),
    *AFTER_CLOCK,
    *LOCAL_TIMES,
    *REGIONAL_ZONES,
    *(
        "zeitzone",
        "fuseau horaire",
        "huso horario",
        "zona horaria",
        "fuso hor",
        "fuso orario",
        "tijdzone",
        "strefa czasowa",
    ),
    *("strefie czasowej", "fuseaux horaires", "zonas horarias", "core time", "kernzeit"),
)
# Searched for in lower case like the rest, then checked for capitals in the text.
CAPITALS = tuple(name.lower() for name in ABBREVIATIONS if name.isalpha() and name not in {"UTC", "GMT"})
TRIGGERS = (*PHRASES, *CAPITALS)
FINDER = build_finder(TRIGGERS, LEFTMOST_LONGEST)
MAX_SENTENCES = 40
MAX_TRIGGERS = 2000
# A sentence extends at most this far around its trigger, in characters.
BEFORE, AFTER = 160, 160
AFTER_DIGIT = re.compile(r"\d|[mM]\.?\)? ?$|/$")
BEFORE_HOURS = re.compile(r"/[A-Z]|[ -](?:time|hour|work|busi|core|±|\+)|\)? ?[±+]")
# The dots of "a.m." and "U.S." do not end a sentence.
# The set of characters at the beginning is what the regex engine skips to.
SENTENCE_END = re.compile(
    r"[\n!?;.](?:(?<=\n)|(?<=[!?;])(?=\s)|(?<![ap]\.m\.)(?<!\bu\.s\.)(?<![ap]\.)(?=\s)|(?<=[ap]m\.)(?=\s))",
    re.IGNORECASE,
)


def sentences(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence with a trigger. `lower` is `text` in lower case with the same offsets."""
    return islice(_sentences(text, lower), MAX_SENTENCES)


def _sentences(text: str, lower: str) -> Iterator[tuple[int, int]]:
    sentence_end = 0
    for index, start, end in islice(FINDER.find_matches_as_indexes(lower), MAX_TRIGGERS):
        # Most matches are letters in small ones, such as "et" or "ist".
        if start < sentence_end or (index >= len(PHRASES) and not _is_abbreviation(text, start, end)):
            continue
        if lower[start - 1 : start].isalnum() and not lower.startswith(AFTER_CLOCK, start):
            continue
        sentence_start = max(sentence_end, start - BEFORE)
        for match in SENTENCE_END.finditer(text, sentence_start, start):
            sentence_start = match.end()
        stop = SENTENCE_END.search(text, end, end + AFTER)
        sentence_end = stop.start() if stop else min(len(text), end + AFTER)
        yield sentence_start, sentence_end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a match is written in capitals; two letters ("PT") also need a digit, zone, "time" or "hours" nearby."""
    if not text[start:end].isupper() or text[end : end + 1].isalpha():
        return False
    return end - start > 2 or bool(
        AFTER_DIGIT.search(text[start - 3 : start]) or BEFORE_HOURS.match(text[end : end + 6])
    )
