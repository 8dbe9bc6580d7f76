"""Dates and ages as readers see them, and as machines read them in `<time datetime>`."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.html import format_html

from listings.web import locale_format

MINUTE, HOUR, DAY = 60, 3600, 86_400
# From this age on a date says more than a number of days.
MAX_DAYS_AGO = 28


def long_date(moment: date) -> str:
    """A date as "3 November 2026", in the reader's form, its language marked if it is not English."""
    text, language = locale_format.long_date(in_utc(moment))
    return text if language == "en" else format_html('<bdi lang="{}">{}</bdi>', language, text)


def plain_date(moment: date) -> str:
    """The same as plain text, for attributes."""
    return locale_format.long_date(in_utc(moment))[0]


def iso(moment: date) -> str:
    """ "2026-11-03T09:30:00+00:00"; a date without a time stays one."""
    return in_utc(moment).isoformat()


def iso_date(moment: date) -> str:
    """ "2026-11-03"."""
    return in_utc(moment).isoformat()[:10]


def in_utc(moment: date) -> date:
    # Boards state days, not moments: a day must be the same for every reader.
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def age(moment: datetime) -> str:
    """The age in the largest whole unit, as "3 hours ago"; from four weeks on the date."""
    seconds = (timezone.now() - moment).total_seconds()
    for unit, length, limit in (("minute", MINUTE, HOUR), ("hour", HOUR, DAY), ("day", DAY, MAX_DAYS_AGO * DAY)):
        if seconds < limit:
            count = int(seconds // length)
            if count < 1:
                return "just now"
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return long_date(moment)


def age_in_days(moment: datetime) -> str:
    """Like `age`, for times of which only the day is known."""
    days = (timezone.now().date() - moment.date()).days
    # A board east of UTC may already write tomorrow's date.
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < MAX_DAYS_AGO else long_date(moment)
