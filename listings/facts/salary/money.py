"""Amounts of money in text: single numbers and ranges, with their currency and period.

Our own grammar, as price-parser reads one price per string and knows no ranges, no "k" for thousands and no periods:
"$31,2k- $52k" is 31.2 to it, "120-170k" is 120.

Every pattern is bounded and anchored at a run of digits, which keeps the time linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from listings.vocabulary.currencies import CODES, NAMES, SYMBOLS, UNITS_PER_DOLLAR, currency_code

RUN = re.compile(r"[0-9][0-9.,'’]*")
# Longer runs of digits are not amounts.
MAX_RUN = 16
# "20 000", and the typing error "101, 125".
GROUPS = re.compile(
    r"(?:[ \u00a0\u202f\u2009][0-9]{3}(?![0-9'’]|[.,][0-9])){1,3}|(?<=[0-9]), [0-9]{3}(?![0-9]|[.,][0-9])"
)
# "3.200,-"
NO_CENTS = re.compile(r"[.,] ?[-–—]{1,2}(?=[ /)\n]|$)")
# The last characters of all symbols: "$" also for "US$".
SYMBOL_ENDS = "".join(sorted({symbol[-1] for symbol in SYMBOLS}))
CODE_TAILS = frozenset({*CODES, "CDN", "EUROS", "RS", "RS.", "RM", "RP", "KR", "ZŁ", "RMB", "SFR"})
BEFORE = re.compile(
    r"(?:(?<![A-Za-zł])(?P<code>[A-Z]{3}|[a-z]{3}|[Ee]uros?|Rs\.?|RM|Rp|kr\.?) ?[:(]?)? ?"
    r"(?P<sign>(?<![A-Za-z])(?:USD|CAD|AUD|NZD|SGD|CDN|MXN|US|CA|AU|NZ|SG|HK|NT|MX|C|A|S|R)[$＄]"
    rf"|[{re.escape(SYMBOL_ENDS)}])?[ *_]?$"
)
SCALE = re.compile(
    r"[ ]?\+?[ -]?(?:(?P<k>[kK]|thousand)|(?P<lakh>(?i:lakhs?|lacs?|lpa)|L)"
    r"|(?P<huge>(?i:millions?|billions?|trillions?|crores?|mil|mln|mio|mm|bn|tn|cr|mn)|[mbMB]))(?!\w)| ?(?P<percent>%)"
)
WORD = "|".join(sorted(map(re.escape, {*NAMES, *(code.lower() for code in CODES)}), key=len, reverse=True))
AFTER = re.compile(
    rf"\+? ?[(\[]?(?P<mark>[{re.escape(SYMBOL_ENDS)}](?! ?[0-9])|(?:US|CA|AU|NZ|HK|C|A|S)\$(?! ?[0-9])"
    rf"|(?i:{WORD})(?!\w))(?! ?/ ?(?:USD|CAD|EUR|GBP)\b)[)\]]?"
)
PLUS = re.compile(r"\+(?![A-Za-z$€£0-9])|,? (?:and|or) (?:up|more|above|higher)\b|,? (?:minimum|min\.)(?!\w)")
UNITS = {
    "hour": "hour hours hourly hr hrs h ph p/h p.h std stunde heure hora hourely",
    "day": "day days daily diem pd p/d p.d tag jour",
    "week": "week weeks weekly wk pw p/w",
    "month": "month months monthly mo mth mon pcm pm p/m p.m mtl monat monatlich mois mes mês",
    "year": "year years yearly annum annual annually yr yrs y pa p/a p.a jahr an año ano annualized anually yea",
    "project": "project article post assignment piece deliverable milestone blog",
}
PERIODS = {word: period for period, units in UNITS.items() for word in units.split()}
# Units that need no "per" before them, common misspellings included.
STANDALONE = (
    "hourly daily weekly monthly yearly annual annually annualized anually pcm mtl pa p.a p/a p/h p.h yr hr year month"
)
STANDALONE_UNITS = frozenset(STANDALONE.split())
FILLERS = "gross|net|brutto|netto|base|bruto|equivalent|ctc|salary|ote|pay|us"
UNIT = re.compile(
    rf"[ *_)\]]{{0,4}}(?:(?:{FILLERS})\b ?){{0,2}}"
    r"(?P<per>/(?: ?per\b)?|per\b|an?\b|each\b|every\b|pro\b|die\b|im\b|la\b|par\b|por\b|al\b)?"
    r"[ ~(]{0,2}(?:~?[0-9]{2,5}[- ](?:word )?|blog )?"
    # "per hourSchedule": some boards lose the line breaks of a list.
    r"(?P<unit>p[./] ?[ahmd](?!\w)|(?-i:(?:[A-Z]{2,8}|[A-Za-zêñ][a-zêñ]{0,11})(?![a-zêñ0-9_])))",
    re.IGNORECASE,
)
PIECE_WORDS = (
    "word page user seat lead sale call session appointment shift visit person lesson class image ticket sprint"
)
PIECES = frozenset(PIECE_WORDS.split())
MORE_UNITS = re.compile(r" ?/ ?[a-z]| per (?!hour|day|week|month|year)[a-z]")
JOINED = re.compile(
    r"[.,]?[ *_]{0,3}(?:[-–—−‑‒~〜]{1,2}|to|and|und|or|o|through|thru|until|bis|à|y|\.\.\.?)[ *_]{0,3}"
    r"(?:up to |(?:an? )?max(?:imum|\.)? (?:of )?)?",
    re.IGNORECASE,
)
LINED = re.compile(r"\.?,?\s{0,2}(?:-|–|—|to|and)?\s{0,2}max(?:imum)?\.?:?\s{0,2}", re.IGNORECASE)
# "And" joins a range only after "between": "$20 and $30 vouchers" are two amounts.
BETWEEN, BETWEEN_BEFORE = frozenset({"and", "und", "y"}), re.compile(r"\bbetween|\bzwischen|\bentre")
COUNTED = re.compile(r" ?(?:hours|hrs|days|weeks|months|years|yrs|people)\b")
MAX_GAP, MAX_NUMBERS = 24, 4_000


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in characters `start` to `end` of a text, from `low` to `high`; `ranged` if the text has both ends.

    `currency`: ISO 4217, "$" or "kr" if only the place decides, "" without a mark. `period`: "" if none is next to it.
    `unit`: what the pay is for if that is not a period ("word"). `scaled`: written with "k" or the like. `plus`: "or
    more". `huge`: millions or more, too much for pay.
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


@dataclass(frozen=True, slots=True)
class Number:
    """One written number with its mark. The amount is `value` times `factor`: "90k" is 90 and 1000."""

    start: int
    end: int
    value: float
    currency: str
    factor: int
    huge: bool
    period: str


def amounts(text: str, *, bare: bool = False) -> Iterator[Money]:
    """Every amount in `text`, in order. With `bare`, numbers without currency or "k" count as amounts too."""
    numbers = list(islice(_numbers(text), MAX_NUMBERS))
    skip = False
    for number, other in zip_longest(numbers, numbers[1:]):
        if skip:
            # It was the upper end of the range before.
            skip = False
            continue
        if other and other.start - number.end <= MAX_GAP and (pair := _pair(text, number, other)):
            skip = True
            if bare or pair.currency or pair.scaled:
                yield pair
        elif bare or number.currency or number.factor > 1:
            value = number.value * number.factor
            money = Money(number.start, number.end, value, value, number.currency, number.period)
            yield _with_unit(text, replace(money, scaled=number.factor > 1, huge=number.huge))


def _numbers(text: str) -> Iterator[Number]:
    consumed = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        # A number with groups ("20 000") swallowed the run.
        if start < consumed or end - start > MAX_RUN:
            continue
        currency, begin = _mark_before(text, start)
        # "H1B", "B2B"
        if not currency and start and text[start - 1].isalpha():
            continue
        digits, end = _with_groups(text, run[0].rstrip(".,'’"), start, marked=bool(currency))
        scale = SCALE.match(text, end)
        if scale and scale["percent"]:
            continue
        value = parse_number(digits, scaled=scale is not None)
        if value is None:
            continue
        currency, end = _mark_after(text, scale.end() if scale else end, currency)
        consumed = end
        factor, huge = _factor(scale, currency)
        rupees = scale is not None and bool(scale["lakh"])
        # "12 LPA": lakhs per annum.
        annual = rupees and "p" in scale[0].lower() if scale else False
        yield Number(begin, end, value, currency or ("INR" if rupees else ""), factor, huge, "year" if annual else "")


def _with_groups(text: str, digits: str, start: int, *, marked: bool) -> tuple[str, int]:
    """The digits with the groups that follow them after a space ("20 000"), and where they end."""
    end = start + len(digits)
    if no_cents := NO_CENTS.match(text, end):
        return digits, no_cents.end()
    apart = GROUPS.match(text, end) if len(digits) <= 3 else None
    if apart is None or (text[end] == "," and not marked):
        return digits, end
    return digits + re.sub(r"[^0-9]", "", apart[0]), apart.end()


def _factor(scale: re.Match[str] | None, currency: str) -> tuple[int, bool]:
    """The factor of a suffix such as "k", and whether it makes the amount too large for pay."""
    if scale is None:
        return 1, False
    if scale["k"]:
        return 1000, False
    if scale["lakh"]:
        return 100_000, False
    # 10 million rupiah a month is ordinary pay, 10 million dollars is an investment.
    small_unit = scale["huge"][0] in "mM" and UNITS_PER_DOLLAR.get(currency, 1) >= 100
    return (1_000_000, False) if small_unit else (1, True)


def _mark_before(text: str, start: int) -> tuple[str, int]:
    """The currency before a number, and where its mark begins."""
    left = text[max(0, start - 9) : start]
    tail = left.rstrip(" *_:(")
    # A cheap test first: most numbers have no mark.
    if not tail or not (tail[-1] in SYMBOL_ENDS or tail[-3:].upper() in CODE_TAILS or tail[-2:].upper() in CODE_TAILS):
        return "", start
    mark = BEFORE.search(left)
    code, sign = (currency_code(mark["code"] or ""), currency_code(mark["sign"] or "")) if mark else ("", "")
    if mark is None or not (code or sign):
        return "", start
    return code if code not in ("", "$", "kr") else sign or code, start - len(left) + mark.start(
        "code" if code else "sign"
    )


def _mark_after(text: str, end: int, currency: str) -> tuple[str, int]:
    """The currency before or after a number, and where the latter's mark ends: "$90,000 CAD" is CAD."""
    after = AFTER.match(text, end)
    mark = currency_code(after["mark"]) if after else ""
    if not after or not mark:
        return currency, end
    return mark if currency in ("", "$", "kr") and mark != "$" else currency or mark, after.end()


