"""The Muse's public API: the jobs that it calls flexible or remote, among them many with a place as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import NOT_READ, RECORDED_ON, unread_terms
from listings.boards.formats.json_api import labels, optional_child, page_from, read_envelope, whole_number

LIST = "https://www.themuse.com/api/public/jobs?location=Flexible%20%2F%20Remote&page=1"
FIRST = re.compile(r"(?<=[?&]page=)1$")
# Of one search, the API answers no more pages.
MAX_PAGES = 99
REMOTE = re.compile(r"(?i)\bremote\b")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "results", ("id", "name", "refs"), "the API's JSON object")
    pages = whole_number(envelope.values.get("page_count")) or 0
    page = page_from(envelope, read, complete=False)
    return replace(page, follow=list(further_pages(response.request, pages)))


def further_pages(request: Request, count: int) -> Iterator[Request]:
    if FIRST.search(request.url):
        for number in range(2, min(count, MAX_PAGES) + 1):
            yield Request(FIRST.sub(str(number), request.url))


def read(record: Mapping[str, Any]) -> Ad:
    published, zoned = moment(record.get("publication_date"))
    places = labels(record.get("locations"))
    return Ad(
        external_id=record_id(record.get("id")),
        url=web_address(optional_child(record, "refs").get("landing_page"), "landing_page", required=True),
        title=line(record.get("name"), "name", required=True),
        company=line(optional_child(record, "company").get("name"), "company", required=True),
        html=text_of(record.get("contents"), "contents"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(place for place in places if not REMOTE.search(place)),
        category="; ".join(labels(record.get("categories"))),
        workplace=tuple(place for place in places if REMOTE.search(place)),
        seniority=labels(record.get("levels")),
        tags=labels(record.get("tags")),
    )


BOARD = Board(
    name="themuse",
    title="The Muse",
    home="https://www.themuse.com/",
    expects="json",
    terms=unread_terms(
        "The Muse", "Its API is said to ask for a link back, and to allow 500 requests an hour without a key."
    ),
    absence="nothing",
    interval=timedelta(hours=24),
    remote_only=False,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    start=start,
    parse=parse,
    delay=timedelta(seconds=8),
)
