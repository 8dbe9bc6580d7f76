"""Comeet's hosted career pages: an employer's positions as JSON within the page, or from the API as a list.

A position is dated by its last change alone, so that it has no date of publication. Its `email` is an address for
applications and is never kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.charset import decoded
from listings.boards.formats.fields import BadRecord, line, optional_address, text_of, web_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    recorded_system,
    token_options,
)
from listings.boards.formats.json_api import (
    Envelope,
    children,
    is_true,
    label,
    labels,
    optional_child,
    page_from,
    plain_id,
    read_envelope,
)
from listings.boards.formats.script_json import assigned_value
from listings.boards.formats.shapes import is_web_page

LIST = "https://www.comeet.com/jobs/{token}"
PLACE = re.compile(rf"comeet\.com/jobs/({PATH_SEGMENT}/[A-Za-z0-9]{{1,9}}\.[A-Za-z0-9]{{1,9}})(?=[/?#]|$)")
EMPLOYER = re.compile(rf"comeet\.com/jobs/({PATH_SEGMENT})/")
POSITIONS = "COMPANY_POSITIONS_DATA"
PAGES = ("url_comeet_hosted_page", "url_recruit_hosted_page", "url_active_page", "url_detected_page")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if is_web_page(response.body):
        positions = assigned_value(decoded(response.body, response.content_type), POSITIONS)
        if not isinstance(positions, list):
            raise BrokenShape(f"an HTML page without {POSITIONS}")
        envelope = Envelope(positions, {}, True)
    else:
        envelope = read_envelope(response, "positions", ("uid", "name"), "the API's JSON list")
    complete = envelope.is_whole or response.body.lstrip()[:1] == b"["
    return page_from(envelope, lambda record: read(record, response), complete=complete, id_field="uid")


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if is_true(record.get("is_internal")):
        raise BadRecord("it is open to the employer's own people only")
    address = next((record[name] for name in PAGES if record.get(name)), None)
    url = web_address(address, PAGES[0], required=True)
    place = optional_child(record, "location")
    workplace = labels(record.get("workplace_type"))
    return Ad(
        external_id=plain_id(record.get("uid"), "uid"),
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=employer_name(record.get("company_name"), response, url, EMPLOYER),
        html="\n".join(sections(record)),
        location=", ".join(labels(place.get("city"), place.get("state"), place.get("country"))) or label(place),
        category="; ".join(labels(record.get("department"))),
        workplace=workplace or (("Remote",) if is_true(place.get("is_remote")) else ()),
        employment=labels(record.get("employment_type")),
        seniority=labels(record.get("experience_level")),
        apply_url=optional_address(record.get("url_active_page")),
    )


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    """In the list of the API, or in that of a page; a section may be empty but for its tags."""
    details = children(record, "details") or children(optional_child(record, "custom_fields"), "details")
    for section in details:
        if text := text_of(section.get("value"), "details"):
            title = label(section.get("name"))
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = recorded_system(
    name="comeet",
    title="Comeet",
    home="https://www.comeet.com/",
    expects="html",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(
        rf"{PATH_SEGMENT}/[A-Za-z0-9]{{1,9}}\.[A-Za-z0-9]{{1,9}}", "www.comeet.com/jobs/NAME/UID: NAME/UID"
    ),
)
