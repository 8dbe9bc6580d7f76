"""Recruitee's careers site API: all offers of an employer, at its own host; texts in two parts, places with notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    distinct,
    line,
    lines,
    optional_address,
    record_id,
    text_of,
    web_address,
)
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    INTERVAL,
    employer_name,
    extra_fields,
    joined_places,
    place_name,
    public_terms,
    token_options,
)
from listings.boards.formats.json_api import child, children, page_from, read_envelope
from listings.boards.formats.pay import pay_text, range_text

API = "https://{token}.recruitee.com/api/offers/"
PLACE = re.compile(rf"//({HOST_LABEL})\.recruitee\.com")
# Switches of a record, of which several may be on.
WORKPLACES = {"remote": "Remote", "hybrid": "Hybrid", "on_site": "On-site"}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "offers", ("id", "title", "careers_url"), "the API's JSON object")
    return page_from(envelope, lambda record: read(record, response), complete=envelope.is_whole)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    status = line(record.get("status"), "status")
    if status not in ("", "published"):
        raise BadRecord(f"it is not published (status is {status})")
    url = web_address(record.get("careers_url"), "careers_url", required=True)
    published, zoned = moment(record.get("published_at"))
    pay = child(record, "salary")
    places = children(record, "locations")
    texts = (text_of(record.get(name), name) for name in ("description", "requirements"))
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(record.get("company_name"), response, url, PLACE),
        html="\n".join(filter(None, texts)),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record.get("close_at"))[0],
        location=joined_places([*map(place, places)] or [record.get("location")]),
        category=line(record.get("department"), "department"),
        workplace=tuple(workplace for name, workplace in WORKPLACES.items() if record.get(name) is True),
        employment=distinct([record.get("employment_type_code")]),
        seniority=distinct([record.get("experience_code")]),
        salary=pay_text(*(pay.get(name) for name in ("min", "max", "currency", "period"))),
        tags=lines(record.get("tags"), "tags"),
        apply_url=optional_address(record.get("careers_apply_url")),
        fields=extra_fields(
            location_notes=(location.get("note") for location in places),
            category_code=[record.get("category_code")],
            hours_per_week=[range_text(record.get("min_hours_per_week"), record.get("max_hours_per_week"))],
            languages=child(record, "translations"),
        ),
    )


def place(location: Mapping[str, Any]) -> str:
    """With the name where it says more than the address: "Germany/Remote"."""
    address = place_name(location, "city", "state", "country")
    name = line(location.get("name"), "location")
    return address if not name or name in address else f"{name} ({address})" if address else name


BOARD = Board(
    name="recruitee",
    title="Recruitee",
    home="https://recruitee.com/",
    expects="json",
    terms=public_terms("Recruitee", "https://docs.recruitee.com/reference/intro-to-careers-site-api"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.recruitee.com"),
)
