"""Numbers and dates in the form that the reader's browser asks for. The site's own words stay English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.localedata import clear_caches
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

HEADER = "Accept-Language"
NO_BREAK = "\N{NO-BREAK SPACE}"
MAX_HEADER = 200
# Files that programs read (feeds, sitemaps, pictures) are the same for everybody.
UNLOCALISED = (".json", ".rss", ".xml", ".png", ".txt")
LOCALES_IN_BABEL = 50
# A bare "en" is American to Babel. Most readers of English write the day before the month.
BARE_ENGLISH = "en-001"


@dataclass(frozen=True, slots=True)
class ReaderLocale:
    """How a reader writes numbers and dates.

    `language` is the BCP 47 tag of the month names. `digit_groups` are the sizes of the last group of digits and of
    those before it: (3, 3), in India (3, 2). `dates` holds one format per month, with `{day}` and `{year}` to fill in.
    """

    language: str
    group: str
    decimal_point: str
    digit_groups: tuple[int, int]
    dates: tuple[str, ...]


def read_locale(tag: str) -> ReaderLocale | None:
    """What Babel knows of a language tag such as "de-CH"; None if it knows nothing."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    # "root" is a locale to Babel, with months called M01 to M12.
    if locale.language == "root":
        return None
    group = get_group_symbol(locale)
    return ReaderLocale(
        language="-".join(filter(None, [locale.language, locale.script])),
        # The Swiss apostrophe: Babel's own formatter takes a straight one for a quotation mark and drops it.
        group="’" if group == "'" else group,
        decimal_point=get_decimal_symbol(locale),
        digit_groups=locale.decimal_formats[None].grouping,
        dates=tuple(_date_formats(locale)),
    )


def _date_formats(locale: Locale) -> Iterator[str]:
    pattern = locale.date_formats["long"].format
    wide, short = (locale.months["format"][width] for width in ("wide", "abbreviated"))
    era = locale.eras["abbreviated"][1]
    for month in range(1, 13):
        month_fields = {"M": str(month), "MMM": short[month], "MMMM": wide[month]}
        yield pattern % {"d": "{day}", "dd": "{day:02}", "y": "{year}", "G": era, **month_fields}


@lru_cache(maxsize=200)
def cached_locale(tag: str) -> ReaderLocale | None:
    # Babel keeps all it reads for ever: 200 MB once a stranger has asked for each of its thousand locales.
    if cached_locale.cache_info().misses % LOCALES_IN_BABEL == 0:
        clear_caches()
    return read_locale(tag)


@lru_cache(maxsize=500)
def locale_of(header: str) -> ReaderLocale:
    """The first locale of an Accept-Language header that Babel knows, by preference; `PLAIN` if it knows none."""
    for accepted, quality in parse_accept_lang_header(header):
        if accepted == "*" or not quality:
            break
        # "de-xx" is at least German.
        for tag in (accepted, accepted.partition("-")[0]):
            if locale := cached_locale(BARE_ENGLISH if tag == "en" else tag):
                return locale
    return PLAIN


PLAIN = read_locale(BARE_ENGLISH) or ReaderLocale("en", ",", ".", (3, 3), ("{day}/{year}",) * 12)
_current: ContextVar[ReaderLocale] = ContextVar("locale", default=PLAIN)


def number(value: float, digits: int = 0) -> str:
    """1234567 as "1,234,567", "1.234.567" or "12,34,567"; `digits` after the decimal point."""
    locale = _current.get()
    # Python groups by threes at once; a page has hundreds of numbers.
    if locale.digit_groups == (3, 3):
        text = f"{value:,.{digits}f}"
        if (locale.group, locale.decimal_point) == (",", "."):
            return text
        return text.translate({ord(","): locale.group, ord("."): locale.decimal_point})
    whole, point, decimals = f"{value:.{digits}f}".partition(".")
    grouped = _group_boundaries(locale.digit_groups).sub(locale.group, whole)
    return f"{grouped}{locale.decimal_point if point else ''}{decimals}"


@lru_cache(maxsize=8)
def _group_boundaries(digit_groups: tuple[int, int]) -> re.Pattern[str]:
    last, others = digit_groups
    return re.compile(rf"(?<=\d)(?=(?:\d{{{others}}})*\d{{{last}}}$)")


@lru_cache(maxsize=300)
def currency_sign(currency: str) -> str:
    """ "€", "CA$", or a code with a space after it. English signs: "$" alone would stand for twenty currencies."""
    sign = get_currency_symbol(currency, "en") if currency else ""
    return f"{sign}{NO_BREAK}" if sign.isalpha() else sign


def long_date(day: date) -> tuple[str, str]:
    """The date in long form, and the language of its words."""
    locale = _current.get()
    return locale.dates[day.month - 1].format(day=day.day, year=day.year), locale.language


@contextmanager
def use_locale(locale: ReaderLocale) -> Iterator[None]:
    token = _current.set(locale)
    try:
        yield
    finally:
        _current.reset(token)


def middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Pages follow the reader's browser."""

    def localised(request: HttpRequest) -> HttpResponse:
        if request.path.endswith(UNLOCALISED):
            return get_response(request)
        with use_locale(locale_of(request.headers.get(HEADER, "")[:MAX_HEADER])):
            response = get_response(request)
        patch_vary_headers(response, [HEADER])
        return response

    return localised
