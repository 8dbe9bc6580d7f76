"""Lever's postings API: a bare list of an employer's vacancies, descriptions in pieces, times in milliseconds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    distinct,
    line,
    lines,
    optional_address,
    record_id,
    scalar_text,
    text_of,
    web_address,
)
from listings.boards.formats.hiring_systems import (
    INTERVAL,
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    joined_places,
    public_terms,
    token_options,
)
from listings.boards.formats.json_api import child, children, page_from, read_envelope
from listings.boards.formats.pay import pay_text
from listings.vocabulary.countries import COUNTRIES

API = "https://{host}/v0/postings/{token}?mode=json"
PLACE = re.compile(rf"lever\.co/(?:v0/postings/)?({PATH_SEGMENT})(?=[/?#]|$)")
# What the API writes where the employer has chosen no workplace type.
UNSTATED = "unspecified"
NO_PLACE = re.compile(r"(?i)(?:fully |100% )?remote")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(**options), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "postings", ("id", "text", "hostedUrl"), "the API's JSON list")
    # A single record, cut out of its list, is an object.
    is_list = response.body.lstrip()[:1] == b"["
    return page_from(envelope, lambda record: read(record, response), complete=is_list)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("hostedUrl"), "hostedUrl", required=True)
    categories = child(record, "categories")
    pay = child(record, "salaryRange")
    workplace = line(record.get("workplaceType"), "workplaceType")
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("text"), "text", required=True),
        company=employer_name(None, response, url, PLACE),
        html="\n".join(filter(None, description_parts(record))),
        published_at=moment(record.get("createdAt"))[0],
        location=location(record, categories),
        category="; ".join(distinct([categories.get("department"), categories.get("team")])),
        workplace=(workplace,) if workplace and workplace != UNSTATED else (),
        employment=distinct([categories.get("commitment")]),
        seniority=distinct([categories.get("level")]),
        salary=pay_text(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval")),
        tags=lines(record.get("tags"), "tags"),
        apply_url=optional_address(record.get("applyUrl")),
        fields=extra_fields(country=[record.get("country")], requisition=[record.get("reqCode")]),
    )


def location(record: Mapping[str, Any], categories: Mapping[str, Any]) -> str:
    """With the record's country where the places are no more than "Remote"."""
    places = joined_places([categories.get("location"), *lines(categories.get("allLocations"), "allLocations")])
    country = COUNTRIES.get(scalar_text(record.get("country")).upper(), "")
    return f"{places}, {country}" if country and NO_PLACE.fullmatch(places) else places


def description_parts(record: Mapping[str, Any]) -> Iterator[str]:
    """In the order of the ad's own page: description, each list under its heading, pay, the rest."""
    yield text_of(record.get("description"), "description")
    for section in children(record, "lists"):
        heading, items = line(section.get("text"), "lists"), text_of(section.get("content"), "lists")
        yield f"<h3>{escape(heading, quote=False)}</h3>" if heading else ""
        # The API serves bare <li> elements.
        yield items if not items or items.startswith(("<ul", "<ol", "<p", "<div")) else f"<ul>{items}</ul>"
    yield text_of(record.get("salaryDescription"), "salaryDescription")
    yield text_of(record.get("additional"), "additional")


BOARD = Board(
    name="lever",
    title="Lever",
    home="https://www.lever.co/",
    expects="json",
    terms=public_terms("Lever", "https://github.com/lever/postings-api"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.lever.co/TOKEN")
    | {"host": Option("host", "api.lever.co", r"api\.(eu\.)?lever\.co")},
)
