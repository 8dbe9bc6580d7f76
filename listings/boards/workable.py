"""Workable's jobs widget: an employer's vacancies and its name, with dates but no times."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
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
    joined_places,
    place_name,
    public_terms,
    token_options,
)
from listings.boards.formats.json_api import child, children, page_from, read_envelope

API = "https://apply.workable.com/api/v1/widget/accounts/{token}?details=true"
# "j/" comes before the code of a vacancy, not before a token.
PLACE = re.compile(rf"apply\.workable\.com/(?:api/v1/widget/accounts/)?(?!j/|api/)({PATH_SEGMENT})(?=[/?#]|$)")
DESCRIPTION_PARTS = ("description", "roleDescription", "requirements", "roleRequirements", "benefits")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("url", "created_at"), "the widget's JSON object")
    employer = envelope.values.get("name")
    return page_from(envelope, lambda record: read(record, employer, response), complete=envelope.is_whole)


def read(record: Mapping[str, Any], employer: Any, response: Response) -> Ad:
    """Also a vacancy of Workable's other feeds, which have camel case and the employer in each record."""
    if deleted := first(record, "dateDeleted"):
        raise BadRecord(f"it was deleted on {line(deleted, 'dateDeleted')}")
    url = web_address(record.get("url"), "url", required=True)
    company = child(record, "company")
    published, zoned = moment(first(record, "published_on", "created_at"))
    place = record["location"] if isinstance(record.get("location"), dict) else {}
    telecommuting = "Remote" if True in (record.get("telecommuting"), place.get("telecommuting")) else None
    kind = first(record, "workplace_type", "locationType") or place.get("workplace_type")
    return Ad(
        external_id=record_id(first(record, "shortcode", "id"), "shortcode"),
        url=url,
        title=line(first(record, "title", "roleTitle"), "title", required=True),
        company=employer_name(employer or company.get("name"), response, url, PLACE),
        html="\n".join(filter(None, (text_of(record.get(part), part) for part in DESCRIPTION_PARTS))),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(record.get("validUntilDate"))[0],
        location=location(record, place),
        category="; ".join(distinct([record.get("department"), record.get("function")])),
        workplace=distinct([kind or telecommuting]),
        employment=distinct([first(record, "employment_type", "employmentType")]),
        seniority=distinct([record.get("experience")]),
        apply_url=optional_address(record.get("application_url")),
        company_url=optional_address(company.get("homePageURL")),
        fields=extra_fields(
            industry=[record.get("industry")],
            education=[record.get("education")],
            code=[record.get("code")],
            language=[record.get("descriptionLanguage")],
        ),
    )


def first(record: Mapping[str, Any], *names: str) -> Any:
    return next((record[name] for name in names if record.get(name)), None)


def location(record: Mapping[str, Any], own: Mapping[str, Any]) -> str:
    """The places in its list that the employer does not hide; else the record's own place."""
    visible = [place for place in children(record, "locations") if place.get("hidden") is not True]
    places = joined_places(place_name(place, "city", "region", "country") for place in visible)
    if own:
        return places or line(own.get("location_str"), "location") or place_name(own, "city", "region", "country")
    return places or line(record.get("location") or place_name(record, "city", "state", "country"), "location")


BOARD = Board(
    name="workable",
    title="Workable",
    home="https://www.workable.com/",
    expects="json",
    terms=public_terms("Workable", "https://help.workable.com/hc/en-us/articles/115012771647"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "apply.workable.com/TOKEN"),
)
