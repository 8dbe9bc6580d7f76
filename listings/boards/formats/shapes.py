"""What a body is as a whole: told apart by its content, opened strictly, complained about by name."""

from __future__ import annotations

import json
from typing import Any

from lxml import etree

from listings.boards.base import BrokenShape


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
    declared = mismatch(body, due, "it declares a document type or entities")
    if b"<!DOCTYPE" in body[:2000].upper() or b"<!ENTITY" in body.upper():
        raise BrokenShape(declared)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(body.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenShape(mismatch(body, due, str(error))) from error
    # The bytes of another encoding, or much white space, hide a document type from the look above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenShape(declared)
    return root
