"""Arbeitnow's public API: pages of ads, newest first, most of them German and on site."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, line, lines, shares_start, text_of, unescaped, web_address
from listings.boards.formats.json_api import Envelope, page_from, read_envelope

API = "https://www.arbeitnow.com/api/job-board-api"
SLUG = re.compile(r"[\w%.~-]{1,300}")
# The last line of each description is the board's own, about other ads.
PROMOTION = re.compile(
    r"<p>Find (?:more )?<a href=\"https://www\.arbeitnow\.com/[^<]{0,200}</a>[^<]{0,200}(?:</a>)?(?:</p>)?$"
)
# Of the list that holds employment and seniority, in two languages.
LEVELS = {"berufseinstieg", "berufserfahren", "geschäftsleitung", "entry", "experienced", "professional / experienced"}
WORKPLACES = {True: ("remote",), False: ("not remote",)}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    required = ("slug", "company_name", "remote")
    envelope = read_envelope(response, "data", required, "the API's JSON object")
    page = page_from(envelope, read, complete=False, id_field="slug")
    return replace(page, follow=next_page(envelope))


def next_page(envelope: Envelope) -> list[Request]:
    """Only an address of the API. A page without ads is the last, whatever it links to."""
    links = envelope.values.get("links")
    address = links.get("next") if isinstance(links, dict) else None
    is_next = isinstance(address, str) and shares_start(address, API, 3)
    return [Request(str(address))] if envelope.records and is_next else []


def read(record: Mapping[str, Any]) -> Ad:
    slug = line(record.get("slug"), "slug", required=True)
    if not SLUG.fullmatch(slug):
        raise BadRecord(f"slug cannot be part of an address: {slug[:80]!r}")
    job_types = lines(record.get("job_types"), "job_types")
    return Ad(
        external_id=slug,
        url=web_address(record.get("url"), "url", required=True),
        title=unescaped(record.get("title"), "title", required=True),
        company=unescaped(record.get("company_name"), "company_name", required=True),
        html=PROMOTION.sub("", text_of(record.get("description"), "description")).rstrip(),
        published_at=moment(record.get("created_at"))[0],
        location=unescaped(record.get("location"), "location"),
        workplace=workplace(record),
        employment=tuple(job_type for job_type in job_types if job_type.lower() not in LEVELS),
        seniority=job_types,
        tags=tuple(unescaped(tag, "tags") for tag in lines(record.get("tags"), "tags")),
    )


def workplace(record: Mapping[str, Any]) -> tuple[str, ...]:
    remote = record.get("remote")
    if remote is None:
        return ()
    if not isinstance(remote, bool):
        raise BadRecord(f"remote is {type(remote).__name__}, neither true nor false")
    return WORKPLACES[remote]


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
        note="The API's page: free and public, not to be abused, a link back is appreciated, the site's terms of "
        "service apply. Updated every hour.",
    ),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=False,
    start=start,
    parse=parse,
)
