"""Countries that a board made of a state's code: it says Albania (AL) of work for those who live in Alabama."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from listings.facts.base import Reading
from listings.facts.residence.precedence import Claim, ClaimSource
from listings.vocabulary.places import codes, names

LIVING = r"(?:licen[sc]ed|living|live|resid(?:e|es|ing)|residents?|based|located)"


@cache
def _state_patterns() -> Mapping[str, tuple[str, list[str], re.Pattern[str]]]:
    """Country code → the US state of the same letters, its names, and words for living or being licensed in it."""
    patterns = {}
    for code, places in codes().items():
        state = f"US-{code}"
        if not any(place.codes == (state,) for place in places) or not any(p.codes == (code,) for p in places):
            continue
        spelled = [name for name, meanings in names().items() if any(place.codes == (state,) for place in meanings)]
        if spelled:
            either = "|".join(map(re.escape, spelled))
            demand = rf"\b{LIVING}(?: (?:and|or) {LIVING})? (?:in|of) (?:the state of )?(?:{either})\b"
            patterns[code] = state, spelled, re.compile(demand)
    return patterns


def read_state(reading: Reading, field: Claim) -> Claim | None:
    """The state that the text asks to live or be licensed in, where the field holds the country of its letters."""
    if len(field.include) != 1 or field.include[0] not in _state_patterns():
        return None
    state, spelled, demand = _state_patterns()[field.include[0]]
    is_named = any(name in reading.lower_text for name in spelled)
    match = demand.search(reading.lower_text) if is_named else None
    if match is None:
        return None
    return Claim(ClaimSource.TEXT, (state,), (), *reading.quote("text", *match.span()))
