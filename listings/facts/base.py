"""The input of every fact's reader (Reading) and its output (Fact)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts.text import plain

# Read of a text: four times what the longest real ads have. Some readers take a second for as much that is made up.
MAX_READ = 50_000
# How far a bracket goes on behind a quote, or began before it.
MAX_BRACKET = 80
BRACKET_END = re.compile(rf"[^()\n]{{0,{MAX_BRACKET}}}\)")
BRACKET_START = re.compile(rf"\([^()\n]{{0,{MAX_BRACKET}}}\Z")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of a field of the Reading: "title" or "text"."""

    field: str
    start: int
    end: int

    def as_json(self) -> dict[str, str | int]:
        return {"field": self.field, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Fact:
    """A stated value. `evidence` is an exact quote, as short as possible, or "field:NAME" for a field of the board."""

    value: Any
    evidence: str
    spans: tuple[Span, ...] = ()


# Compared by identity: what is kept of a reading is kept of this one.
@dataclass(frozen=True, eq=False)
class Reading:
    """An ad prepared for the readers of facts. Plain text and lower case are computed once and shared by all.

    `title`, `text` and their lower-case forms have equal offsets, and spans count in them.
    """

    ad: Ad
    board: Board

    @property
    def title(self) -> str:
        return self.ad.title

    @cached_property
    def whole_text(self) -> str:
        return plain(self.ad.html)

    @cached_property
    def text(self) -> str:
        """As much of it as is read for facts."""
        return self.whole_text[:MAX_READ]

    @cached_property
    def lower_title(self) -> str:
        return lower_in_place(self.title)

    @cached_property
    def lower_text(self) -> str:
        return lower_in_place(self.text)

    def quote(self, field: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
        """Evidence and spans of a Fact for characters `start` to `end` of `field` ("title" or "text").

        A bracket that is cut is made whole: "Remote (US only)", and not "Remote (US".
        """
        source = self.title if field == "title" else self.text
        start, end = with_whole_brackets(source, start, end)
        return source[start:end], (Span(field, start, end),)

    def with_whole_quote(self, fact: Fact) -> Fact:
        """The fact with its quote as `quote` gives it, if that is of one place."""
        if len(fact.spans) != 1:
            return fact
        [span] = fact.spans
        source = self.title if span.field == "title" else self.text
        if fact.evidence != source[span.start : span.end]:
            return fact
        evidence, spans = self.quote(span.field, span.start, span.end)
        return replace(fact, evidence=evidence, spans=spans)


def with_whole_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Characters `start` to `end` with what closes the last bracket and opens the first, if that is near.

    What ends with the end of a bracket around it ends before that: "from $90" of "(from $90)".
    """
    if text.rfind("(", start, end) > text.rfind(")", start, end) and (behind := BRACKET_END.match(text, end)):
        end = behind.end()
    closing = text.find(")", start, end)
    if closing < 0 or text.find("(", start, closing) >= 0:
        return start, end
    if closing == end - 1 and start < closing:
        return start, closing
    before = BRACKET_START.search(text, max(0, start - MAX_BRACKET - 1), start)
    return (before.start() if before else start), end


def lower_in_place(text: str) -> str:
    """`text` in lower case with every character at its old offset."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # A few characters grow: "İ" becomes two. They stay as they are, or every later offset would be off.
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
