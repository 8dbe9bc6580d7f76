"""The levels that an ad states: by its title, else by the board's field, else in a sentence about the job itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.base import Fact, Reading, Span
from listings.facts.seniority.levels import Level, levels_of_title
from listings.facts.seniority.levels_in_text import levels_of_text
from listings.vocabulary.seniority import FIELD_VALUES, SENIORITIES

BY_FIELD = {word: level for level, words in FIELD_VALUES.items() for word in words.split("|")}
MIXED = {"mid-senior": ("mid", "senior"), "mid-senior level": ("mid", "senior"), "mid/senior": ("mid", "senior")}
TAGS = {"senior": "senior", "junior": "junior", "intern": "intern", "internship": "intern", "entry level": "junior"}
SPLIT = re.compile(r"[,;/]| and | or ")


def read(reading: Reading) -> Fact | None:
    """A level in the title is all: a field "Senior" beside the title "Lead Engineer" adds nothing."""
    if found := levels_of_title(reading.title, reading.lower_title):
        return _quoted(reading, "title", found)
    if levels := {level for words in reading.ad.seniority or () for level in _of_field(words)}:
        return Fact(_ordered(levels), "field:seniority")
    if levels := {TAGS[tag] for word in reading.ad.tags or () if (tag := word.lower()) in TAGS}:
        return Fact(_ordered(levels), "field:tags")
    if found := levels_of_text(reading.title, reading.text, reading.lower_text):
        return _quoted(reading, "text", found)
    return None


def _quoted(reading: Reading, field: str, found: list[Level]) -> Fact:
    words = reading.title if field == "title" else reading.text
    spans = tuple(dict.fromkeys(Span(field, level.start, level.end) for level in found))
    return Fact(_ordered({level.name for level in found}), words[found[0].start : found[0].end], spans)


def _of_field(words: str) -> Iterator[str]:
    lower = " ".join(words.lower().replace("_", " ").split())
    if lower in MIXED:
        yield from MIXED[lower]
    elif lower in BY_FIELD:
        yield BY_FIELD[lower]
    else:
        yield from (BY_FIELD[part] for one in SPLIT.split(lower) if (part := one.strip(" .()")) in BY_FIELD)


def _ordered(levels: set[str]) -> list[str]:
    return [level for level in SENIORITIES if level in levels]