def parse_number(digits: str, *, scaled: bool = False) -> float | None:
    """The value of digits with any country's separators; None if they are not a number (dates, versions).

    `scaled`: a factor such as "k" follows, so that three decimals are decimals: "1.250k".
    """
    digits = digits.replace("’", "'")
    last = max(digits.rfind("."), digits.rfind(","))
    whole, fraction = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    # A separator that repeats, or stands before three digits, separates thousands.
    if last >= 0 and (digits.count(digits[last]) > 1 or (len(fraction) == 3 and whole != "0" and not scaled)):
        whole, fraction = digits, ""
    first, *groups = re.split(r"[.,']", whole)
    if len(groups) > 1 and len(groups[-1]) == 2 and not fraction:
        # A typing error: "177.475.00".
        fraction = groups.pop()
    # Two-digit groups are Indian: 12,00,000.
    if groups and (len(first) > 3 or len(groups[-1]) != 3 or not all(2 <= len(group) <= 3 for group in groups)):
        return None
    integer = f"{first}{''.join(groups)}"
    if not integer.isdecimal() or len(fraction) > 3 or not (fraction or "0").isdecimal():
        return None
    return float(f"{integer}.{fraction or 0}")


def _pair(text: str, first: Number, other: Number) -> Money | None:
    """The range that two numbers make if a dash or word joins them, else None."""
    # "$500 – 3 months"
    if not other.currency and COUNTED.match(text, other.end):
        return None
    unit = UNIT.match(text, first.end, other.start)
    period = _period(unit) if unit else ""
    gap = text[unit.end() if unit and period else first.end : other.start]
    if not JOINED.fullmatch(gap) and not LINED.fullmatch(gap):
        return None
    before = text[max(0, first.start - 24) : first.start].lower()
    if gap.strip().lower() in BETWEEN and not BETWEEN_BEFORE.search(before):
        return None
    low, high = _scale_ends(first, other)
    marks = {mark for mark in (first.currency, other.currency) if mark}
    named = marks - {"$", "kr"}
    if low > high or len(named) > 1 or (len(marks) > 1 and not named):
        return None
    scaled = first.factor > 1 or other.factor > 1
    currency = next(iter(named or marks), "")
    huge = first.huge or other.huge
    money = Money(first.start, other.end, low, high, currency, other.period, scaled=scaled, huge=huge, ranged=True)
    money = _with_unit(text, money)
    if period and money.period and period != money.period:
        return None
    return money if money.period or not period else replace(money, period=period, unit="")


