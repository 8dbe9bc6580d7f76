"""Ashby's job board API: all vacancies of an employer, also unlisted ones, with pay in tiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
from listings.boards.formats.pay import pay_text

API = "https://api.ashbyhq.com/posting-api/job-board/{token}?includeCompensation=true"
PLACE = re.compile(rf"ashbyhq\.com/(?:posting-api/job-board/)?({PATH_SEGMENT})(?=[/?#]|$)")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("id", "title", "jobUrl"), "the API's JSON object")
    return page_from(envelope, lambda record: read(record, response), complete=envelope.is_whole)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if record.get("isListed") is False:
        raise BadRecord("the employer does not list it (isListed is false)")
    url = web_address(record.get("jobUrl"), "jobUrl", required=True)
    published, zoned = moment(record.get("publishedAt"))
    locations = [record, *children(record, "secondaryLocations")]
    return Ad(
        external_id=record_id(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        html=text_of(record.get("descriptionHtml"), "descriptionHtml"),
        published_at=published,
        published_zoned=zoned,
        location=joined_places(location.get("location") for location in locations),
        category="; ".join(distinct([record.get("department"), record.get("team")])),
        workplace=workplace(record),
        employment=distinct([record.get("employmentType")]),
        salary="; ".join(distinct(pay(record))),
        apply_url=optional_address(record.get("applyUrl")),
        fields=extra_fields(addresses=map(address, locations)),
    )


def address(record: Mapping[str, Any]) -> str:
    postal = child(child(record, "address"), "postalAddress")
    return place_name(postal, "addressLocality", "addressRegion", "addressCountry")


def workplace(record: Mapping[str, Any]) -> tuple[str, ...]:
    workplace_type = distinct([record.get("workplaceType")])
    # isRemote is true for hybrid vacancies as well: it counts only without a type.
    return workplace_type or (("Remote",) if record.get("isRemote") is True else ())


def pay(record: Mapping[str, Any]) -> Iterator[str]:
    """The salary of each tier, or of the summary where there are no tiers; equity and bonuses are left out."""
    # The employer does not want it shown.
    if record.get("shouldDisplayCompensationOnJobPostings") is False:
        return
    compensation = child(record, "compensation")
    tiers = children(compensation, "compensationTiers")
    components = [component for tier in tiers for component in children(tier, "components")]
    names = ("minValue", "maxValue", "currencyCode", "interval")
    for component in components or children(compensation, "summaryComponents"):
        if component.get("compensationType") == "Salary":
            yield pay_text(*(component.get(name) for name in names))


BOARD = Board(
    name="ashby",
    title="Ashby",
    home="https://www.ashbyhq.com/",
    expects="json",
    terms=public_terms("Ashby", "https://developers.ashbyhq.com/docs/public-job-posting-api"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.ashbyhq.com/TOKEN"),
)
