"""SmartRecruiters' posting API: lists without texts, single postings with them. Read from files only, never asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, line, optional_address, web_address, words

API = "https://api.smartrecruiters.com/v1/companies/{token}/postings?limit=100"
PAGE = "https://jobs.smartrecruiters.com/{token}/{id}"
PLACE = re.compile(rf"smartrecruiters\.com/(?:v1/companies/)?({hiring_systems.IN_PATH})(?=[/?#]|$)")
WORKPLACES = {"remote": "Remote", "hybrid": "Hybrid"}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "content", ("id", "name", "releasedDate"), "the API's JSON object")
    complete = found.whole and found.envelope.get("totalFound") == len(found.records)
    return hiring_systems.page_of(found, lambda record: read(record, response), complete=complete)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if record.get("visibility") not in (None, "PUBLIC"):
        raise BadRecord("the employer does not show it (its visibility is not public)")
    number = hiring_systems.identity(record.get("id"))
    company = hiring_systems.part(record, "company")
    page = PAGE.format(token=line(company.get("identifier"), "company"), id=number)
    url = web_address(record.get("postingUrl") or page, "postingUrl", required=True)
    published, zoned = iso_moment(record.get("releasedDate"), "releasedDate")
    place = hiring_systems.part(record, "location")
    pay = hiring_systems.part(record, "compensation")
    level = label(record, "experienceLevel")
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=hiring_systems.employer(company.get("name"), response, url, PLACE),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        location=line(place.get("fullLocation"), "location")
        or hiring_systems.place_of(place, "city", "region", "country"),
        category="; ".join(hiring_systems.distinct([label(record, "department"), label(record, "function")])),
        workplace=tuple(word for name, word in WORKPLACES.items() if place.get(name) is True),
        employment=hiring_systems.distinct([label(record, "typeOfEmployment")]),
        seniority=(level,) if level and level != "Not Applicable" else (),
        salary=hiring_systems.pay(*(pay.get(name) for name in ("min", "max", "currency", "period"))),
        apply_url=optional_address(record.get("applyUrl")),
        fields=hiring_systems.stated_fields(
            hybrid=[place.get("hybridDescription")], industry=[label(record, "industry")]
        ),
    )


def label(record: Mapping[str, Any], name: str) -> str:
    return line(hiring_systems.part(record, name).get("label"), name)


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    for section in hiring_systems.part(hiring_systems.part(record, "jobAd"), "sections").values():
        if isinstance(section, dict) and (text := words(section.get("text"), "jobAd")):
            title = line(section.get("title"), "jobAd")
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = Board(
    name="smartrecruiters",
    title="SmartRecruiters",
    home="https://www.smartrecruiters.com/",
    expects="json",
    terms=hiring_systems.public_terms(
        "SmartRecruiters", "https://developers.smartrecruiters.com/docs/posting-api", "The terms forbid reuse."
    ),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    status="parser only",
    status_reason="its terms forbid the reuse of what the API serves",
    status_on=date(2026, 11, 23),
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_PATH, "jobs.smartrecruiters.com/TOKEN"),
)
