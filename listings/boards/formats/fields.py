"""Strict readers of a record's fields: text, web addresses and dates. They raise BadRecord with the reason."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from listings.boards.base import Ad, Rejected, utc
from listings.boards.formats.vacancy import reason_to_reject, without_copy_mark

Record = TypeVar("Record")
# PostgreSQL stores neither null bytes nor halves of surrogate pairs; XML allows no other control characters.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Most addresses match this, which is much faster than urlsplit.
SIMPLE_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9_./~%+=&?-]*)?")
NOT_IN_ADDRESSES = re.compile(r'[\s<>"]')
YEAR_ZERO = re.compile(r"\s0+\s")
RECORD_ID = re.compile(r"[1-9]\d{0,18}|[A-Za-z0-9][A-Za-z0-9-]{2,63}")
EXTRA_DIGITS = re.compile(r"(\.\d{6})\d+")
EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class BadRecord(ValueError):
    """A record cannot be read; the message is the reason, in words for admins."""


def read_each(
    records: Iterable[Record], read: Callable[[Record], Ad], name: Callable[[Record], Any]
) -> tuple[list[Ad], list[Rejected]]:
    """The ads that `read` makes, and the bad records under their `name`, or else their position (from 1)."""
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    for position, record in enumerate(records, 1):
        try:
            ads.append(a_vacancy(read(record)))
        except BadRecord as error:
            rejected.append(Rejected(scalar_text(name(record)) or f"record {position}", str(error)))
    return ads, rejected


def a_vacancy(ad: Ad) -> Ad:
    """The ad under its title without "Copy of". Raises BadRecord for what is no vacancy."""
    title = without_copy_mark(ad.title)
    if reason := reason_to_reject(ad):
        raise BadRecord(reason)
    return ad if title == ad.title else replace(ad, title=title)


def scalar_text(value: Any) -> str:
    """A text or a number as a line of at most 200 characters; "" for anything else."""
    return line(str(value), "name")[:200] if isinstance(value, (str, int, float)) else ""


def text_of(value: Any, name: str, *, required: bool = False) -> str:
    """Trimmed, and without characters that cannot be stored; "" for None."""
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise BadRecord(f"{name} is {type(value).__name__}, not text")
    text = UNREADABLE.sub("", value).strip()
    if required and not text:
        raise BadRecord(f"{name} is missing")
    return text


def line(value: Any, name: str, *, required: bool = False) -> str:
    """Text on one line, its white space collapsed."""
    return " ".join(text_of(value, name, required=required).split())


def lines(value: Any, name: str) -> tuple[str, ...]:
    """The non-empty texts of a list, each on one line; () for None."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise BadRecord(f"{name} is {type(value).__name__}, not a list")
    return tuple(text for element in value if (text := line(element, name)))


def distinct(values: Iterable[Any], name: str = "text") -> tuple[str, ...]:
    """Each non-empty text once, in order."""
    return tuple(dict.fromkeys(text for value in values if (text := line(value, name))))


def record_id(value: Any, name: str = "id") -> str:
    """A number or a short word, as text."""
    if value in (None, ""):
        raise BadRecord(f"{name} is missing")
    # Not isinstance: True is an int.
    text = scalar_text(value) if type(value) in (int, str) else ""
    if not RECORD_ID.fullmatch(text):
        raise BadRecord(f"{name} is {text or type(value).__name__!r}, not an id")
    return text


def unescaped(value: Any, name: str, *, required: bool = False) -> str:
    """A line with its entities decoded twice, since boards escape some of them twice."""
    return line(html.unescape(html.unescape(text_of(value, name))), name, required=required)


def web_address(value: Any, name: str, *, required: bool = False) -> str:
    """An absolute http or https address; "" for None."""
    url = text_of(value, name, required=required)
    if not url or SIMPLE_ADDRESS.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        # Reading the port raises ValueError where it is not a port.
        host = parts.hostname if parts.port != 0 else None
    except ValueError as error:
        raise BadRecord(f"{name} is not a valid address: {url[:80]!r}") from error
    if parts.scheme not in ("http", "https") or not host or NOT_IN_ADDRESSES.search(url):
        raise BadRecord(f"{name} is not a web address: {url[:80]!r}")
    return url


def optional_address(value: Any) -> str | None:
    """For addresses that an ad can do without: None for a bad one."""
    try:
        return web_address(value, "address") or None
    except BadRecord:
        return None


def uuid_at_end(address: str) -> str:
    """The UUID at the end of the address's path, in lower case."""
    uuid = UUID.fullmatch(address.partition("?")[0].partition("#")[0].rstrip("/")[-36:].lower())
    if uuid is None:
        raise BadRecord("the address does not end in a UUID")
    return uuid[0]


def iso_moment(value: Any, name: str) -> tuple[datetime | None, bool]:
    """A date as in ISO 8601: (the time in UTC, whether a zone was given); (None, True) for none."""
    text = text_of(value, name)
    if not text:
        return None, True
    try:
        # .NET writes seven digits of a second; Python reads six.
        moment = datetime.fromisoformat(EXTRA_DIGITS.sub(r"\1", text))
    except ValueError as error:
        raise BadRecord(f"{name} is not a date: {text[:40]!r}") from error
    return _plausible(moment, name, text), moment.tzinfo is not None


def mail_moment(value: Any, name: str) -> tuple[datetime | None, bool]:
    """A date as in RFC 822: (the time in UTC, whether a zone was given); (None, True) for none."""
    text = text_of(value, name)
    if not text:
        return None, True
    try:
        moment = parsedate_to_datetime(text)
    # It also raises TypeError, OverflowError and IndexError, depending on what is wrong with the date.
    except (ValueError, TypeError, OverflowError, IndexError) as error:
        raise BadRecord(f"{name} is not a date: {text[:40]!r}") from error
    # RFC 822 has two-digit years, so that the year 0000 would be read as 2000.
    if YEAR_ZERO.search(text):
        raise BadRecord(f"{name} is not a plausible date: {text[:40]!r}")
    return _plausible(moment, name, text), moment.tzinfo is not None


def epoch_moment(value: Any, name: str) -> datetime | None:
    """A time in whole seconds since 1970."""
    if value is None:
        return None
    if type(value) is not int:
        raise BadRecord(f"{name} is {scalar_text(value) or type(value).__name__!r}, not a number of seconds")
    try:
        moment = datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadRecord(f"{name} is not a plausible date: {str(value)[:40]!r}") from error
    return _plausible(moment, name, str(value))


def _plausible(moment: datetime, name: str, text: str) -> datetime:
    try:
        in_utc = utc(moment)
    except OverflowError as error:
        raise BadRecord(f"{name} is not a plausible date: {text[:40]!r}") from error
    if not EARLIEST <= in_utc <= LATEST:
        raise BadRecord(f"{name} is not a plausible date: {text[:40]!r}")
    return in_utc
