"""SmartRecruiters' posting API: lists without descriptions, single postings with them. Read from files only.

So are the public pages of postings, which carry schema.org's microdata.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import (
    BadRecord,
    distinct,
    line,
    optional_address,
    record_id,
    text_of,
    web_address,
)
from listings.boards.formats.hiring_systems import (
    INTERVAL,
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    place_name,
    public_terms,
    token_options,
)
from listings.boards.formats.json_api import child, page_from, read_envelope
from listings.boards.formats.pay import pay_text
from listings.boards.formats.shapes import is_web_page

API = "https://api.smartrecruiters.com/v1/companies/{token}/postings?limit=100"
# For records without the address of their page.
PAGE = "https://jobs.smartrecruiters.com/{token}/{id}"
PLACE = re.compile(rf"smartrecruiters\.com/(?:v1/companies/)?({PATH_SEGMENT})(?=[/?#]|$)")
NUMBER = re.compile(r"smartrecruiters\.com/[^/?#]{1,100}/(\d{1,18})")
# Switches of a record's location.
WORKPLACES = {"remote": "Remote", "hybrid": "Hybrid"}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if is_web_page(response.body):
        return markup_page(response, id_of)
    envelope = read_envelope(response, "content", ("id", "name", "releasedDate"), "the API's JSON object")
    complete = envelope.is_whole and envelope.values.get("totalFound") == len(envelope.records)
    return page_from(envelope, lambda record: read(record, response), complete=complete)


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    return match[1] if match else url


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if record.get("visibility") not in (None, "PUBLIC"):
        raise BadRecord("the employer does not publish it (its visibility is not PUBLIC)")
    number = record_id(record.get("id"))
    company = child(record, "company")
    page = PAGE.format(token=line(company.get("identifier"), "company"), id=number)
    url = web_address(record.get("postingUrl") or page, "postingUrl", required=True)
    published, zoned = moment(record.get("releasedDate"))
    place = child(record, "location")
    pay = child(record, "compensation")
    level = label(record, "experienceLevel")
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=employer_name(company.get("name"), response, url, PLACE),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        location=line(place.get("fullLocation"), "location") or place_name(place, "city", "region", "country"),
        category="; ".join(distinct([label(record, "department"), label(record, "function")])),
        workplace=tuple(workplace for name, workplace in WORKPLACES.items() if place.get(name) is True),
        employment=distinct([label(record, "typeOfEmployment")]),
        seniority=(level,) if level and level != "Not Applicable" else (),
        salary=pay_text(*(pay.get(name) for name in ("min", "max", "currency", "period"))),
        apply_url=optional_address(record.get("applyUrl")),
        fields=extra_fields(hybrid=[place.get("hybridDescription")], industry=[label(record, "industry")]),
    )


def label(record: Mapping[str, Any], name: str) -> str:
    return line(child(record, name).get("label"), name)


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    for section in child(child(record, "jobAd"), "sections").values():
        if isinstance(section, dict) and (text := text_of(section.get("text"), "jobAd")):
            title = line(section.get("title"), "jobAd")
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = Board(
    name="smartrecruiters",
    title="SmartRecruiters",
    home="https://www.smartrecruiters.com/",
    expects="json",
    terms=public_terms(
        "SmartRecruiters", "https://developers.smartrecruiters.com/docs/posting-api", "The terms forbid reuse."
    ),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    status="parser only",
    status_reason="its terms forbid the reuse of its data",
    status_on=date(2026, 11, 23),
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.smartrecruiters.com/TOKEN"),
)
