"""The seniority levels of an ad: from its title, else the board's field, else its text; a board's tags state none."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading, Span
from listings.facts.other_people import others_of
from listings.facts.seniority.levels import LevelMention, levels_of_title
from listings.facts.seniority.levels_in_text import levels_of_listed_roles, levels_of_text
from listings.facts.seniority.managers import find_reports, names_function
from listings.facts.seniority.values import levels_of_value
from listings.facts.several_roles import roles_start
from listings.vocabulary.seniority import SENIORITIES

MANAGER = re.compile(r"\b(?:manager|mgr)\b")


def read(reading: Reading) -> Fact | None:
    """The levels of the first source that names any: the title is exact, a field "Senior" beside it is often not."""
    if mentions := levels_of_title(reading.title, reading.lower_title):
        if [mention.name for mention in mentions] == ["junior"] and (reports := _reports(reading)):
            return _with_manager(_quote(reading, "title", mentions), reports)
        return _with_listed(_quote(reading, "title", mentions), reading)
    levels = {level for value in reading.ad.seniority or () for level in levels_of_value(value)}
    if "executive" in reading.lower_title:
        # The field repeats a word of the trade: "Sales Executive", "Executive Assistant".
        levels.discard("executive")
    if levels:
        return Fact(_in_order(levels), "field:seniority")
    if reports := _reports(reading):
        return _quote(reading, "text", [LevelMention("manager", *reports)])
    others = others_of(reading)
    of_text = levels_of_text(reading.title, reading.text, reading.lower_text)
    if mentions := [mention for mention in of_text if not others.cover(mention.start)]:
        return _quote(reading, "text", mentions)
    return None


def _with_manager(fact: Fact, reports: tuple[int, int]) -> Fact:
    """A junior manager may still have people: "Junior Compliance Manager", with direct reports."""
    return Fact([*fact.value, "manager"], fact.evidence, (*fact.spans, Span("text", *reports)))


def _with_listed(fact: Fact, reading: Reading) -> Fact:
    """Of several roles the title names the first few, and lines of the text the rest."""
    if not roles_start(reading.lower_title):
        return fact
    listed = [
        mention
        for mention in levels_of_listed_roles(reading.text, reading.lower_text)
        if mention.name not in fact.value
    ]
    spans = tuple(Span("text", mention.start, mention.end) for mention in listed)
    return Fact(_in_order({*fact.value, *(mention.name for mention in listed)}), fact.evidence, fact.spans + spans)


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


def _in_order(levels: set[str]) -> list[str]:
    return [level for level in SENIORITIES if level in levels]
