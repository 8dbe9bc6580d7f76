"""Rippling's job boards: a list with a record for each place of a vacancy, and a detail with text, dates and pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, read_each, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import as_object, children, label, labels, read_envelope
from listings.boards.formats.pay import pay_text

API = "https://api.rippling.com/platform/api/ats/v1/board/{token}/jobs"
LOCALE = r"(?:[a-z]{2}-[A-Z]{2}/)?"
PLACE = re.compile(
    rf"(?:ats\.(?:\w{{1,9}}\.)?rippling\.com/{LOCALE}|rippling\.com/platform/api/ats/v\d/board/)({PATH_SEGMENT})(?=[/?#]|$)"
)


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    """A list, or the object of a single vacancy."""
    envelope = read_envelope(response, "jobs", ("uuid", "name"), "the API's JSON list")
    page = read_each(
        by_vacancy(envelope.records),
        lambda records: read([as_object(record) for record in records], response),
        lambda records: records[0].get("uuid") if isinstance(records[0], dict) else None,
        complete=(is_list := response.body.lstrip()[:1] == b"["),
    )
    return replace(page, follow=list(details(page, response)) if is_list else [])


def details(page: Page, response: Response) -> Iterator[Request]:
    for ad in page.ads:
        if match := PLACE.search(ad.url):
            url = f"{API.format(token=match[1])}/{ad.external_id}"
            yield Request(url, ad.external_id, company=response.request.company)


def by_vacancy(records: Sequence[Any]) -> list[list[Any]]:
    """The records of each vacancy, one for each of its places."""
    grouped: dict[Any, list[Any]] = {}
    for position, record in enumerate(records):
        uuid = record.get("uuid") if isinstance(record, dict) else None
        grouped.setdefault(uuid if isinstance(uuid, str) and uuid else position, []).append(record)
    return list(grouped.values())


def read(records: Sequence[Mapping[str, Any]], response: Response) -> Ad:
    record = records[0]
    url = web_address(record.get("url"), "url", required=True)
    places = labels(*(place for each in records for place in (each.get("workLocation"), each.get("workLocations"))))
    published, zoned = moment(record.get("createdOn"))
    is_detail = "description" in record
    return Ad(
        external_id=record_id(record.get("uuid"), "uuid"),
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=employer_name(record.get("companyName"), response, url, PLACE),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places) or None,
        category="; ".join(labels(record.get("department"))) or None,
        workplace=workplaces_in(places) or None,
        employment=labels(employment(record.get("employmentType"))) if is_detail else None,
        salary="; ".join(dict.fromkeys(filter(None, map(pay, children(record, "payRangeDetails"))))) or None,
    )


def employment(kind: Any) -> Any:
    """The `label` of a kind is a code, "SALARIED_FT", and its `id` the name."""
    return kind.get("id") or kind.get("label") if isinstance(kind, dict) else kind


def pay(details: Mapping[str, Any]) -> str:
    return pay_text(*(details.get(name) for name in ("rangeStart", "rangeEnd", "currency", "frequency")))


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    """What the role is comes first, whatever else is said of the company behind it."""
    description = record.get("description")
    parts = description if isinstance(description, dict) else {"role": description}
    for name in sorted(parts, key=lambda part: part != "role"):
        if text := text_of(parts[name], label(name)):
            yield text


BOARD = recorded_system(
    name="rippling",
    title="Rippling",
    home="https://www.rippling.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "ats.rippling.com/TOKEN/jobs"),
)
