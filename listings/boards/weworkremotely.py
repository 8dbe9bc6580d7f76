"""We Work Remotely's public feeds: one for each category, and one of the newest hundred. An ad may be in several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlsplit

from lxml import etree

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    line,
    optional_address,
    read_each,
    text_of,
    web_address,
)
from listings.boards.formats.rss import distinct_texts, element_text, item_name, rss_items

HOME = "https://weworkremotely.com"
FEEDS = (
    "remote-full-stack-programming-jobs remote-back-end-programming-jobs remote-front-end-programming-jobs "
    "remote-devops-sysadmin-jobs remote-design-jobs remote-product-jobs remote-management-and-finance-jobs "
    "remote-sales-and-marketing-jobs remote-customer-support-jobs all-other-remote-jobs remote-programming-jobs"
)
# From the lines that the board puts above each description.
COMPANY_URL = re.compile(r"URL:\s*</strong>\s*<a\s[^>]*href=\"(https?://[^\"\s]+)\"", re.IGNORECASE)


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    # The feed over all categories lacks fields that the others have: it comes last, when its ads are known already.
    paths = [*(f"categories/{slug}" for slug in FEEDS.split()), "remote-jobs"]
    return [Request(f"{HOME}/{path}.rss") for path in paths]


def parse(response: Response) -> Page:
    return read_each(rss_items(response), read, item_name)


def read(item: etree._Element) -> Ad:
    url = web_address(item.findtext("link") or item.findtext("guid"), "link", required=True)
    slug = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    if not slug:
        raise BadRecord(f"link does not name an ad: {url[:80]!r}")
    heading = line(item.findtext("title"), "title", required=True)
    company, _, title = (part.strip() for part in heading.partition(": "))
    if not (company and title):
        raise BadRecord(f"title is not 'Company: Role': {heading[:80]!r}")
    html = text_of(item.findtext("description"), "description")
    published, zoned = moment(item.findtext("pubDate"))
    fields = {name: element_text(item, name) for name in ("region", "country", "state", "skills")}
    skills = fields["skills"]
    # `state` is the town of the employer, not a place where people may work.
    places = distinct_texts(fields["region"], fields["country"])
    # media:content
    logo = item.find("{*}content")
    return Ad(
        external_id=slug,
        url=url,
        title=title,
        company=company,
        html=html,
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(item.findtext("expires_at"))[0],
        location=None if places is None else ", ".join(places),
        category=element_text(item, "category"),
        employment=distinct_texts(element_text(item, "type")),
        tags=None if skills is None else distinct_texts(*re.split(r",(?:\s*and\s)?", skills)),
        company_url=optional_address(next(iter(COMPANY_URL.findall(html)), None)),
        logo_url=None if logo is None else optional_address(logo.get("url")),
        fields={name: (text,) for name, text in fields.items() if text},
    )


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
        note="The page about the feeds allows their use with a link back and the name. The terms of the API, on "
        "another page, forbid a job search built on its data: we read only the feeds. Ad pages refuse our requests.",
    ),
    absence="nothing",
    interval=timedelta(hours=1),
    remote_only=True,
    start=start,
    parse=parse,
)
