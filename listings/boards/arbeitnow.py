"""Arbeitnow's public API: pages of ads, newest first, most of them German and on site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import (
    BadRecord,
    epoch_moment,
    line,
    lines,
    read_each,
    unescaped,
    web_address,
    words,
)

API = "https://www.arbeitnow.com/api/job-board-api"
# The board's own last line below each ad, about other ads.
PROMOTION = re.compile(
    r"<p>Find (?:more )?<a href=\"https://www\.arbeitnow\.com/[^<]{0,200}</a>[^<]{0,200}(?:</a>)?(?:</p>)?$"
)
WORKPLACES = {True: ("remote",), False: ("not remote",)}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "data", ("slug", "company_name", "remote"), "the API's JSON object")
    ads, rejected = read_each(found.records, read, lambda one: one.get("slug") if isinstance(one, dict) else None)
    return Page(ads=ads, rejected=rejected, follow=following(found), complete=False)


def following(found: hiring_systems.RecordReader) -> list[Request]:
    """The next page, where it is the API's own. A page without ads is the end, whatever it says."""
    links = found.envelope.get("links")
    address = links.get("next") if isinstance(links, dict) else None
    if not found.records or not isinstance(address, str) or urlsplit(address)[:3] != urlsplit(API)[:3]:
        return []
    return [Request(address)]


def read(record: Any) -> Ad:
    if not isinstance(record, dict):
        raise BadRecord(f"the record is {type(record).__name__}, not an object")
    slug = line(record.get("slug"), "slug", required=True)
    if not re.fullmatch(r"[\w%.~-]{1,300}", slug):
        raise BadRecord(f"slug is no part of an address: {slug[:80]!r}")
    # One list holds terms of employment and levels alike, in two languages.
    kinds = lines(record.get("job_types"), "job_types")
    return Ad(
        external_id=slug,
        url=web_address(record.get("url"), "url", required=True),
        title=unescaped(record.get("title"), "title", required=True),
        company=unescaped(record.get("company_name"), "company_name", required=True),
        html=PROMOTION.sub("", words(record.get("description"), "description")).rstrip(),
        published_at=epoch_moment(record.get("created_at"), "created_at"),
        location=unescaped(record.get("location"), "location"),
        workplace=workplace(record),
        employment=kinds,
        seniority=kinds,
        tags=tuple(unescaped(tag, "tags") for tag in lines(record.get("tags"), "tags")),
    )


def workplace(record: Mapping[str, Any]) -> tuple[str, ...]:
    stated = record.get("remote")
    if stated is None:
        return ()
    if not isinstance(stated, bool):
        raise BadRecord(f"remote is {type(stated).__name__}, neither true nor false")
    return WORKPLACES[stated]


BOARD = Board(
    name="arbeitnow",
    title="Arbeitnow",
    home="https://www.arbeitnow.com/",
    expects="json",
    terms=Terms(
        link_text="Arbeitnow",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://www.arbeitnow.com/blog/job-board-api",
        read_on=date(2026, 11, 23),
        note="The API's own words: free and public, not to be abused, a link back to the site is appreciated; the "
        "site's terms of service apply. It is updated every hour.",
    ),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=False,
    start=start,
    parse=parse,
)
