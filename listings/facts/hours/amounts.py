"""Counts of hours in a sentence, such as the "4 hours" of an overlap."""

from __future__ import annotations

import re

from listings.facts.hours.counts import COUNT, UNIT

AMOUNT = re.compile(
    rf"\b{COUNT}(?:\s?(?:-|–|to)\s?\d{{1,2}}(?:[.,]5)?)?\+?(?: or more| \(or more\))?(?: working| business)?{UNIT}",
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
