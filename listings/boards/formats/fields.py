"""Strict readers of a record's fields: text and web addresses. They raise BadRecord with the reason."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

from listings.boards.base import Ad, BrokenShape, Page, Rejected
from listings.boards.bounds import MAX_LOCATION, MAX_RECORDS, readable, why_unkeepable
from listings.boards.formats.hosts import as_browsers_read
from listings.boards.formats.vacancy import reason_to_reject, without_copy_mark
from listings.vocabulary.entities import unescaped_entities

Record = TypeVar("Record")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Most addresses match this, which is much faster than urlsplit.
SIMPLE_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9_./~%+=&?-]*)?")
NOT_IN_ADDRESSES = re.compile(r'[\s<>"]')
RECORD_ID = re.compile(r"[1-9]\d{0,18}|[A-Za-z0-9][A-Za-z0-9-]{2,63}")

# Of the longest line that is kept, a list of places, each letter escaped twice.
MAX_LINE = 12 * MAX_LOCATION

MISTAKES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
log = logging.getLogger(__name__)


class BadRecord(ValueError):
    """A record cannot be read; the message is the reason, in words for admins."""


def read_each(
    records: Iterable[Record], read: Callable[[Record], Ad], name: Callable[[Record], Any], *, complete: bool = False
) -> Page:
    """The ads that `read` makes, and the bad records under their `name`, or else their position (from 1).

    `complete`: whether these are all records. At most MAX_RECORDS of them are read.
    """
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    waiting = iter(records)
    for position, record in enumerate(islice(waiting, MAX_RECORDS), 1):
        try:
            ads.append(a_vacancy(read(record)))
        except BadRecord as error:
            rejected.append(Rejected(scalar_text(name(record)) or f"record {position}", str(error)))
        except BrokenShape:
            raise
        except MISTAKES as error:
            # Ours, on a record that nobody foresaw: it costs this record, not all others of its list.
            log.exception("A record cannot be read.")
            rejected.append(Rejected(f"record {position}", f"internal error: {type(error).__name__}"))
    unread = sum(1 for _ in waiting)
    return Page(ads=ads, rejected=rejected, complete=complete and not unread, unread=unread)


def a_vacancy(ad: Ad) -> Ad:
    """The ad under its title without "Copy of". Raises BadRecord for what is no vacancy, or cannot be kept."""
    title = without_copy_mark(ad.title)
    if reason := why_unkeepable(ad.external_id, ad.url, ad.title, ad.company) or reason_to_reject(ad):
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
    text = readable(value).strip()
    if required and not text:
        raise BadRecord(f"{name} is missing")
    return text


def line(value: Any, name: str, *, required: bool = False) -> str:
    """Text on one line, its white space collapsed. Of an endless one, the beginning."""
    # Split, each word takes fifty bytes more.
    return " ".join(text_of(value, name, required=required)[:MAX_LINE].split())


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
    return line(unescaped_entities(text_of(value, name)[:MAX_LINE], times=2), name, required=required)


def web_address(value: Any, name: str, *, required: bool = False) -> str:
    """An absolute http or https address; "" for None."""
    url = text_of(value, name, required=required)
    if not url or SIMPLE_ADDRESS.fullmatch(url):
        return url
    try:
        url = as_browsers_read(url)
    except ValueError as error:
        raise BadRecord(f"{name} is not a valid address: {url[:80]!r}") from error
    if not url or NOT_IN_ADDRESSES.search(url):
        raise BadRecord(f"{name} is not a web address: {text_of(value, name)[:80]!r}")
    return url


def shares_start(address: Any, other: str, parts: int) -> bool:
    """Whether both have the same scheme, host (2 parts) and path (3). False for what is no address."""
    try:
        return isinstance(address, str) and urlsplit(address)[:parts] == urlsplit(other)[:parts]
    except ValueError:
        return False


def resolved_address(value: Any, base: str, name: str, *, required: bool = False) -> str:
    """An absolute address of one that may be relative to `base`; "" for None."""
    url = text_of(value, name, required=required)
    if url and base and not SIMPLE_ADDRESS.fullmatch(url):
        try:
            url = urljoin(base, url)
        except ValueError as error:
            raise BadRecord(f"{name} is not a valid address: {url[:80]!r}") from error
    return web_address(url, name)


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
