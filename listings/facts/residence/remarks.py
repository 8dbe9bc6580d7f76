"""Words in and around the brackets of an expression of places that are remarks, not places."""

from __future__ import annotations

import re

REMARK = re.compile(
    r"\b(?:prefer\w*|ideally|e\.?g\.?|such as|includ\w+|incl|priority|plus|bonus|for example|etc|time ?zones?|tz|hours"
    r"|\w+ days?)\b|\bi\.?e\.?$",
    re.IGNORECASE,
)
# "(including Alaska)", "(Hawaii included)": more places after a name that leaves them out.
ADDITION = re.compile(
    r"\W*(?:\+|(?:plus|and|or|incl(?:uding|udes|\.)?|as well as)\b)[^()]*|[^()]*\bincluded\W*", re.IGNORECASE
)
WISH = re.compile(r"\b(?:prefer\w*|ideally|a (?:\w+ )?(?:plus|bonus))\b", re.IGNORECASE)
LEADING_REMARK = re.compile(
    r"\W*(?:(?:for|the|of|in|from|those|people|candidates|applicants|residents|anyone|persons|living|based|located|who"
    r"|live|reside|following|states?|countr(?:y|ies)|locations?|regions?|und|(?-i:den|de|la|les|le|los|las))\b\W*){0,6}",
    re.IGNORECASE,
)
MAX_REMARK = 80


def is_remark(text: str, *, is_narrow_name: bool) -> bool:
    """Whether the text of a bracket says something of the places before it and adds none.

    `is_narrow_name`: those places are called by a name that leaves parts out, such as "continental US".
    """
    if is_narrow_name and ADDITION.fullmatch(text) and not WISH.search(text):
        return False
    return REMARK.search(text) is not None


def after_remark(text: str, start: int) -> int:
    """Where the places begin after an exception's "for those who live in the states of"."""
    match = LEADING_REMARK.match(text, start, start + MAX_REMARK)
    return match.end() if match else start
