"""JSON read within bounds: its values are counted before any is built, and no number is endless."""

from __future__ import annotations

import json
import math
import re

from listings.boards.formats.json_pruning import pruned

# Twenty-five values for each of the most records that are read. Each takes 200 bytes at most, beside its text.
MAX_VALUES = 500_000
MAX_DIGITS = 25
# One without its end runs to the end of the text.
STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)


class TooManyValues(ValueError):
    """To build them all would take far more memory than the text does."""


def _integer(digits: str) -> int | None:
    """None for a number that no field can mean; Python refuses to read those of 4,300 digits at all."""
    return int(digits) if len(digits) <= MAX_DIGITS else None


def _fraction(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


# NaN, infinities and endless numbers are null: they cost an ad that field, and not the whole list. Not strict: many
# sites have raw line breaks within strings.
DECODER = json.JSONDecoder(strict=False, parse_int=_integer, parse_float=_fraction, parse_constant=lambda name: None)


def loads(text: str) -> object:
    """Without what is endless in a few records. Raises ValueError, also TooManyValues, and RecursionError."""
    try:
        return _loaded(text)
    except (TooManyValues, RecursionError):
        return _loaded(pruned(text))


def _loaded(text: str) -> object:
    check_values(text)
    return DECODER.decode(text)


def check_values(text: str) -> None:
    """Raises TooManyValues."""
    if len(text) <= MAX_VALUES or _marks(text) <= MAX_VALUES:
        return
    # Every string takes two quotes: too many of them need no closer look.
    quotes = text.count('"') - text.count('\\"')
    if quotes > 4 * MAX_VALUES or _marks(STRING.sub("", text)) > MAX_VALUES:
        raise TooManyValues(f"more than {MAX_VALUES:,} values")


def _marks(text: str) -> int:
    """Each value but the first stands behind one of these; those within strings count as well."""
    return sum(text.count(mark) for mark in ",[{:")
