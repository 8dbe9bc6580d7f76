"""Amounts of money as people write them: "70,000", "70.000", "70 000", "70'000", "€70k", "70.000,00 EUR"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.search.query.comparable_pay import currencies

MAX_LENGTH = 30
SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "zł": "PLN",
    "us$": "USD",
    "ca$": "CAD",
    "a$": "AUD",
}
# The signs of several currencies, among which the list beside the amount decides.
SHARED_SIGNS = {
    "$": ("USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD"),
    "¥": ("JPY", "CNY"),
    "fr.": ("CHF",),
    "kr": ("SEK", "DKK", "ISK", "NOK"),
}
MULTIPLIERS = {"": 1, "k": 1_000, "m": 1_000_000}
SPACES = re.compile(r"\s+")
BARE = re.compile(r"([0-9][0-9.,' ]*)([km]?)")
# Not "70,5": a year's pay has no tenths, so that somebody thinks of thousands.
PLAIN = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{2})?")
# The same sign between all groups of three digits; in India of two, but for the last three.
GROUPED = re.compile(
    r"[1-9][0-9]{0,2}(?:(?P<sign>[.,' ])[0-9]{3})(?:(?P=sign)[0-9]{3}){0,3}(?P<cents>[.,][0-9]{1,2})?"
    r"|[1-9][0-9]?(?:,[0-9]{2}){1,4},[0-9]{3}(?:\.[0-9]{1,2})?"
)
THOUSANDS = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Amount:
    """`number` in whole units, rounded down. `currencies`: the codes that the sign beside it may mean, if any."""

    number: int
    currencies: tuple[str, ...] = ()


def read_amount(text: str) -> Amount | None:
    """None for what is not one amount, or could be two: "1.500k" is 1,500 or 1,500,000, "70,5" perhaps 70,500."""
    if len(text) > MAX_LENGTH:
        return None
    plain = SPACES.sub(" ", text.replace("’", "'")).strip().lower()
    digits, codes = _without_currency(plain)
    match = BARE.fullmatch(digits)
    if match is None:
        return None
    number, unit = match[1].strip(), match[2]
    value = _thousands(number) if unit else _value(number)
    return None if value is None else Amount(int(value * MULTIPLIERS[unit]), codes)


def _without_currency(text: str) -> tuple[str, tuple[str, ...]]:
    codes = {code.lower(): code for code in currencies()}
    names = {**{name: (code,) for name, code in (SIGNS | codes).items()}, **SHARED_SIGNS}
    # The longer first: "us$" ends as "$" does.
    for name in sorted(names, key=len, reverse=True):
        for rest in (text.removeprefix(name), text.removesuffix(name)):
            if rest != text:
                return rest.strip(), names[name]
    return text, ()


def _value(text: str) -> float | None:
    match = GROUPED.fullmatch(text)
    if match and match["sign"] and match["cents"] and match["cents"][0] == match["sign"]:
        # "70.000.00" repeats the sign of its thousands before the cents.
        return None
    if match:
        cents = re.search(r"[.,]([0-9]{1,2})$", text)
        whole = text[: cents.start()] if cents else text
        return float(re.sub(r"[^0-9]", "", whole)) + (float(f"0.{cents[1]}") if cents else 0)
    return float(text.replace(",", ".")) if PLAIN.fullmatch(text) else None


def _thousands(text: str) -> float | None:
    """What stands before "k": a short number, whose sign can only be a decimal one."""
    return float(text.replace(",", ".")) if THOUSANDS.fullmatch(text) else None
