"""The sentences of a text that may speak of time zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import LONGEST, finder
from listings.vocabulary.zones import ABBREVIATIONS, CITIES

# Sentences with none of these are not looked at. Short words are looked at only where they stand in capitals.
AFTER_CLOCK = tuple(f"m{dot} {name}" for name in ("eastern", "central", "mountain", "pacific") for dot in ("", "."))
NAMED = ("eastern", "central", "mountain", "pacific")
PHRASES = (
    *("utc", "gmt", "timezone", "time zone", "time-zone", "overlap", "east coast", "west coast", "european time"),
    *(f"{kind} hours" for kind in ("business", "working", "work", "core", "office", "collaboration", "coordination")),
    *(f"{where} hours" for where in ("us", "usa", "eu", "european", "american", "americas", "emea", *NAMED)),
    *(f"{name} {kind}" for name in NAMED for kind in ("time", "standard", "daylight")),
    *(f"{city} {suffix}" for city in CITIES for suffix in ("time", "hours")),
    *AFTER_CLOCK,
)
CAPITALS = tuple(f"{word.lower()}" for word in ABBREVIATIONS if word.isalpha() and word not in {"UTC", "GMT"})
TRIGGERS = (*PHRASES, *CAPITALS)
FINDER = finder(TRIGGERS, LONGEST)
MOST_SENTENCES = 40
MOST_TRIGGERS = 2000
BEFORE, AFTER = 160, 160
BESIDE = re.compile(r"\d|[mM]\.?\)? ?$|/$")
BEFORE_HOURS = re.compile(r"/[A-Z]|[ -](?:time|hour|work|busi|core|±|\+)|\)? ?[±+]")
ENDS = re.compile(r"\n|[!?;](?=\s)|(?<![ap]\.m)(?<!\bu\.s)(?<![ap])\.(?=\s)|(?<=[ap]m)\.(?=\s)", re.IGNORECASE)


def sentences(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Their starts and ends. `lower` is `text` in lower case."""
    return islice(_speaking(text, lower), MOST_SENTENCES)


def _speaking(text: str, lower: str) -> Iterator[tuple[int, int]]:
    done = 0
    for index, start, end in islice(FINDER.find_matches_as_indexes(lower), MOST_TRIGGERS):
        within = lower[start - 1 : start].isalnum() and not lower.startswith(AFTER_CLOCK, start)
        if start < done or within:
            continue
        if index >= len(PHRASES) and not _capitals(text, start, end):
            continue
        low = max(done, start - BEFORE)
        for match in ENDS.finditer(text, low, start):
            low = match.end()
        close = ENDS.search(text, end, end + AFTER)
        done = close.start() if close else min(len(text), end + AFTER)
        yield low, done


def _capitals(text: str, start: int, end: int) -> bool:
    """Two letters ("PT", "CT") are looked at only beside digits, another zone, "time" or "hours"."""
    if not text[start:end].isupper() or text[end : end + 1].isalpha():
        return False
    return end - start > 2 or bool(BESIDE.search(text[start - 3 : start]) or BEFORE_HOURS.match(text[end : end + 6]))
