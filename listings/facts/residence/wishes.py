"""Towns at the end of a list that are merely wished for: "US only, LA or SF a plus"."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern
from listings.facts.residence.compass import has_unnamed_part
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places

WISH = GuardedPattern(
    r"(?:\s+(?:area|region|metro))?\s*(?:(?:is|are|would be|strongly|highly|very much|especially) )*"
    r"(?:prefer(?:red|ence|ably)?|an? (?:\w+ )?(?:plus|bonus|advantage)|ideal(?:ly)?|desirable|desired"
    r"|nice[- ]to[- ]have|welcome)\b",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*[,;(–—]\s*|\s+-\s+")
# "US, East Coast preferred": what is wished for need be no place of the vocabulary.
CAPITALISED = re.compile(r"(?:[A-Z][\w.]*(?: (?:or|and))?[ /&]*){1,4}")
# More commas before a wish are no remark about a place.
MAX_COMMAS = 6


def end_before_wish(text: str, start: int, end: int) -> int:
    """Where the places from `start` end if those before `end` are a wish and wider ones stand before them, else 0."""
    for comma in list(COMMA.finditer(text, start, end))[-MAX_COMMAS:]:
        required = read_places(text, start, strict=False, end=comma.start())
        if required and required.include and _is_wish_within(text, comma.end(), end, required):
            return comma.start()
    return 0


def _is_wish_within(text: str, start: int, end: int, required: Places) -> bool:
    """Whether the places in characters `start` to `end` are towns or the like beside a required state or country."""
    wished = read_places(text, start, strict=False, end=end)
    if required.only_towns:
        # "Oregon, Portland preferred", not "Portland, OR preferred".
        return wished is not None and wished.has_town and not required.has_town
    if wished is None or not wished.include or has_unnamed_part(wished.include):
        return CAPITALISED.fullmatch(text, start, end) is not None
    return wished.only_towns


def end_without_wish(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the places of a short text end, and where what stands behind the wish begins: "US, Austin preferred"."""
    for wish in WISH.finditer(text, start, end):
        if required := end_before_wish(text, start, wish.start()):
            return required, wish.end()
    return end, end


def without_wish(location: str) -> str:
    """A location without the towns that it only wishes for."""
    end, rest = end_without_wish(location, 0, len(location))
    return location[:end] + location[rest:]
