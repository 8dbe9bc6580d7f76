"""The base pay that an ad states in its title, its text or the board's field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from listings.facts.base import Fact, Reading, Span, lower_in_place
from listings.facts.guarded import GuardedPattern
from listings.facts.language import is_understood
from listings.facts.other_people import others_of
from listings.facts.salary.bounds import ends_of
from listings.facts.salary.context import Context, context_of
from listings.facts.salary.hints import hint_after
from listings.facts.salary.kinds import kind_of_pay
from listings.facts.salary.local import currency_at
from listings.facts.salary.money import Money, amounts
from listings.facts.salary.open_pay import is_average, two_currencies
from listings.facts.salary.periods import (
    MAX_HOURLY,
    MIN_YEARLY,
    first_period,
    guess_period,
    is_misplaced,
    is_plausible,
    last_period,
    without_working_time,
)
from listings.facts.salary.places import places_above, places_of_pay, places_of_range
from listings.facts.salary.remarks import part_of_week, varies_by_country, what_it_comprises
from listings.facts.salary.statements import SalaryStatement, choose, widest
from listings.facts.salary.times import period_at_other_times
from listings.facts.salary.units import PERIODS, UNKNOWN_PERIOD, is_per_piece, piece_in
from listings.facts.salary.variable import holds_variable
from listings.facts.subjects import is_of_market
from listings.vocabulary.currencies import AMBIGUOUS

MAX_AMOUNTS, MAX_FIELD_LENGTH = 400, 300
# Denied, struck out, written for machines, below zero, or a telephone number.
DOUBTFUL_FIELD = re.compile(
    r"\b(?:not?|never|isn['’]t|nicht|kein\w*|pas|não)[ (~]{1,3}(?:usd|eur|gbp|[$€£])? ?[0-9]|\b(?:n/a|tbd|tba)\b"
    r"|\?|[❌✗✘❎🚫]|~~|[0-9]e[+]?[0-9]|^\W*[-−–][$€£ ]?[0-9]|\+[0-9]{1,3}[ (.-][0-9]{2,}"
)
# "Salary: not $90,000", "$90,000 ❌"
DENIED_BEFORE = GuardedPattern(r"(?:\bnot|\bnever|\bnowhere near|\bfar from|❌|✗|✘|🚫)[ (~]{0,3}$")
DENIED_AFTER = re.compile(r"[ (–—-]{0,3}[❌✗✘❎🚫]")
YEARS = range(2015, 2041)
RATE = re.compile(r"\b(?:pay|rates?|wages?|hourly)\b[^.]{0,16}$")
YEARLY_BEFORE = re.compile(
    r"\b(?:annual|yearly) (?:base |starting )?(?:salary|pay|wage|compensation)(?: range)?\b[^.;:$€£\d]{0,40}:?\s*$"
)
OTE = re.compile(r"\bote\b|\bon[- ]target\b|\btotal\b")
BASE = re.compile(r"\bbase\b|\bfixed\b|\bbasic\b")
OTHER_IN_FIELD = re.compile(
    r"\b(?:bonus(?:es)?|sign(?:ing)?-?(?: ?on)?|stipend|allowance|budget|relocation|commissions?|insurance)\b"
    r"(?: of| up to|:|\W){0,3}$"
)
# "Tide Keeper ($120k)", but not "($200k deals)"
ENDED = re.compile(r"\s*(?:$|[^\w\s]|or\b|plus\b|and\b|base\b|usd?\b|salary\b|remote\b|gross\b|brutto\b)")
# "Lön: 38 000 kr", in a language whose sentences are not understood
LABELLED = re.compile(r"\W*(?:[^\W\d]+ ){0,2}[^\W\d]+ ?: ?")
# "Interns earn $28 an hour", in an ad for somebody else.
BEGINNERS_EARN = re.compile(
    r"\b(?:interns?|apprentices?|trainees?|(?:working )?students?) (?:earn|get|make|receive|are paid)\b[^.;]{0,24}$"
)
BEGINNER = re.compile(r"\b(?:intern|apprentice|trainee|student)")
NEAR_PERIOD, FAR_PERIOD = 48, 90
# "Do we pay $150,000? No."
DENIED = re.compile(r"[^.!\n?]{0,40}\?\W{0,3}(?:no|not|sorry|unfortunately)\b")
PESO_PERIOD = re.compile(r"\b(?:mensual(?:es)?|mes|anual(?:es)?|año)\b")
# "$90,000, paid bi-weekly" says when a year's pay is paid.
PAID = re.compile(r"[ ,;(-]{1,3}(?:(?:and )?(?:is )?(?:paid|payable)|with (?:pay|payment)s?)\b")


def read(reading: Reading) -> Fact | None:
    field = _read_field(reading.ad.salary or "")
    understood = is_understood(reading)
    statements = [
        statement
        for statement in _read_text(reading.title, reading.lower_title, "title")
        if understood or statement.currency
    ]
    others = others_of(reading)
    for statement in _read_text(reading.text, reading.lower_text, "text"):
        if not (understood or (statement.currency and LABELLED.fullmatch(statement.label))):
            continue
        is_of_beginners = BEGINNERS_EARN.search(statement.label) and not BEGINNER.search(reading.lower_title)
        if not is_of_beginners and not others.cover(statement.spans[0].start):
            statements.append(statement)
    best = choose(field, [each for each in statements if not each.is_average]) or choose(field, statements)
    return _to_fact(_with_currency(best, statements), statements, reading) if best else None


def _with_currency(best: SalaryStatement, statements: Sequence[SalaryStatement]) -> SalaryStatement:
    """With the currency of the ad's other pay, if the amount has none: "Designer 75k – 90k, engineer £80k – £95k"."""
    others = {statement.currency for statement in statements if statement.kind == "base"} - {""}
    return replace(best, currency=others.pop()) if not best.currency and len(others) == 1 else best


