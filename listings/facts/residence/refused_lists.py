"""Refused places in lines below the sentence that announces them: "… from the following countries:⏎Asia: Nepal"."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places

ANNOUNCED = re.compile(r"\b(?:following|these) (?:\w+ )?(?:countries|states|locations|regions|places|provinces)\W*$")
OTHERWISE = re.compile(r"\b(?:outside|unless|except|other than|only|just)\b")
# The part of the world that a line is about, which it does not refuse as a whole.
LABEL = re.compile(r"\W*(?:[A-Z][\w.’'-]+ ?){1,3}(?:countries|states)?: ")
MAX_LINES, MAX_LINE = 60, 300


def listed_below(text: str, lower: str, start: int, end: int) -> Places | None:
    """The places of the lines below a sentence whose refusal stands before `start`, up to the first of other words."""
    if not ANNOUNCED.search(lower, start, end + 1) or OTHERWISE.search(lower, start, end):
        return None
    total: Places | None = None
    for _ in range(MAX_LINES):
        start = _next_line(text, end)
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        if start >= len(text) or end - start > MAX_LINE:
            break
        label = LABEL.match(text, start, end)
        first = label.end() if label else start
        places = read_places(text, first, end=end)
        if places is None or not places.include or text[places.end : end].strip(" .,;"):
            break
        include = (*total.include, *places.include) if total else places.include
        of_towns = (*total.of_towns, *places.of_towns) if total else places.of_towns
        total = replace(places, include=tuple(dict.fromkeys(include)), of_towns=of_towns)
    return total


def _next_line(text: str, end: int) -> int:
    start = text.find("\n", end)
    while 0 <= start < len(text) and text[start].isspace():
        start += 1
    return start if start >= 0 else len(text)
