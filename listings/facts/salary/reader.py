"""The base pay that an ad states in its title, its text or the board's field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from listings.facts.base import Fact, Reading, Span, lower_in_place
from listings.facts.salary.context import Context, context_of, kind_of_pay
from listings.facts.salary.money import Money, amounts
from listings.facts.salary.periods import (
    MAX_HOURLY,
    MIN_YEARLY,
    UNKNOWN_PERIOD,
    first_period,
    guess_period,
    is_plausible,
    last_period,
)
from listings.vocabulary.currencies import DOLLARS, KRONER, currencies_of_places

MAX_AMOUNTS, MAX_FIELD_LENGTH = 400, 300
RATE = re.compile(r"\b(?:pay|rates?|wages?|hourly)\b[^.]{0,16}$")
MAXIMUM = re.compile(r" ?\(?max(?:imum)?\b")
OTE = re.compile(r"\bote\b|\bon[- ]target\b|\btotal\b")

UP_TO = re.compile(
    r"(?:\bup to|\bmax(?:imum)?(?: of)?|\bas much as|\bno more than|\bcapped at|\bbis zu|\bjusqu'à|\bhasta)"
    r"(?: approximately| around| an?)?:? ?[(*]?$"
)
FROM = re.compile(
    r"(?:\bfrom|\bstart(?:ing|s) (?:at|from)|\bbegin(?:s|ning)? (?:at|from)|\bat least|\bmin(?:imum)?(?: of)?|\babove"
    r"|\bover|\bmore than|>=?|≥|\bab|\bà partir de|\bdesde)(?: approximately| around)?:? ?[(*]?$"
)
NEAR_PERIOD = 48


@dataclass(frozen=True, slots=True)
class SalaryStatement:
    """Pay as stated in one place of the ad. `low` or `high` is None if only the other end is stated ("up to $50").

    `kind` is one of salary.context.kind_of_pay, or "small": too small a number for pay unless the board's field agrees.
    """

    low: float | None
    high: float | None
    currency: str
    period: str
    kind: str
    evidence: str
    spans: tuple[Span, ...] = ()

    @property
    def ends(self) -> tuple[float | None, float | None]:
        return self.low, self.high


def read(reading: Reading) -> Fact | None:
    """Base pay in the text wins over the board's field; on-target earnings count if no base pay is stated."""
    field = _read_field(reading.ad.salary or "")
    statements = list(_read_text(reading.title, reading.lower_title, "title"))
    statements += _read_text(reading.text, reading.lower_text, "text")
    best = _choose(field, statements)
    return _to_fact(best, reading) if best else None


def _read_field(value: str) -> SalaryStatement | None:
    """The pay in the board's field, which may hold a range for each of several places."""
    value = value[:MAX_FIELD_LENGTH]
    lower = lower_in_place(value)
    kind = "total" if OTE.search(lower) else "base"
    statements = []
    for money in amounts(value, bare=True):
        low, high = _ends(money, lower[: money.start])
        # 0 is an end that was left empty.
        if (low or high) and not money.huge and not UNKNOWN_PERIOD.search(lower):
            period = money.period or first_period(lower)
            statements.append(SalaryStatement(low or None, high or None, money.currency, period, kind, "field:salary"))
    # Ranges first: the first statement decides how the others are read.
    statements.sort(key=lambda statement: statement.low is None or statement.low == statement.high)
    return _widest(statements) if statements else None


def _ends(money: Money, left: str, right: str = "") -> tuple[float | None, float | None]:
    if money.ranged:
        return money.low, money.high
    if money.plus or FROM.search(left):
        return money.low, None
    return (None, money.high) if UP_TO.search(left) or MAXIMUM.match(right) else (money.low, money.high)


def _read_text(text: str, lower: str, field: str) -> Iterable[SalaryStatement]:
    for count, money in enumerate(amounts(text)):
        if count > MAX_AMOUNTS:
            return
        context = context_of(money, lower)
        kind = kind_of_pay(money, context)
        # A large amount in a title is pay without further words: titles mention no other money.
        if not kind and field == "title" and not money.huge and money.low >= MIN_YEARLY:
            kind = "base"
        if not kind:
            continue
        low, high = _ends(money, context.left, context.right)
        period = money.period or _nearest_period(context, money)
        if not period and UNKNOWN_PERIOD.search(context.left + context.right[:NEAR_PERIOD]):
            continue
        if not period and _is_too_small(money, context):
            kind = "small"
        span = Span(field, money.start, money.end)
        yield SalaryStatement(low, high, money.currency, period, kind, text[money.start : money.end], (span,))


def _is_too_small(money: Money, context: Context) -> bool:
    """Whether it is a single small number without a period, and not called a rate."""
    return not money.ranged and money.high < MAX_HOURLY and not RATE.search(context.left)


def _nearest_period(context: Context, money: Money) -> str:
    """The plausible period that the sentence names nearest to the amount, or ""."""
    candidates = first_period(context.right[:NEAR_PERIOD]), last_period(context.left), last_period(context.heading)
    return next((period for period in candidates if period and is_plausible(money.high, money.currency, period)), "")


