"""Distances from a zone that have no number: "within a few hours of Pacific", "close to London hours"."""

from __future__ import annotations

import re

from listings.facts.hours.zone_mentions import either
from listings.vocabulary.zones import CITIES, NAMES, REGIONS

FEW = r"(?:(?:just |only |about )?(?:a few|a couple(?: of)?|a handful of|several|some)) (?:hours?['’]?|time ?zones?)"
FEW_HOURS_FROM = re.compile(
    rf"\b(?:(?:with)?in |no more than )?(?:about |only |just )?{FEW}(?: time)?(?: difference| away| off)?"
    r" (?:of|from|to|with|off|either side of)(?: the| our)?\s$",
    re.IGNORECASE,
)
CLOSE = (
    r"(?:in or )?(?:very |fairly |reasonably |roughly |relatively )?(?:close|near|nearer|adjacent|similar|comparable)"
    r"(?: to| with)?(?: the| our)?"
)
NEAR = re.compile(rf"\b{CLOSE}\s$", re.IGNORECASE)
# "A time zone close to Sydney", "hours similar to London": the place stands for its zone.
NEAR_PLACE = re.compile(
    rf"\b(?:time ?zones?|(?:working |business |office )?hours|schedule)\b[^.;,]{{0,20}}?\b{CLOSE}"
    rf"\s(?:{either([*REGIONS, *CITIES, *NAMES])})(?![\w-])",
    re.IGNORECASE,
)
BESIDE = re.compile(
    r"[- ]adjacent\b(?: time ?zones?| hours)?|,? or (?:an? )?(?:adjacent|nearby|similar|neighbou?ring|close)\b"
    r"(?: time ?zones?| hours| ones?)?",
    re.IGNORECASE,
)


def is_vague(sentence: str, start: int, end: int) -> bool:
    """Whether the zone in these characters is only what the hours are measured from."""
    before = sentence[:start]
    return bool(FEW_HOURS_FROM.search(before) or NEAR.search(before) or BESIDE.match(sentence, end))
