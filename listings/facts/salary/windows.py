"""The parts of a text that may hold money: around signs, names and codes of currencies, and thousands.

Most numbers of an ad are years, counts and versions. One pass over the text spares a look at each of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from listings.facts.multi_search import Overlaps, SharedFinder
from listings.facts.salary.numbers import SYMBOL_ENDS
from listings.vocabulary.currencies import CODES, NAMES

DIGITS = "0123456789"
SCALES = ("thousand", "lakh", "lacs", "lpa", "crore", "тыс")
# After a digit or a space, as "k" alone is in every other word.
AFTER_DIGIT = ("k", " k", "+k", "-k", " tsd", " tys", " tis", " mil", "mil", " l", "l", "r", "teur", " teur")
GAPS_AFTER = ("", " ", "+", "+ ", " (", "m ", " m ", "mln ", " mln ", " mio ")
GAPS_BEFORE = ("", " ", ".", ". ", ": ", " *", "~")
# Short names are parts of many words.
SHORT = 3


def _triggers() -> list[str]:
    names = {name for name in NAMES if name.strip(".")} | {code.lower() for code in CODES}
    long = {name for name in names if len(name) > SHORT}
    short = names - long
    around = {f"{digit}{gap}{name}" for name in short for gap in GAPS_AFTER for digit in DIGITS}
    around |= {f"{name}{gap}{digit}" for name in short for gap in GAPS_BEFORE for digit in DIGITS}
    scaled = {f"{digit}{scale}" for scale in AFTER_DIGIT for digit in DIGITS}
    return sorted({*SYMBOL_ENDS, *SCALES, *long, *around, *scaled, *(f"r{digit}" for digit in DIGITS)})


FINDER = SharedFinder(_triggers(), Overlaps.ALL)
# Wide enough for a range with its words on either side of the mark.
BEFORE, AFTER = 64, 64


def windows(lower: str) -> Iterator[tuple[int, int]]:
    """Start and end of each part of a text in lower case that may hold money, in order and apart."""
    start = end = -1
    for _, first, last in FINDER.find(lower):
        if first - BEFORE > end:
            if end >= 0:
                yield max(0, start), min(len(lower), end)
            start = first - BEFORE
        end = last + AFTER
    if end >= 0:
        yield max(0, start), min(len(lower), end)
