"""Teamtailor's RSS feed, which states the kind of workplace and the places in elements of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from lxml.etree import _Element

from listings.boards.base import Ad, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import distinct, line, read_each, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import employer_name, joined_places
from listings.boards.formats.rss import element_text, item_name, rss_channel

TT = "{https://teamtailor.com/locations}"
# Also "temporary", for a pandemic, and "none".
WORKPLACES = {"fully": "Remote", "hybrid": "Hybrid"}
EMPLOYER = re.compile(r"(?i)^(?:jobs|careers) at | (?:careers|jobs)$")


def rss_page(response: Response, place: re.Pattern[str]) -> Page:
    """`place` finds the employer's token in an address."""
    channel = rss_channel(response)
    channel_title = element_text(channel, "title") or ""
    follow = json_feed(response) if is_limit(sum(1 for _ in channel.iterfind("item"))) else []
    items = channel.iterfind("item")
    page = read_each(items, lambda item: read_item(item, channel_title, response, place), item_name, complete=True)
    return replace(page, follow=follow)


def is_limit(count: int) -> bool:
    """Whether so many look like a part of the list. The vendor documents no limit, and no pages of this feed."""
    return count >= 20 and count % 10 == 0


def json_feed(response: Response) -> list[Request]:
    """The same vacancies, page by page; the first reading of an ad counts."""
    address = urlsplit(response.request.url)
    if not address.path.endswith(".rss"):
        return []
    url = urlunsplit((*address[:2], f"{address.path.removesuffix('.rss')}.json", "", ""))
    return [Request(url, company=response.request.company)]


def read_item(item: _Element, channel_title: str, response: Response, place: re.Pattern[str]) -> Ad:
    """With the places and the kind of workplace, which the JSON Feed lacks. "none" is what employers leave unset."""
    url = web_address(item.findtext("link"), "link", required=True)
    published, zoned = moment(item.findtext("pubDate"))
    names = ("city", "country")
    places = [
        ", ".join(distinct([location.findtext(f"{TT}{name}") for name in names])) or location.findtext(f"{TT}name")
        for location in item.iterfind(f"{TT}locations/{TT}location")
    ]
    workplace = WORKPLACES.get(element_text(item, "remoteStatus") or "")
    department = distinct([item.findtext(f"{TT}department"), item.findtext(f"{TT}role")])
    return Ad(
        # The UUID that is the id of the JSON Feed, too.
        external_id=record_id((line(item.findtext("guid"), "guid") or url).rpartition("/")[2]),
        url=url,
        title=line(item.findtext("title"), "title", required=True),
        company=employer_name(EMPLOYER.sub("", channel_title), response, url, place),
        html=text_of(item.findtext("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location=joined_places(places) or None,
        category="; ".join(department) or None,
        workplace=(workplace,) if workplace else None,
    )
