"""The base pay that an ad states, from the board's field, the title and the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from listings.facts.base import Fact, Reading, Span, lowered
from listings.facts.salary.context import Context, context, kind
from listings.facts.salary.money import Money, amounts
from listings.facts.salary.periods import (
    HOURS,
    UNKNOWN_PERIOD,
    YEARS,
    by_size,
    first_period,
    last_period,
    plausible,
)
from listings.vocabulary.currencies import DOLLARS, KRONER, currencies_of_places

MOST_AMOUNTS, MOST_OF_FIELD = 400, 300
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
    """Pay as one place of the ad states it. `low` or `high` is None where only the other end is stated."""

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
    """The text's base pay wins over the board's field; on-target earnings count where no base is stated."""
    field = _field(reading.ad.salary or "")
    found = list(_in_words(reading.title, reading.lower_title, "title"))
    found += _in_words(reading.text, reading.lower_text, "text")
    best = _choose(field, found)
    return _fact(best, reading) if best else None


def _field(words: str) -> SalaryStatement | None:
    """What the board's field states, which may be a range for each of several places; 0 is none."""
    lower, found = lowered(words[:MOST_OF_FIELD]), []
    kind_said = "total" if OTE.search(lower) else "base"
    for money in amounts(words[:MOST_OF_FIELD], bare=True):
        low, high = _ends(money, lower[: money.start])
        if (low or high) and not money.huge and not UNKNOWN_PERIOD.search(lower):
            period = money.period or first_period(lower)
            found.append(SalaryStatement(low or None, high or None, money.currency, period, kind_said, "field:salary"))
    return _widest(sorted(found, key=lambda one: one.low is None or one.low == one.high)) if found else None


def _ends(money: Money, left: str, right: str = "") -> tuple[float | None, float | None]:
    if money.ranged:
        return money.low, money.high
    if money.plus or FROM.search(left):
        return money.low, None
    return (None, money.high) if UP_TO.search(left) or MAXIMUM.match(right) else (money.low, money.high)


def _in_words(words: str, lower: str, field: str) -> Iterable[SalaryStatement]:
    for count, money in enumerate(amounts(words)):
        if count > MOST_AMOUNTS:
            return
        around = context(lower, money)
        said = kind(money, around) or ("base" if field == "title" and not money.huge and money.low >= YEARS else "")
        if not said:
            continue
        low, high = _ends(money, around.left, around.right)
        period = money.period or _period_around(around, money)
        if not period and UNKNOWN_PERIOD.search(around.left + around.right[:NEAR_PERIOD]):
            continue
        if not period and _too_small(money, around):
            said = "small"
        span = Span(field, money.start, money.end)
        yield SalaryStatement(low, high, money.currency, period, said, words[money.start : money.end], (span,))


def _too_small(money: Money, around: Context) -> bool:
    """A single small number without a period is pay only where it is called a rate, or where the field says it too."""
    return not money.ranged and money.high < HOURS and not RATE.search(around.left)


def _period_around(around: Context, money: Money) -> str:
    """The period that the sentence names nearest to the amount, if pay of this size can be paid by it."""
    named = first_period(around.right[:NEAR_PERIOD]), last_period(around.left), last_period(around.heading)
    return next((one for one in named if one and plausible(money.high, money.currency, one)), "")


def _choose(field: SalaryStatement | None, found: Sequence[SalaryStatement]) -> SalaryStatement | None:
    base = [one for one in found if one.kind == "base"]
    total = [one for one in found if one.kind == "total"]
    if field is None:
        pool = base or total or [one for one in found if one.kind == "loose"]
        return _widest(pool) if pool else None
    same = next((one for one in [*base, *total, *found] if _agree(one, field)), None)
    if same and not (base and field.kind == "total" and same.kind != "base"):
        return _filled(_widest([same, *(base if same.kind == "base" else [])]), field)
    if base:
        best = _filled(_widest(base), field)
        return field if field.kind == "base" and best.ends != field.ends and _within(best, field) else best
    return field


