"""Places that an ad prefers and says that it does not require: "Peru is a plus, but not a hard requirement"."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.other_people import others_of
from listings.facts.residence.expressions import read_places
from listings.facts.residence.precedence import Claim
from listings.facts.residence.resolving import is_within
from listings.facts.residence.unlisted_regions import WORD
from listings.facts.residence.welcomes import whole_sentence
from listings.facts.subjects import sentence_bounds

STRENGTH = r"(?:(?:strong|strongly|big|huge|major|definite|highly|much|slight|clear) )?"
WISH = rf"(?:an? )?{STRENGTH}(?:plus|bonus|advantage|preferred|preferable|preference|ideal)"
NOT_NEEDED = (
    r"(?:(?:it|this|that) )?(?:is |are )?(?:not|by no means|isn['’]t|never) (?:an? )?"
    r"(?:(?:hard|strict|firm|absolute|must|formal) )?(?:requirement|required|mandatory|necessary|essential|must)\b"
)
PREFERENCE = GuardedPattern(
    rf"(?P<wish>(?:[- ]based|[- ]timezone)?,? \(?(?:is |are |would be )?{WISH})\b[^.;:\n]{{0,40}}[ (]{NOT_NEEDED}"
)
MAX_BEFORE = 60
# Where the person lives, and not what they know of a place: "experience in Peru is a plus, but not required".
OF_PERSON = re.compile(
    r"\W*(?:(?:location|residence|candidates?|applicants?)?:? ?(?:preference|preferred)?s?:? ?)?"
    r"(?:remote|we (?:prefer|hire)\b)?\W*"
    r"(?:(?:being|living|residing|residence|location|located|based|candidates|applicants|people|somebody|someone)\b"
    r" ?(?:based |located |living )?(?:in|from|within|near)? ?)?(?:the )?"
)


def soft_preference(reading: Reading, limit: Claim) -> str | None:
    """The words that prefer all places of `limit`, or those that its words begin with, and deny a need for them."""
    if limit.is_anywhere:
        return None
    for match in PREFERENCE.finditer_by_line(reading.lower_text):
        start, _ = sentence_bounds(reading.lower_text, match.start("wish"))
        is_of_job = not others_of(reading).cover(match.end() - 1)
        if is_of_job and _names(reading, limit, max(start, match.start() - MAX_BEFORE), match.start("wish")):
            return reading.quote("text", *whole_sentence(reading, match))[0]
    return None


def _names(reading: Reading, limit: Claim, start: int, end: int) -> bool:
    """Whether the places that end at `end` are those of the limit."""
    for word in WORD.finditer(reading.text, start, end):
        places = read_places(reading.text, word.start(), end=end)
        if places is not None and places.start == word.start() and places.end == end:
            if OF_PERSON.fullmatch(reading.lower_text, start, word.start()) is None:
                return False
            name = reading.text[word.start() : end].casefold()
            return limit.evidence.casefold().startswith(name) or all(
                code in places.include or is_within((code,), places.include) for code in limit.include
            )
    return False
