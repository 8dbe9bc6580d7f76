"""The items of an RSS feed and their elements."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from listings.boards.base import BrokenShape, Response
from listings.boards.formats.fields import line
from listings.boards.formats.shapes import mended_xml_root, shape_of


def rss_items(response: Response) -> Iterator[etree._Element]:
    """None for a well-formed feed without items. Raises BrokenShape."""
    # One by one: the Python objects of a million elements take ten times what the feed does.
    return rss_channel(response).iterfind("item")


def rss_channel(response: Response) -> etree._Element:
    root, _ = mended_xml_root(response, "an RSS feed")
    channel = root.find("channel")
    if root.tag != "rss":
        raise BrokenShape(f"{shape_of(response.body)}, not an RSS feed")
    if channel is None:
        raise BrokenShape("an RSS feed without a channel")
    return channel


def element_text(item: etree._Element, name: str) -> str | None:
    """One line; "" for an empty element, None where the item has no such element. Raises BadRecord."""
    element = item.find(name)
    return None if element is None else line(element.text, name)


def distinct_texts(*values: str | None) -> tuple[str, ...] | None:
    """Each text once; None where the item has none of these elements."""
    if all(value is None for value in values):
        return None
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))


def item_name(item: etree._Element) -> str:
    return item.findtext("guid") or item.findtext("title") or ""
