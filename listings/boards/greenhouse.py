"""Greenhouse's job board API: all vacancies of one employer. Texts come escaped, pay in cents."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import iso_moment, line, web_address, words

API = "https://boards-api.greenhouse.io/v1/boards/{token}/jobs?content=true&pay_transparency=true"
PLACE = re.compile(rf"greenhouse\.io/(?:v1/boards/|embed/job_app\?for=)?({hiring_systems.IN_PATH})(?=[/&?#]|$)")
ABOUT_WORKPLACE = re.compile(r"(?i)work ?place|location type|remote|work (model|style|arrangement)")
ABOUT_EMPLOYMENT = re.compile(r"(?i)employment|contract type|time type|job type|commitment")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("id", "absolute_url", "title"), "the API's JSON object")
    meta = found.envelope.get("meta") or {}
    # A total that cannot be read proves nothing, so that such a list is no whole one.
    total = meta.get("total", len(found.records)) if isinstance(meta, dict) else None
    complete = found.whole and total == len(found.records)
    return hiring_systems.page_of(found, lambda record: read(record, response), complete=complete)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("absolute_url"), "absolute_url", required=True)
    content = words(record.get("content"), "content")
    published, zoned = iso_moment(record.get("first_published"), "first_published")
    offices = hiring_systems.distinct(office.get("name") for office in hiring_systems.parts(record, "offices"))
    own = own_fields(record)
    at = [one for name, texts in own.items() if ABOUT_WORKPLACE.search(name) for one in texts]
    numbers = {name: [str(record.get(name) or "")] for name in ("internal_job_id", "requisition_id", "language")}
    return Ad(
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=hiring_systems.employer(record.get("company_name"), response, url, PLACE),
        html=content if "<" in content else html.unescape(content),
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(record.get("application_deadline"), "application_deadline")[0],
        location=line(hiring_systems.part(record, "location").get("name"), "location"),
        category="; ".join(
            hiring_systems.distinct(one.get("name") for one in hiring_systems.parts(record, "departments"))
        ),
        workplace=hiring_systems.distinct([*at, *hiring_systems.naming_workplace(offices)]),
        employment=tuple(one for name, texts in own.items() if ABOUT_EMPLOYMENT.search(name) for one in texts),
        salary="; ".join(filter(None, map(pay, hiring_systems.parts(record, "pay_input_ranges")))),
        fields={**own, **hiring_systems.stated_fields(offices=offices, **numbers)},
    )


def own_fields(record: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The employer's own fields that hold words, by the names that it gave them."""
    found = {}
    for one in hiring_systems.parts(record, "metadata"):
        value = one.get("value")
        texts = [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
        found[line(one.get("name"), "metadata")] = hiring_systems.distinct(texts)
    return {name: texts for name, texts in found.items() if name and texts}


def pay(stated: Mapping[str, Any]) -> str:
    low, high = (one / 100 if type(one := stated.get(name)) is int else None for name in ("min_cents", "max_cents"))
    unit = hiring_systems.unit_in(line(stated.get("title"), "title"))
    return hiring_systems.pay(low, high, stated.get("currency_type"), unit)


BOARD = Board(
    name="greenhouse",
    title="Greenhouse",
    home="https://www.greenhouse.com/",
    expects="json",
    terms=hiring_systems.public_terms("Greenhouse", "https://developers.greenhouse.io/job-board.html"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_PATH, "job-boards.greenhouse.io/TOKEN"),
)
