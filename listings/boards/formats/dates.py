"""Dates in the notations that boards use. One that cannot be read is no date: it costs an ad nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Any

from listings.boards.base import utc

# (the time in UTC, whether a zone was given)
Moment = tuple[datetime | None, bool]
NO_DATE: Moment = (None, True)
EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
# With white space, and the long name of a zone that JavaScript writes behind its dates.
MAX_LENGTH = 200
EXTRA_DIGITS = re.compile(r"(\.\d{6})\d+")
# Seconds or milliseconds since 1970.
EPOCH = re.compile(r"\d{10}|\d{13}")
MILLISECONDS = 10**11
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month_name>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?"
DATES = (
    re.compile(r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
    re.compile(
        rf"(?i){WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-]{MONTH},?[\s-](?P<year>\d{{4}}|\d\d)(?![\d:])"
    ),
    re.compile(rf"(?i){WEEKDAY}{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})(?!\d)"),
)
# Day and month, or month and day: known only where one of them is no month, or both are the same.
EITHER_ORDER = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)")
CLOCK = re.compile(
    r"(?i)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[ap])\.?m\.?)?"
    r"\s?(?:(?:utc|gmt)?(?P<sign>[+-])(?P<zone_hours>\d\d):?(?P<zone_minutes>\d\d)|(?P<zone>[a-z]{1,5}))?"
    # What is said twice: "+0200 CEST", "Z[UTC]", "GMT+0100 (CET)".
    r"\s?(?:[a-z]{2,5}|\[[^\]]{0,40}\]|\([^)]{0,60}\))?"
)
# Hours from UTC. Abbreviations with two meanings, such as BST and IST, are no zones.
ZONES = {"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3}
ZONES |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}


def moment(value: Any) -> Moment:
    """The time that a text or a number of seconds or milliseconds states; NO_DATE for anything else."""
    if type(value) in (int, float):
        return _from_epoch(value), True
    text = " ".join(value.split()) if isinstance(value, str) and len(value) <= MAX_LENGTH else ""
    if not text:
        return NO_DATE
    if EPOCH.fullmatch(text):
        return _from_epoch(int(text)), True
    stated: datetime | None
    try:
        # .NET writes seven digits of a second; Python reads six.
        stated = datetime.fromisoformat(EXTRA_DIGITS.sub(r"\1", text))
    except ValueError:
        stated = _written_date(text)
    return NO_DATE if stated is None or (read := _plausible(stated)) is None else (read, stated.tzinfo is not None)


def _from_epoch(value: Any) -> datetime | None:
    """A time in seconds or milliseconds since 1970."""
    if type(value) not in (int, float):
        return None
    try:
        return _plausible(datetime.fromtimestamp(value / 1000 if abs(value) >= MILLISECONDS else value, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _written_date(text: str) -> datetime | None:
    try:
        if (parts := next(_dates(text), None)) is None:
            return parsedate_to_datetime(text)
        year, month, day, rest = parts
        return _at(datetime(year, month, day), rest)  # noqa: DTZ001 - the zone is read after it
    # It also raises TypeError, OverflowError and IndexError, depending on what is wrong with the date.
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _dates(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Year, month and day of the text in each notation that fits it, and what follows."""
    for pattern in DATES:
        if match := pattern.match(text):
            parts = match.groupdict()
            name = parts.get("month_name")
            month = MONTHS.index(name.lower()) + 1 if name else int(parts["month"])
            year = int(parts["year"]) + (2000 if len(parts["year"]) == 2 else 0)
            yield year, month, int(parts["day"]), _after(text, match)
    if match := EITHER_ORDER.match(text):
        first, second = int(match[1]), int(match[3])
        if first == second or second > 12:
            yield int(match[4]), first, second, _after(text, match)
        elif first > 12:
            yield int(match[4]), second, first, _after(text, match)


def _after(text: str, date: re.Match[str]) -> str:
    rest = text[date.end() :].lstrip(" ,-")
    return rest[1:] if rest[:1] in ("T", "t") else rest


def _at(date: datetime, rest: str) -> datetime:
    """The date with the time of the day that `rest` states, if any. Raises ValueError for anything else in it."""
    if not rest:
        return date
    clock = CLOCK.fullmatch(rest)
    if clock is None:
        raise ValueError(f"not a time of the day: {rest!r}")
    hour, minute, second = (int(clock[name] or 0) for name in ("hour", "minute", "second"))
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    is_midnight = (hour, minute, second) == (24, 0, 0)
    at = date.replace(hour=0 if is_midnight else hour, minute=minute, second=second) + timedelta(days=is_midnight)
    if clock["sign"]:
        offset = timedelta(hours=int(clock["zone_hours"]), minutes=int(clock["zone_minutes"]))
        return at.replace(tzinfo=timezone(offset if clock["sign"] == "+" else -offset))
    hours = ZONES.get((clock["zone"] or "").lower())
    return at if hours is None else at.replace(tzinfo=timezone(timedelta(hours=hours)))


def _plausible(stated: datetime) -> datetime | None:
    try:
        in_utc = utc(stated)
    except OverflowError:
        return None
    return in_utc if EARLIEST <= in_utc <= LATEST else None
