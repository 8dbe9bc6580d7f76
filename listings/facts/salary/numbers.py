"""Single numbers of money with the currency and the factor beside them.

Every pattern is bounded and anchored at a run of digits, which keeps the time linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from listings.vocabulary.currencies import AMBIGUOUS, CODES, NAMES, SYMBOLS, UNITS_PER_DOLLAR, currency_code

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
CODE_TAILS = frozenset(
    {*CODES, "CDN", "EUROS", "EURO", "RS", "RS.", "RM", "RP", "KR", "KR.", "ZŁ", "RMB", "SFR", "KSH", "KČ", "S/", "S/."}
)
BEFORE = re.compile(
    r"(?:(?<![A-Za-zł])(?P<code>[A-Z]{3}|[a-z]{3}|[Ee]uros?|Rs\.?|RM|Rp|kr\.?|K[Ss]h\.?|S/\.?|Kč) ?[:(]?)? ?"
    r"(?P<sign>(?<![A-Za-z])(?:USD|CAD|AUD|NZD|SGD|CDN|MXN|US|CA|AU|NZ|SG|HK|NT|MX|C|A|S|R)[$＄]"
    rf"|[{re.escape(SYMBOL_ENDS)}])?[ *_]?$"
)
RAND = re.compile(r"(?:^|[^\w])R$")
THOUSANDS = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+(?:[.,][0-9]{2})?|[0-9]{5,}")
SCALE = re.compile(
    r"[ ]?\+?[ -]?(?:(?:(?P<k>[kK]|thousand|(?i:tsd|tys|tis)\.?|тыс\.?|T(?=EUR\b| ?€))"
    r"|(?P<lakh>(?i:lakhs?|lacs?|lpa)|L)"
    r"|(?P<crore>(?i:crores?|cr))|(?P<mil>mil)"
    r"|(?P<huge>(?i:millions?|billions?|trillions?|millionen|milliarden|milioni|millones|milhões|mln|mio|mm|bn|tn|mn)"
    r"|[mbMB]))(?!(?!EUR\b)\w))| ?(?P<percent>%)"
)
WORD = "|".join(sorted(map(re.escape, {*NAMES, *(code.lower() for code in CODES)}), key=len, reverse=True))
AFTER = re.compile(
    rf"\+? ?[(\[]?(?P<mark>[{re.escape(SYMBOL_ENDS)}](?! ?[0-9])|(?:US|CA|AU|NZ|HK|C|A|S)\$(?! ?[0-9])"
    rf"|(?i:{WORD})(?!\w))(?! ?/ ?(?:USD|CAD|EUR|GBP)\b)[)\]]?"
)


@dataclass(frozen=True, slots=True)
class Number:
    """One written number with its mark. The amount is `value` times `factor`: "90k" is 90 and 1000.

    `millions`: written as millions, which is too much for pay but in currencies of small units.
    """

    start: int
    end: int
    value: float
    currency: str
    factor: int
    millions: bool
    huge: bool
    period: str
    plus: bool = False


def numbers(text: str, parts: Iterable[tuple[int, int]] | None = None) -> Iterator[Number]:
    """Every number that may be an amount, in order; with `parts`, only those from start to end of one of them."""
    consumed = 0
    runs = (
        run for start, end in ([(0, len(text))] if parts is None else parts) for run in RUN.finditer(text, start, end)
    )
    for run in runs:
        start, end = run.span()
        # A number with groups ("20 000") swallowed the run.
        if start < consumed or end - start > MAX_RUN:
            continue
        currency, begin = _mark_before(text, start)
        is_rand = not currency and RAND.search(text[max(0, start - 3) : start]) is not None
        # "H1B", "B2B"
        if not currency and not is_rand and start and text[start - 1].isalpha():
            continue
        digits, end = _with_groups(text, run[0].rstrip(".,'’"), start, marked=bool(currency))
        scale = SCALE.match(text, end)
        if is_rand:
            # "R2", "R410", "R 4.2" are no money, "R25,000" and "R600k" are.
            if not (scale and scale["k"]) and not THOUSANDS.fullmatch(digits):
                continue
            currency, begin = "ZAR", begin - 1
        if scale and scale["percent"]:
            continue
        value = parse_number(digits, scaled=scale is not None)
        if value is None:
            continue
        # "5 millones de pesos"
        end = scale.end() if scale else end
        # "120000+ USD"
        plus = text.startswith("+", end)
        currency, end = _mark_after(text, end, currency)
        consumed = end
        yield _number(begin, end, value, currency, scale, plus=plus)


def _number(start: int, end: int, value: float, currency: str, scale: re.Match[str] | None, *, plus: bool) -> Number:
    factor, millions, huge, period = 1, False, False, ""
    if scale is None:
        pass
    elif scale["k"]:
        factor = 1000
    elif scale["mil"]:
        # A thousand in Spanish and Portuguese, short for million in English.
        factor, huge = (1, True) if currency in ("", "$", "USD", "GBP") else (1000, False)
    elif scale["lakh"] or scale["crore"]:
        factor, currency = (100_000 if scale["lakh"] else 10_000_000), currency or "INR"
        # "12 LPA": lakhs per annum.
        period = "year" if "p" in scale[0].lower() else ""
    else:
        millions, huge = scale["huge"][0] in "mM", scale["huge"][0] not in "mM"
    return Number(start, end, value, currency, factor, millions, huge, period, plus)


def counts_in_millions(currency: str) -> bool:
    """10 million rupiah a month is ordinary pay, 10 million dollars is an investment."""
    return UNITS_PER_DOLLAR.get(currency, 1) >= 100


def _with_groups(text: str, digits: str, start: int, *, marked: bool) -> tuple[str, int]:
    """The digits with the groups that follow them after a space ("20 000"), and where they end."""
    end = start + len(digits)
    if no_cents := NO_CENTS.match(text, end):
        return digits, no_cents.end()
    apart = GROUPS.match(text, end) if len(digits) <= 3 else None
    if apart is None or (text[end] == "," and not marked):
        return digits, end
    return digits + re.sub(r"[^0-9]", "", apart[0]), apart.end()


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
    return code if code not in ("", *AMBIGUOUS) else sign or code, start - len(left) + mark.start(
        "code" if code else "sign"
    )


def _mark_after(text: str, end: int, currency: str) -> tuple[str, int]:
    """The currency before or after a number, and where the latter's mark ends: "$90,000 CAD" is CAD."""
    after = AFTER.match(text, end)
    mark = currency_code(after["mark"]) if after else ""
    if not after or not mark:
        return currency, end
    return mark if currency in ("", *AMBIGUOUS) and mark != "$" else currency or mark, after.end()


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
