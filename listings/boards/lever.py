"""Lever's postings API: a bare list of an employer's vacancies. Its texts come in pieces, its times in milliseconds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, line, lines, optional_address, web_address, words

API = "https://{host}/v0/postings/{token}?mode=json"
PLACE = re.compile(rf"lever\.co/(?:v0/postings/)?({hiring_systems.IN_PATH})(?=[/?#]|$)")
UNSTATED = "unspecified"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(**options), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "postings", ("id", "text", "hostedUrl"), "the API's JSON list")
    return hiring_systems.page_of(
        found, lambda record: read(record, response), complete=response.body.lstrip()[:1] == b"["
    )


def read(record: Mapping[str, Any], response: Response) -> Ad:
    url = web_address(record.get("hostedUrl"), "hostedUrl", required=True)
    categories = hiring_systems.part(record, "categories")
    pay = hiring_systems.part(record, "salaryRange")
    at = line(record.get("workplaceType"), "workplaceType")
    return Ad(
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
        title=line(record.get("text"), "text", required=True),
        company=hiring_systems.employer(None, response, url, PLACE),
        html="\n".join(filter(None, pieces(record))),
        published_at=created(record.get("createdAt")),
        location=hiring_systems.places(
            [categories.get("location"), *lines(categories.get("allLocations"), "allLocations")]
        ),
        category="; ".join(hiring_systems.distinct([categories.get("department"), categories.get("team")])),
        workplace=(at,) if at and at != UNSTATED else (),
        employment=hiring_systems.distinct([categories.get("commitment")]),
        seniority=hiring_systems.distinct([categories.get("level")]),
        salary=hiring_systems.pay(pay.get("min"), pay.get("max"), pay.get("currency"), pay.get("interval")),
        tags=lines(record.get("tags"), "tags"),
        apply_url=optional_address(record.get("applyUrl")),
        fields=hiring_systems.stated_fields(country=[record.get("country")], requisition=[record.get("reqCode")]),
    )


def pieces(record: Mapping[str, Any]) -> Iterator[str]:
    """As the ad's own page shows them: the description, each list under its heading, pay, the rest."""
    yield words(record.get("description"), "description")
    for one in hiring_systems.parts(record, "lists"):
        heading, items = line(one.get("text"), "lists"), words(one.get("content"), "lists")
        yield f"<h3>{escape(heading, quote=False)}</h3>" if heading else ""
        yield items if not items or items.startswith(("<ul", "<ol", "<p", "<div")) else f"<ul>{items}</ul>"
    yield words(record.get("salaryDescription"), "salaryDescription")
    yield words(record.get("additional"), "additional")


def created(milliseconds: Any) -> datetime | None:
    if milliseconds is None:
        return None
    try:
        moment = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise BadRecord(f"createdAt is no time in milliseconds: {str(milliseconds)[:40]!r}") from error
    return iso_moment(moment.isoformat(), "createdAt")[0]


BOARD = Board(
    name="lever",
    title="Lever",
    home="https://www.lever.co/",
    expects="json",
    terms=hiring_systems.public_terms("Lever", "https://github.com/lever/postings-api"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_PATH, "jobs.lever.co/TOKEN")
    | {"host": Option("host", "api.lever.co", r"api\.(eu\.)?lever\.co")},
)
