"""Strict reading of what boards send: JSON, XML, text, web addresses and dates, each with a clear complaint."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from listings.boards.base import BrokenShape, utc

UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class BadRecord(ValueError):
    """One record cannot be read; the message is its reason."""


def shape_of(body: bytes) -> str:
    """What a body looks like, in words, for complaints."""
    start = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000].lower()
    if not start:
        return "an empty body"
    if start.startswith((b"<!doctype html", b"<html")):
        return "an HTML page"
    if b"<rss" in start:
        return "an RSS feed"
    if b"<urlset" in start or b"<sitemapindex" in start:
        return "a sitemap"
    if start.startswith(b"<"):
        return "XML or HTML of another kind"
    if start.startswith(b"["):
        return "a JSON list"
    return "a JSON object" if start.startswith(b"{") else "neither JSON nor XML"


def mismatch(body: bytes, due: str, problem: str) -> str:
    """Names the shape; where it is the right one, what is broken in it."""
    shape = shape_of(body)
    return f"{due} that is broken: {problem}" if shape.split()[-1] == due.split()[-1] else f"{shape}, not {due}"


def json_value(body: bytes, due: str) -> Any:
    try:
        return json.loads(body.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise BrokenShape(mismatch(body, due, str(error))) from error


def json_object(body: bytes, due: str) -> dict[str, Any]:
    value = json_value(body, due)
    if not isinstance(value, dict):
        raise BrokenShape(f"{shape_of(body)}, not {due}")
    return value


def xml_root(body: bytes, due: str) -> etree._Element:
    """Entities, document types and the network are off: a bomb is a broken shape."""
    if b"<!DOCTYPE" in body[:2000].upper() or b"<!ENTITY" in body.upper():
        raise BrokenShape(mismatch(body, due, "it declares a document type or entities"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(body.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenShape(mismatch(body, due, str(error))) from error


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


def web_address(value: Any, name: str, *, required: bool = False) -> str:
    """An absolute http or https address, or "" where none is stated."""
    url = words(value, name, required=required)
    if not url:
        return ""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise BadRecord(f"{name} is no address: {url[:80]!r}") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or any(sign in url for sign in ' <>"\n\t'):
        raise BadRecord(f"{name} is no web address: {url[:80]!r}")
    return url


def optional_address(value: Any) -> str | None:
    """For addresses that an ad can do without: a bad one is left out."""
    try:
        return web_address(value, "address") or None
    except BadRecord:
        return None


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


def mail_moment(value: Any, name: str) -> datetime | None:
    """A date as in RFC 822, in UTC."""
    text = words(value, name)
    if not text:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError) as error:
        raise BadRecord(f"{name} is no date: {text[:40]!r}") from error
    return _believable(moment, name, text)


def _believable(moment: datetime, name: str, text: str) -> datetime:
    try:
        found = utc(moment)
    except OverflowError as error:
        raise BadRecord(f"{name} is no believable date: {text[:40]!r}") from error
    if not EARLIEST <= found <= LATEST:
        raise BadRecord(f"{name} is no believable date: {text[:40]!r}")
    return found
