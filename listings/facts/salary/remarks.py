"""What an ad says beside its pay that the amount alone would hide: that it is a total, or for a part of the week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from listings.facts.base import Span
from listings.facts.salary.statements import SalaryStatement

COMPENSATION = r"total (?:(?:annual|yearly|cash|direct|target|target cash) ){0,2}comp(?:ensation)?\b"
# "$150K-$260K annual total comp", "total compensation range for this role is $90,000"
TOTAL_AFTER = re.compile(
    rf"^[ ,(]{{0,3}}(?:(?:usd|eur|gbp|cad|annual|yearly|annually|per year|a year|/ ?year|in|of) ?){{0,3}}{COMPENSATION}"
)
TOTAL_BEFORE = re.compile(
    rf"\b{COMPENSATION}(?! packages?\b)(?![^$€£]*\b(?:base|salary)\b)(?: range)?[^.;$€£\d|]{{0,60}}$"
)
TOTAL_NOTE = re.compile(rf"\b(?:this|the) (?:[a-z]+ )?range is based on {COMPENSATION}")
# "£150k+ cash/equity"
WITH_EQUITY = re.compile(
    r"^ ?\(?(?:cash|salary|base) ?/ ?(?:equity|stock)\b|^ ?\(?(?:including|incl\.?|inclusive of) (?:equity|stock)\b"
)
# "€1,000 a month for 2 days / week"; a full week is no remark.
PART = (
    r"for (?:about |around |approx\. |~)?(?:(?:[1-4]|one|two|three|four)(?:[-–][1-4])? days?"
    r"|(?:[1-9]|[12][0-9]|3[0-4])(?:[-–][0-9]{1,2})? ?(?:hours?|hrs?|h))(?: of work)?"
    r" ?(?:/|a|per|each|every) ?(?:week|wk)\b"
)
PART_BEFORE = re.compile(rf"\b(?P<part>{PART})[^.;|\n\d$€£]{{0,30}}$", re.IGNORECASE)
# Not "pro rata for 3 days a week": the amount is that of a full week.
PART_AFTER = re.compile(
    r"^[ ,(]{0,2}(?:(?:per|an?|/|each|every|week|month|year|annum|gross|net|in total|euros?|usd|eur|gbp),? ?){0,4}"
    rf"\b(?P<part>{PART})",
    re.IGNORECASE,
)
# "$15 an hour (rates vary per country)", "If you are based elsewhere, the rates will be different"
PAY = r"(?:rates?|pay|salar(?:y|ies)|compensation|wages?)(?: (?:ranges?|rates?))?"
VARIES = re.compile(
    rf"^[^\n$€£\d]{{0,140}}?\b(?:{PAY} (?:(?:will|may|can|might) )?(?:var(?:y|ies)|differs?)"
    r" (?:per|by|across|between|from|depending on|based on|according to)(?: (?:your|the|each))? countr(?:y|ies)\b"
    rf"|(?:based|located|living) elsewhere, (?:the |your |our )?{PAY} (?:will|may|can|might)"
    r" (?:be different|differ|vary)\b)",
    re.IGNORECASE,
)
SIDE, NOTE_SIDE = 90, 200
PERIODS_OF_WEEKS = ("week", "month", "year")


def what_it_comprises(alike: Sequence[SalaryStatement], lower: str) -> str:
    """ "total" for total compensation, "equity" where it holds that, else "". `alike`: all that state this amount."""
    for statement in alike:
        before, after = _sides(statement)
        if TOTAL_AFTER.match(after) or TOTAL_BEFORE.search(before):
            return "total"
        if WITH_EQUITY.match(after):
            return "equity"
    return "total" if TOTAL_NOTE.search(lower) else ""


def _sides(statement: SalaryStatement) -> tuple[str, str]:
    """What stands before and after the amount. A board's field has the same words for both."""
    amount = statement.evidence.lower()
    before, separator, after = statement.context.partition(amount)
    if separator and statement.spans:
        return before, after
    return statement.context, re.sub(r"^.*\d[k+]*", "", statement.context)


def part_of_week(text: str, spans: Sequence[Span], period: str) -> str:
    """The words that tie pay of a week or more to a few days or hours of one: "for 2 days / week"; or ""."""
    if period not in PERIODS_OF_WEEKS or len(spans) != 1 or spans[0].field != "text":
        return ""
    start, end = spans[0].start, spans[0].end
    match = PART_BEFORE.search(text[max(0, start - SIDE) : start]) or PART_AFTER.match(text[end : end + SIDE])
    return match["part"][0].lower() + match["part"][1:] if match else ""


def varies_by_country(text: str, spans: Sequence[Span]) -> bool:
    """Whether words behind the amount say that it is another one in other countries."""
    if len(spans) != 1 or spans[0].field != "text":
        return False
    return VARIES.match(text[spans[0].end : spans[0].end + NOTE_SIDE]) is not None