def _choose(field: SalaryStatement | None, statements: Sequence[SalaryStatement]) -> SalaryStatement | None:
    base = [statement for statement in statements if statement.kind == "base"]
    total = [statement for statement in statements if statement.kind == "total"]
    if field is None:
        pool = base or total or [statement for statement in statements if statement.kind == "loose"]
        return _widest(pool) if pool else None
    same = next((statement for statement in [*base, *total, *statements] if _agree(statement, field)), None)
    if same and not (base and field.kind == "total" and same.kind != "base"):
        return _filled(_widest([same, *(base if same.kind == "base" else [])]), field)
    if base:
        best = _filled(_widest(base), field)
        return field if field.kind == "base" and best.ends != field.ends and _within(best, field) else best
    return field


def _agree(statement: SalaryStatement, field: SalaryStatement) -> bool:
    ends, others = {end for end in statement.ends if end}, {end for end in field.ends if end}
    return ends == others and (not statement.period or not field.period or statement.period == field.period)


def _within(statement: SalaryStatement, field: SalaryStatement) -> bool:
    """Whether the text's pay is a mere part of the field's: a number or the range of one place within a wider range."""
    # Pay per piece says less than pay for time.
    if statement.period == "project" and field.period != "project":
        return True
    if not (field.low and field.high and statement.high) or statement.period != field.period:
        return False
    low = statement.low or statement.high
    part = statement.low in (None, statement.high) or low == field.low or statement.high == field.high
    return part and field.low <= low and statement.high <= field.high


def _filled(statement: SalaryStatement, field: SalaryStatement) -> SalaryStatement:
    """The text's pay with currency and period from the field where the text leaves them open."""
    is_open = statement.currency in ("", "$", "kr")
    currency = field.currency if is_open and field.currency not in ("", "$") else statement.currency or field.currency
    return replace(statement, currency=currency, period=statement.period or field.period)


def _widest(pool: Sequence[SalaryStatement]) -> SalaryStatement:
    """The range over all statements comparable to the first; "from X … up to Y" makes one range of two."""
    first = pool[0]
    comparable = [statement for statement in pool if _is_comparable(first, statement)]
    if first.high is None and (other := next((statement for statement in comparable if statement.low is None), None)):
        return replace(first, high=other.high, period=first.period or other.period, spans=first.spans + other.spans)
    if first.low is None or first.high is None or len(comparable) == 1:
        return first
    low = min(statement.low or first.low for statement in comparable)
    high = max(statement.high or first.high for statement in comparable)
    at_ends = [statement for statement in comparable if statement.low == low or statement.high == high]
    spans = tuple(dict.fromkeys(span for statement in at_ends for span in statement.spans))
    ranged = next((statement for statement in comparable if statement.ends == (low, high)), first)
    return replace(ranged, low=low, high=high, period=first.period or ranged.period, spans=spans)


def _is_comparable(first: SalaryStatement, other: SalaryStatement) -> bool:
    """Whether both are pay on one scale, such as that of the same work in two places, and not two kinds of pay."""
    currencies = {first.currency, other.currency}
    if len(currencies - {""}) > 1 and not ("$" in currencies and currencies - {"$"} <= DOLLARS):
        return False
    if first.period and other.period and first.period != other.period:
        return False
    amount, other_amount = first.high or first.low or 1, other.high or other.low or 1
    return max(amount, other_amount) <= 4 * min(amount, other_amount)


def _to_fact(best: SalaryStatement, reading: Reading) -> Fact | None:
    """The fact, or None if nobody is paid that much or little."""
    currency = _resolve_currency(best.currency, reading)
    size = best.high or best.low or 0
    # "$70,000 /hour" is a wrong choice in the board's form: the size is more reliable.
    period_named = best.period if best.period and is_plausible(size, currency, best.period) else ""
    period = period_named or guess_period(best.low or size, currency)
    if not period or not is_plausible(size, currency, period):
        return None
    value: dict[str, Any] = {
        "min": _round(best.low, period),
        "max": _round(best.high, period),
        "currency": currency,
        "period": period,
        "period_stated": bool(period_named),
        "evidence": best.evidence,
    }
    return Fact(value, best.evidence, best.spans)


def _round(end: float | None, period: str) -> float | int | None:
    """An end of the range as an integer, or with cents for an hourly rate. 0 is None: "up to" the other end."""
    if end is None:
        return None
    return (round(end, 2) if period == "hour" and end != int(end) else round(end)) or None


def _resolve_currency(mark: str, reading: Reading) -> str:
    """ISO 4217 code; the ad's place decides between dollars. USD without a place, as most such ads are American."""
    if mark not in ("", "$", "kr"):
        return mark
    places = currencies_of_places(f"{reading.ad.location or ''} | {reading.title}")
    if mark == "$":
        return "USD" if "USD" in places else next((currency for currency in places if currency in DOLLARS), "USD")
    if mark == "kr":
        return next((currency for currency in places if currency in KRONER), "SEK")
    return places[0] if places else "USD"
