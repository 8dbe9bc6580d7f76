"""Until when people may apply, as the ad's own text or title states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from listings.facts import language
from listings.facts.apply_by.days import Order, PossibleDay, common_days, day_at, stated_order
from listings.facts.apply_by.wordings import BEFORE, DOUBT, GAP_TO_DAY, LEAD, MAY_MOVE, OTHER_THING, RANGE, TRIGGERS
from listings.facts.base import Fact, Reading
from listings.facts.multi_search import SharedFinder
from listings.facts.subjects import sentence_bounds

FINDER = SharedFinder(TRIGGERS)
MAX_SENTENCES = 60
# Characters between the wording and its day.
MAX_GAP = 60
# Characters beside a statement that may say what it is of.
MAX_BESIDE = 100
# … and what its wording itself is of: "grant application deadline".
MAX_BEFORE = 25
DIGIT = re.compile(r"\d")
WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
FROM = re.compile(r"\b(?:from|between|vom|von|fra|desde|du)\b")


class Statement(NamedTuple):
    days: frozenset[PossibleDay]
    field: str
    start: int
    end: int


def read(reading: Reading, residence: Mapping[str, Any] | None = None) -> Fact | None:
    """The day as "2026-05-18", or "" where the ad leaves open which it is, with its words.

    None where statements contradict each other: of an ad for several roles each may have its own. `residence`: the
    fact of the same ad.
    """
    fields = (("title", reading.lower_title), ("text", reading.lower_text))
    if not (statements := [statement for field in fields for statement in _statements(*field, None)]):
        return None
    order = _order(reading, residence)
    if order:
        statements = [statement for field in fields for statement in _statements(*field, order)]
    days = common_days([statement.days for statement in statements])
    if days is None:
        return None
    chosen = next((statement for statement in statements if _is_certain(statement.days)), statements[0])
    evidence, spans = reading.quote(chosen.field, chosen.start, chosen.end)
    return Fact("{}-{:02}-{:02}".format(*next(iter(days))) if _is_certain(days) else "", evidence, spans)


def _is_certain(days: frozenset[PossibleDay]) -> bool:
    return len(days) == 1 and all(day.year for day in days)


def _order(reading: Reading, residence: Mapping[str, Any] | None) -> Order | None:
    """That of day and month in the ad's numbers, from its other dates, else from its language or its country."""
    if order := stated_order(reading.lower_text):
        return order
    if (language.read(reading) or "en") != "en":
        return "day first"
    countries = {code.partition("-")[0] for code in (residence or {}).get("include", ())}
    return "month first" if countries == {"US"} else None


def _statements(field: str, text: str, order: Order | None) -> Iterator[Statement]:
    for start, end in islice(_sentences(text), MAX_SENTENCES):
        for lead in LEAD.finditer(text, start, end):
            day = _day_behind(text, lead.end(), order)
            if day and not _is_doubtful(text, start, lead.start(), day[1]):
                yield _whole_statement(field, text, start, lead.start(), day)
                break


def _is_doubtful(text: str, sentence_start: int, start: int, end: int) -> bool:
    if OTHER_THING.search(text, max(sentence_start, start - MAX_BEFORE), end):
        return True
    sentence_end = sentence_bounds(text, end)[1]
    return DOUBT.search(text, max(sentence_start, start - MAX_BESIDE), min(sentence_end, end + MAX_BESIDE)) is not None


def _whole_statement(
    field: str, text: str, sentence_start: int, start: int, day: tuple[frozenset[PossibleDay], int]
) -> Statement:
    """With the words that make it an expectation, or its day one that may move, which is no certain day then."""
    before = BEFORE.search(text, max(sentence_start, start - MAX_BESIDE), start)
    move = MAY_MOVE.match(text, day[1])
    end = move.end() if move else day[1]
    return Statement(frozenset() if move else day[0], field, before.start() if before else start, end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence with a trigger and a number, or a number right behind it, once."""
    last = -1
    for _, position, _ in FINDER.find(text):
        if position < last:
            continue
        start, last = sentence_bounds(text, position)
        if DIGIT.search(text, start, last + MAX_GAP):
            yield start, last


def _day_behind(text: str, position: int, order: Order | None) -> tuple[frozenset[PossibleDay], int] | None:
    """The day that a wording which ends at `position` is followed by: of a span of days the last."""
    for word in WORD_START.finditer(text, position, position + MAX_GAP):
        day = day_at(text, word.start(), order)
        if day is None:
            continue
        if not GAP_TO_DAY.fullmatch(text, position, word.start()):
            return None
        between = RANGE.match(text, day[1])
        later = day_at(text, between.end(), order) if between else None
        # What is open from a day on has no stated end.
        return later or (None if FROM.search(text, position, word.start()) else day)
    return None
