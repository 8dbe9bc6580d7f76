"""Towns at the end of a list that are merely wished for: "US only, LA or SF a plus"."""

from __future__ import annotations

import re

from listings.facts.residence.expressions import read_places

WISH = re.compile(
    r"\s*(?:(?:is|are|would be|strongly|highly|very much|especially) )*"
    r"(?:prefer(?:red|ence|ably)?|an? (?:\w+ )?(?:plus|bonus|advantage)|ideal(?:ly)?|desirable|desired"
    r"|nice[- ]to[- ]have|welcome)\b",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*[,;(–—]\s*|\s+-\s+")
# More commas before a wish are no remark about a place.
MAX_COMMAS, MAX_WISH = 6, 80


def end_before_wish(text: str, start: int, end: int) -> int:
    """Where the places from `start` end if towns before `end` are a wish and wider places stand before them, else 0."""
    for comma in list(COMMA.finditer(text, start, end))[-MAX_COMMAS:]:
        required = read_places(text, start, strict=False, end=comma.start())
        wished = read_places(text, comma.end(), strict=False, end=end)
        if required and wished and wished.only_towns and required.include and not required.only_towns:
            return comma.start()
    return 0


def without_wish(location: str) -> str:
    """A location without the towns that it only wishes for: "US, Austin preferred" is the US."""
    for wish in WISH.finditer(location):
        end = end_before_wish(location, 0, wish.start())
        if end:
            return location[:end] + location[wish.end() :]
    return location
