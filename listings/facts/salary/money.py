"""Amounts of money in text: single numbers and ranges, with their currency and period.

Our own grammar, as price-parser reads one price per string and knows no ranges, no "k" for thousands and no periods:
"$31,2k- $52k" is 31.2 to it, "120-170k" is 120.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from listings.facts.salary.numbers import Number, counts_in_millions, numbers
from listings.facts.salary.units import MORE_UNITS, UNIT, period_of, piece_of
from listings.facts.salary.windows import windows
from listings.vocabulary.currencies import AMBIGUOUS, DOLLARS, PESOS

PLUS = re.compile(r"\+(?![A-Za-z$€£0-9])|,? (?:and|or) (?:up|more|above|higher)\b|,? (?:minimum|min\.)(?!\w)")
JOINED = re.compile(
    r"[.,]?[ *_]{0,3}(?:[-–—−‑‒~〜]{1,2}|to|and|und|or|oder|o|a|e|et|en|i|through|thru|until|bis|à|y|tot|al|até|do|до"
    r"|\.\.\.?)[ *_]{0,3}"
    r"(?:(?:up to|bis zu|max(?:imum)?\.?|tot) |(?:an? )?max(?:imum|\.)? (?:of )?)?",
    re.IGNORECASE,
)
LINED = re.compile(r"\.?,?\s{0,2}(?:-|–|—|to|and)?\s{0,2}max(?:imum)?\.?:?\s{0,2}", re.IGNORECASE)
# "Min: $90,000 Mid: $105,000 Max: $120,000": the middle is no end.
MIDDLE = re.compile(r"[\s,;/|–-]{0,4}(?:mid(?:[- ]?points?|dle)?|median|target)\.?[\s:=(]{0,3}", re.IGNORECASE)
UPPER = re.compile(r"[\s,;/|)–-]{0,4}max(?:imum)?\.?[\s:=(]{0,3}", re.IGNORECASE)
# "And" joins a range only after "between": "$20 and $30 vouchers" are two amounts.
BETWEEN = frozenset({"and", "und", "y", "e", "et", "en", "i"})
BETWEEN_BEFORE = re.compile(r"\bbetween|\bzwischen|\bentre|\btra\b|\bfra\b|\btussen|\bmiędzy|\bpomiędzy")
COUNTED = re.compile(r" ?(?:hours|hrs|days|weeks|months|years|yrs|people)\b")
MAX_GAP, MAX_NUMBERS = 24, 4_000
# A range from the higher to the lower end is believed if the one is at most so many times the other.
MAX_TURNED = 1.5


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in characters `start` to `end` of a text, from `low` to `high`; `ranged` if the text has both ends.

    `currency`: ISO 4217, a sign whose currency the place decides ("$"), "" without a mark. `period`: "" if none is next
    to it. `unit`: what the pay is for if that is not a period ("word"). `scaled`: written with "k" or the like.
    `plus`: "or more". `huge`: millions or more, too much for pay. `upside_down`: a range from the
    higher to the lower end.
    """

    start: int
    end: int
    low: float
    high: float
    currency: str = ""
    period: str = ""
    unit: str = ""
    scaled: bool = False
    plus: bool = False
    huge: bool = False
    ranged: bool = False
    upside_down: bool = False


def amounts(text: str, *, bare: bool = False, lower: str | None = None) -> Iterator[Money]:
    """Every amount in `text`, in order. With `bare`, numbers without currency or "k" count as amounts too.

    `lower`: the text in lower case, which spares a look at numbers far from any mark.
    """
    listed = list(islice(numbers(text, None if lower is None else windows(lower)), MAX_NUMBERS))
    skip = 0
    for number, other, third in zip_longest(listed, listed[1:], listed[2:]):
        if skip:
            # It was the middle or the upper end of the range before.
            skip -= 1
            continue
        if other and other.start - number.end <= MAX_GAP and (pair := _pair(text, number, other, third)):
            skip = 2 if third and pair.end >= third.end else 1
            if bare or pair.currency or pair.scaled:
                yield pair
        elif bare or number.currency or number.factor > 1:
            factor, huge = _factor(number, number.currency)
            value = number.value * factor
            money = Money(number.start, number.end, value, value, number.currency, number.period)
            yield _with_unit(text, replace(money, scaled=factor > 1, huge=huge, plus=number.plus))