def _scale_ends(first: Number, other: Number) -> tuple[float, float]:
    """Both amounts; thousands written at one end count for both: "120-170k", "$90K- 105", "$80-100,000"."""
    low, high = first.value * first.factor, other.value * other.factor
    if first.factor == 1 and other.factor > 1 and first.value * other.factor <= high:
        low = first.value * other.factor
    elif other.factor == 1 and first.factor > 1 and other.value < 1000 and other.value * first.factor >= low:
        high = other.value * first.factor
    elif 10 <= low < 1000 and high >= 10_000 and low * 1000 <= high:
        low *= 1000
    return low, high


def _period(unit: re.Match[str]) -> str:
    word = unit["unit"].lower().replace(" ", "")
    return PERIODS.get(word, "") if unit["per"] or word in STANDALONE_UNITS else ""


def _with_unit(text: str, money: Money) -> Money:
    """The amount with what follows it: a plus, a period, or another unit."""
    plus = PLUS.match(text, money.end)
    end = plus.end() if plus else money.end
    unit = UNIT.match(text, end, end + 48)
    period = _period(unit) if unit else ""
    # "$20 per hour per student": not a plain period.
    if unit and period and MORE_UNITS.match(text, unit.end()):
        return replace(money, end=end, unit="more", plus=plus is not None)
    if unit and period:
        return replace(money, end=unit.end(), period=period, plus=plus is not None)
    other = unit["unit"].lower() if unit and (unit["per"] or "").lower() in ("per", "each", "every") else ""
    if unit and unit["per"] and unit["per"][0] == "/" and unit["unit"].lower() in PIECES:
        other = unit["unit"].lower()
    return replace(money, end=end, unit=other, plus=plus is not None) if unit or plus else money
