"""Dates and ages as readers see them, and as machines read them in `<time datetime>`."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.utils import timezone

from listings.display import locale_format

MINUTE, HOUR, DAY = 60, 3600, 86_400
# From this age on a date says more than a number of days.
MAX_DAYS_AGO = 28
# Past this age most jobs are taken.
MAX_FRESH_DAYS = 60
DAYS_A_MONTH, MONTHS_A_YEAR = 30.44, 12


def long_date(moment: date) -> str:
    """A date as "3 November 2026", or "November 3, 2026" where the reader writes it so."""
    return locale_format.long_date(in_utc(moment))


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


def short_age(moment: datetime) -> str:
    """ "2 h ago", "yesterday", "5 weeks ago", "15 months ago". A time of midnight is a day without its time."""
    days = _days_since(moment)
    # A board east of UTC may already write tomorrow's date.
    if days <= 0:
        seconds = (timezone.now() - moment).total_seconds()
        if moment.astimezone(UTC).time() == time() or seconds < 0:
            return "today"
        if seconds < MINUTE:
            return "just now"
        return f"{int(seconds // HOUR)} h ago" if seconds >= HOUR else f"{int(seconds // MINUTE)} min ago"
    if days == 1:
        return "yesterday"
    if days < MAX_DAYS_AGO:
        return f"{days} days ago"
    if days < MAX_FRESH_DAYS:
        return f"{days // 7} weeks ago"
    months = round(days / DAYS_A_MONTH)
    return f"{months} months ago" if months < 2 * MONTHS_A_YEAR else f"{months // MONTHS_A_YEAR} years ago"


def is_old(moment: datetime) -> bool:
    return _days_since(moment) >= MAX_FRESH_DAYS


def _days_since(moment: datetime) -> int:
    return (timezone.now().date() - moment.date()).days
