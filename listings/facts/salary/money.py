"""Amounts of money in words: one number, or a range, with its currency and period.

A grammar of our own: price-parser, which was tried, reads one price a string ("$31,2k- $52k" is 31.2 to it, "120-170k"
is 120). It knows no ranges, no thousands written as "k", no periods, and wants the price cut out of its sentence.

Every pattern is anchored at a run of digits and bounded, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from listings.vocabulary.currencies import CODES, NAMES, SYMBOLS, UNITS_PER_DOLLAR, currency_code

RUN = re.compile(r"[0-9][0-9.,'’]*")
LONGEST_RUN = 16
# "20 000", and the slip "101, 125".
GROUPS = re.compile(
    r"(?:[ \u00a0\u202f\u2009][0-9]{3}(?![0-9'’]|[.,][0-9])){1,3}|(?<=[0-9]), [0-9]{3}(?![0-9]|[.,][0-9])"
)
# "3.200,-"
NO_CENTS = re.compile(r"[.,] ?[-–—]{1,2}(?=[ /)\n]|$)")
MARKS = "".join(sorted({sign[-1] for sign in SYMBOLS}))
CODE_TAILS = frozenset({*CODES, "CDN", "EUROS", "RS", "RS.", "RM", "RP", "KR", "ZŁ", "RMB", "SFR"})
BEFORE = re.compile(
    r"(?:(?<![A-Za-zł])(?P<code>[A-Z]{3}|[a-z]{3}|[Ee]uros?|Rs\.?|RM|Rp|kr\.?) ?[:(]?)? ?"
    r"(?P<sign>(?<![A-Za-z])(?:USD|CAD|AUD|NZD|SGD|CDN|MXN|US|CA|AU|NZ|SG|HK|NT|MX|C|A|S|R)[$＄]"
    rf"|[{re.escape(MARKS)}])?[ *_]?$"
)
SCALE = re.compile(
    r"[ ]?\+?[ -]?(?:(?P<k>[kK]|thousand)|(?P<lakh>(?i:lakhs?|lacs?|lpa)|L)"
    r"|(?P<huge>(?i:millions?|billions?|trillions?|crores?|mil|mln|mio|mm|bn|tn|cr|mn)|[mbMB]))(?!\w)| ?(?P<percent>%)"
)
WORD = "|".join(sorted(map(re.escape, {*NAMES, *(code.lower() for code in CODES)}), key=len, reverse=True))
AFTER = re.compile(
    rf"\+? ?[(\[]?(?P<mark>[{re.escape(MARKS)}](?! ?[0-9])|(?:US|CA|AU|NZ|HK|C|A|S)\$(?! ?[0-9])"
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
PERIODS = {word: period for period, words in UNITS.items() for word in words.split()}
PLAIN = (
    "hourly daily weekly monthly yearly annual annually annualized anually pcm mtl pa p.a p/a p/h p.h yr hr year month"
)
ALONE = frozenset(PLAIN.split())
"""Units that say the period without "per" before them."""
FILLERS = "gross|net|brutto|netto|base|bruto|equivalent|ctc|salary|ote|pay|us"
UNIT = re.compile(
    rf"[ *_)\]]{{0,4}}(?:(?:{FILLERS})\b ?){{0,2}}"
    r"(?P<per>/(?: ?per\b)?|per\b|an?\b|each\b|every\b|pro\b|die\b|im\b|la\b|par\b|por\b|al\b)?"
    r"[ ~(]{0,2}(?:~?[0-9]{2,5}[- ](?:word )?|blog )?"
    # "per hourSchedule": lines that a board has glued together.
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
BETWEEN, BETWEEN_BEFORE = frozenset({"and", "und", "y"}), re.compile(r"\bbetween|\bzwischen|\bentre")
COUNTED = re.compile(r" ?(?:hours|hrs|days|weeks|months|years|yrs|people)\b")
LONGEST_GAP, MOST_NUMBERS = 24, 4_000


@dataclass(frozen=True, slots=True)
class Money:
    """Characters `start` to `end`; `ranged` where both ends are written.

    `currency` is "$" or "kr" where a place must tell whose, "" where none is marked.
    `period` is "" where none is said beside the amount; `unit` is what it is paid by where that is no period ("word").
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
    start: int
    end: int
    value: float
    currency: str
    factor: int
    huge: bool
    period: str


