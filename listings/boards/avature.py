"""Avature's career portals: a feed of the newest twenty vacancies, and a page of named fields for each.

Neither states the employer. Addresses with `qtvc=`, which its robots.txt is said to forbid, are never built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup
from lxml.etree import _Element

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, distinct, line, read_each, web_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    recorded_system,
    token_options,
)
from listings.boards.formats.html import inner_markup, parse_html, text_at
from listings.boards.formats.rss import rss_items
from listings.boards.formats.shapes import is_web_page

FEED = "https://{host}.avature.net/{portal}/SearchJobs/feed/"
LOCALE = r"(?:[a-z]{2}_[A-Z]{2}/)?"
PLACE = re.compile(rf"//({HOST_LABEL})\.avature\.net/{LOCALE}({PATH_SEGMENT})(?=[/?#]|$)")
NUMBER = re.compile(r"/JobDetail/(?:[^/?#]{1,300}/)?(\d{1,18})(?=[/?#]|$)")
FIELD = ".article__content__view__field"
# Names of fields, which employers choose.
PLACES = ("city", "state", "state/province", "country", "country/region")
DATES = ("date", "date posted", "posted date")
EMPLOYMENT = ("working time", "employment type", "job type")
CATEGORY = ("career area", "category", "department")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    host, portal = options["token"].split("/")
    return [Request(FEED.format(host=host, portal=portal), company=options["company"])]


def parse(response: Response) -> Page:
    if is_web_page(response.body):
        page = parse_html(response)
        if not page.select_one(FIELD):
            raise BrokenShape("an HTML page without a vacancy's fields")
        return read_each([page], lambda page: read_page(page, response), lambda page: response.request.external_id)
    read = read_each(rss_items(response), lambda item: read_item(item, response), lambda item: item.findtext("title"))
    company = response.request.company
    return replace(read, follow=[Request(ad.url, ad.external_id, company=company) for ad in read.ads])


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    if match is None:
        raise BadRecord("the address names no vacancy")
    return match[1]


def read_item(item: _Element, response: Response) -> Ad:
    """A title and the day; the description holds the number of the requisition alone."""
    url = web_address(item.findtext("link"), "link", required=True)
    published, _ = moment(item.findtext("pubDate"))
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(item.findtext("title"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        published_at=published,
        published_zoned=False,
    )


def read_page(page: BeautifulSoup, response: Response) -> Ad:
    addresses = [response.request.url, *(meta.get("content") for meta in page.find_all("meta", property="og:url"))]
    address = next((address for address in addresses if NUMBER.search(str(address))), None)
    url = web_address(address, "og:url", required=True)
    fields = dict(named_fields(page))

    def values(names: Sequence[str]) -> tuple[str, ...]:
        return distinct(fields.get(name, "") for name in names)

    titles = [str(meta.get("content")) for meta in page.find_all("meta", property="og:title") if meta.get("content")]
    published, zoned = moment(next(iter(values(DATES)), None))
    return Ad(
        external_id=response.request.external_id or id_of(url),
        url=url,
        title=line(titles[0] if titles else text_at(page, "h2"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        html="\n".join(texts(page)),
        published_at=published,
        published_zoned=zoned,
        location=", ".join(values(PLACES)) or None,
        category="; ".join(values(CATEGORY)) or None,
        employment=values(EMPLOYMENT) or None,
        fields=extra_fields(number=values(("req #", "requisition", "job id"))),
    )


def named_fields(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    for field in page.select(FIELD):
        if name := text_at(field, f"{FIELD}__label").rstrip(":").casefold():
            yield name, text_at(field, f"{FIELD}__value")


def texts(page: BeautifulSoup) -> Iterator[str]:
    """The fields without a name, which are shown."""
    for field in page.select(f"{FIELD}:not(.visibility--hidden)"):
        value = field.select_one(f"{FIELD}__value")
        if value and not field.select_one(f"{FIELD}__label"):
            yield inner_markup(value)


BOARD = recorded_system(
    name="avature",
    title="Avature",
    home="https://www.avature.net/",
    expects="xml",
    # The feed ends after twenty.
    absence="nothing",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(rf"{HOST_LABEL}/{PATH_SEGMENT}", "NAME.avature.net/PORTAL: NAME/PORTAL"),
)
