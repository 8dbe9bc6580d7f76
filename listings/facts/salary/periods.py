"""The period that pay is for: said in words, or told by the size of the amount."""

from __future__ import annotations

import re

from listings.vocabulary.currencies import UNITS_PER_DOLLAR

HOURS, MONTHS, YEARS = 500, 1_000, 10_000
"""Dollars: less is an hour's pay, more is a month's, more is a year's."""
PLAUSIBLE = {
    "hour": (2, 1_500),
    "day": (15, 8_000),
    "week": (50, 25_000),
    "month": (80, 45_000),
    "year": (2_500, 3_000_000),
    "project": (1, 500_000),
}
SAID = {
    "hour": r"hourly|stundenlohn|die stunde|pro stunde|per[ -]hour|an hour|/ ?hr|/ ?hour|per hr",
    "day": r"daily rate|day rate|per[ -]day|/ ?day|per diem|daily",
    "week": r"weekly|per[ -]week|a week|/ ?week",
    "month": r"monthly|per[ -]month|a month|/ ?month|/ ?mo|pcm|mensual|mensuel|monatlich|monatsgehalt"
    r"|monatslohn|miesięcznie",
    "year": r"annual(?:ly|ized)?|annum|yearly|per[ -]year|a year|/ ?year|/ ?yr|p\.a\.|per yr|ctc|par an|im jahr"
    r"|jährlich|(?:brutto-?)?jahresgehalt|jahresbrutto\w{0,8}",
}
NO_PERIOD_OF_PAY = (
    "bonus|profit|merit|review|stipend|budget|increase|equity|learning|allowance|raise|retreat|contract|incentive|cost"
    "|refresh|offsite|meeting|hours|leave|vacation|pto|on"
)
PERIOD_SAID = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in SAID.items()) + r")(?!\w)"
    rf"(?! (?:performance |target |discretionary )?(?:{NO_PERIOD_OF_PAY})\b)"
)
UNKNOWN_PERIOD = re.compile(
    r"\bbi-?(?:week|month)|\bsemi-?month|\bfortnight|\bevery (?:two|2|other) weeks"
    r"|\bper (?:word|shift|session|lead|sale|call)"
)


def first_period(words: str) -> str:
    found = PERIOD_SAID.search(words)
    return found.lastgroup or "" if found else ""


def last_period(words: str) -> str:
    found = [match.lastgroup or "" for match in PERIOD_SAID.finditer(words)]
    return found[-1] if found else ""


def plausible(amount: float, currency: str, period: str) -> bool:
    least, most = PLAUSIBLE[period]
    unit = UNITS_PER_DOLLAR.get(currency, 1)
    # Pay differs more between countries than prices do.
    lower, upper = (0.2, 3) if unit > 1 else (1, 1)
    return least * unit * lower <= amount <= most * unit * upper


def by_size(amount: float, currency: str) -> str:
    """Of the lower end; "" for amounts between an hour's and a month's pay."""
    unit = UNITS_PER_DOLLAR.get(currency, 1)
    if amount < HOURS * unit:
        return "hour"
    if amount >= YEARS * unit:
        return "year"
    return "month" if amount >= MONTHS * unit else ""
