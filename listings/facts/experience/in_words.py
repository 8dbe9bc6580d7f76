"""Years of experience that are usual or rough: "You'll typically have 5+ years of experience", "about ten years"."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading
from listings.facts.experience.phrases import HEDGED_AFTER, HEDGED_BEFORE, TYPICAL_BEFORE
from listings.facts.experience.reader import ExperienceKind, years_of_text

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
    return None
