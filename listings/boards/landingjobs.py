"""Landing.jobs' public API: a JSON list in pages of fifty. One vacancy was recorded.

`updated_at` moves every night and is no change. A company has no name but the one in the address of its jobs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, line, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import NOT_READ, RECORDED_ON, unread_terms
from listings.boards.formats.json_api import children, is_true, labels, page_from, read_envelope

LIST = "https://landing.jobs/api/v1/jobs?limit=50&offset=0"
COMPANY = re.compile(r"landing\.jobs/at/([^/?#]{1,200})")
OFFSET = re.compile(r"(?<=[?&]offset=)\d{1,6}$")
PAGE_SIZE, MOST = 50, 5000
SECTIONS = {
    "role_description": "",
    "main_requirements": "Main requirements",
    "nice_to_have": "Nice to have",
    "perks": "Perks",
}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("id", "url", "title"), "the API's JSON list")
    page = page_from(envelope, read, complete=False)
    offset = OFFSET.search(response.request.url)
    follow = []
    if offset and len(envelope.records) >= PAGE_SIZE and int(offset[0]) < MOST:
        follow = [Request(OFFSET.sub(str(int(offset[0]) + PAGE_SIZE), response.request.url))]
    return replace(page, follow=follow)


def read(record: Mapping[str, Any]) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    company = COMPANY.search(url)
    if company is None:
        raise BadRecord("the address names no company")
    published, zoned = moment(record.get("published_at"))
    places = (
        ", ".join(labels(place.get("city"), place.get("country_code"))) for place in children(record, "locations")
    )
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=unquote(company[1]),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record.get("expires_at"))[0],
        location="; ".join(labels(*places)),
        workplace=("Remote",) if is_true(record.get("remote")) else (),
        employment=labels(record.get("type")),
        tags=labels(record.get("tags")),
    )


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    for name, heading in SECTIONS.items():
        if text := text_of(record.get(name), name):
            yield f"<h3>{heading}</h3>\n{text}" if heading else text


BOARD = Board(
    name="landingjobs",
    title="Landing.jobs",
    home="https://landing.jobs/",
    expects="json",
    terms=unread_terms("Landing.jobs"),
    # Vacancies stay in it for a year, and nobody has seen one leave.
    absence="nothing",
    interval=timedelta(hours=12),
    remote_only=False,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    start=start,
    parse=parse,
)
