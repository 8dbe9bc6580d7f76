"""NoDesk's feed: "Role at Company", the first lines of the text, and the day. It states neither place nor employment.

Its texts have entities of HTML that the feed does not declare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from html import escape

from lxml.etree import _Element

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, line, read_each, text_of, web_address
from listings.boards.formats.hiring_systems import NOT_READ, RECORDED_ON, unread_terms
from listings.boards.formats.rss import item_name, rss_items

MAX_SPLITS = 10
NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
FEED = "https://nodesk.co/remote-jobs/index.xml"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED)]


def parse(response: Response) -> Page:
    return read_each(rss_items(response), read, item_name)


def read(item: _Element) -> Ad:
    url = web_address(item.findtext("link"), "link", required=True)
    role, company = role_and_company(line(item.findtext("title"), "title", required=True), url)
    published, _ = moment(item.findtext("pubDate"))
    lines = text_of(item.findtext("description"), "description").splitlines()
    return Ad(
        external_id=line(item.findtext("guid"), "guid") or url,
        url=url,
        title=role,
        company=company,
        html="<br>\n".join(escape(text.strip(), quote=False) for text in lines if text.strip()),
        published_at=published,
        # Each day's at eight o'clock.
        published_zoned=False,
    )


def role_and_company(title: str, url: str) -> tuple[str, str]:
    """The address begins with the company: "Engineer at Quay at Sea" may be at "Quay at Sea", or at "Sea"."""
    slug = url.rstrip("/").rpartition("/")[2]
    words = title.split(" at ")
    if len(words) < 2:
        raise BadRecord("title names no employer")
    splits = [(" at ".join(words[:place]), " at ".join(words[place:])) for place in range(1, len(words))][:MAX_SPLITS]
    named = (split for split in splits if slug.startswith(NOT_IN_SLUGS.sub("-", split[1].casefold()).strip("-")))
    return next(named, splits[-1])


BOARD = Board(
    name="nodesk",
    title="NoDesk",
    home="https://nodesk.co/",
    expects="xml",
    terms=unread_terms("NoDesk"),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=True,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    start=start,
    parse=parse,
)
