"""Personio's career sites: an employer's positions as XML, which states neither its name nor their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urlsplit

from lxml.etree import _Element

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import distinct, line, read_each, record_id, text_of
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    INTERVAL,
    employer_name,
    extra_fields,
    public_terms,
    token_options,
    workplaces_in,
)
from listings.boards.formats.pay import pay_text
from listings.boards.formats.shapes import mended_xml_root, shape_of

FEED = "https://{token}.jobs.personio.{domain}/xml"
PLACE = re.compile(rf"//({HOST_LABEL})\.jobs\.personio\.(?:de|com)")
FIELDS = ("recruitingCategory", "yearsOfExperience")
EXPECTED = "a career site's XML"
# For positions read from a file, whose host is unknown.
DEFAULT_HOME = "https://jobs.personio.com"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED.format(**options), company=options["company"])]


def parse(response: Response) -> Page:
    root, is_mended = mended_xml_root(response, EXPECTED)
    if root.tag not in ("workzag-jobs", "position"):
        raise BrokenShape(f"{shape_of(response.body)}, not {EXPECTED}")
    positions = [root] if root.tag == "position" else root.iterfind("position")
    return read_each(
        positions,
        lambda position: read(position, response),
        lambda position: position.findtext("id"),
        complete=root.tag == "workzag-jobs" and not is_mended,
    )


def read(position: _Element, response: Response) -> Ad:
    def field(name: str) -> str:
        return line(position.findtext(name), name)

    number = record_id(field("id"))
    requested = urlsplit(response.request.url)
    home = f"{requested.scheme}://{requested.netloc}" if requested.netloc else DEFAULT_HOME
    url = f"{home}/job/{number}"
    published, zoned = moment(field("createdAt"))
    other_offices = (office.text for office in position.iterfind("additionalOffices/office"))
    offices = distinct([field("office"), *other_offices])
    return Ad(
        external_id=number,
        url=url,
        title=line(position.findtext("name"), "name", required=True),
        company=employer_name(field("subcompany"), response, url, PLACE),
        html="\n".join(sections(position)),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(offices),
        category="; ".join(distinct([field("department"), field("occupationCategory"), field("occupation")])),
        workplace=workplaces_in(offices),
        employment=distinct([field("schedule"), field("employmentType")]),
        seniority=distinct([field("seniority")]),
        salary=pay(position),
        tags=distinct(field("keywords").split(",")),
        fields=extra_fields(**{name: [field(name)] for name in FIELDS}),
    )


def pay(position: _Element) -> str:
    names = ("min", "max", "currencyCode", "type")
    low, high, currency, unit = (position.findtext(f"salaryInformation/{name}") for name in names)
    return pay_text(low, high, currency or position.findtext("salaryInformation/currencySymbol"), unit)


def sections(position: _Element) -> Iterator[str]:
    for section in position.iterfind("jobDescriptions/jobDescription"):
        title, text = line(section.findtext("name"), "name"), text_of(section.findtext("value"), "value")
        if text:
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = Board(
    name="personio",
    title="Personio",
    home="https://www.personio.com/",
    expects="xml",
    terms=public_terms("Personio", "https://developer.personio.de/docs/retrieving-open-job-positions"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.jobs.personio.de")
    | {"domain": Option("domain of the career site: de or com", "de", "de|com", identifies=False)},
)
