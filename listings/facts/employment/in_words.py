"""Contract work that an ad would rather have, which states no type of employment: "we prefer B2B, but are flexible"."""

from __future__ import annotations

import re

from listings.facts.base import Fact, Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.other_people import others_of
from listings.facts.subjects import sentence_bounds

# "B2B" alone is mostly the market: "5 years in sales, preferably B2B".
CONTRACT = (
    r"(?:(?:b2b|freelance|contractor) (?:contracts?|cooperation|agreements?|basis|arrangements?|set-?up|terms)"
    r"|freelanc(?:e|ers?|ing)|(?:independent )?contractors?|contract (?:work|basis)|self[- ]employ(?:ed|ment))"
)
# Behind it no other noun: not "we prefer B2B SaaS experience".
ENDED = r"(?=\s*(?:$|[,.;:!)(/|\n–—]|or\b|and\b|but\b|though\b|if\b|over\b|with\b|for (?:this|the)\b))"
PREFERENCE = GuardedPattern(
    rf"\b(?:prefer(?:red|ably|ence)?|ideally|rather)\b(?: (?:to|an?|is|for|on|as|via|through|work|working|hire"
    rf"|be|have|the)){{0,4}}:? {CONTRACT}{ENDED}"
    rf"|\bwe(?:['’]d| would)? (?:strongly )?(?:rather have|prefer) b2b{ENDED}"
    rf"|(?<![\w&+/-] )(?<![\w&+/-])\b{CONTRACT},? \(?(?:is |are |would be )?(?:strongly |highly )?preferred\b"
)
MARKS = re.compile(r"^[^\w(]+")
MAX_QUOTE = 160


def read(reading: Reading) -> Fact | None:
    """The sentence of the preference, or only its words if that is long."""
    for match in PREFERENCE.finditer_by_line(reading.lower_text):
        if others_of(reading).cover(match.end() - 1):
            continue
        start, end = sentence_bounds(reading.lower_text, match.start())
        if end - start > MAX_QUOTE:
            start, end = match.span()
        text = reading.text[start:end]
        start += len(text) - len(MARKS.sub("", text))
        return Fact(None, *reading.quote("text", start, start + len(reading.text[start:end].rstrip())))
    return None
