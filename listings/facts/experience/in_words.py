"""Years of experience of which no single number holds: usual or rough ones, those of each degree, and wishes.

"You'll typically have 5+ years of experience", "about ten years", "a Bachelor's and 5 years, or a Master's and 3".
"""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading
from listings.facts.experience.phrases import (
    AMOUNT,
    DEGREES,
    HEDGED_AFTER,
    HEDGED_BEFORE,
    OR_NEXT,
    TYPICAL_BEFORE,
    WISH,
)
from listings.facts.experience.reader import ExperienceKind, Years, years_of_text
from listings.facts.experience.usual_years import usual_years
from listings.facts.subjects import sentence_bounds

BEFORE = 60
# Between that word and the number, where people are asked for: not "projects usually take 2 years".
ASKED = re.compile(
    r"\w+[\s,:–-]*(?:(?:expect\w*|requir\w+|seek\w*|look\w*|have|has|bring\w*|possess\w*|need\w*|hold\w*|attain\w+"
    r"|acquir\w+|obtain\w+|gain\w+|demand\w*|ask\w*|want\w*|candidates?|applicants?|people|someone|you|who|for|to|with"
    r"|through|in|by|from|an?|the|minimum|of|at|least|over|more|than|between|ranging|bachelor\S*|master\S*|degree"
    r"|university|college|high|school|diploma|and|or|plus|would|will)\b[\s,/.]*)*"
)
# Up to the end of the thought: "5+ years in" is none.
REST = re.compile(r"[^.,;:\n()]{0,60}(?!\w)")
CHOICES = (ExperienceKind.ALTERNATIVE, ExperienceKind.REPLACEMENT)
OR = re.compile(r"\b(?:or|oder|ou|in lieu|instead|in place|substitut\w+)\b")
# Of a sentence that lacks a part, as one cut at "Ph.D."
PART_BEGINS, PART_ENDS = re.compile(r"(?:or|OR|Or|oder|ou|plus|and|with|in|of)\b"), re.compile(r"\.[A-Za-z]$")
# Of a quote. One that had to be cut might lose the other half of a choice.
MAX_QUOTE = 240
MARKS = " \t-•·*–—:;,>+"


def read(reading: Reading) -> Fact | None:
    """The first of them, quoted with the word that makes them usual or rough."""
    typical = (years for years in years_of_text(reading) if years.kind is ExperienceKind.TYPICAL)
    for years in typical:
        start = years.span.start
        bounds = max(0, start - BEFORE), start
        match = TYPICAL_BEFORE.search(reading.lower_text, *bounds)
        if match and not ASKED.fullmatch(match[0]):
            continue
        before = match or HEDGED_BEFORE.search(reading.lower_text, *bounds)
        ends = HEDGED_AFTER.match(reading.lower_text, years.span.end), REST.match(reading.text, years.span.end)
        end = next((match.end() for match in ends if match), years.span.end)
        return Fact(None, *reading.quote("text", before.start() if before else start, end))
    return _choice(reading) or _of_one_role(reading) or _wish(reading) or usual_years(reading)


def _of_one_role(reading: Reading) -> Fact | None:
    """The first sentence with years of one of several roles, which it names by its level."""
    for years in years_of_text(reading):
        start, end = _bounds(reading, years)
        if years.kind is ExperienceKind.ONE_ROLE and end - start <= MAX_QUOTE:
            return Fact(None, *reading.quote("text", start, end))
    return None


def _choice(reading: Reading) -> Fact | None:
    """The first sentence whose years depend on a degree, or on which of several ways is gone."""
    for years in years_of_text(reading):
        if years.kind not in CHOICES:
            continue
        start, end = _bounds(reading, years)
        sentence = reading.lower_text[start:end]
        if PART_BEGINS.match(reading.text, start) or PART_ENDS.search(sentence):
            continue
        names_choice = DEGREES.search(sentence) or (OR.search(sentence) and len(AMOUNT.findall(sentence)) > 1)
        if names_choice and end - start <= MAX_QUOTE:
            return Fact(None, *reading.quote("text", start, end))
    return None


def _wish(reading: Reading) -> Fact | None:
    """The first sentence that wishes for years, and says so."""
    for years in years_of_text(reading):
        start, end = _bounds(reading, years)
        is_wish = years.kind is ExperienceKind.WISH and WISH.search(reading.lower_text, start, end)
        if is_wish and end - start <= MAX_QUOTE:
            return Fact(None, *reading.quote("text", start, end))
    return None


def _bounds(reading: Reading, years: Years) -> tuple[int, int]:
    """Of the sentence with the years, and one that "or" joins to it, without what its line begins and ends with."""
    start, end = sentence_bounds(reading.lower_text, years.span.start)
    if following := OR_NEXT.match(reading.lower_text, end):
        end = sentence_bounds(reading.lower_text, following.end())[1]
    sentence = reading.text[start:end]
    start += len(sentence) - len(sentence.lstrip(MARKS))
    return start, start + len(reading.text[start:end].rstrip(MARKS + "."))
