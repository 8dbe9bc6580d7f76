"""We Work Remotely's public feeds: one for each category, and the newest hundred. One ad may stand in several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from lxml import etree

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Rejected, Request, Response, Terms
from listings.boards.reading import (
    BadRecord,
    line,
    mail_moment,
    optional_address,
    shape_of,
    web_address,
    words,
    xml_root,
)

HOME = "https://weworkremotely.com"
FEEDS = (
    "remote-full-stack-programming-jobs remote-back-end-programming-jobs remote-front-end-programming-jobs "
    "remote-devops-sysadmin-jobs remote-design-jobs remote-product-jobs remote-management-and-finance-jobs "
    "remote-sales-and-marketing-jobs remote-customer-support-jobs all-other-remote-jobs remote-programming-jobs"
)
MEDIA = "{http://search.yahoo.com/mrss/}content", "{http://search.yahoo.com/mrss}content"
COMPANY_URL = re.compile(r"URL:\s*</strong>\s*<a\s[^>]*href=\"(https?://[^\"\s]+)\"", re.IGNORECASE)


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    # The aggregates lack fields that the category feeds have: they come last, where an ad was met already.
    feeds = [Request(f"{HOME}/categories/{slug}.rss") for slug in FEEDS.split()]
    return [*feeds, Request(f"{HOME}/remote-jobs.rss")]


def parse(response: Response) -> Page:
    root = xml_root(response.body, "an RSS feed")
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        raise BrokenShape(f"{shape_of(response.body)}, not an RSS feed with a channel")
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    for place, item in enumerate(channel.findall("item")):
        try:
            ads.append(read(item))
        except BadRecord as error:
            name = item.findtext("guid") or item.findtext("title") or str(place)
            rejected.append(Rejected(name.strip()[:200], str(error)))
    return Page(ads=ads, rejected=rejected, complete=False)


def read(item: etree._Element) -> Ad:
    url = web_address(item.findtext("link") or item.findtext("guid"), "link", required=True)
    slug = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    if not slug:
        raise BadRecord(f"link names no ad: {url[:80]!r}")
    heading = line(item.findtext("title"), "title", required=True)
    company, colon, title = (part.strip() for part in heading.partition(": "))
    if not (company and colon and title):
        raise BadRecord(f"title is not 'Company: Role': {heading[:80]!r}")
    html = words(item.findtext("description"), "description")
    employer = COMPANY_URL.search(html)
    places = {name: _stated(item, name) for name in ("region", "country", "state", "skills")}
    logo = next((found for tag in MEDIA if (found := item.find(tag)) is not None), None)
    return Ad(
        external_id=slug,
        url=url,
        title=title,
        company=company,
        html=html,
        published_at=mail_moment(item.findtext("pubDate"), "pubDate"),
        expires_at=mail_moment(item.findtext("expires_at"), "expires_at"),
        location=_location(places["region"], places["country"]),
        category=_stated(item, "category"),
        employment=None if item.find("type") is None else tuple(filter(None, [_stated(item, "type")])),
        tags=None if places["skills"] is None else tuple(_skills(places["skills"])),
        company_url=optional_address(employer[1]) if employer else None,
        logo_url=None if logo is None else optional_address(logo.get("url")),
        fields={name: (stated,) for name, stated in places.items() if stated},
    )


def _stated(item: etree._Element, name: str) -> str | None:
    """None where this feed has no such element, "" where it states nothing."""
    element = item.find(name)
    return None if element is None else line(element.text, name)


def _location(region: str | None, country: str | None) -> str | None:
    """`state` is left out: it is the employer's own town."""
    if region is None and country is None:
        return None
    return ", ".join(dict.fromkeys(filter(None, [region, country])))


def _skills(stated: str) -> list[str]:
    return [skill.strip().removeprefix("and ") for skill in stated.split(",") if skill.strip()]


BOARD = Board(
    name="weworkremotely",
    title="We Work Remotely",
    home=HOME + "/",
    expects="xml",
    terms=Terms(
        link_text="We Work Remotely",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at=HOME + "/remote-job-rss-feed",
        read_on=date(2026, 11, 23),
        note="The feed page lets anyone use the feeds who links back and names We Work Remotely. The terms of its API, "
        "another page, forbid a job search built on the API's data: only the feeds are read. Ad pages refuse us.",
    ),
    absence="nothing",
    interval=timedelta(hours=1),
    remote_only=True,
    start=start,
    parse=parse,
)
