"""Work at a Startup: the page of a company of Y Combinator with its vacancies as JSON, and a page with markup for each.

One company's pages were recorded. In a list, "8 months" is no date, and the range of pay has no period. A vacancy's own
page has both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.bounded_json import loads
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import BadRecord, line, optional_address, resolved_address
from listings.boards.formats.hiring_systems import (
    NOT_READ,
    PATH_SEGMENT,
    RECORDED_ON,
    employer_name,
    extra_fields,
    token_options,
    unread_terms,
    workplaces_in,
)
from listings.boards.formats.html import parse_html
from listings.boards.formats.json_api import Envelope, Record, label, labels, optional_child, page_from
from listings.boards.formats.shapes import is_web_page, shape_of

SITE = "https://www.ycombinator.com"
LIST = SITE + "/companies/{token}/jobs"
PLACE = re.compile(rf"(?:ycombinator|workatastartup)\.com/companies/(?!industry/|location/)({PATH_SEGMENT})(?=[/?#]|$)")
NUMBER = re.compile(r"/jobs/([A-Za-z0-9]{3,20})(?=[-/?#]|$)")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape_of(response.body)}, not a company's page")
    props = page_props(parse_html(response))
    postings = props.get("jobPostings")
    if not isinstance(postings, list):
        return markup_page(response, id_of)
    company = label(optional_child(props, "company").get("name"))
    page = page_from(Envelope(postings, props, True), lambda record: read(record, company, response), complete=True)
    return replace(page, follow=[Request(ad.url, ad.external_id, company=ad.company) for ad in page.ads])


def page_props(page: BeautifulSoup) -> Mapping[str, Any]:
    """What Inertia puts into an attribute of the page; {} where there is nothing, or nothing that can be read."""
    element = page.select_one("[data-page]")
    try:
        data = loads(str(element["data-page"])) if element else {}
    # Deeply nested JSON raises RecursionError.
    except (ValueError, RecursionError):
        return {}
    return optional_child(data, "props") if isinstance(data, dict) else {}


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    if match is None:
        raise BadRecord("the address names no vacancy")
    return match[1]


def read(record: Record, company: str, response: Response) -> Ad:
    url = resolved_address(record.get("url"), SITE, "url", required=True)
    places = labels(record.get("location"))
    names = ("salaryRange", "equityRange", "minExperience", "visa")
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(label(record.get("companyName")) or company, response, url, PLACE),
        location="; ".join(places) or None,
        category="; ".join(labels(record.get("prettyRole"), record.get("roleSpecificType"))) or None,
        workplace=workplaces_in(places) or None,
        employment=labels(record.get("type")) or None,
        tags=labels(record.get("skills")) or None,
        apply_url=optional_address(record.get("applyUrl")),
        fields=extra_fields(**{name: [label(record.get(name))] for name in names}),
    )


BOARD = Board(
    name="workatastartup",
    title="Work at a Startup",
    home="https://www.workatastartup.com/",
    expects="html",
    terms=unread_terms("Work at a Startup"),
    absence="closes",
    interval=timedelta(hours=12),
    remote_only=False,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "www.ycombinator.com/companies/TOKEN"),
)
