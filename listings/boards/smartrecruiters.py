"""SmartRecruiters' posting API: lists without texts, single postings with them. Read from files only, never asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from listings.boards import employers
from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.reading import BadRecord, iso_moment, line, optional_address, web_address, words

API = "https://api.smartrecruiters.com/v1/companies/{token}/postings?limit=100"
PAGE = "https://jobs.smartrecruiters.com/{token}/{id}"
PLACE = re.compile(rf"smartrecruiters\.com/(?:v1/companies/)?({employers.IN_PATH})(?=[/?#]|$)")
WORKPLACES = {"remote": "Remote", "hybrid": "Hybrid"}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = employers.listed(response, "content", ("id", "name", "releasedDate"), "the API's JSON object")
    complete = found.whole and found.envelope.get("totalFound") == len(found.records)
    return employers.page_of(found, lambda record: read(record, response), complete=complete)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if record.get("visibility") not in (None, "PUBLIC"):
        raise BadRecord("the employer does not show it (its visibility is not public)")
    number = employers.identity(record.get("id"))
    company = employers.part(record, "company")
    page = PAGE.format(token=line(company.get("identifier"), "company"), id=number)
    url = web_address(record.get("postingUrl") or page, "postingUrl", required=True)
    published, zoned = iso_moment(record.get("releasedDate"), "releasedDate")
    place = employers.part(record, "location")
    pay = employers.part(record, "compensation")
    level = label(record, "experienceLevel")
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("name"), "name", required=True),
        company=employers.employer(company.get("name"), response, url, PLACE),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        location=line(place.get("fullLocation"), "location") or employers.place_of(place, "city", "region", "country"),
        category="; ".join(employers.distinct([label(record, "department"), label(record, "function")])),
        workplace=tuple(word for name, word in WORKPLACES.items() if place.get(name) is True),
        employment=employers.distinct([label(record, "typeOfEmployment")]),
        seniority=(level,) if level and level != "Not Applicable" else (),
        salary=employers.pay(*(pay.get(name) for name in ("min", "max", "currency", "period"))),
        apply_url=optional_address(record.get("applyUrl")),
        fields=employers.stated_fields(hybrid=[place.get("hybridDescription")], industry=[label(record, "industry")]),
    )


def label(record: Mapping[str, Any], name: str) -> str:
    return line(employers.part(record, name).get("label"), name)


def sections(record: Mapping[str, Any]) -> Iterator[str]:
    for section in employers.part(employers.part(record, "jobAd"), "sections").values():
        if isinstance(section, dict) and (text := words(section.get("text"), "jobAd")):
            title = line(section.get("title"), "jobAd")
            yield f"<h3>{escape(title, quote=False)}</h3>\n{text}" if title else text


BOARD = Board(
    name="smartrecruiters",
    title="SmartRecruiters",
    home="https://www.smartrecruiters.com/",
    expects="json",
    terms=employers.public_terms(
        "SmartRecruiters", "https://developers.smartrecruiters.com/docs/posting-api", "The terms forbid reuse."
    ),
    absence="closes",
    interval=employers.EACH,
    remote_only=False,
    employers_own=True,
    status="parser only",
    status_reason="its terms forbid the reuse of what the API serves",
    status_on=date(2026, 11, 23),
    place=PLACE,
    start=start,
    parse=parse,
    options=employers.token_options(employers.IN_PATH, "jobs.smartrecruiters.com/TOKEN"),
)
