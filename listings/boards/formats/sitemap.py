"""The addresses of a sitemap as requests."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from listings.boards.base import BrokenShape, Page, Rejected, Request, Response
from listings.boards.bounds import MAX_PAGES, past_date
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, scalar_text, text_of, web_address
from listings.boards.formats.shapes import mended_xml_root, shape_of

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def sitemap_page(response: Response, folder: str, id_of: Callable[[str], str]) -> Page:
    """Requests for the addresses that contain `folder`, without their queries; `id_of` gives an ad's external id.

    Rejects addresses whose id or date cannot be read. Raises BrokenShape.
    """
    root, is_mended = mended_xml_root(response, "a sitemap")
    if root.tag != f"{NAMESPACE}urlset":
        raise BrokenShape(f"{shape_of(response.body)}, not a sitemap of pages")
    follow: list[Request] = []
    rejected: list[Rejected] = []
    elements = root.iterfind(f"{NAMESPACE}url")
    for element in islice(elements, MAX_PAGES):
        address = text_of(element.findtext(f"{NAMESPACE}loc"), "loc")
        if folder not in address:
            continue
        try:
            url = web_address(address, "loc").partition("?")[0].partition("#")[0]
            lastmod, _ = moment(element.findtext(f"{NAMESPACE}lastmod"))
            follow.append(Request(url, id_of(url), past_date(lastmod) if lastmod else None))
        except BadRecord as error:
            rejected.append(Rejected(scalar_text(address), str(error)))
    unread = sum(1 for _ in elements)
    return Page(rejected=rejected, follow=follow, complete=not (is_mended or unread), unread=unread)
