"""How times, numbers, addresses and ads' own HTML are put before a reader."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from listings.web import locale_format, site_urls

register = template.Library()
register.filter("host", site_urls.host_of)


@register.filter
def grouped(number: int) -> str:
    """1234 → 1,234, as the reader writes it."""
    return locale_format.number(number)


@register.filter
def day(moment: date) -> str:
    """3 November 2026, as the reader writes it. In UTC: boards state days, and a day must read the same everywhere."""
    words, language = locale_format.written(in_utc(moment))
    return words if language == "en" else format_html('<bdi lang="{}">{}</bdi>', language, words)


@register.filter
def plain_day(moment: date) -> str:
    """Like `day`, where no element may stand."""
    return locale_format.written(in_utc(moment))[0]


def in_utc(moment: date) -> date:
    return moment.astimezone(timezone.get_default_timezone()) if isinstance(moment, datetime) else moment


@register.filter
def ago(moment: datetime) -> str:
    """How long since, in the largest whole unit; a day is 24 hours. From four weeks on, the date."""
    seconds = (timezone.now() - moment).total_seconds()
    for unit, length, until in (("minute", 60, 3600), ("hour", 3600, 86_400), ("day", 86_400, 28 * 86_400)):
        if seconds < until:
            count = int(seconds // length)
            if count < 1:
                return "just now"
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return day(moment)


@register.filter
def days_ago(moment: datetime) -> str:
    """Like `ago`, for times of which only the day is known."""
    days = (timezone.now().date() - moment.date()).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < 28 else day(moment)


@register.filter
def ad_html(sanitised: str) -> SafeString:
    """An ad's description as it is stored: listings/ingest/sanitise.py has made it safe and set its heading levels."""
    return mark_safe(sanitised)  # noqa: S308 - nh3 had the last word


@register.filter
def get(of: Mapping[str, str], name: str) -> str:
    return of.get(name, "")
