"""Workable's jobs widget: an employer's vacancies under its name, with dates that know no hour."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards import employers
from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.reading import BadRecord, iso_moment, line, optional_address, web_address, words

API = "https://apply.workable.com/api/v1/widget/accounts/{token}?details=true"
PLACE = re.compile(rf"apply\.workable\.com/(?:api/v1/widget/accounts/)?(?!j/|api/)({employers.IN_PATH})(?=[/?#]|$)")
TEXTS = ("description", "roleDescription", "requirements", "roleRequirements", "benefits")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = employers.listed(response, "jobs", ("url", "created_at"), "the widget's JSON object")
    name = found.envelope.get("name")
    return employers.page_of(found, lambda record: read(record, name, response), complete=found.whole)


def read(record: Mapping[str, Any], name: Any, response: Response) -> Ad:
    """A vacancy of the widget, or the same as other Workable feeds spell it: camel case, its employer within."""
    if deleted := first(record, "dateDeleted"):
        raise BadRecord(f"it was deleted on {line(deleted, 'dateDeleted')}")
    url = web_address(record.get("url"), "url", required=True)
    company = employers.part(record, "company")
    published, zoned = iso_moment(first(record, "published_on", "created_at"), "published_on")
    at = [first(record, "workplace_type", "locationType"), "Remote" if record.get("telecommuting") is True else None]
    return Ad(
        external_id=employers.identity(first(record, "shortcode", "id"), "shortcode"),
        url=url,
        title=line(first(record, "title", "roleTitle"), "title", required=True),
        company=employers.employer(name or company.get("name"), response, url, PLACE),
        html="\n".join(filter(None, (words(record.get(text), text) for text in TEXTS))),
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(record.get("validUntilDate"), "validUntilDate")[0],
        location=location(record),
        category="; ".join(employers.distinct([record.get("department"), record.get("function")])),
        workplace=employers.distinct(at),
        employment=employers.distinct([first(record, "employment_type", "employmentType")]),
        seniority=employers.distinct([record.get("experience")]),
        apply_url=optional_address(record.get("application_url")),
        company_url=optional_address(company.get("homePageURL")),
        fields=employers.stated_fields(
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
    shown = [one for one in employers.parts(record, "locations") if one.get("hidden") is not True]
    own = record.get("location") or employers.place_of(record, "city", "state", "country")
    return employers.places(employers.place_of(one, "city", "region", "country") for one in shown) or line(
        own, "location"
    )


BOARD = Board(
    name="workable",
    title="Workable",
    home="https://www.workable.com/",
    expects="json",
    terms=employers.public_terms("Workable", "https://help.workable.com/hc/en-us/articles/115012771647"),
    absence="closes",
    interval=employers.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=employers.token_options(employers.IN_PATH, "apply.workable.com/TOKEN"),
)
