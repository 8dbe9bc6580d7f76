"""ADP's career centers (Workforce Now): a list in pages of twenty, and a detail with the text of each vacancy.

There is one small recording of a list, made by hand; the detail is known only from the descriptions of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, text_of, web_address
from listings.boards.formats.hiring_systems import (
    employer_name,
    extra_fields,
    recorded_system,
    workplaces_in,
)
from listings.boards.formats.json_api import (
    Envelope,
    Record,
    children,
    label,
    labels,
    optional_child,
    page_from,
    plain_id,
    read_envelope,
    whole_number,
)
from listings.boards.formats.shapes import json_value

SITE = "https://workforcenow.adp.com/mascsr/default"
API = SITE + "/careercenter/public/events/staffing/v1/job-requisitions"
LIST = API + "?cid={token}&lang=en_US&locale=en_US&$top=20"
DETAIL = API + "/{id}?cid={token}&lang=en_US&locale=en_US"
PAGE = SITE + "/mdf/recruitment/recruitment.html?cid={token}&selectedMenuKey=CurrentOpenings&jobId={id}"
GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
PLACE = re.compile(rf"//workforcenow(?:\.cloud)?\.adp\.com/[^\s?#]{{1,300}}\?(?:[^\s#]{{0,300}}&)?cid=({GUID})")
# No address names an employer.
NO_EMPLOYER = re.compile(r"(?!)")
# Descriptions disagree on whether the first record is 0 or 1: pages that overlap by one leave none out.
FIRST_STEP, STEP, MOST = 20, 19, 2000
EXPECTED = "the API's JSON object"
# For vacancies read from a file, whose employer is unknown.
UNKNOWN = "-"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    value = json_value(response.body, EXPECTED)
    if isinstance(value, dict) and "jobRequisitions" not in value and "requisitionTitle" in value:
        envelope = Envelope([value], value, False)
        return page_from(envelope, lambda record: read(record, response), complete=False, id_field="itemID")
    envelope = read_envelope(response, "jobRequisitions", ("itemID", "requisitionTitle"), EXPECTED)
    total = whole_number(optional_child(envelope.values, "meta").get("totalNumber"))
    complete = envelope.is_whole and total is not None and total <= MOST and (total == 0 or bool(envelope.records))
    page = page_from(envelope, lambda record: read(record, response), complete=complete, id_field="itemID")
    return replace(page, follow=[*further_pages(response.request, total or 0), *details(page, response)])


def further_pages(request: Request, total: int) -> Iterator[Request]:
    if request.url.endswith("$top=20"):
        for number in range(FIRST_STEP, min(total, MOST), STEP):
            yield replace(request, url=f"{request.url}&$skip={number}")


def details(page: Page, response: Response) -> Iterator[Request]:
    match = PLACE.search(response.request.url)
    for ad in page.ads if match else ():
        url = DETAIL.format(id=ad.external_id, token=token_in(response))
        yield Request(url, ad.external_id, company=response.request.company)


def token_in(response: Response) -> str:
    match = PLACE.search(response.request.url)
    return match[1] if match else UNKNOWN


def read(record: Record, response: Response) -> Ad:
    number = plain_id(record.get("itemID"), "itemID")
    url = web_address(PAGE.format(token=token_in(response), id=number), "itemID")
    published, zoned = moment(record.get("postDate"))
    places = labels(*map(place, children(record, "requisitionLocations")))
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("requisitionTitle"), "requisitionTitle", required=True),
        company=employer_name(None, response, url, NO_EMPLOYER),
        html=text_of(record.get("requisitionDescription"), "requisitionDescription"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places) or None,
        workplace=workplaces_in(places) or None,
        employment=labels(record.get("workLevelCode")) or None,
        fields=extra_fields(number=[label(record.get("clientRequisitionID"))]),
    )


def place(location: Mapping[str, Any]) -> str:
    """Its name ends like an address and begins with that of a site: "Main Campus, Rockville Centre, NY, US"."""
    address = optional_child(location, "address")
    state = optional_child(address, "countrySubdivisionLevel1").get("codeValue")
    parts = labels(address.get("cityName"), state, address.get("countryCode"))
    return label(location.get("nameCode")) or ", ".join(parts)


BOARD = recorded_system(
    name="adp",
    title="ADP",
    home="https://www.adp.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options={
        "token": Option("employer's token, as in workforcenow.adp.com/…?cid=TOKEN", pattern=GUID, required=True),
        # Nothing but its number names it.
        "company": Option("employer's name", pattern=r".{1,200}", required=True, identifies=False),
    },
)
