"""The seniority levels of an ad: from its title, else the board's field, else its text; a board's tags state none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.base import Fact, Reading, Span
from listings.facts.seniority.levels import LevelMention, levels_of_title
from listings.facts.seniority.levels_in_text import levels_of_text
from listings.facts.seniority.managers import find_reports, names_function
from listings.vocabulary.seniority import FIELD_VALUES, SENIORITIES

LEVEL_BY_VALUE = {word: level for level, names in FIELD_VALUES.items() for word in names.split("|")}
MIXED = {"mid-senior": ("mid", "senior"), "mid-senior level": ("mid", "senior"), "mid/senior": ("mid", "senior")}
MANAGER = re.compile(r"\b(?:manager|mgr)\b")
SPLIT = re.compile(r"[,;/]| and | or ")


def read(reading: Reading) -> Fact | None:
    """The levels of the first source that names any: the title is exact, a field "Senior" beside it is often not."""
    if mentions := levels_of_title(reading.title, reading.lower_title):
        if [mention.name for mention in mentions] == ["junior"] and (reports := _reports(reading)):
            return _with_manager(_quote(reading, "title", mentions), reports)
        return _quote(reading, "title", mentions)
    if levels := {level for value in reading.ad.seniority or () for level in _levels_of_value(value)}:
        return Fact(_in_order(levels), "field:seniority")
    if reports := _reports(reading):
        return _quote(reading, "text", [LevelMention("manager", *reports)])
    if mentions := levels_of_text(reading.title, reading.text, reading.lower_text):
        return _quote(reading, "text", mentions)
    return None


def _with_manager(fact: Fact, reports: tuple[int, int]) -> Fact:
    """A junior manager may still have people: "Junior Compliance Manager", with direct reports."""
    return Fact([*fact.value, "manager"], fact.evidence, (*fact.spans, Span("text", *reports)))


def _reports(reading: Reading) -> tuple[int, int] | None:
    """Where the text gives people to a manager whose title is a trade ("Pricing Manager"), project managers aside."""
    match = MANAGER.search(reading.lower_title)
    if match is None or names_function(reading.lower_title[: match.start()]):
        return None
    return find_reports(reading.lower_text)


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
