"""Numbers and dates as the reader's browser says that its person writes them. The site's own words stay English."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.utils import formats, translation
from django.utils.cache import patch_vary_headers
from django.utils.dateformat import format as write_date

HEADER = "Accept-Language"
DAY_FIRST, MONTH_FIRST = "j F Y", "F j, Y"


@dataclass(frozen=True, slots=True)
class Locale:
    """`language` is "en" wherever dates have English words; `date` is a format of Django's."""

    language: str = "en"
    date: str = DAY_FIRST
    thousands: str = ","
    point: str = "."


PLAIN = Locale()
_now: ContextVar[Locale] = ContextVar("locale", default=PLAIN)


def number(value: float, digits: int = 0) -> str:
    """1234567 → "1,234,567", "1.234.567", "1 234 567"."""
    text, locale = f"{value:,.{digits}f}", _now.get()
    if (locale.thousands, locale.point) == (",", "."):
        return text
    return text.translate({ord(","): locale.thousands, ord("."): locale.point})


def written(day: date) -> tuple[str, str]:
    """The date, and the language of its words."""
    locale = _now.get()
    with translation.override(locale.language):
        return write_date(day, locale.date), locale.language


@lru_cache(maxsize=500)
def of(header: str) -> Locale:
    """What an Accept-Language header asks for first, of what Django knows; day before month where it says nothing."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = header
    found = translation.get_language_from_request(request) if header else ""
    if not found or header.strip() == "*":
        return PLAIN
    if found.partition("-")[0] == "en":
        english = next((tag for tag in header.lower().replace(" ", "").split(",") if tag.startswith("en")), "")
        # Django knows British and Australian English by name, and calls all other "en".
        american = found == "en" and english.startswith("en-us")
        return Locale(date=MONTH_FIRST if american else DAY_FIRST)
    thousands, point = (str(formats.get_format(name, found)) for name in ("THOUSAND_SEPARATOR", "DECIMAL_SEPARATOR"))
    return Locale(found, str(formats.get_format("DATE_FORMAT", found)), thousands or " ", point)


@contextmanager
def speaking(locale: Locale) -> Iterator[None]:
    token = _now.set(locale)
    try:
        yield
    finally:
        _now.reset(token)


def middleware(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Pages follow the reader; what programs read (feeds, maps, pictures) is the same for all."""

    def localised(request: HttpRequest) -> HttpResponse:
        if request.path.endswith((".json", ".rss", ".xml", ".png", ".txt")):
            return answer(request)
        with speaking(of(request.headers.get(HEADER, "")[:200])):
            response = answer(request)
        patch_vary_headers(response, [HEADER])
        return response

    return localised
