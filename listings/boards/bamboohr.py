"""BambooHR's career pages: a list that states places but no dates, and for each vacancy a detail with its text.

The detail was seen only in the descriptions of others. Its `locationType` is a code whose meaning nobody states.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, optional_address, record_id, text_of
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    employer_name,
    recorded_system,
    site_of,
    token_options,
)
from listings.boards.formats.json_api import (
    Envelope,
    is_true,
    label,
    labels,
    optional_child,
    page_from,
    read_envelope,
    whole_number,
)
from listings.boards.formats.shapes import json_value

LIST = "https://{token}.bamboohr.com/careers/list"
PLACE = re.compile(rf"//(?!(?:www|api|app|help|documentation|static)\.)({HOST_LABEL})\.bamboohr\.com")
NUMBER = re.compile(r"/careers/(\d{1,18})")
EXPECTED = "the career page's JSON object"
# For vacancies read from a file, whose host is unknown.
DEFAULT_SITE = "https://www.bamboohr.com"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    value = json_value(response.body, EXPECTED)
    result = value.get("result") if isinstance(value, dict) else None
    if isinstance(result, dict) and isinstance(result.get("jobOpening"), dict):
        envelope = Envelope([result["jobOpening"]], value, False)
        return page_from(envelope, lambda record: read(record, detail_id(record, response), response), complete=False)
    envelope = read_envelope(response, "result", ("id", "jobOpeningName"), EXPECTED)
    total = whole_number(optional_child(envelope.values, "meta").get("totalCount"))
    complete = envelope.is_whole and total in (None, len(envelope.records))
    page = page_from(envelope, lambda record: read(record, record.get("id"), response), complete=complete)
    company = response.request.company
    follow = [Request(f"{ad.url}/detail", ad.external_id, company=company) for ad in page.ads]
    return replace(page, follow=follow)


def detail_id(record: Mapping[str, Any], response: Response) -> Any:
    """A detail has no id of its own, but an address to be shared."""
    address = NUMBER.search(label(record.get("jobOpeningShareUrl")))
    return response.request.external_id or record.get("id") or (address[1] if address else None)


def read(record: Mapping[str, Any], number: Any, response: Response) -> Ad:
    external_id = record_id(number)
    url = f"{site_of(response, DEFAULT_SITE)}/careers/{external_id}"
    published, zoned = moment(record.get("datePosted"))
    return Ad(
        external_id=external_id,
        url=optional_address(record.get("jobOpeningShareUrl")) or url,
        title=line(record.get("jobOpeningName"), "jobOpeningName", required=True),
        company=employer_name(None, response, url, PLACE),
        html=text_of(record.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location=place(record) or None,
        category="; ".join(labels(record.get("departmentLabel"))) or None,
        workplace=("Remote",) if is_true(record.get("isRemote")) else None,
        employment=labels(record.get("employmentStatusLabel")) or None,
        salary=label(record.get("compensation")) or None,
    )


def place(record: Mapping[str, Any]) -> str:
    """In the one or the other of two objects, of which either may be empty."""
    ours, theirs = (record.get(name) for name in ("atsLocation", "location"))
    parts = [{"city": value} if isinstance(value, str) else value for value in (ours, theirs)]
    names = ("city", "state", "province", "country", "addressCountry")
    return next(
        filter(None, (", ".join(labels(*map(part.get, names))) for part in parts if isinstance(part, dict))), ""
    )


BOARD = recorded_system(
    name="bamboohr",
    title="BambooHR",
    home="https://www.bamboohr.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.bamboohr.com/careers"),
)
