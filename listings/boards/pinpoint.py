"""Pinpoint's career sites: all vacancies of an employer in one response, with pay, and without dates of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    employer_name,
    extra_fields,
    recorded_system,
    token_options,
)
from listings.boards.formats.json_api import label, labels, optional_child, page_from, read_envelope
from listings.boards.formats.pay import pay_text

LIST = "https://{token}.pinpointhq.com/postings.json"
PLACE = re.compile(rf"//(?!(?:www|help|developers?)\.)({HOST_LABEL})\.pinpointhq\.com")
SECTIONS = ("description", "key_responsibilities", "skills_knowledge_expertise", "benefits")
# The editor leaves a mark at the start of each block.
BLOCK = "<!--block-->"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "data", ("id", "title", "url"), "a career site's JSON object")
    return page_from(envelope, lambda record: read(record, response), complete=envelope.is_whole)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    job = optional_child(record, "job")
    place = optional_child(record, "location")
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        html="\n".join(sections(record)),
        expires_at=moment(record.get("deadline_at"))[0],
        location=", ".join(labels(place.get("city"), place.get("province"), place.get("name"))),
        category="; ".join(labels(job.get("department"))),
        workplace=labels(record.get("workplace_type_text") or record.get("workplace_type")),
        employment=labels(record.get("employment_type_text") or record.get("employment_type")),
        salary=pay(record),
        fields=extra_fields(number=[label(job.get("requisition_id"))]),
    )


def pay(record: Mapping[str, Any]) -> str:
    if record.get("compensation_visible") is False:
        return ""
    names = ("compensation_minimum", "compensation_maximum", "compensation_currency", "compensation_frequency")
    return pay_text(*(record.get(name) for name in names)) or label(record.get("compensation"))


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    for name in SECTIONS:
        if text := text_of(record.get(name), name).replace(BLOCK, ""):
            title = label(record.get(f"{name}_header"))
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = recorded_system(
    name="pinpoint",
    title="Pinpoint",
    home="https://www.pinpointhq.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.pinpointhq.com"),
)
