"""Sentences that let in everyone outside of a limit: "Remote (US). Non-US candidates welcome"."""

from __future__ import annotations

import re

from listings.facts.base import Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.other_people import others_of
from listings.facts.residence.expressions import read_places
from listings.facts.residence.precedence import WORLDWIDE, Claim, ClaimSource
from listings.facts.residence.resolving import is_within
from listings.facts.subjects import sentence_bounds

PEOPLE = r"(?:candidates|applicants|applications|people|engineers|developers|designers|residents|folks)"
OUTSIDE = (
    rf"(?:\bnon[- ](?P<non>[\w.]+(?: [\w.]+)?)[- ](?:based )?{PEOPLE}"
    rf"|\b{PEOPLE} (?:(?:based|located|living|residing|from) )?outside (?:of )?(?P<outside>(?:the )?[\w.]+(?: [\w.]+)?)"
    r")"
)
WELCOME = GuardedPattern(
    rf"{OUTSIDE} (?:(?:are|is|also|just|very|equally|as) ){{0,3}}"
    r"(?:welcome|can (?:also )?apply|may (?:also )?apply|encouraged to apply|eligible|considered)\b"
)
# Only hours may be asked for: whoever needs a permit, or has to move, does not stay outside.
CONDITION = re.compile(r"\b(?:if|as long as|provided|but|with|who|when|where|unless|only|for|after|must|need)\b")
HOURS = re.compile(r"\b(?:hours?|overlap\w*|time ?zones?)\b")
BOUND = re.compile(
    r"\b(?:not|no|never|visas?|permits?|sponsor\w*|relocat\w*|move|authori[sz]\w*|right to work|citizens?\w*|office"
    r"|on-?site|hybrid|entity|payroll|may be|might|could)\b|n['’]t\b"
)


def read_welcome(reading: Reading, limit: Claim) -> Claim | None:
    """The claim that people anywhere are let in, where the text says so of those outside of `limit`."""
    texts = (limit.evidence, reading.title, reading.ad.location or "")
    # For work at a place the same words invite people to come.
    if limit.is_anywhere or not (reading.board.remote_only or any("remote" in text.casefold() for text in texts)):
        return None
    for match in WELCOME.finditer_by_line(reading.lower_text):
        start = match.start("non" if match["non"] else "outside")
        places = read_places(reading.text, start)
        is_outside = places is not None and all(
            code in places.include or is_within((code,), places.include) for code in limit.include
        )
        is_of_job = not others_of(reading).cover(match.end() - 1)
        if is_outside and is_of_job and _asks_only_hours(reading.lower_text, match):
            return Claim(ClaimSource.TEXT, WORLDWIDE, (), *reading.quote("text", match.start(), match.end()))
    return None


def _asks_only_hours(lower: str, match: re.Match[str]) -> bool:
    """Whether the sentence asks no more than hours of those who are let in."""
    start, end = sentence_bounds(lower, match.start())
    rest = lower[match.end() : end]
    return BOUND.search(lower, start, end) is None and (
        CONDITION.search(rest) is None or HOURS.search(rest) is not None
    )
