"""Greenhouse's job board API: all vacancies of an employer, with escaped descriptions and pay in cents."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import distinct, line, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import (
    INTERVAL,
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    joined_places,
    public_terms,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import child, children, page_from, read_envelope
from listings.boards.formats.pay import pay_text, pay_unit
from listings.boards.formats.workplace_answers import workplace_answer
from listings.vocabulary.entities import unescaped_entities

API = "https://boards-api.greenhouse.io/v1/boards/{token}/jobs?content=true&pay_transparency=true"
PLACE = re.compile(rf"greenhouse\.io/(?:v1/boards/|embed/job_app\?for=)?({PATH_SEGMENT})(?=[/&?#]|$)")
# Employers name their fields themselves: "Workplace Type", "Work Model", "Time Type".
ABOUT_WORKPLACE = re.compile(r"(?i)work ?place|location type|remote|work (model|style|arrangement)")
REMOTE_PLACE = re.compile(r"(?i)\bremote\W{1,5}[^\W\d_]{2}|[^\W\d_]{2}\W{1,5}remote\b")
ABOUT_EMPLOYMENT = re.compile(r"(?i)employment|contract type|time type|job type|commitment")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("id", "absolute_url", "title"), "the API's JSON object")
    meta = envelope.values.get("meta") or {}
    # A total that cannot be read proves nothing: then the list does not count as complete.
    total = meta.get("total", len(envelope.records)) if isinstance(meta, dict) else None
    complete = envelope.is_whole and total == len(envelope.records)
    return page_from(envelope, lambda record: read(record, response), complete=complete)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("absolute_url"), "absolute_url", required=True)
    content = text_of(record.get("content"), "content")
    published, zoned = moment(record.get("first_published"))
    offices = distinct(office.get("name") for office in children(record, "offices"))
    custom = custom_fields(record)
    about_workplace = [(name, text) for name, texts in custom.items() if ABOUT_WORKPLACE.search(name) for text in texts]
    workplace = [answer for name, text in about_workplace if (answer := workplace_answer(name, text))]
    numbers = {name: [str(record.get(name) or "")] for name in ("internal_job_id", "requisition_id", "language")}
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(record.get("company_name"), response, url, PLACE),
        # Escaped as a whole by the API; lists processed by others have it unescaped.
        html=content if "<" in content else unescaped_entities(content),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record.get("application_deadline"))[0],
        # An office in name only is a place where people may work from: "Remote - India".
        location=joined_places([child(record, "location").get("name"), *filter(REMOTE_PLACE.search, offices)]),
        category="; ".join(distinct(department.get("name") for department in children(record, "departments"))),
        workplace=distinct([*workplace, *workplaces_in(offices)]),
        employment=tuple(text for name, texts in custom.items() if ABOUT_EMPLOYMENT.search(name) for text in texts),
        salary="; ".join(filter(None, map(pay, children(record, "pay_input_ranges")))),
        fields={**custom, **extra_fields(offices=offices, **numbers)},
    )


def custom_fields(record: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The text fields that the employer has defined, by the employer's names for them."""
    fields = {}
    for field in children(record, "metadata"):
        value = field.get("value")
        if isinstance(value, bool):
            value = "Yes" if value else "No"
        texts = [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
        fields[line(field.get("name"), "metadata")] = distinct(texts)
    return {name: texts for name, texts in fields.items() if name and texts}


def pay(pay_range: Mapping[str, Any]) -> str:
    bounds = (pay_range.get(name) for name in ("min_cents", "max_cents"))
    low, high = (cents / 100 if type(cents) is int else None for cents in bounds)
    # The unit stands only in the title, such as "Hourly rate".
    unit = pay_unit(line(pay_range.get("title"), "title"))
    return pay_text(low, high, pay_range.get("currency_type"), unit)


BOARD = Board(
    name="greenhouse",
    title="Greenhouse",
    home="https://www.greenhouse.com/",
    expects="json",
    terms=public_terms("Greenhouse", "https://developers.greenhouse.io/job-board.html"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "job-boards.greenhouse.io/TOKEN"),
)
