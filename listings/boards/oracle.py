"""Oracle Cloud's career sites: a search in pages, and a detail with the text for each vacancy.

The recordings are short. The detail was seen only in the descriptions of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from listings.boards.base import Ad, BrokenShape, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, optional_address, record_id, text_of, web_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    in_usual_order,
    recorded_system,
    site_of,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import Envelope, Record, children, label, labels, page_from, whole_number
from listings.boards.formats.shapes import json_object, shape_of

API = "https://{host}/hcmRestApi/resources/latest/recruitingCEJobRequisitions"
LIST = API + "?onlyData=true&expand=requisitionList.secondaryLocations&finder=findReqs;siteNumber={site}"
DETAIL = "Details?onlyData=true&expand=all&finder=ById;Id=%22{id}%22,siteNumber={site}"
PAGE = "{origin}/hcmUI/CandidateExperience/en/sites/{site}/job/{id}"
HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200})\.oraclecloud\.com"
PLACE = re.compile(
    rf"//({HOST})/(?:hcmUI/CandidateExperience/[a-zA-Z-]{{2,10}}/sites/|hcmRestApi/\S{{1,300}}siteNumber=)({PATH_SEGMENT})"
)
EMPLOYER = re.compile(rf"//({HOST})/")
SITE = re.compile(r"siteNumber=([\w.-]{1,100})")
PAGE_SIZE, MAX_PAGES = 25, 80
FIRST = ",offset=0"
# For vacancies read from a file, whose host is unknown.
DEFAULT_SITE, DEFAULT_NUMBER = "https://www.oraclecloud.com", "CX_1"
SECTIONS = ("ExternalDescriptionStr", "ExternalResponsibilitiesStr", "ExternalQualificationsStr")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    host, site = options["token"].split("/")
    keyword = f",keyword={quote(options['search'])}" if options["search"] else ""
    url = f"{LIST.format(host=host, site=site)}{keyword},limit={PAGE_SIZE}{FIRST}"
    return [Request(url, company=options["company"])]


def parse(response: Response) -> Page:
    value = json_object(response.body, "the API's JSON object")
    items = value.get("items")
    if not isinstance(items, list):
        raise BrokenShape(f"{shape_of(response.body)} without a list of items, not the API's JSON object")
    lists = [item for item in items if isinstance(item, dict) and isinstance(item.get("requisitionList"), list)]
    if not lists and response.request.external_id:
        # For a vacancy that it does not know any longer, the API has an empty list.
        return page_from(Envelope(items, value, False), lambda record: read(record, response), complete=False)
    records = [record for each in lists for record in each["requisitionList"]] if lists else items
    total = whole_number(lists[0].get("TotalJobsCount")) if lists else None
    more = list(further_pages(response.request, total)) if total else []
    is_first = response.request.url.endswith(FIRST)
    count = len(records)
    is_whole = count == min(total or 0, PAGE_SIZE) if is_first else count > 0
    complete = total is not None and is_whole and total <= MAX_PAGES * PAGE_SIZE
    page = page_from(
        Envelope(records, value, True), lambda record: read(record, response), complete=complete, id_field="Id"
    )
    return replace(page, follow=[*more, *details(page, response)] if lists else [])


def further_pages(request: Request, total: int) -> Iterator[Request]:
    """Named by the first page alone."""
    if request.url.endswith(FIRST):
        for offset in range(PAGE_SIZE, min(total, MAX_PAGES * PAGE_SIZE), PAGE_SIZE):
            yield replace(request, url=f"{request.url.removesuffix('0')}{offset}")


def details(page: Page, response: Response) -> Iterator[Request]:
    base, has_query, _ = response.request.url.partition("?")
    for ad in page.ads if has_query else ():
        url = base + DETAIL.format(id=ad.external_id, site=site_number(response))
        yield Request(url, ad.external_id, company=response.request.company)


def site_number(response: Response) -> str:
    match = SITE.search(response.request.url)
    return match[1] if match else DEFAULT_NUMBER


def read(record: Record, response: Response) -> Ad:
    number = record_id(record.get("Id") or record.get("RequisitionId"), "Id")
    origin = site_of(response, DEFAULT_SITE)
    page = PAGE.format(origin=origin, site=site_number(response), id=number)
    url = optional_address(record.get("ExternalURL")) or web_address(page, "Id")
    published, zoned = moment(record.get("PostedDate") or record.get("ExternalPostedStartDate"))
    named = labels(record.get("PrimaryLocation"), children(record, "secondaryLocations"))
    places = tuple(map(in_usual_order, named))
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("Title"), "Title", required=True),
        company=employer_name(None, response, url, EMPLOYER),
        html="\n".join(sections(record)),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places) or None,
        category="; ".join(labels(record.get("JobFunction") or record.get("Category"))) or None,
        workplace=labels(record.get("WorkplaceType")) or workplaces_in(places) or None,
        employment=labels(record.get("JobSchedule")) or None,
        fields=extra_fields(
            workplace_code=[label(record.get("WorkplaceTypeCode"))],
            summary=[label(record.get("ShortDescriptionStr") or record.get("ShortDescription"))],
        ),
    )


def sections(record: Record) -> Iterator[str]:
    """Of a detail. What a list has is a summary, and must not take the place of the text."""
    yield from (text for name in SECTIONS if (text := text_of(record.get(name), name)))


BOARD = recorded_system(
    name="oracle",
    title="Oracle Cloud",
    home="https://www.oracle.com/human-capital-management/recruiting/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(rf"{HOST}/{PATH_SEGMENT}", "HOST/SITE of HOST/hcmUI/CandidateExperience/en/sites/SITE")
    | {"search": Option("words that the list is searched for; all vacancies without any", "remote", r"[\w ]{0,100}")},
)
