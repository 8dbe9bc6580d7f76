"""Strict reading of single records: text, web addresses and dates, each with a clear complaint."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from listings.boards.base import Ad, Rejected, utc

Record = TypeVar("Record")
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
UNFIT = re.compile(r'[\s<>"]')
NO_YEAR = re.compile(r"\s0+\s")
EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class BadRecord(ValueError):
    """One record cannot be read; the message is its reason."""


def read_each(
    records: Iterable[Record], read: Callable[[Record], Ad], name: Callable[[Record], Any]
) -> tuple[list[Ad], list[Rejected]]:
    """What `read` makes of each record. A bad one is rejected under its `name`, else under its place (from 1)."""
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    for place, record in enumerate(records, 1):
        try:
            ads.append(read(record))
        except BadRecord as error:
            rejected.append(Rejected(shown(name(record)) or f"record {place}", str(error)))
    return ads, rejected


def shown(value: Any) -> str:
    """A record's name for people, short and fit to be kept; "" where it is no text and no number."""
    return line(str(value), "name")[:200] if isinstance(value, (str, int, float)) else ""


def words(value: Any, name: str, *, required: bool = False) -> str:
    """Trimmed text without what no database keeps; None reads as nothing stated."""
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise BadRecord(f"{name} is {type(value).__name__}, not text")
    text = UNREADABLE.sub("", value).strip()
    if required and not text:
        raise BadRecord(f"{name} is missing")
    return text


def line(value: Any, name: str, *, required: bool = False) -> str:
    return " ".join(words(value, name, required=required).split())


def lines(value: Any, name: str) -> tuple[str, ...]:
    """A list of texts; empty ones are left out."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise BadRecord(f"{name} is {type(value).__name__}, not a list")
    return tuple(text for one in value if (text := line(one, name)))


PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9_./~%+=&?-]*)?")
"""Most addresses: known to be well formed at a glance."""


def web_address(value: Any, name: str, *, required: bool = False) -> str:
    """An absolute http or https address, or "" where none is stated."""
    url = words(value, name, required=required)
    if not url or PLAIN.fullmatch(url):
        return url
    try:
        parts = urlsplit(url)
        host = parts.hostname if parts.port != 0 else None
    except ValueError as error:
        raise BadRecord(f"{name} is no address: {url[:80]!r}") from error
    if parts.scheme not in ("http", "https") or not host or UNFIT.search(url):
        raise BadRecord(f"{name} is no web address: {url[:80]!r}")
    return url


def optional_address(value: Any) -> str | None:
    """For addresses that an ad can do without: a bad one is left out."""
    try:
        return web_address(value, "address") or None
    except BadRecord:
        return None


def uuid_at_end(address: str) -> str:
    """Of the address's path, in lower case."""
    found = UUID.fullmatch(address.partition("?")[0].partition("#")[0].rstrip("/")[-36:].lower())
    if found is None:
        raise BadRecord("the address does not end in the ad's uuid")
    return found[0]


def iso_moment(value: Any, name: str) -> tuple[datetime | None, bool]:
    """(moment in UTC, whether a zone was stated); (None, True) where nothing is."""
    text = words(value, name)
    if not text:
        return None, True
    try:
        moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", text))
    except ValueError as error:
        raise BadRecord(f"{name} is no date: {text[:40]!r}") from error
    return _believable(moment, name, text), moment.tzinfo is not None


def mail_moment(value: Any, name: str) -> tuple[datetime | None, bool]:
    """A date as in RFC 822: (moment in UTC, whether a zone was stated); (None, True) where nothing is."""
    text = words(value, name)
    if not text:
        return None, True
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError) as error:
        raise BadRecord(f"{name} is no date: {text[:40]!r}") from error
    # The year 0000 would pass for an old two-digit 2000.
    if NO_YEAR.search(text):
        raise BadRecord(f"{name} is no believable date: {text[:40]!r}")
    return _believable(moment, name, text), moment.tzinfo is not None


def _believable(moment: datetime, name: str, text: str) -> datetime:
    try:
        found = utc(moment)
    except OverflowError as error:
        raise BadRecord(f"{name} is no believable date: {text[:40]!r}") from error
    if not EARLIEST <= found <= LATEST:
        raise BadRecord(f"{name} is no believable date: {text[:40]!r}")
    return found


def unescaped(value: Any, name: str, *, required: bool = False) -> str:
    """A line whose entities the board escaped, some of them twice."""
    return line(html.unescape(html.unescape(words(value, name))), name, required=required)


def epoch_moment(value: Any, name: str) -> datetime | None:
    """A time in whole seconds since 1970, as a number; None where nothing is stated."""
    if value is None:
        return None
    if type(value) is not int:
        raise BadRecord(f"{name} is {shown(value) or type(value).__name__!r}, not a number of seconds")
    try:
        moment = datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise BadRecord(f"{name} is no believable date: {str(value)[:40]!r}") from error
    return _believable(moment, name, str(value))
