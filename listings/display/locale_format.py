"""Numbers and dates in the English form, as the words around them are: "$188.240" would be read as 188 dollars.

Only whether the month comes before the day follows the reader's region.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache

from babel.numbers import get_currency_symbol
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

HEADER = "Accept-Language"
NO_BREAK = "\N{NO-BREAK SPACE}"
MAX_HEADER = 200
# Files that programs read (feeds, sitemaps, pictures) are the same for everybody.
UNLOCALISED = (".json", ".rss", ".xml", ".png", ".txt")
# Where English is written with the month first, by Unicode's CLDR.
MONTH_FIRST_REGIONS = frozenset(["as", "bi", "ca", "gu", "jp", "mh", "mp", "ph", "pr", "um", "us", "vi"])
REGION_LENGTH = 2
# Not by strftime, whose names of months follow the locale of the process.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_month_first: ContextVar[bool] = ContextVar("month_first", default=False)


@lru_cache(maxsize=500)
def is_month_first(header: str) -> bool:
    """Whether the language that an Accept-Language header prefers is that of a region which writes the month first.

    A bare "en" is not: most readers of English write the day first.
    """
    for tag, quality in parse_accept_lang_header(header):
        if quality and tag != "*":
            _, *subtags = tag.lower().split("-")
            return next((part for part in subtags if len(part) == REGION_LENGTH), "") in MONTH_FIRST_REGIONS
    return False


def number(value: float, digits: int = 0) -> str:
    """1234567 as "1,234,567"; `digits` after the decimal point."""
    return f"{value:,.{digits}f}"


@lru_cache(maxsize=300)
def currency_sign(currency: str) -> str:
    """ "€", "CA$", or a code with a space after it. English signs: "$" alone would stand for twenty currencies."""
    sign = get_currency_symbol(currency, "en") if currency else ""
    return f"{sign}{NO_BREAK}" if sign.isalpha() else sign


def long_date(day: date) -> str:
    """ "3 November 2026" or "November 3, 2026"."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if _month_first.get() else f"{day.day} {month} {day.year}"


@contextmanager
def month_first(is_first: bool) -> Iterator[None]:
    token = _month_first.set(is_first)
    try:
        yield
    finally:
        _month_first.reset(token)


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Dates follow the reader's browser."""

    def localised(request: HttpRequest) -> HttpResponse:
        if request.path.endswith(UNLOCALISED):
            return get_response(request)
        with month_first(is_month_first(request.headers.get(HEADER, "")[:MAX_HEADER])):
            response = get_response(request)
        patch_vary_headers(response, [HEADER])
        return response

    return localised
