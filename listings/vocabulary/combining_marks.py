"""Normalising foreign text at a bounded cost, and comparing it without accents.

Normalising sorts each run of combining marks in quadratic time, in C and holding the interpreter's lock: 200,000 marks
after one letter would stop a process for minutes. Runs are cut where Unicode's Stream-Safe Text Format (UAX #15) ends
them, which no language reaches.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

MAX_MARKS = 30
# Every mark is in one of these.
PLANES = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))
# Letters by their category that are marks once they are normalised.
HALFWIDTH_SOUND_MARKS = "\uff9e\uff9f"


def bounded_marks(text: str) -> str:
    """The text with at most MAX_MARKS combining marks in a row."""
    # A longer run covers one of these characters, wherever it begins: looking at all costs a hundred times as much.
    sample = text[MAX_MARKS :: MAX_MARKS + 1]
    if sample.isascii() or _marks().isdisjoint(sample):
        return text
    return _long_run().sub(r"\1", text)


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    return unicodedata.normalize(form, bounded_marks(text))


def without_accents(text: str) -> str:
    """Decomposed by NFKD, its combining marks left out."""
    if text.isascii():
        return text
    return "".join(character for character in normalized("NFKD", text) if not unicodedata.combining(character))


@cache
def _marks() -> frozenset[str]:
    marks = (chr(code) for plane in PLANES for code in plane if unicodedata.category(chr(code))[0] == "M")
    return frozenset(marks).union(HALFWIDTH_SOUND_MARKS)


@cache
def _long_run() -> re.Pattern[str]:
    marks = sorted(_marks())
    low, high = ("".join(mark for mark in marks if (mark > "\uffff") is is_high) for is_high in (False, True))
    # A class with characters beyond \uffff is searched range by range: only such characters may come to it.
    mark = f"(?:[{low}]|(?=[\U00010000-\U0010ffff])[{high}])"
    # Possessive: of a run of millions, each repetition would be remembered.
    return re.compile(f"({mark}{{{MAX_MARKS}}}){mark}++")
