"""Usual years of experience that stand by themselves: "Typically has 5 years' experience in design"."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading
from listings.facts.experience.phrases import DEGREES
from listings.facts.other_people import others_of
from listings.facts.skills.sections import EMPLOYER, NICE_TO_HAVE, sections_of
from listings.facts.subjects import sentence_bounds

TOPIC = r"(?:(?! and\b)[^.,;:()\n]){1,60}(?!\w)"
USUAL = re.compile(
    r"(?:(?:^|\n|[(.;:] ?)[\s*•·–-]{0,4}|\b(?:you|you['’]ll|candidates?|applicants?|role|position) )"
    r"(?P<quote>(?:typically|generally|usually|normally),? (?:(?:requires?|has|have|needs?|with|an?|the|minimum|of"
    r"|at least) ){0,5}(?P<low>\d{1,2})\+?(?: ?(?:-|–|to) ?\d{1,2}\+?)? years?['’]?(?: of)?"
    rf"(?: (?:[a-z-]+ ){{0,2}}experience\b(?: (?:in|with|as) {TOPIC})?| as {TOPIC}|(?=\))))",
    re.IGNORECASE,
)
# "Nice to haves:" in the line above.
HEADING_ABOVE = re.compile(r"(?:^|\n)(?P<heading>[^\W\d_][^\n]{3,60})\n[\s*•·–-]{0,4}$")
MAX_HEADING = 80


def usual_years(reading: Reading) -> Fact | None:
    """Its words, unless others count as well; of a list of wishes with the heading right above, or not at all."""
    matches = list(USUAL.finditer(reading.text)) if "year" in reading.lower_text else []
    if len({match["low"] for match in matches}) != 1:
        return None
    start, end = matches[0].span("quote")
    sentence = reading.lower_text[slice(*sentence_bounds(reading.lower_text, start))]
    section = sections_of(reading.text).kind_at(start)
    if DEGREES.search(sentence) or section == EMPLOYER or others_of(reading).cover(start):
        return None
    if section == NICE_TO_HAVE:
        heading = HEADING_ABOVE.search(reading.text, max(0, start - MAX_HEADING), start)
        if heading is None or sections_of(reading.text).kind_at(start - 1) != NICE_TO_HAVE:
            return None
        start = heading.start("heading")
    return Fact(None, *reading.quote("text", start, end))
