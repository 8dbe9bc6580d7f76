"""Whether an amount of money is the job's pay: two tables, in each of which the first rule that applies decides."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from listings.facts.salary.clues import OPEN_END, PayClues
from listings.facts.salary.context import SHORT, Context
from listings.facts.salary.money import Money
from listings.facts.salary.periods import is_misplaced
from listings.facts.salary.times import period_at_other_times
from listings.facts.subjects import SentenceSubject, subject_of

SLASHED = re.compile(r"[0-9k] ?/ ?$")
TRIAL = re.compile(r"\btrials?\b|\bprobation|\bonboarding period\b")
OTHER_HEADING = re.compile(
    r"\b(?:bonus(?:es)?|stipends?|referral|insurance|budgets?|revenue|funding|investors?|plans|pricing|prices|fees"
    r"|costs?|savings|equity|401|fundrais\w*|raised|donat\w*|transactions|deals?|sales)\b"
)
# "We budget $130k for this hire"
BUDGETED = re.compile(
    r"\b(?:we(?: have|['’]ve)? (?:budget(?:ed)?|set aside)|budget (?:is|of))(?: (?:about|around|of|up to))?[ ~]*$"
)
# "Budget: $4,000 to $6,000 per month"
BUDGET_LABEL = re.compile(r"\W{0,4}budget: ?")
OF_HIRE = re.compile(r"(?: gross| base)? (?:for|to fill) (?:this|the) (?:hire|role|position|job)\b(?! of\b)")
NOT_OF_JOB = frozenset(
    {
        SentenceSubject.CUSTOMERS,
        SentenceSubject.COMPANY,
        SentenceSubject.TASK,
        SentenceSubject.OTHER_OPENING,
        SentenceSubject.TRAVEL,
    }
)
# Kinds of amounts. PAY: "base", or "total" where it includes commission or bonus.
NOT_PAY, PAY, PERHAPS = "", "pay", "loose"
# No word calls it pay: the other table decides.
UNNAMED = "unnamed"

Rules = Sequence[tuple[Callable[[PayClues], object], str]]

# Of amounts that no word calls pay: they must look like it by their form, size and place.
WITHOUT_WORDS: Rules = (
    (lambda clues: period_at_other_times(clues.context), PAY),
    (lambda clues: clues.last_hints[1] >= 0, NOT_PAY),
    (lambda clues: clues.money.period == "year" and not clues.is_yearly, NOT_PAY),
    (lambda clues: OTHER_HEADING.search(clues.context.heading), NOT_PAY),
    (lambda clues: is_misplaced(clues.money.low, clues.money.currency, clues.money.period), NOT_PAY),
    (lambda clues: not clues.context.is_alone and subject_of(clues.context.left) in NOT_OF_JOB, NOT_PAY),
    (lambda clues: _is_full_range(clues) and clues.is_believable, PAY),
    (lambda clues: _is_full_range(clues) and clues.is_yearly and clues.context.is_alone, PAY),
    (lambda clues: _is_full_range(clues) and clues.is_yearly and clues.context.is_labelled, PAY),
    (lambda clues: _is_full_range(clues) and clues.is_yearly, PERHAPS),
    (lambda clues: _is_full_range(clues), NOT_PAY),
    (lambda clues: clues.money.ranged and clues.money.scaled and clues.context.is_alone, PERHAPS),
    (lambda clues: clues.money.ranged and clues.money.scaled and clues.money.period == "year", PERHAPS),
    (lambda clues: clues.money.ranged or not clues.money.currency, NOT_PAY),
    (lambda clues: clues.is_believable and clues.has_job_terms, PAY),
    (lambda clues: not clues.context.is_alone and not clues.is_labelled, NOT_PAY),
    (lambda clues: clues.ends_cell, PAY),
    # "Entry Level: $17.50/hr (with room to grow) and a bonus"
    (lambda clues: clues.is_believable and clues.money.period == "hour" and OPEN_END.match(clues.context.right), PAY),
    (lambda clues: clues.is_believable and clues.context.is_alone, PAY),
    (lambda clues: clues.money.period and len(clues.context.right.strip(" .")) < SHORT, PAY),
)
RULES: Rules = (
    (lambda clues: clues.money.huge, NOT_PAY),
    (lambda clues: clues.money.unit and not clues.money.period, NOT_PAY),
    # The pension plan "401(k)"
    (lambda clues: not clues.money.currency and clues.money.low == 401_000, NOT_PAY),
    # "$80k/$160k" may be two levels, or base and on-target pay: the first is as sure as it gets.
    (lambda clues: SLASHED.search(clues.context.left), NOT_PAY),
    (lambda clues: clues.hint == "other", NOT_PAY),
    (lambda clues: clues.is_of_others, NOT_PAY),
    (lambda clues: BUDGETED.search(clues.context.left) and OF_HIRE.match(clues.context.right), PAY),
    (lambda clues: BUDGET_LABEL.fullmatch(clues.context.left) and _is_full_range(clues) and clues.is_believable, PAY),
    (lambda clues: clues.is_nearer_to_other, NOT_PAY),
    (lambda clues: not clues.is_called_pay, UNNAMED),
    (lambda clues: _is_bare(clues.money) and not clues.is_pay_without_currency, NOT_PAY),
    (lambda clues: TRIAL.search(clues.context.left), PERHAPS),
    (lambda clues: True, PAY),
)


def kind_of_pay(money: Money, context: Context) -> str:
    """ "base" pay, "total" pay (on-target earnings), "loose" (perhaps pay), or "" if it is not the job's pay."""
    clues = PayClues(money, context)
    kind = _first(RULES, clues)
    if kind == UNNAMED:
        kind = _first(WITHOUT_WORDS, clues)
    if kind == PAY:
        return "total" if clues.is_total else "base"
    return kind


def _first(rules: Rules, clues: PayClues) -> str:
    return next((kind for applies, kind in rules if applies(clues)), NOT_PAY)


def _is_bare(money: Money) -> bool:
    return not money.currency and not money.ranged


def _is_full_range(clues: PayClues) -> bool:
    return bool(clues.money.ranged and clues.money.currency)
