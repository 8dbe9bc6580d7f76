"""Ashby's job board API: all of an employer's vacancies, its unlisted ones too, with pay in tiers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import BadRecord, iso_moment, line, optional_address, web_address, words

API = "https://api.ashbyhq.com/posting-api/job-board/{token}?includeCompensation=true"
PLACE = re.compile(rf"ashbyhq\.com/(?:posting-api/job-board/)?({hiring_systems.IN_PATH})(?=[/?#]|$)")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("id", "title", "jobUrl"), "the API's JSON object")
    return hiring_systems.page_of(found, lambda record: read(record, response), complete=found.whole)


def read(record: Mapping[str, Any], response: Response) -> Ad:
    if record.get("isListed") is False:
        raise BadRecord("the employer does not list it (isListed is false)")
    url = web_address(record.get("jobUrl"), "jobUrl", required=True)
    published, zoned = iso_moment(record.get("publishedAt"), "publishedAt")
    others = hiring_systems.parts(record, "secondaryLocations")
    return Ad(
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=hiring_systems.employer(None, response, url, PLACE),
        html=words(record.get("descriptionHtml"), "descriptionHtml"),
        published_at=published,
        published_zoned=zoned,
        location=hiring_systems.places([record.get("location"), *(one.get("location") for one in others)]),
        category="; ".join(hiring_systems.distinct([record.get("department"), record.get("team")])),
        workplace=workplace(record),
        employment=hiring_systems.distinct([record.get("employmentType")]),
        salary="; ".join(hiring_systems.distinct(pay(record))),
        apply_url=optional_address(record.get("applyUrl")),
        fields=hiring_systems.stated_fields(addresses=[address(one) for one in (record, *others)]),
    )


def address(record: Mapping[str, Any]) -> str:
    stated = hiring_systems.part(hiring_systems.part(record, "address"), "postalAddress")
    return hiring_systems.place_of(stated, "addressLocality", "addressRegion", "addressCountry")


def workplace(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The type says more than the switch: hybrid vacancies have isRemote switched on."""
    stated = hiring_systems.distinct([record.get("workplaceType")])
    return stated or (("Remote",) if record.get("isRemote") is True else ())


def pay(record: Mapping[str, Any]) -> Iterator[str]:
    """The base pay of each tier, then that of the summary where there are no tiers; equity and bonus are none.

    Nothing where the employer does not want it shown.
    """
    if record.get("shouldDisplayCompensationOnJobPostings") is False:
        return
    compensation = hiring_systems.part(record, "compensation")
    tiers = hiring_systems.parts(compensation, "compensationTiers")
    components = [one for tier in tiers for one in hiring_systems.parts(tier, "components")]
    names = ("minValue", "maxValue", "currencyCode", "interval")
    for one in components or hiring_systems.parts(compensation, "summaryComponents"):
        if one.get("compensationType") == "Salary":
            yield hiring_systems.pay(*(one.get(name) for name in names))


BOARD = Board(
    name="ashby",
    title="Ashby",
    home="https://www.ashbyhq.com/",
    expects="json",
    terms=hiring_systems.public_terms("Ashby", "https://developers.ashbyhq.com/docs/public-job-posting-api"),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(hiring_systems.IN_PATH, "jobs.ashbyhq.com/TOKEN"),
)
