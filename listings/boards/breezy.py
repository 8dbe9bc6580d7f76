"""Breezy's career sites: all vacancies of an employer as a JSON list.

Its `salary` is a text without a period: "$1.40k - $1.80k" is a week's pay of a driver and nothing says so. It is kept
among the other fields, where nobody takes it for a year's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    workplaces_in,
)
from listings.boards.formats.json_api import children, is_true, label, labels, optional_child, page_from, read_envelope

LIST = "https://{token}.breezy.hr/json?verbose=true"
PLACE = re.compile(rf"//(?!(?:www|app|api|help|developer)\.)({HOST_LABEL})\.breezy\.hr")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "positions", ("id", "name", "url"), "a career site's JSON list")
    is_list = response.body.lstrip()[:1] == b"["
    return page_from(envelope, lambda record: read(record, response), complete=is_list)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    published, zoned = moment(record.get("published_date"))
    places = children(record, "locations") or children(record, "location")
    remote = [place for place in places if is_true(place.get("is_remote"))]
    all_remote = bool(places) and len(remote) == len(places)
    texts = labels(*(place_of(place) if all_remote else marked(place) for place in places))
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=employer_name(optional_child(record, "company").get("name"), response, url, PLACE),
        html=text_of(record.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(texts),
        category="; ".join(labels(record.get("department"))),
        workplace=("Remote",) if all_remote else workplaces_in(texts),
        employment=labels(record.get("type")),
        fields=extra_fields(salary=[label(record.get("salary"))]),
    )


def place_of(place: Mapping[str, Any]) -> str:
    """Its name is short ("Tacoma, WA"); without a country, the name may be that of a country abroad."""
    parts = labels(place.get("city"), place.get("state"), place.get("country"))
    return ", ".join(parts) or label(place.get("name"))


def marked(place: Mapping[str, Any]) -> str:
    """Of several places, only some may be remote."""
    return f"{place_of(place)} (Remote)" if is_true(place.get("is_remote")) else place_of(place)


BOARD = recorded_system(
    name="breezy",
    title="Breezy",
    home="https://breezy.hr/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.breezy.hr"),
)