def _agree(one: SalaryStatement, field: SalaryStatement) -> bool:
    ends, others = {end for end in one.ends if end}, {end for end in field.ends if end}
    return ends == others and (not one.period or not field.period or one.period == field.period)


def _within(one: SalaryStatement, field: SalaryStatement) -> bool:
    """A number, or the range of one place, says less than a range that holds it; pay for a piece less than for time."""
    if one.period == "project" and field.period != "project":
        return True
    if not (field.low and field.high and one.high) or one.period != field.period:
        return False
    low = one.low or one.high
    part = one.low in (None, one.high) or low == field.low or one.high == field.high
    return part and field.low <= low and one.high <= field.high


def _filled(one: SalaryStatement, field: SalaryStatement) -> SalaryStatement:
    """What the text leaves open, the field may say."""
    loose = one.currency in ("", "$", "kr")
    currency = field.currency if loose and field.currency not in ("", "$") else one.currency or field.currency
    return replace(one, currency=currency, period=one.period or field.period)


def _widest(pool: Sequence[SalaryStatement]) -> SalaryStatement:
    """The span of all ranges in the currency and period of the first; "from X … up to Y" are the ends of one."""
    first = pool[0]
    alike = [one for one in pool if _alike(first, one)]
    if first.high is None and (other := next((one for one in alike if one.low is None), None)):
        return replace(first, high=other.high, period=first.period or other.period, spans=first.spans + other.spans)
    if first.low is None or first.high is None or len(alike) == 1:
        return first
    low, high = min(one.low or first.low for one in alike), max(one.high or first.high for one in alike)
    spans = tuple(dict.fromkeys(span for one in alike if one.low == low or one.high == high for span in one.spans))
    ranged = next((one for one in alike if one.ends == (low, high)), first)
    return replace(ranged, low=low, high=high, period=first.period or ranged.period, spans=spans)


def _alike(first: SalaryStatement, other: SalaryStatement) -> bool:
    """Ends of one scale: pay for the same work in other places, not another kind of pay."""
    currencies = {first.currency, other.currency}
    if len(currencies - {""}) > 1 and not ("$" in currencies and currencies - {"$"} <= DOLLARS):
        return False
    if first.period and other.period and first.period != other.period:
        return False
    one, two = first.high or first.low or 1, other.high or other.low or 1
    return max(one, two) <= 4 * min(one, two)


def _fact(best: SalaryStatement, reading: Reading) -> Fact | None:
    currency = _currency(best.currency, reading)
    size = best.high or best.low or 0
    # "$70,000 /hour" is a slip of the board's form: the size says more.
    said = best.period if best.period and plausible(size, currency, best.period) else ""
    period = said or by_size(best.low or size, currency)
    if not period or not plausible(size, currency, period):
        return None
    value: dict[str, Any] = {
        "min": _number(best.low, period),
        "max": _number(best.high, period),
        "currency": currency,
        "period": period,
        "period_stated": bool(said),
        "evidence": best.evidence,
    }
    return Fact(value, best.evidence, best.spans)


def _number(end: float | None, period: str) -> float | int | None:
    """A range that begins at nothing states its upper end alone."""
    if end is None:
        return None
    return (round(end, 2) if period == "hour" and end != int(end) else round(end)) or None


def _currency(mark: str, reading: Reading) -> str:
    """A bare dollar is of the United States unless the ad's place says otherwise."""
    if mark not in ("", "$", "kr"):
        return mark
    places = currencies_of_places(f"{reading.ad.location or ''} | {reading.title}")
    if mark == "$":
        return "USD" if "USD" in places else next((one for one in places if one in DOLLARS), "USD")
    if mark == "kr":
        return next((one for one in places if one in KRONER), "SEK")
    return places[0] if places else "USD"
