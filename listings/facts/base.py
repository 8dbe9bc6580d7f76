"""What a fact is, and what it is read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from listings.boards.base import Ad, Board
from listings.facts.text import plain


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a field of the ad (`title`, `text` …)."""

    field: str
    start: int
    end: int

    def as_json(self) -> dict[str, str | int]:
        return {"field": self.field, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Fact:
    """`evidence` is the shortest exact run of the ad's words, or `field:NAME` where a board's field states it."""

    value: Any
    evidence: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One ad as all facts read it: its plain text is made once. Offsets of spans count in `title` and `text`."""

    ad: Ad
    board: Board

    @property
    def title(self) -> str:
        return self.ad.title

    @cached_property
    def text(self) -> str:
        return plain(self.ad.html)

    @cached_property
    def lower_title(self) -> str:
        return lowered(self.title)

    @cached_property
    def lower_text(self) -> str:
        return lowered(self.text)

    def quote(self, field: str, start: int, end: int) -> tuple[str, tuple[Span, ...]]:
        """The evidence and the span of `field` ("title" or "text"), as a Fact wants them."""
        words = self.title if field == "title" else self.text
        return words[start:end], (Span(field, start, end),)


def lowered(words: str) -> str:
    """Lower case of the same length, so that offsets stay: a few letters ("İ") would grow."""
    lower = words.lower()
    return lower if len(lower) == len(words) else "".join(low if len(low := one.lower()) == 1 else one for one in words)
