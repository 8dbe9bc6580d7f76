"""Phenom's career sites, at employers' own addresses: a list in the script of a page, and a page with markup for each.

Recorded were the vacancies of a page, and those that its search returns. A list has summaries alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, BrokenShape, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.charset import decoded
from listings.boards.formats.dates import moment
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import line, optional_address, web_address
from listings.boards.formats.hiring_systems import (
    employer_name,
    extra_fields,
    recorded_system,
    workplaces_in,
)
from listings.boards.formats.json_api import (
    Envelope,
    Record,
    label,
    labels,
    optional_child,
    page_from,
    plain_id,
    whole_number,
)
from listings.boards.formats.script_json import assigned_value
from listings.boards.formats.shapes import is_web_page, json_value, shape_of

# In a page and in a response of its search.
SEARCHES = ("eagerLoadRefineSearch", "refineSearch", "searchJobs")
NUMBER = re.compile(r"/job/([A-Za-z0-9._-]{3,127})(?=[/?#]|$)")
EMPLOYER = re.compile(r"//(?:www|careers|jobs)?\.?([^/]{1,200}\.[a-z]{2,20})/")
PAGE_START = re.compile(r"[?&]from=")
MAX_PAGES = 100
# For vacancies read from a file, whose site is unknown.
DEFAULT_SITE = "https://www.phenom.com/"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(options["address"], company=options["company"])]


def parse(response: Response) -> Page:
    """A site's page of search results, the page of one vacancy, or a response of the search."""
    shape = shape_of(response.body)
    if is_web_page(response.body):
        script = decoded(response.body, response.content_type)
        search = assigned_value(script, f'"{SEARCHES[0]}"')
        if not isinstance(search, dict):
            return markup_page(response, id_of)
    else:
        value = json_value(response.body, "a career site's page")
        values = value if isinstance(value, dict) else {}
        search = next((values[name] for name in SEARCHES if isinstance(values.get(name), dict)), None)
    data = optional_child(search, "data") if isinstance(search, dict) else {}
    jobs = data.get("jobs")
    if not isinstance(search, dict) or not isinstance(jobs, list):
        raise BrokenShape(f"{shape} without a list of jobs, not a career site's page")
    total = whole_number(search.get("totalHits")) or whole_number(data.get("totalHits"))
    page = page_from(
        Envelope(jobs, data, True),
        lambda record: read(record, response),
        complete=total is not None and (bool(jobs) or total == 0),
        id_field="jobSeqNo",
    )
    return replace(page, follow=[*further_pages(response.request, total or 0, len(jobs)), *details(page, response)])


def further_pages(request: Request, total: int, count: int) -> Iterator[Request]:
    if count and "://" in request.url and not PAGE_START.search(request.url):
        mark = "&" if "?" in request.url else "?"
        for number in range(count, min(total, MAX_PAGES * count), count):
            yield replace(request, url=f"{request.url}{mark}from={number}&s=1")


def details(page: Page, response: Response) -> Iterator[Request]:
    for ad in page.ads if "://" in response.request.url else ():
        yield Request(ad.url, ad.external_id, company=response.request.company)


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    return match[1] if match else url


def read(record: Record, response: Response) -> Ad:
    number = plain_id(record.get("jobSeqNo") or record.get("jobId"), "jobSeqNo")
    request = response.request.url
    folder = request.partition("?")[0].rpartition("/")[0] + "/" if "://" in request else DEFAULT_SITE
    url = optional_address(record.get("detailUrl")) or web_address(f"{folder}job/{number}", "jobSeqNo")
    published, zoned = moment(record.get("postedDate"))
    places = labels(record.get("multi_location")) or labels(record.get("location")) or place(record)
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=employer_name(label(record.get("companyName")), response, url, EMPLOYER),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places) or None,
        category="; ".join(labels(record.get("category"))) or None,
        workplace=workplaces_in(places) or None,
        employment=labels(record.get("type")) or None,
        fields=extra_fields(number=[label(record.get("reqId"))], summary=[label(record.get("descriptionTeaser"))]),
    )


def place(record: Mapping[str, Any]) -> tuple[str, ...]:
    parts = labels(record.get("city"), record.get("state"), record.get("country"))
    return (", ".join(parts),) if parts else ()


BOARD = recorded_system(
    name="phenom",
    title="Phenom",
    home="https://www.phenom.com/",
    expects="html",
    page_mark=b"phApp.ddo",
    start=start,
    parse=parse,
    options={
        "address": Option("address of the site's search results", pattern=r"https?://[^\s/]+/\S*", required=True),
        "company": Option("employer's name, if the pages do not state it", pattern=r".{1,200}", identifies=False),
    },
)
