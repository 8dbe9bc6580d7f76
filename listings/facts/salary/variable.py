"""Whether pay that an ad states holds commission or bonus, by its own words or by a note elsewhere in the ad."""

from __future__ import annotations

import re
from collections.abc import Sequence

from listings.facts.base import Reading
from listings.facts.category.reader import read as read_category
from listings.facts.salary.statements import SalaryStatement

BASE_AND = (
    r"\bbase(?: salary| pay)? ?(?:\+|&|and|plus) (?:an? )?(?:[a-z-]+ ){0,2}"
    r"(?:commissions?|variable|incentives?|bonus(?:es)?|ote)\b"
)
# What is earned by who reaches targets; a "total" may hold as little as a bonus for all.
ON_TARGET = re.compile(
    r"\b(?:ote|on[- ](?:target|track)|target (?:total )?(?:cash|earnings|comp(?:ensation)?)"
    r"|base (?:salary )?(?:\+|and|plus|&) commissions?|commissions? only"
    r"|salary (?:and|plus|\+|&) (?:variable|commissions?))\b"
    rf"|\b(?:inclusive of|including|includes) (?:both )?{BASE_AND}"
)
# "$90K-150K/year (including bonus)", "up to $97,000 based on session volume and bonus opportunities"
BONUS_AFTER = re.compile(
    r"^[ ,]{0,2}(?:usd |gross |per year |a year |annually ){0,2}\(?(?:including|incl\.?|inclusive of) "
    r"(?:(?:the|an?|your|all|annual|yearly|performance|target) ){0,2}(?:bonus(?:es)?|commissions?)\b"
    r"|^[ ,]{0,2}(?:a year |annually |per year )?(?:based|depending|dependent) (?:up)?on "
    r"(?:(?!(?:with|plus)\b)[a-z/-]+,? ){0,8}(?:bonus(?:es)?|commissions?)\b"
)
RANGE = r"\b(?:ranges?|figures|salary|salaries|compensation|pay|amounts?)\b"
# "The compensation range below reflects the expected total target compensation", "these are OTE ranges"
NOTES = re.compile(
    rf"{RANGE}(?: (?!not\b)[^\s.$€£]+){{0,4}}?"
    r" (?:is|are|represents?|reflects?|includes?) (?!not\b)(?:(?!not\b)[^\s.$€£]+ ){0,6}?"
    r"(?:on[- ]target earnings|ote\b|total target compensation|target earnings"
    rf"|inclusive of (?:both )?{BASE_AND})"
    # "The compensation range inclusive of base salary and variable incentive target"
    rf"|{RANGE} inclusive of (?:both )?{BASE_AND}"
    # "Compensation ranges (TTC / OTE)"
    rf"|{RANGE} \((?:[^()\n]{{0,30}}\W)?ote(?:\W[^()\n]{{0,30}})?\)"
)
# "$140,000 - $165,000 OTE per year"
OTE = re.compile(r"\bOTE\b", re.IGNORECASE)
CALLED_BASE = re.compile(r"\b(?:base|fixed|basic)\b")
BEFORE, AFTER = 80, 60
OF_SOME_JOBS = re.compile(
    r"\b(?:for|of|in) (?!this\b|all\b|our (?:open )?(?:roles|positions|jobs)\b)[^.,;:]{0,40}?"
    r"\b(?:roles|positions|jobs|employees|teams|candidates|staff)\b|\b(?:sales|commissioned) (?:roles|positions|jobs)\b"
)
OF_SALES = re.compile(r"\b(?:sales|selling|commission)")
# "The estimated annual salary and variable compensation for this role is between $185,000"
BOTH = re.compile(
    r"\b(?:salary|base|base pay) (?:and|plus|\+|&) (?:variable|commissions?|incentives?)\b"
    r"[^.;\n$€£]{0,40}\b(?:for|of) (?:this|the) (?:role|position|job)\b[^.;\n$€£]{0,40}[$€£] ?(?P<low>\d[\d,]*)"
)
COMMISSION_ALONE = re.compile(
    r"\b(?:compensation|pay|salary|remuneration|earnings|payment)(?: type| structure| model)?\s?: ?"
    r"(?:100 ?% |fully |purely |straight )?commissions?(?:[- ](?:only|based))?(?= ?(?:\(|[.,;|\n]|$))"
    r"|\b(?:this|the) (?:role|position|job|opportunity) is (?:an? )?"
    r"(?:(?:100 ?% |fully |purely |entirely )commission|commission[- ]only)"
    r"|\bthis is an? (?:[a-z-]+ ){0,2}?(?:100 ?% commission|commission[- ]only)"
)


def holds_variable(best: SalaryStatement, statements: Sequence[SalaryStatement], reading: Reading) -> bool:
    """Whether the ad says so of the statement that was chosen; `statements` are those of its title and text."""
    alike = [best, *(statement for statement in statements if statement.ends == best.ends)]
    if any(
        OTE.search(statement.evidence) or (statement.kind == "total" and ON_TARGET.search(statement.context))
        for statement in alike
    ):
        return True
    if any(BONUS_AFTER.match(statement.context.partition(statement.evidence.lower())[2]) for statement in alike):
        return True
    if CALLED_BASE.search(best.context):
        return False
    lower = reading.lower_text
    if not best.spans and COMMISSION_ALONE.search(lower):
        return True
    if any(int(match["low"].replace(",", "") or 0) == best.low for match in BOTH.finditer(lower)):
        return True
    return any(_is_of_job(lower, *match.span(), reading) for match in NOTES.finditer(lower))


def _is_of_job(lower: str, start: int, end: int, reading: Reading) -> bool:
    """Whether the note at `start` to `end` is about this job: "for sales roles, the ranges are …" is about some."""
    before = re.split(r"[.\n]", lower[max(0, start - BEFORE) : start])[-1]
    after = re.split(r"[.\n]", lower[end : end + AFTER])[0]
    some = OF_SOME_JOBS.search(before + lower[start:end] + after)
    if not some:
        return True
    category = read_category(reading)
    return OF_SALES.search(some[0]) is not None and category is not None and category.value == "sales"
