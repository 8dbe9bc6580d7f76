"""The shape of a response as a whole: recognised by its content, opened strictly, named in errors."""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree

from listings.boards.base import BrokenShape, Response
from listings.boards.formats.bounded_json import loads
from listings.boards.formats.charset import IN_HEADER, STRAY, decoded, is_utf_8
from listings.boards.formats.mended_xml import DECLARATION, mended_xml

# A sitemap of 50,000 addresses with dates and languages has 600,000; a feed's HTML stands in CDATA.
MAX_MARKS = 1_000_000
CDATA = re.compile(r"<!\[CDATA\[(?:[^\]]++|\](?!\]>))*+(?:\]\]>)?")
# A byte order mark and white space may come before the first character that counts.
LEADING = b"\xef\xbb\xbf \t\r\n"
# What may stand before the first element or document type, and the name of that.
FIRST_TAG = re.compile(
    rb"(?:[\xef\xbb\xbf\s]++|<\?(?:[^?]++|\?(?!>))*+\?>|<!--(?:[^-]++|-(?!->))*+-->)*+<(!doctype\s+html\b|!?[\w:.-]++)",
    re.IGNORECASE,
)
# An attribute's value holds no "<": whatever comes after one is not hidden by a quote before it.
START_TAG = re.compile(r"""<[^!?/<> \t\r\n](?:[^<>"']++|"[^"<]*+"?|'[^'<]*+'?)*+""")
VALUE = re.compile(r""""[^"]*+"?|'[^']*+'?""")


def shape_of(body: bytes) -> str:
    """In words for errors, such as "an HTML page"."""
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        body = body[:8000].decode("utf-16", "replace").encode("utf-8", "replace")
    start = body.lstrip(LEADING)[:2000].lower()
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


def is_web_page(body: bytes) -> bool:
    """Also one without a document type, but no XML of another kind."""
    is_xml = body.lstrip(LEADING)[:5] == b"<?xml" and b"<html" not in body[:2000]
    return "HTML" in shape_of(body) and not is_xml


def mismatch(body: bytes, expected: str, problem: str) -> str:
    """Names the shape, or what is wrong with it where it is the expected one."""
    shape = shape_of(body)
    if shape.split()[-1] == expected.split()[-1]:
        return f"{expected} that is broken: {problem}"
    return f"{shape}, not {expected}"


def first_tag(body: bytes) -> bytes:
    """The name of its first element, in lower case, or "!doctype html"; empty where text comes first."""
    match = FIRST_TAG.match(body)
    return b" ".join(match[1].lower().split()) if match else b""


def json_value(body: bytes, expected: str) -> Any:
    """`expected` names the right shape. Half a letter of UTF-8 costs its text alone. Raises BrokenShape."""
    try:
        return loads(body.decode("utf-8-sig", STRAY))
    # Deeply nested JSON raises RecursionError.
    except (ValueError, RecursionError) as error:
        raise BrokenShape(mismatch(body, expected, str(error))) from error


def json_object(body: bytes, expected: str) -> dict[str, Any]:
    value = json_value(body, expected)
    if not isinstance(value, dict):
        raise BrokenShape(f"{shape_of(body)}, not {expected}")
    return value


def xml_root(body: bytes, expected: str) -> etree._Element:
    """Raises BrokenShape, also for any document type or entity: an entity bomb is never expanded."""
    declaration = mismatch(body, expected, "it declares a document type or entities")
    # It can only stand before the first element: behind that, an ad is speaking of one.
    if first_tag(body).startswith(b"!"):
        raise BrokenShape(declaration)
    try:
        root = etree.fromstring(body.lstrip(LEADING), _parser(recover=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenShape(mismatch(body, expected, str(error))) from error
    # In UTF-16, a document type escapes the look at the bytes above.
    if root.getroottree().docinfo.internalDTD is not None:
        raise BrokenShape(declaration)
    return root


def mended_xml_root(response: Response, expected: str, *, recover: bool = False) -> tuple[etree._Element, bool]:
    """(the root, whether it had to be mended), of XML with mistakes within its texts. Raises BrokenShape.

    `recover`: with stray bytes, and with mistakes in its elements, of which some may be lost.
    """
    body, content_type = response.body, response.content_type
    # Held no longer than the check: one emoji makes each letter of the text take four bytes.
    if is_bomb(decoded(body, content_type)):
        raise BrokenShape(f"{expected} of more than {MAX_MARKS:,} elements and attributes")
    try:
        # The charset of the header may contradict the document's own.
        is_transcoded = bool(IN_HEADER.search(content_type)) and not body.isascii()
        return xml_root(_undeclared(response).encode("utf-8", "replace") if is_transcoded else body, expected), False
    except BrokenShape as error:
        problem = error
    if not recover and not is_utf_8(body):
        raise problem
    mended = mended_xml(_undeclared(response)).encode("utf-8", "replace").lstrip(LEADING)
    if first_tag(mended).startswith(b"!"):
        raise problem
    for parser in (_parser(recover=False), _parser(recover=True))[: 2 if recover else 1]:
        try:
            root = etree.fromstring(mended, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None and root.getroottree().docinfo.internalDTD is None:
            return root, True
    raise problem


def _undeclared(response: Response) -> str:
    return DECLARATION.sub("", decoded(response.body, response.content_type), count=1)


def is_bomb(text: str) -> bool:
    """Whether its elements and attributes, of which each takes about a hundred bytes, are too many to be parsed."""
    if text.count("<") + text.count("=") <= MAX_MARKS:
        return False
    bare = CDATA.sub("", text)
    elements = bare.count("<")
    if elements > MAX_MARKS:
        return True
    # Those in texts and in addresses cost nothing.
    attributes = (VALUE.sub("", tag[0]).count("=") for tag in START_TAG.finditer(bare))
    return elements + sum(attributes) > MAX_MARKS


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)