def amounts(text: str, *, bare: bool = False) -> Iterator[Money]:
    """Every marked amount in `text`, in order; with `bare`, numbers without currency or "k" too."""
    numbers = list(islice(_numbers(text), MOST_NUMBERS))
    skip = False
    for one, other in zip_longest(numbers, numbers[1:]):
        if skip:
            skip = False
            continue
        if other and other.start - one.end <= LONGEST_GAP and (pair := _pair(text, one, other)):
            skip = True
            if bare or pair.currency or pair.scaled:
                yield pair
        elif bare or one.currency or one.factor > 1:
            value = one.value * one.factor
            yield _with_unit(
                text,
                Money(one.start, one.end, value, value, one.currency, one.period, scaled=one.factor > 1, huge=one.huge),
            )


def _numbers(text: str) -> Iterator[Number]:
    read_to = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < read_to or end - start > LONGEST_RUN:
            continue
        currency, begin = _mark_before(text, start)
        if not currency and start and text[start - 1].isalpha():
            continue
        words, end = _grouped(text, run[0].rstrip(".,'’"), start, marked=bool(currency))
        scale = SCALE.match(text, end)
        if scale and scale["percent"]:
            continue
        value = number(words, scaled=scale is not None)
        if value is None:
            continue
        currency, end = _mark_behind(text, scale.end() if scale else end, currency)
        read_to = end
        factor, huge = _factor(scale, currency)
        rupees = scale is not None and bool(scale["lakh"])
        annual = rupees and "p" in scale[0].lower() if scale else False
        yield Number(begin, end, value, currency or ("INR" if rupees else ""), factor, huge, "year" if annual else "")


def _grouped(text: str, words: str, start: int, *, marked: bool) -> tuple[str, int]:
    """The digits, with groups that stand apart ("20 000"), and where they end."""
    end = start + len(words)
    if no_cents := NO_CENTS.match(text, end):
        return words, no_cents.end()
    apart = GROUPS.match(text, end) if len(words) <= 3 else None
    if apart is None or (text[end] == "," and not marked):
        return words, end
    return words + re.sub(r"[^0-9]", "", apart[0]), apart.end()


def _factor(scale: re.Match[str] | None, currency: str) -> tuple[int, bool]:
    """What the number counts (thousands …), and whether it is too much for anybody's pay."""
    if scale is None:
        return 1, False
    if scale["k"]:
        return 1000, False
    if scale["lakh"]:
        return 100_000, False
    small_money = scale["huge"][0] in "mM" and UNITS_PER_DOLLAR.get(currency, 1) >= 100
    return (1_000_000, False) if small_money else (1, True)


def _mark_before(text: str, start: int) -> tuple[str, int]:
    """The currency that stands before a number, and where it begins."""
    left = text[max(0, start - 9) : start]
    tail = left.rstrip(" *_:(")
    if not tail or not (tail[-1] in MARKS or tail[-3:].upper() in CODE_TAILS or tail[-2:].upper() in CODE_TAILS):
        return "", start
    found = BEFORE.search(left)
    code, sign = (currency_code(found["code"] or ""), currency_code(found["sign"] or "")) if found else ("", "")
    if found is None or not (code or sign):
        return "", start
    return code if code not in ("", "$", "kr") else sign or code, start - len(left) + found.start(
        "code" if code else "sign"
    )


def _mark_behind(text: str, end: int, currency: str) -> tuple[str, int]:
    """The currency with what stands behind a number, which says more than a bare dollar, and where that ends."""
    after = AFTER.match(text, end)
    mark = currency_code(after["mark"]) if after else ""
    if not after or not mark:
        return currency, end
    return mark if currency in ("", "$", "kr") and mark != "$" else currency or mark, after.end()


