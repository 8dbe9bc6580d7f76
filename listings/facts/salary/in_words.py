"""Pay without a value of ours, of which readers are shown the ad's words.

It is for a piece of work ("$40 per lesson"), in an unknown currency, or for a period that we do not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from listings.facts.base import Fact, Reading
from listings.facts.guarded import GuardedPattern
from listings.facts.language import is_understood
from listings.facts.other_people import others_of
from listings.facts.salary.context import context_of
from listings.facts.salary.kinds import kind_of_pay
from listings.facts.salary.money import Money, amounts

# What people are paid for; not leads and sales, which bring commission beside a base.
PIECE = (
    r"(?:words?|pages?|lessons?|class(?:es)?|sessions?|calls?|appointments?|shifts?|visits?|articles?|posts?|stor(?:y|ies)"
    r"|pieces?|assignments?|videos?|episodes?|images?|designs?|illustrations?|tasks?|surveys?|transcripts?|tests?"
    r"|translations?|interviews?|reviews?|reports?|deliver(?:y|ies)|rides?)\b"
)
PER_PIECE = re.compile(
    r"[ *_)\]]{0,4}(?:(?:per|for each|for every|each|every|an?)\b|/)\s?(?:[0-9]{1,4}[- ])?(?:[\w-]+ ){0,2}?"
    rf"{PIECE}"
    r"(?! (?:hour|of the (?:week|month|year)))",
    re.IGNORECASE,
)
MAX_AMOUNTS = 100
# "salary of 45-50k"
CALLED = re.compile(r"\b(?:salary|pay|compensation|rate|wage)\b[^.;$€£\d]{0,60}$")
# "Compensation: typically 100–200/hr", in a currency that goes without saying. Not what is made in an hour.
HOURLY = GuardedPattern(
    r"\b(?:hourly (?:rate|pay|wage)|pay(?: rate| range)?|compensation|salary|wage)s?\b[^.;'\"$€£%\d\n]{0,60}(?<![\w.,])"
    r"\d{1,3}(?:\.\d{1,2})?(?: ?(?:[-–—]|to) ?\d{1,3}(?:\.\d{1,2})?)? ?(?:/ ?(?:hours?|hrs?|h)\b|(?:per|an) hour\b)"
)
# "There's no salary at this stage, but equity"
UNPAID = GuardedPattern(
    r"\b(?:there(?:['’]s| is| will be)|we(?:['’]re| are)? (?:(?:currently|can) )?(?:offer|have|pay))"
    r" (?:currently |yet )?no (?:(?:cash|base|fixed) )?(?:salary|pay|compensation|wages?)\b"
    r"(?! (?:range|cap|gap|band|transparency))[^.;\n]{0,60}"
    r"|\b(?:this(?: (?:role|position|job|internship))?|the (?:role|position|job|internship))(?: is| will be)?"
    r"(?: (?:currently|an?))* unpaid\b[^.;\n]{0,40}"
    r"|\b(?:unpaid|equity[- ]only) (?:role|position|internship|opportunity|compensation|basis)\b"
)
# Whole words up to the end of a clause.
CLAUSE = re.compile(r"[^;|•\n]{0,80}?(?=[;|•\n]|\.(?:\s|$)|$)|[^;|•\n]{0,80}(?=\s)|")


def read(reading: Reading) -> Fact | None:
    """The first such pay of the title or the text, that for a piece before any other."""
    if not is_understood(reading):
        return None
    if span := next(_pieces(reading.title, reading.lower_title, is_title=True), None):
        return Fact(None, *reading.quote("title", *span))
    others = others_of(reading)
    lower = reading.lower_text
    in_sentences = (match.span() for pattern in (HOURLY, UNPAID) for match in pattern.finditer_by_line(lower))
    pieces, other = _pieces(reading.text, lower, is_title=False), _other_pay(reading.text, lower)
    for start, end in chain(pieces, other, in_sentences):
        if not others.cover(start):
            return Fact(None, *reading.quote("text", start, end))
    return None


def _pieces(text: str, lower: str, *, is_title: bool) -> Iterator[tuple[int, int]]:
    for money in islice(amounts(text, lower=lower), MAX_AMOUNTS):
        match = PER_PIECE.match(text, money.end) if money.currency and not (money.period or money.huge) else None
        if match and (is_title or _is_pay(money, lower)):
            yield money.start, match.end()


def _other_pay(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """From the amount, or what calls it pay if it has no currency, to the end of the clause."""
    for money in islice(amounts(text, lower=lower), MAX_AMOUNTS):
        context = context_of(money, lower)
        if not money.high or kind_of_pay(money, context) not in ("base", "total"):
            continue
        # "$250/individual"
        if lower.startswith("/", money.end):
            continue
        called = None if money.currency else CALLED.search(context.left)
        clause = CLAUSE.match(context.right)
        if (called or money.currency) and clause:
            start = money.start - len(called[0]) if called else money.start
            yield start, money.end + len(clause[0].rstrip())


def _is_pay(money: Money, lower: str) -> bool:
    """Whether the words around call it pay, as they would that of a period."""
    return kind_of_pay(replace(money, unit=""), context_of(money, lower)) == "base"
