"""Recruitee's careers site API: all offers of one employer, on its own host; texts in two parts, places with notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, line, lines, optional_address, web_address, words

API = "https://{token}.recruitee.com/api/offers/"
PLACE = re.compile(rf"//({hiring_systems.IN_HOST})\.recruitee\.com")
WORKPLACES = {"remote": "Remote", "hybrid": "Hybrid", "on_site": "On-site"}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "offers", ("id", "title", "careers_url"), "the API's JSON object")
    return hiring_systems.page_of(found, lambda record: read(record, response), complete=found.whole)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    status = line(record.get("status"), "status")
    if status not in ("", "published"):
        raise BadRecord(f"it is not published (status is {status})")
    url = web_address(record.get("careers_url"), "careers_url", required=True)
    published, zoned = moment(record, "published_at")
    pay = hiring_systems.part(record, "salary")
    places = hiring_systems.parts(record, "locations")
    texts = (words(record.get(name), name) for name in ("description", "requirements"))
    return Ad(
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=hiring_systems.employer(record.get("company_name"), response, url, PLACE),
        html="\n".join(filter(None, texts)),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record, "close_at")[0],
        location=hiring_systems.places([*map(place, places)] or [record.get("location")]),
        category=line(record.get("department"), "department"),
        workplace=tuple(word for name, word in WORKPLACES.items() if record.get(name) is True),
        employment=hiring_systems.distinct([record.get("employment_type_code")]),
        seniority=hiring_systems.distinct([record.get("experience_code")]),
        salary=hiring_systems.pay(*(pay.get(name) for name in ("min", "max", "currency", "period"))),
        tags=lines(record.get("tags"), "tags"),
        apply_url=optional_address(record.get("careers_apply_url")),
        fields=hiring_systems.stated_fields(
            location_notes=(one.get("note") for one in places),
            category_code=[record.get("category_code")],
            hours_per_week=[hiring_systems.span(record.get("min_hours_per_week"), record.get("max_hours_per_week"))],
            languages=hiring_systems.part(record, "translations"),
        ),
    )


def place(one: Mapping[str, Any]) -> str:
    """Its name may say more than its address: "Germany/Remote"."""
    address = hiring_systems.place_of(one, "city", "state", "country")
    name = line(one.get("name"), "location")
    return address if not name or name in address else f"{name} ({address})" if address else name


def moment(record: Mapping[str, Any], name: str) -> Any:
    return iso_moment(words(record.get(name), name).replace(" UTC", "+00:00"), name)


BOARD = Board(
    name="recruitee",
    title="Recruitee",
    home="https://recruitee.com/",
    expects="json",
    terms=hiring_systems.public_terms("Recruitee", "https://docs.recruitee.com/reference/intro-to-careers-site-api"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_HOST, "TOKEN.recruitee.com"),
)
