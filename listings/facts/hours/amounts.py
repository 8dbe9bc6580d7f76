"""Counts of hours in a sentence, such as the "4 hours" of an overlap."""

from __future__ import annotations

import re

from listings.facts.hours.clocks import CLOCK
from listings.facts.hours.counts import COUNT, COUNT_OR_COUPLE, UNIT

AMOUNT = re.compile(
    rf"\b{COUNT_OR_COUPLE}(?:\s?(?:-|–|to)\s?\d{{1,2}}(?:[.,]5)?)?\+?(?: or more| \(or more\))?"
    rf"(?: working| business)?{UNIT}",
    re.IGNORECASE,
)
# "20 hours a week" is what somebody works, not what they share with others.
OF_WEEK = re.compile(
    r"(?: (?:a|per|each|every) week| weekly|/ ?week|[- ]week| (?:pro|die) woche| par semaine| (?:a la|por) semana"
    r"| a settimana| per week| tygodniowo)\b",
    re.IGNORECASE,
)
# "25 hours a week, 4 of which overlap with London"
OF_WHICH = re.compile(rf"\b{COUNT} of (?:which|them|these)\b", re.IGNORECASE)
OF_DAY = re.compile(r" of (?:the |a )?(?:us |u\.s\. )?$", re.IGNORECASE)
DAY = re.compile(r"(?: time)?(?: (?:working|work|business|office))?[ -](?:work)?day\b", re.IGNORECASE)

# Between a count of hours and the clock times that they lie in.
WITHIN = re.compile(
    rf"(?:,? (?:a|per|each|every|of) (?:work ?)?day|,? daily)?[\w ,]{{0,30}}?\b(?:(?:between|within|from|inside)"
    rf"(?: the hours of)? |(?:during|within|in|of) (?:our|the|these|their) (?:\w+ )?hours[\s,:(]{{1,3}}(?:of |from )?)"
    rf"{CLOCK}",
    re.IGNORECASE,
)
# Between clock times and a count of hours in them: "9 am – 6 pm IST, be there for a six-hour block during this window"
IN_THE_WINDOW = re.compile(
    r"(?:[ -]block)?(?: (?:a|per|each|every) day| daily)?,? (?:during|within|in|inside|of) (?:this|that|these|those)"
    r" (?:window|time ?frame|hours|period|range|slot)\b",
    re.IGNORECASE,
)
# "A few hours of overlap with US hours" are not all of those.
UNCOUNTED = re.compile(r"\b(?:a few|several|some|a handful of) (?:\w+ )?hours\b", re.IGNORECASE)


def amount_near(sentence: str, position: int) -> re.Match[str] | None:
    """The count of hours that an overlap at `position` has: the first that is not of a week."""
    amounts = list(AMOUNT.finditer(sentence))
    of_day = [amount for amount in amounts if not OF_WEEK.match(sentence, amount.end())]
    if len(of_day) < len(amounts):
        of_day += [match for match in OF_WHICH.finditer(sentence) if match.start() < position]
    return next(iter(of_day), None)


def amount_of_day(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """The count in "four hours of the New York working day", whose zone is at `start` to `end`."""
    if not DAY.search(sentence, max(start, end - len(" working day")), end + len(" business workday")):
        return None
    amounts = (
        amount for amount in AMOUNT.finditer(sentence, 0, start) if OF_DAY.fullmatch(sentence, amount.end(), start)
    )
    return next(amounts, None)


def amount_within(sentence: str, start: int, end: int) -> re.Match[str] | None:
    """The count in "four hours a day between 13:00 and 19:00 UTC", whose clock times and zone are at `start` to `end`.

    Its offsets are those of the sentence.
    """
    # "A six (6) hour block"
    for match in AMOUNT.finditer(sentence.replace(")", " ")):
        is_before = match.end() <= start and WITHIN.match(sentence, match.end())
        if is_before or (match.start() >= end and IN_THE_WINDOW.match(sentence, match.end())):
            return match
    return None
