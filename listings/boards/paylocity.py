"""Paylocity's job boards: a page whose script holds the list, a page with markup for each vacancy, and a JSON feed.

Of the feed there is only a small recording that was made by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Cursor, Options, Page, Request, Response
from listings.boards.formats.charset import decoded
from listings.boards.formats.dates import moment
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import BadRecord, line, optional_address, record_id, text_of
from listings.boards.formats.hiring_systems import (
    employer_name,
    recorded_system,
    token_options,
)
from listings.boards.formats.json_api import (
    Envelope,
    Record,
    is_true,
    label,
    labels,
    optional_child,
    page_from,
    read_envelope,
)
from listings.boards.formats.script_json import assigned_value
from listings.boards.formats.shapes import is_web_page

LIST = "https://recruiting.paylocity.com/recruiting/jobs/All/{token}"
DETAIL = "https://recruiting.paylocity.com/Recruiting/Jobs/Details/{id}"
GUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
PLACE = re.compile(rf"(?i)paylocity\.com/recruiting/jobs/(?:All|List)/({GUID})")
NUMBER = re.compile(r"(?i)/jobs/details/(\d{1,18})")
# "Quay Inc [175255]"
ACCOUNT = re.compile(r"(?:(?<!\s)\s++)?\[\d+\]$")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        envelope = read_envelope(response, "jobs", ("jobId", "title"), "a job board's JSON feed")
        employer = label(envelope.values.get("displayName"))
        return page_from(
            envelope, lambda record: read_feed(record, employer, response), complete=envelope.is_whole, id_field="jobId"
        )
    data = assigned_value(decoded(response.body, response.content_type), "window.pageData")
    if not isinstance(data, dict) or not isinstance(data.get("Jobs"), list):
        return detail_page(response)
    employer = ACCOUNT.sub("", label(data.get("ModuleTitle")))
    envelope = Envelope(data["Jobs"], data, True)
    page = page_from(envelope, lambda record: read(record, employer, response), complete=True, id_field="JobId")
    return replace(page, follow=[Request(ad.url, ad.external_id, company=ad.company) for ad in page.ads])


def detail_page(response: Response) -> Page:
    """The markup has the time in UTC with the offset of another zone: the list's is the right one."""
    page = markup_page(response, id_of)
    is_listed = bool(response.request.external_id)
    return replace(page, ads=[replace(ad, published_at=None) for ad in page.ads]) if is_listed else page


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    return match[1] if match else url


def read(record: Record, employer: str, response: Response) -> Ad:
    if is_true(record.get("IsInternal")):
        raise BadRecord("it is open to the employer's own people only")
    number = record_id(record.get("JobId"), "JobId")
    url = DETAIL.format(id=number)
    published, zoned = moment(record.get("PublishedDate"))
    place = optional_child(record, "JobLocation")
    names = labels(place.get("City"), place.get("State"), place.get("Country")) or labels(record.get("LocationName"))
    is_shown = record.get("ShouldDisplayLocation") is not False
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("JobTitle"), "JobTitle", required=True),
        company=employer_name(response.request.company or employer, response, url, PLACE),
        html=text_of(record.get("Description"), "Description"),
        published_at=published,
        published_zoned=zoned,
        location=", ".join(names) if is_shown else None,
        category="; ".join(labels(record.get("HiringDepartment"))) or None,
        workplace=("Remote",) if is_true(record.get("IsRemote")) else None,
    )


def read_feed(record: Mapping[str, Any], employer: str, response: Response) -> Ad:
    number = record_id(record.get("jobId"), "jobId")
    url = optional_address(record.get("displayUrl")) or DETAIL.format(id=number)
    published, zoned = moment(record.get("publishedDate"))
    place = optional_child(record, "jobLocation")
    shown = label(place.get("locationDisplayName"))
    parts = ("description", "requirements")
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(label(record.get("companyName")) or employer, response, url, PLACE),
        html="\n".join(filter(None, (text_of(record.get(part), part) for part in parts))),
        published_at=published,
        published_zoned=zoned,
        location=shown or ", ".join(labels(place.get("city"), place.get("state"), place.get("country"))),
        category="; ".join(labels(record.get("hiringDepartment"))),
        employment=labels(record.get("jobTypes")),
        apply_url=optional_address(record.get("applyUrl")),
    )


BOARD = recorded_system(
    name="paylocity",
    title="Paylocity",
    home="https://www.paylocity.com/",
    expects="html",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(GUID, "recruiting.paylocity.com/recruiting/jobs/All/TOKEN"),
)