def _read_field(value: str) -> SalaryStatement | None:
    """The pay in the board's field, which may hold a range for each of several places."""
    value = value[:MAX_FIELD_LENGTH]
    lower = lower_in_place(value)
    if UNKNOWN_PERIOD.search(lower) or is_of_market(lower) or DOUBTFUL_FIELD.search(lower):
        return None
    listed = [money for money in amounts(value, bare=True) if not money.huge and not _is_other(money, lower)]
    if any(
        money.upside_down or (is_per_piece(value, money.end, is_large=money.high >= MIN_YEARLY) and not money.period)
        for money in listed
    ):
        return None
    # "$95-115k, 12 holidays": beside amounts with a mark, plain numbers are something else.
    marked = [money for money in listed if money.currency or money.scaled] or listed
    statements = []
    for money in marked:
        low, high = ends_of(money, lower[: money.start])
        # 0 is an end that was left empty.
        if not (low or high):
            continue
        period = money.period or first_period(lower) or _last_word_as_period(lower)
        if not period and _is_calendar_year(money):
            continue
        # A number without currency, period and thousands may be anything.
        if not (money.currency or money.scaled or period or high is None or high >= MIN_YEARLY):
            continue
        kind = "total" if OTE.search(_label_in_field(money, marked, lower)) else "base"
        statements.append(
            SalaryStatement(
                low or None,
                high or None,
                money.currency,
                period,
                kind,
                "field:salary",
                context=lower,
                two_currencies=two_currencies(money, lower),
            )
        )
    # Ranges first: the first statement decides how the others are read.
    statements.sort(key=lambda statement: (statement.kind != "base", not statement.is_range))
    base = [statement for statement in statements if statement.kind == "base"]
    return widest(base or statements) if statements else None


def _is_calendar_year(money: Money) -> bool:
    """ "2024-2026 USD": without a period, rather years than a month's pay."""
    return not money.scaled and all(end in YEARS and end % 50 for end in (money.low, money.high))


def _last_word_as_period(lower: str) -> str:
    """Boards of schema.org write "1500 - 2000 USD WEEK"."""
    return PERIODS.get(lower.rpartition(" ")[2], "")


def _label_in_field(money: Money, marked: Sequence[Money], lower: str) -> str:
    """The words that are about this amount: "Base $100k, OTE $200k" and "$100k base, $200k OTE" mean the same."""
    if not (OTE.search(lower) and BASE.search(lower)):
        return lower
    at = marked.index(money)
    before = lower[marked[at - 1].end if at else 0 : money.start]
    after = lower[money.end : marked[at + 1].start if at + 1 < len(marked) else len(lower)]
    return before if BASE.search(lower[: marked[0].start]) or OTE.search(lower[: marked[0].start]) else after


def _is_other(money: Money, lower: str) -> bool:
    """Whether the field calls an amount something else than pay: "$100k + $20k bonus, 401k"."""
    if (not money.currency and money.low == 401_000) or OTHER_IN_FIELD.search(lower[: money.start]):
        return True
    return hint_after(lower[money.end :]) == "other"


def _read_text(text: str, lower: str, field: str) -> Iterable[SalaryStatement]:
    for count, money in enumerate(amounts(text, lower=lower)):
        if count > MAX_AMOUNTS:
            return
        context = context_of(money, lower)
        if _is_denied(money, context, lower):
            continue
        kind = _kind(money, context, field)
        if not kind:
            continue
        low, high = ends_of(money, context.words_before, context.right)
        period = money.period or period_at_other_times(context) or _nearest_period(context, money)
        if not money.period and _has_unknown_period(context):
            if money.low < MIN_YEARLY or not PAID.match(context.right):
                continue
            period = "year"
        # "The annual salary is $19.00 - $37.00": no year is paid like that, and who knows what is.
        if not period and money.high < MAX_HOURLY and YEARLY_BEFORE.search(context.left):
            continue
        if not period and _is_too_small(money, context):
            kind = "small"
        yield SalaryStatement(
            low,
            high,
            money.currency,
            period,
            kind,
            evidence=text[money.start : money.end],
            spans=(Span(field, money.start, money.end),),
            sentence=(field, context.sentence),
            label=context.label,
            context=f"{context.left}{lower[money.start : money.end]}{context.right}",
            is_average=is_average(context),
            two_currencies=two_currencies(money, lower),
        )


