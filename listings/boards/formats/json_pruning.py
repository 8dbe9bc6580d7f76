"""JSON without the values that no honest record has: one hostile record must not cost all others of its list."""

from __future__ import annotations

import re

# Records are nested ten deep at most, whatever their envelope; Python gives up at a thousand.
MAX_DEPTH = 100
# The list of records and what it stands in, {"jobs": [, are as large as the response.
OUTER_DEPTH = 2
MAX_VALUES_OF_RECORD = 20_000
# Of brackets, commas, colons and strings. A million take half a second.
MAX_PIECES = 1_200_000
MAX_CUTS = 1000
# A string without its end runs to the end of the text.
PIECE = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},:]', re.DOTALL)


def pruned(text: str) -> str:
    """`text` with null in place of each value within a record that is too deep or too large.

    The same text if there are too many of them to be an accident of a few records.
    """
    cuts: list[tuple[int, int]] = []
    # Of each open bracket: where it stands, and how many values came before it.
    opened: list[tuple[int, int]] = []
    depth = values = 0
    for number, piece in enumerate(PIECE.finditer(text)):
        if number >= MAX_PIECES or len(cuts) > MAX_CUTS:
            return text
        mark = text[piece.start()]
        if mark in "]}":
            depth -= 1
            if depth < 0:
                return text
            if depth >= len(opened):
                continue
            start, before = opened.pop()
            if _is_endless(depth, values - before):
                _cut(cuts, start, piece.end())
                values = before
        elif mark != '"':
            if mark in "[{":
                if depth <= MAX_DEPTH:
                    opened.append((piece.start(), values))
                depth += 1
            values += 1
    return _without(text, cuts)


def _is_endless(depth: int, values: int) -> bool:
    return depth == MAX_DEPTH or (depth >= OUTER_DEPTH and values > MAX_VALUES_OF_RECORD)


def _cut(cuts: list[tuple[int, int]], start: int, end: int) -> None:
    # What was cut within it goes with it.
    while cuts and cuts[-1][0] > start:
        cuts.pop()
    cuts.append((start, end))


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    place = 0
    for start, end in cuts:
        parts += (text[place:start], "null")
        place = end
    return "".join([*parts, text[place:]])
