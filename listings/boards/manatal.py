"""Manatal's career pages: an employer's vacancies in pages of JSON, with their texts and without dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.boards.formats.fields import line, record_id, shares_start, text_of, web_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import label, labels, page_from, read_envelope, whole_number

API = "https://www.careers-page.com/api/v1.0/c/{token}/jobs/"
PAGE = "https://www.careers-page.com/{token}/job/{hash}"
PLACE = re.compile(rf"careers-page\.com/(?:api/v1\.0/c/)?(?!api/|static/|jobs?/)({PATH_SEGMENT})(?=[/?#]|$)")
# For vacancies read from a file, whose employer only the address of a further page may name.
UNKNOWN = "-"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "results", ("hash", "position_name"), "the API's JSON object")
    address = envelope.values.get("next")
    is_next = shares_start(address, response.request.url, 3)
    # A first page without a further one is the whole list; one whose further page lies elsewhere is not.
    count = whole_number(envelope.values.get("count")) or 0
    complete = envelope.is_whole and (is_next or not address) and (not count or bool(envelope.records))
    token = token_in(response, address, envelope.values.get("previous"))
    page = page_from(envelope, lambda record: read(record, token, response), complete=complete)
    follow = [Request(str(address), company=response.request.company)] if is_next else []
    return replace(page, follow=follow)


def token_in(response: Response, *addresses: Any) -> str:
    for address in (response.request.url, *addresses):
        if isinstance(address, str) and (match := PLACE.search(address)):
            return match[1]
    return UNKNOWN


def read(record: Mapping[str, Any], token: str, response: Response) -> Ad:
    code = record_id(record.get("hash"), "hash")
    url = web_address(PAGE.format(token=token, hash=code), "hash")
    parts = labels(record.get("city"), record.get("state"), record.get("country"))
    place = ", ".join(parts) or label(record.get("location_display"))
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("position_name"), "position_name", required=True),
        company=employer_name(record.get("organization_name"), response, url, PLACE),
        html=text_of(record.get("description"), "description"),
        location=place,
        workplace=workplaces_in([label(record.get("location_display"))]),
    )


BOARD = recorded_system(
    name="manatal",
    title="Manatal",
    home="https://www.manatal.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "www.careers-page.com/TOKEN"),
)
