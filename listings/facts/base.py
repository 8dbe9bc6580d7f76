"""The input of every fact's reader (Reading) and its output (Fact)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts.text import plain

# Read of a text: four times what the longest real ads have. Some readers take a second for as much that is made up.
MAX_READ = 50_000
BRACKET_END = re.compile(r"[^()\n]{0,12}\)")


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

        A bracket that opens within them and closes soon behind is closed: "Remote (US)", "Remote (US Only)".
        """
        source = self.title if field == "title" else self.text
        if source.rfind("(", start, end) > source.rfind(")", start, end) and (behind := BRACKET_END.match(source, end)):
            end = behind.end()
        return source[start:end], (Span(field, start, end),)


def lower_in_place(text: str) -> str:
    """`text` in lower case with every character at its old offset."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # A few characters grow: "İ" becomes two. They stay as they are, or every later offset would be off.
    return "".join(character.lower() if len(character.lower()) == 1 else character for character in text)
