"""Regions of which an ad means some countries: "selected countries in Asia (Japan), and Africa (including Kenya)"."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.base import Reading
from listings.facts.residence.expressions import read_places
from listings.facts.residence.precedence import Claim
from listings.facts.residence.resolving import is_within
from listings.facts.residence.unlisted_regions import WORD
from listings.facts.subjects import sentence_bounds
from listings.vocabulary.places import UNNAMED_PART
from listings.vocabulary.regions import REGIONS

SELECTED = re.compile(
    r"\b(?:select(?:ed)?|certain|some|specific|several|various|a few|a number of) (?:of the )?(?:other )?countries"
    r" (?:in|across|within|of|from|throughout)\b",
    re.IGNORECASE,
)
# Those it names are not all that it means.
INCLUDING = re.compile(r" ?\((?:including|incl\.?|for example|e\.g\.,?|such as|like):? ", re.IGNORECASE)
MAX_NAME, MAX_BEHIND, MAX_BRACKET = 40, 80, 120


def without_unnamed(reading: Reading, claim: Claim) -> Claim:
    """With the countries that are named of such a region, and an unnamed part of it, in place of all of it."""
    if not claim.spans or claim.spans[0].field != "text":
        return claim
    text, span = reading.text, claim.spans[0]
    selected = SELECTED.search(text, span.start, span.end)
    if selected is None:
        return claim
    _, limit = sentence_bounds(reading.lower_text, span.start)
    include, end = list(claim.include), span.end
    for bracket in INCLUDING.finditer(text, selected.end(), min(span.end + MAX_BEHIND, max(limit, span.end))):
        region = _region_before(text, selected.end(), bracket.start())
        close = text.find(")", bracket.end(), bracket.end() + MAX_BRACKET)
        places = read_places(text, bracket.end(), end=close, is_nested=True) if region and close >= 0 else None
        if places and region in include and all(is_within((code,), (region,)) for code in places.include):
            include[include.index(region) : include.index(region) + 1] = [*places.include, region + UNNAMED_PART]
            end = max(end, close + 1)
    if end == span.end and include == list(claim.include):
        return claim
    evidence, spans = reading.quote("text", span.start, end)
    return replace(claim, include=tuple(dict.fromkeys(include)), evidence=evidence, spans=spans)


def _region_before(text: str, begin: int, end: int) -> str:
    """The code of the region whose name ends there; "" if there is none, or all of it is meant."""
    for word in WORD.finditer(text, max(begin, end - MAX_NAME), end):
        places = read_places(text, word.start(), end=end)
        if places and places.start == word.start() and places.end == end and len(places.include) == 1:
            return places.include[0] if places.include[0] in REGIONS else ""
    return ""


def selected_words(claim: Claim) -> str:
    """The words of a claim from those of a selection on; "" if there are none."""
    match = SELECTED.search(claim.evidence)
    return claim.evidence[match.start() :] if match else ""
