"""JazzHR's feed of an employer's vacancies, as XML. There is one small recording, which was made by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import _Element

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import distinct, line, read_each, text_of, web_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    employer_name,
    extra_fields,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import plain_id
from listings.boards.formats.shapes import mended_xml_root, shape_of

FEED = "https://app.jazz.co/feeds/export/jobs/{token}"
PLACE = re.compile(
    rf"(?://(?!www\.|app\.)(?={HOST_LABEL}\.applytojob\.com)|\bapp\.jazz\.co/feeds/export/jobs/)({HOST_LABEL})(?=[./?#]|$)"
)
EXPECTED = "a feed's XML"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    root, is_mended = mended_xml_root(response, EXPECTED)
    if root.tag not in ("jobs", "job"):
        raise BrokenShape(f"{shape_of(response.body)}, not {EXPECTED}")
    jobs = [root] if root.tag == "job" else root.iterfind("job")
    complete = root.tag == "jobs" and not is_mended
    return read_each(jobs, lambda job: read(job, response), lambda job: job.findtext("id"), complete=complete)


def read(job: _Element, response: Response) -> Ad:
    def field(name: str) -> str:
        return line(job.findtext(name), name)

    url = web_address(field("url"), "url", required=True)
    published, zoned = moment(field("createdon"))
    places = distinct([field("city"), field("state"), field("country")])
    return Ad(
        external_id=plain_id(field("id"), "id"),
        url=url,
        title=line(job.findtext("title"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        html=text_of(job.findtext("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location=", ".join(places),
        category=field("department"),
        workplace=workplaces_in(places),
        employment=distinct([field("type")]),
        fields=extra_fields(number=[field("internalcode")]),
    )


BOARD = recorded_system(
    name="jazzhr",
    title="JazzHR",
    home="https://www.jazzhr.com/",
    expects="xml",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.applytojob.com"),
)