def _factor(number: Number, currency: str) -> tuple[int, bool]:
    """The factor of the number in this currency, and whether it makes the amount too large for pay."""
    if number.millions:
        return (1_000_000, False) if counts_in_millions(currency) else (1, True)
    return number.factor, number.huge


def _pair(text: str, first: Number, other: Number, third: Number | None) -> Money | None:
    """The range that two numbers make if a dash or word joins them, or with a middle between them; else None."""
    if third and MIDDLE.fullmatch(text, first.end, other.start) and UPPER.fullmatch(text, other.end, third.start):
        return _range(text, first, third)
    # "$500 – 3 months"
    if not other.currency and COUNTED.match(text, other.end):
        return None
    unit = UNIT.match(text, first.end, other.start)
    period = period_of(unit) if unit else ""
    gap = text[unit.end() if unit and period else first.end : other.start]
    if not JOINED.fullmatch(gap) and not LINED.fullmatch(gap):
        return None
    before = text[max(0, first.start - 24) : first.start].lower()
    if gap.strip().lower() in BETWEEN and not BETWEEN_BEFORE.search(before):
        return None
    return _range(text, first, other, period)


def _range(text: str, first: Number, other: Number, period: str = "") -> Money | None:
    """From one number to the other, unless their currencies or their sizes contradict; `period`: that of the first."""
    marks = {mark for mark in (first.currency, other.currency) if mark}
    named = marks - AMBIGUOUS
    if len(named) > 1 or (len(marks) > 1 and not named):
        return None
    if other.currency == "$" and first.currency and first.currency not in {"$", *DOLLARS, *PESOS}:
        # "€35/h or $40/h"
        return None
    currency = next(iter(named or marks), "")
    low, high = _scale_ends(first, other, currency)
    if low > high:
        # "$120k - $90k" is turned round. Where only one end is marked as money, they may be two numbers.
        if (
            low <= high * MAX_TURNED
            or not (first.currency or first.factor > 1)
            or not (other.currency or other.factor > 1)
        ):
            return None
        return Money(first.start, other.end, high, low, currency, ranged=True, upside_down=True)
    scaled = first.factor > 1 or other.factor > 1
    huge = _factor(first, currency)[1] or _factor(other, currency)[1]
    money = Money(first.start, other.end, low, high, currency, other.period, scaled=scaled, huge=huge, ranged=True)
    money = _with_unit(text, money)
    if period and money.period and period != money.period:
        return None
    return money if money.period or not period else replace(money, period=period, unit="")


def _scale_ends(first: Number, other: Number, currency: str) -> tuple[float, float]:
    """Both amounts; thousands written at one end count for both: "120-170k", "$90K- 105", "$80-100,000"."""
    factor, other_factor = _factor(first, currency)[0], _factor(other, currency)[0]
    low, high = first.value * factor, other.value * other_factor
    if factor == 1 and other_factor > 1 and first.value * other_factor <= high:
        low = first.value * other_factor
    elif other_factor == 1 and factor > 1 and other.value < 1000 and other.value * factor >= low:
        high = other.value * factor
    elif 10 <= low < 1000 and high >= 10_000 and low * 1000 <= high:
        low *= 1000
    return low, high


def _with_unit(text: str, money: Money) -> Money:
    """The amount with what follows it: a plus, a period, or another unit."""
    written = PLUS.match(text, money.end)
    end = written.end() if written else money.end
    plus = money.plus or written is not None
    unit = UNIT.match(text, end, end + 48)
    period = period_of(unit) if unit else ""
    # "$20 per hour per student": not a plain period.
    if unit and period and MORE_UNITS.match(text, unit.end()):
        return replace(money, end=end, unit="more", plus=plus)
    if unit and period:
        return replace(money, end=unit.end(), period=period, plus=plus)
    other = piece_of(unit) if unit else ""
    return replace(money, end=end, unit=other, plus=plus) if unit or plus else money
