"""The seniority levels of an ad: from its title, else the board's field, else its tags, else its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.base import Fact, Reading, Span
from listings.facts.seniority.levels import LevelMention, levels_of_title
from listings.facts.seniority.levels_in_text import levels_of_text
from listings.vocabulary.seniority import FIELD_VALUES, SENIORITIES

LEVEL_BY_VALUE = {word: level for level, names in FIELD_VALUES.items() for word in names.split("|")}
MIXED = {"mid-senior": ("mid", "senior"), "mid-senior level": ("mid", "senior"), "mid/senior": ("mid", "senior")}
LEVEL_BY_TAG = {
    "senior": "senior",
    "junior": "junior",
    "intern": "intern",
    "internship": "intern",
    "entry level": "junior",
}
SPLIT = re.compile(r"[,;/]| and | or ")


def read(reading: Reading) -> Fact | None:
    """The levels of the first source that names any: the title is exact, a field "Senior" beside it is often not."""
    if mentions := levels_of_title(reading.title, reading.lower_title):
        return _quote(reading, "title", mentions)
    if levels := {level for value in reading.ad.seniority or () for level in _levels_of_value(value)}:
        return Fact(_in_order(levels), "field:seniority")
    if levels := {LEVEL_BY_TAG[tag] for word in reading.ad.tags or () if (tag := word.lower()) in LEVEL_BY_TAG}:
        return Fact(_in_order(levels), "field:tags")
    if mentions := levels_of_text(reading.title, reading.text, reading.lower_text):
        return _quote(reading, "text", mentions)
    return None


def _quote(reading: Reading, field: str, mentions: list[LevelMention]) -> Fact:
    source = reading.title if field == "title" else reading.text
    first = mentions[0]
    spans = tuple(dict.fromkeys(Span(field, mention.start, mention.end) for mention in mentions))
    return Fact(_in_order({mention.name for mention in mentions}), source[first.start : first.end], spans)


def _levels_of_value(value: str) -> Iterator[str]:
    """The levels of one value of the board's field, which may join several: "Mid/Senior"."""
    lower = " ".join(value.lower().replace("_", " ").split())
    if lower in MIXED:
        yield from MIXED[lower]
    elif lower in LEVEL_BY_VALUE:
        # Before splitting: "VP/C-level" is one level.
        yield LEVEL_BY_VALUE[lower]
    else:
        parts = (part.strip(" .()") for part in SPLIT.split(lower))
        yield from (LEVEL_BY_VALUE[part] for part in parts if part in LEVEL_BY_VALUE)


def _in_order(levels: set[str]) -> list[str]:
    return [level for level in SENIORITIES if level in levels]
