"""Workday's career sites: a search that is posted to, twenty vacancies a page, and a detail for each.

A list names at most 2,000: a longer one is asked for again by one of its facets. "Posted 30+ Days Ago" is no date; a
detail has one. The employer is the tenant: what a detail names is a legal entity ("IL00 Quay Holdings, Ltd.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, distinct, line, optional_address, text_of, web_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    PATH_SEGMENT,
    employer_name,
    extra_fields,
    in_usual_order,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.json_api import Envelope, Record, label, labels, optional_child, page_from, read_envelope
from listings.boards.formats.shapes import json_value
from listings.boards.formats.workday_addresses import (
    DEFAULT_SITE,
    POD,
    TENANT,
    detail_address,
    requisition,
    site_address,
)
from listings.boards.formats.workday_search import MOST, WorkdaySearch, further_searches

API = "https://{tenant}.{pod}.myworkdayjobs.com/wday/cxs/{tenant}/{site}/jobs"
LOCALE = r"(?:[a-z]{2}-[A-Z]{2}/)?"
PLACE = re.compile(
    rf"//({HOST_LABEL}\.{POD})\.myworkdayjobs\.com/(?:wday/cxs/{HOST_LABEL}/)?{LOCALE}(?!wday/)({PATH_SEGMENT})(?=[/?#]|$)"
)
# As in an address, and as lists of employers write it: "quayside:wd3:Careers".
TOKEN = rf"{HOST_LABEL}[.:]{POD}[/:]{PATH_SEGMENT}"
SEPARATOR = re.compile(r"[.:/]")
SEVERAL = re.compile(r"(?i)\d{1,9} locations?")
EXPECTED = "the career site's JSON object"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    tenant, pod, site = SEPARATOR.split(options["token"], maxsplit=2)
    search = WorkdaySearch(text=options["search"])
    return [Request(API.format(tenant=tenant, pod=pod, site=site), company=options["company"], body=search.as_body())]


def parse(response: Response) -> Page:
    value = json_value(response.body, EXPECTED)
    if isinstance(value, dict) and isinstance(value.get("jobPostingInfo"), dict):
        envelope = Envelope([value["jobPostingInfo"]], value, False)
        return page_from(envelope, lambda record: read_detail(record, response), complete=False)
    return list_page(response)


def list_page(response: Response) -> Page:
    envelope = read_envelope(response, "jobPostings", ("title", "externalPath"), EXPECTED)
    request = response.request
    search = WorkdaySearch.from_body(request.body)
    # Only the first page tells how many there are: on later ones the total may be 0.
    is_first, count = search.offset == 0, len(envelope.records)
    more = further_searches(search, envelope.values, count) if request.body else []
    lists = [replace(request, body=further.as_body()) for further in more]
    # Nothing proves that every vacancy has a value of the facet by which a list is split.
    is_split = any(further.facets != search.facets for further in more)
    complete = envelope.is_whole and not is_split and search.offset + count <= MOST and (is_first or count > 0)
    page = page_from(envelope, lambda record: read(record, response), complete=complete, id_field="externalPath")
    details = [Request(detail_address(ad.url, request), ad.external_id, company=request.company) for ad in page.ads]
    return replace(page, follow=[*lists, *(details if request.body else [])])


def read(record: Record, response: Response) -> Ad:
    path = line(record.get("externalPath"), "externalPath", required=True)
    url = web_address(f"{site_address(response.request)}{path}", "externalPath")
    place = label(record.get("locationsText"))
    places = () if SEVERAL.fullmatch(place) else distinct([in_usual_order(place)])
    return Ad(
        external_id=requisition(path),
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(None, response, url, TENANT),
        location="; ".join(places) or None,
        workplace=labels(record.get("remoteType")) or workplaces_in(places) or None,
        employment=labels(record.get("timeType")) or None,
    )


def read_detail(record: Record, response: Response) -> Ad:
    if record.get("posted") is False:
        raise BadRecord("it is not posted any longer")
    path = label(record.get("jobPostingId")) or label(record.get("jobReqId"))
    stated = optional_address(record.get("externalUrl"))
    site = site_address(response.request)
    url = stated or (f"{DEFAULT_SITE}/job/{path}" if site == DEFAULT_SITE else site)
    external_id = response.request.external_id or requisition(url if "_" in url else path)
    published, zoned = moment(record.get("startDate"))
    places = tuple(places_of(record))
    return Ad(
        external_id=external_id,
        url=web_address(url, "externalUrl"),
        title=line(record.get("title"), "title", required=True),
        company=employer_name(None, response, url, TENANT),
        html=text_of(record.get("jobDescription"), "jobDescription"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places) or None,
        workplace=labels(record.get("remoteType")) or workplaces_in(places) or None,
        employment=labels(record.get("timeType")) or None,
        fields=extra_fields(number=[label(record.get("jobReqId"))]),
    )


def places_of(record: Mapping[str, Any]) -> Iterator[str]:
    """The country belongs to the first place, whose name may not contain it."""
    place = in_usual_order(label(record.get("location")))
    country = label(record.get("country")) or label(optional_child(record, "jobRequisitionLocation").get("country"))
    yield ", ".join(labels(place, country if country not in place else ""))
    yield from map(in_usual_order, labels(record.get("additionalLocations")))


BOARD = recorded_system(
    name="workday",
    title="Workday",
    home="https://www.workday.com/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(TOKEN, "TENANT.wd5/SITE of TENANT.wd5.myworkdayjobs.com/SITE")
    | {"search": Option("words that the list is searched for; all vacancies without any", "remote", r".{0,100}")},
)