def _kind(money: Money, context: Context, field: str) -> str:
    kind = kind_of_pay(money, context)
    # A large amount in a title is pay without further words: titles mention no other money.
    if not kind and field == "title" and not money.huge and money.low >= MIN_YEARLY and ENDED.match(context.right):
        return "base"
    return kind


def _is_denied(money: Money, context: Context, lower: str) -> bool:
    """Whether the words next to an amount take it back, or its range is upside down."""
    return bool(
        money.upside_down
        or DENIED.match(lower, money.end)
        or DENIED_AFTER.match(lower, money.end)
        or DENIED_BEFORE.search(context.left)
    )


def _has_unknown_period(context: Context) -> bool:
    return UNKNOWN_PERIOD.search(context.left[-FAR_PERIOD:] + context.right[:NEAR_PERIOD]) is not None


def _is_too_small(money: Money, context: Context) -> bool:
    """Whether it is a single small number without a period, and not called a rate."""
    return not money.ranged and money.high < MAX_HOURLY and not RATE.search(context.left)


def _nearest_period(context: Context, money: Money) -> str:
    """The plausible period that the sentence names nearest to the amount, or ""."""
    sides = (context.right[:NEAR_PERIOD], context.left, context.heading)
    right, left, heading = map(without_working_time, sides)
    candidates = first_period(right), last_period(left), last_period(heading)
    # "Sueldo mensual: $40,000": a peso, whose sizes are others than a dollar's.
    is_peso = money.currency == "$" and PESO_PERIOD.search(context.left + context.right[:NEAR_PERIOD])
    fitting = (
        period for period in candidates if period and (is_peso or is_plausible(money.high, money.currency, period))
    )
    return next(fitting, "")


def _to_fact(best: SalaryStatement, statements: Sequence[SalaryStatement], reading: Reading) -> Fact | None:
    """The fact, or None if its currency or its period is not stated and cannot be told from its size."""
    size = best.high or best.low or 0
    if not size:
        # "$0.00 per hour" was left empty.
        return None
    currency = currency_at(best.currency, best.context, size, best.period, reading)
    if not currency:
        return None
    # "$70,000 /hour" is a wrong choice in the board's form: no hour is paid like that.
    period_named = "" if is_misplaced(best.low or size, currency, best.period) else best.period
    period = period_named or guess_period(best.low or size, currency)
    is_sure = period_named and not (currency == "USD" and PESO_PERIOD.search(best.context))
    if not period or (not is_sure and not is_plausible(size, currency, period)):
        return None
    value: dict[str, Any] = {
        "min": _round(best.low, period),
        "max": _round(best.high, period),
        "currency": currency,
        "period": period,
        "period_stated": bool(period_named),
        "evidence": best.evidence,
    }
    value |= _remarks(best, statements, reading, period)
    return Fact(value, best.evidence, best.spans)


def _remarks(
    best: SalaryStatement, statements: Sequence[SalaryStatement], reading: Reading, period: str
) -> dict[str, Any]:
    """The parts of the fact that labels lack, those alone that the ad has."""
    alike = [best, *(statement for statement in statements if statement.ends == best.ends)]
    has_variable = holds_variable(best, statements, reading)
    remarks = {
        "with_variable": has_variable,
        "comprises": "" if has_variable else what_it_comprises(alike, reading.lower_text),
        "two_currencies": _two_currencies(best, statements),
        "average": any(statement.is_average for statement in alike),
        "for_part": part_of_week(reading.text, best.spans, period),
        "varies": varies_by_country(reading.text, best.spans),
        "piece": piece_in(best.evidence if best.spans else best.context) if period == "project" else "",
        "places": _places(best, reading),
    }
    return {name: remark for name, remark in remarks.items() if remark}


def _two_currencies(best: SalaryStatement, statements: Sequence[SalaryStatement]) -> str:
    """The words for two currencies of which it is in one: its own, or those of the ad's other pay if it has a sign."""
    is_unnamed = best.currency in ("", *AMBIGUOUS)
    others = (each.two_currencies for each in statements if is_unnamed or each.ends == best.ends)
    return next(filter(None, [best.two_currencies, *others]), "")


def _places(best: SalaryStatement, reading: Reading) -> list[str]:
    """The places whose people earn it, if the text says so; of a range over several places all that it covers."""
    is_list = len(best.listed) > 1 and all(span.field == "text" for span in best.listed)
    if is_list and (places := places_above(reading.text, [span.start for span in best.listed])):
        return places
    if not best.spans:
        return places_of_range(reading.text, best.low, best.high)
    if any(span.field != "text" for span in best.spans):
        return []
    if len(best.spans) > 1:
        return places_above(reading.text, [span.start for span in best.spans])
    return places_of_pay(reading.text, best.spans[0].start, best.spans[0].end)


def _round(end: float | None, period: str) -> float | int | None:
    """An end of the range as an integer, or with cents for an hourly rate. 0 is None: "up to" the other end."""
    if end is None:
        return None
    return (round(end, 2) if period == "hour" and end != int(end) else round(end)) or None
