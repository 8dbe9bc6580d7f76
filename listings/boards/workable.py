"""Workable's jobs widget: an employer's vacancies under its name, with dates that know no hour."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, line, optional_address, web_address, words

API = "https://apply.workable.com/api/v1/widget/accounts/{token}?details=true"
PLACE = re.compile(
    rf"apply\.workable\.com/(?:api/v1/widget/accounts/)?(?!j/|api/)({hiring_systems.IN_PATH})(?=[/?#]|$)"
)
TEXTS = ("description", "roleDescription", "requirements", "roleRequirements", "benefits")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("url", "created_at"), "the widget's JSON object")
    name = found.envelope.get("name")
    return hiring_systems.page_of(found, lambda record: read(record, name, response), complete=found.whole)


def read(record: Mapping[str, Any], name: Any, response: Response) -> Ad:
    """A vacancy of the widget, or the same as other Workable feeds spell it: camel case, its employer within."""
    if deleted := first(record, "dateDeleted"):
        raise BadRecord(f"it was deleted on {line(deleted, 'dateDeleted')}")
    url = web_address(record.get("url"), "url", required=True)
    company = hiring_systems.part(record, "company")
    published, zoned = iso_moment(first(record, "published_on", "created_at"), "published_on")
    at = [first(record, "workplace_type", "locationType"), "Remote" if record.get("telecommuting") is True else None]
    return Ad(
        external_id=hiring_systems.identity(first(record, "shortcode", "id"), "shortcode"),
        url=url,
        title=line(first(record, "title", "roleTitle"), "title", required=True),
        company=hiring_systems.employer(name or company.get("name"), response, url, PLACE),
        html="\n".join(filter(None, (words(record.get(text), text) for text in TEXTS))),
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(record.get("validUntilDate"), "validUntilDate")[0],
        location=location(record),
        category="; ".join(hiring_systems.distinct([record.get("department"), record.get("function")])),
        workplace=hiring_systems.distinct(at),
        employment=hiring_systems.distinct([first(record, "employment_type", "employmentType")]),
        seniority=hiring_systems.distinct([record.get("experience")]),
        apply_url=optional_address(record.get("application_url")),
        company_url=optional_address(company.get("homePageURL")),
        fields=hiring_systems.stated_fields(
            industry=[record.get("industry")],
            education=[record.get("education")],
            code=[record.get("code")],
            language=[record.get("descriptionLanguage")],
        ),
    )


def first(record: Mapping[str, Any], *names: str) -> Any:
    return next((record[name] for name in names if record.get(name)), None)


def location(record: Mapping[str, Any]) -> str:
    """Every place that the employer shows; where there are none, the vacancy's own."""
    shown = [one for one in hiring_systems.parts(record, "locations") if one.get("hidden") is not True]
    own = record.get("location") or hiring_systems.place_of(record, "city", "state", "country")
    return hiring_systems.places(hiring_systems.place_of(one, "city", "region", "country") for one in shown) or line(
        own, "location"
    )


BOARD = Board(
    name="workable",
    title="Workable",
    home="https://www.workable.com/",
    expects="json",
    terms=hiring_systems.public_terms("Workable", "https://help.workable.com/hc/en-us/articles/115012771647"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_PATH, "apply.workable.com/TOKEN"),
)
