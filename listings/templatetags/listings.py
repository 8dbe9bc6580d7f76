"""Filters for times, numbers, addresses and the HTML of ads."""

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

MINUTE, HOUR, DAY = 60, 3600, 86_400
# From this age on a date says more than a number of days.
MAX_DAYS_AGO = 28


@register.filter
def grouped(number: int) -> str:
    """1234 as "1,234", in the reader's form."""
    return locale_format.number(number)


@register.filter
def day(moment: date) -> str:
    """A date as "3 November 2026", in the reader's form, its language marked if it is not English."""
    text, language = locale_format.long_date(in_utc(moment))
    return text if language == "en" else format_html('<bdi lang="{}">{}</bdi>', language, text)


@register.filter
def plain_day(moment: date) -> str:
    """The same as plain text, for attributes."""
    return locale_format.long_date(in_utc(moment))[0]


def in_utc(moment: date) -> date:
    # Boards state days, not moments: a day must be the same for every reader.
    return moment.astimezone(timezone.get_default_timezone()) if isinstance(moment, datetime) else moment


@register.filter
def ago(moment: datetime) -> str:
    """The age in the largest whole unit, as "3 hours ago"; from four weeks on the date."""
    seconds = (timezone.now() - moment).total_seconds()
    for unit, length, limit in (("minute", MINUTE, HOUR), ("hour", HOUR, DAY), ("day", DAY, MAX_DAYS_AGO * DAY)):
        if seconds < limit:
            count = int(seconds // length)
            if count < 1:
                return "just now"
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return day(moment)


@register.filter
def days_ago(moment: datetime) -> str:
    """Like `ago`, for times of which only the day is known."""
    days = (timezone.now().date() - moment.date()).days
    # A board east of UTC may already write tomorrow's date.
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < MAX_DAYS_AGO else day(moment)


@register.filter
def ad_html(sanitised: str) -> SafeString:
    """An ad's description as it is stored: listings/ingest/sanitise.py has made it safe and set its heading levels."""
    return mark_safe(sanitised)  # noqa: S308 - nh3 had the last word


@register.filter
def get(mapping: Mapping[str, str], key: str) -> str:
    return mapping.get(key, "")
