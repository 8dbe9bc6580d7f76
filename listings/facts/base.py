"""What a fact is: its value in our vocabulary, the words it rests on, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a field of the ad (`title`, `text` …)."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """`evidence` is the shortest exact run of the ad's words, or `field:NAME` where a board's field states it."""

    value: Any
    evidence: str
    spans: tuple[Span, ...] = ()
