"""Personio's career sites: an XML document of an employer's positions, which names neither it nor their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urlsplit

from lxml.etree import _Element

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import iso_moment, line, read_each, words
from listings.boards.formats.shapes import shape_of, xml_root

FEED = "https://{token}.jobs.personio.{domain}/xml"
PLACE = re.compile(rf"//({hiring_systems.IN_HOST})\.jobs\.personio\.(?:de|com)")
FIELDS = ("recruitingCategory", "yearsOfExperience")
DUE = "a career site's XML"
# A file that was cut out of its answer names no host; the vendor's own stands in.
NO_HOST = "https://jobs.personio.com"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED.format(**options), company=options["company"])]


def parse(response: Response) -> Page:
    root = xml_root(response.body, DUE)
    if root.tag not in ("workzag-jobs", "position"):
        raise BrokenShape(f"{shape_of(response.body)}, not {DUE}")
    positions = [root] if root.tag == "position" else root.findall("position")
    ads, rejected = read_each(positions, lambda one: read(one, response), lambda one: one.findtext("id"))
    return Page(ads=ads, rejected=rejected, complete=root.tag == "workzag-jobs")


def read(position: _Element, response: Response) -> Ad:
    def stated(name: str) -> str:
        return line(position.findtext(name), name)

    number = hiring_systems.identity(stated("id"))
    asked = urlsplit(response.request.url)
    url = f"{asked.scheme}://{asked.netloc}/job/{number}" if asked.netloc else f"{NO_HOST}/job/{number}"
    published, zoned = iso_moment(stated("createdAt"), "createdAt")
    offices = hiring_systems.distinct(
        [stated("office"), *(one.text for one in position.iterfind("additionalOffices/office"))]
    )
    return Ad(
        external_id=number,
        url=url,
        title=line(position.findtext("name"), "name", required=True),
        company=hiring_systems.employer(stated("subcompany"), response, url, PLACE),
        html="\n".join(sections(position)),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(offices),
        category="; ".join(
            hiring_systems.distinct([stated("department"), stated("occupationCategory"), stated("occupation")])
        ),
        workplace=hiring_systems.naming_workplace(offices),
        employment=hiring_systems.distinct([stated("schedule"), stated("employmentType")]),
        seniority=hiring_systems.distinct([stated("seniority")]),
        tags=hiring_systems.distinct(stated("keywords").split(",")),
        fields=hiring_systems.stated_fields(**{name: [stated(name)] for name in FIELDS}),
    )


def sections(position: _Element) -> Iterator[str]:
    for one in position.iterfind("jobDescriptions/jobDescription"):
        title, text = line(one.findtext("name"), "name"), words(one.findtext("value"), "value")
        if text:
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = Board(
    name="personio",
    title="Personio",
    home="https://www.personio.com/",
    expects="xml",
    terms=hiring_systems.public_terms("Personio", "https://developer.personio.de/docs/retrieving-open-job-positions"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_HOST, "TOKEN.jobs.personio.de")
    | {"domain": Option("domain of its career site: de or com", "de", "de|com", identifies=False)},
)