def number(words: str, *, scaled: bool = False) -> float | None:
    """Of digits with separators in any country's way; None where they are no number (dates, versions)."""
    words = words.replace("’", "'")
    last = max(words.rfind("."), words.rfind(","))
    whole, fraction = (words[:last], words[last + 1 :]) if last >= 0 else (words, "")
    if last >= 0 and (words.count(words[last]) > 1 or (len(fraction) == 3 and whole != "0" and not scaled)):
        whole, fraction = words, ""
    first, *groups = re.split(r"[.,']", whole)
    if len(groups) > 1 and len(groups[-1]) == 2 and not fraction:
        # A slip: "177.475.00".
        fraction = groups.pop()
    # Groups of two are India's: 12,00,000.
    if groups and (len(first) > 3 or len(groups[-1]) != 3 or not all(2 <= len(group) <= 3 for group in groups)):
        return None
    digits = f"{first}{''.join(groups)}"
    if not digits.isdecimal() or len(fraction) > 3 or not (fraction or "0").isdecimal():
        return None
    return float(f"{digits}.{fraction or 0}")


def _pair(text: str, one: Number, other: Number) -> Money | None:
    """Both as the ends of one range, where a dash or a word joins them."""
    if not other.currency and COUNTED.match(text, other.end):
        return None
    unit = UNIT.match(text, one.end, other.start)
    period = _period(unit) if unit else ""
    gap = text[unit.end() if unit and period else one.end : other.start]
    if not JOINED.fullmatch(gap) and not LINED.fullmatch(gap):
        return None
    if gap.strip().lower() in BETWEEN and not BETWEEN_BEFORE.search(text[max(0, one.start - 24) : one.start].lower()):
        return None
    low, high = _both(one, other)
    marks = {mark for mark in (one.currency, other.currency) if mark}
    named = marks - {"$", "kr"}
    if low > high or len(named) > 1 or (len(marks) > 1 and not named):
        return None
    scaled = one.factor > 1 or other.factor > 1
    currency = next(iter(named or marks), "")
    huge = one.huge or other.huge
    found = Money(one.start, other.end, low, high, currency, other.period, scaled=scaled, huge=huge, ranged=True)
    found = _with_unit(text, found)
    if period and found.period and period != found.period:
        return None
    return found if found.period or not period else replace(found, period=period, unit="")


def _both(one: Number, other: Number) -> tuple[float, float]:
    """ "120-170k", "$90K- 105", "$80-100,000": the thousands of one are those of both."""
    low, high = one.value * one.factor, other.value * other.factor
    if one.factor == 1 and other.factor > 1 and one.value * other.factor <= high:
        low = one.value * other.factor
    elif other.factor == 1 and one.factor > 1 and other.value < 1000 and other.value * one.factor >= low:
        high = other.value * one.factor
    elif 10 <= low < 1000 and high >= 10_000 and low * 1000 <= high:
        low *= 1000
    return low, high


def _period(unit: re.Match[str]) -> str:
    word = unit["unit"].lower().replace(" ", "")
    return PERIODS.get(word, "") if unit["per"] or word in ALONE else ""


def _with_unit(text: str, money: Money) -> Money:
    """With what stands right behind the amount: a plus, a period, or another unit."""
    plus = PLUS.match(text, money.end)
    end = plus.end() if plus else money.end
    unit = UNIT.match(text, end, end + 48)
    period = _period(unit) if unit else ""
    if unit and period and MORE_UNITS.match(text, unit.end()):
        return replace(money, end=end, unit="more", plus=plus is not None)
    if unit and period:
        return replace(money, end=unit.end(), period=period, plus=plus is not None)
    other = unit["unit"].lower() if unit and (unit["per"] or "").lower() in ("per", "each", "every") else ""
    if unit and unit["per"] and unit["per"][0] == "/" and unit["unit"].lower() in PIECES:
        other = unit["unit"].lower()
    return replace(money, end=end, unit=other, plus=plus is not None) if unit or plus else money
