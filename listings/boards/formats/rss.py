"""Feeds in XML that several boards publish: the items of an RSS feed, the addresses of a sitemap."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from listings.boards.base import BrokenShape, Page, Rejected, Request
from listings.boards.formats.fields import BadRecord, iso_moment, line, shown, web_address, words
from listings.boards.formats.shapes import shape_of, xml_root

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def rss_items(body: bytes) -> list[etree._Element]:
    """A well-formed feed may hold none. Raises BrokenShape."""
    root = xml_root(body, "an RSS feed")
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        shape = shape_of(body)
        raise BrokenShape("an RSS feed without a channel" if root.tag == "rss" else f"{shape}, not an RSS feed")
    return channel.findall("item")


def stated(item: etree._Element, name: str) -> str | None:
    """None where the item has no such element, "" where it states nothing. Raises BadRecord."""
    element = item.find(name)
    return None if element is None else line(element.text, name)


def several(*values: str | None) -> tuple[str, ...] | None:
    """What is stated, each once; None where the feed has none of these elements."""
    if all(value is None for value in values):
        return None
    return tuple(dict.fromkeys(value.strip() for value in values if value and value.strip()))


def item_name(item: etree._Element) -> str:
    return item.findtext("guid") or item.findtext("title") or ""


def sitemap_page(body: bytes, folder: str, id_of: Callable[[str], str]) -> Page:
    """Requests for the addresses with `folder` in them, without their queries; `id_of` gives an address's external id.

    An address of the folder whose id, or whose date, cannot be read is rejected. Raises BrokenShape.
    """
    root = xml_root(body, "a sitemap")
    if root.tag != f"{SITEMAPS}urlset":
        raise BrokenShape(f"{shape_of(body)}, not a sitemap of pages")
    follow: list[Request] = []
    rejected: list[Rejected] = []
    for entry in root.iterfind(f"{SITEMAPS}url"):
        address = words(entry.findtext(f"{SITEMAPS}loc"), "loc")
        if folder not in address:
            continue
        try:
            url = web_address(address, "loc").partition("?")[0].partition("#")[0]
            lastmod, _ = iso_moment(entry.findtext(f"{SITEMAPS}lastmod"), "lastmod")
            follow.append(Request(url, id_of(url), lastmod))
        except BadRecord as error:
            rejected.append(Rejected(shown(address), str(error)))
    return Page(rejected=rejected, follow=follow)
