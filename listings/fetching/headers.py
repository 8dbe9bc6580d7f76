"""What is believed of a response's headers. Hosts send anything, and some of it is stored and sent back to them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from listings.boards.bounds import readable

MAX_HEADER = 500
MAX_RETRY_AFTER = timedelta(days=1)
# Hosts exist that leave out the quotes, which harms nobody.
ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]*"|[\x21\x23-\x7e]+')
PRINTABLE = re.compile(r"[\x21-\x7e][\x20-\x7e]*")


def etag(header: str) -> str:
    """The header, or "" if it is not one that HTTP allows: sent back, it would make every later request fail."""
    return header if len(header) <= MAX_HEADER and ETAG.fullmatch(header) else ""


def last_modified(header: str) -> str:
    """The header as it came, as hosts may compare its text; "" if it is not a date."""
    if len(header) > MAX_HEADER or not PRINTABLE.fullmatch(header):
        return ""
    return header if _moment(header) else ""


def content_type(header: str) -> str:
    return readable(header[:MAX_HEADER])


def retry_after(header: str) -> timedelta | None:
    """A Retry-After header, seconds or an HTTP date, capped at a day; None if it is neither."""
    seconds = header.strip()
    # isdecimal: isdigit is true for "²" as well, which int() refuses. Nine digits, as more would overflow timedelta.
    if seconds.isdecimal():
        return min(timedelta(seconds=int(seconds[:9])), MAX_RETRY_AFTER)
    moment = _moment(header)
    return min(max(moment - datetime.now(UTC), timedelta()), MAX_RETRY_AFTER) if moment else None


def _moment(header: str) -> datetime | None:
    try:
        return parsedate_to_datetime(header).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
