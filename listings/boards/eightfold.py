"""Eightfold's career portals: a search in pages of ten, of an older and of a newer API, and a detail for each vacancy.

The lists were recorded; the details are known only from the descriptions of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from listings.boards.base import Ad, Cursor, Option, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, line, optional_address, resolved_address, text_of
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    employer_name,
    extra_fields,
    recorded_system,
    site_of,
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
    plain_id,
    read_envelope,
    whole_number,
)
from listings.boards.formats.shapes import json_value

LISTS = {
    "older": "https://{host}.eightfold.ai/api/apply/v2/jobs?domain={domain}&query={search}&num=10&start=0",
    "newer": "https://{host}.eightfold.ai/api/pcsx/search?domain={domain}&query={search}&location=&start=0",
}
OLDER_DETAIL = "{site}/api/apply/v2/jobs/{id}?domain={domain}"
NEWER_DETAIL = "{site}/api/pcsx/position_details?position_id={id}&domain={domain}"
PLACE = re.compile(rf"//(?!(?:www|app|static)\.)({HOST_LABEL})\.eightfold\.ai")
DOMAIN = re.compile(r"[?&]domain=([\w.-]{1,200})")
FIRST = re.compile(r"(?<=[?&]start=)0$")
# The API names no more, however many there are.
PAGE_SIZE, MOST = 10, 2000
EXPECTED = "the API's JSON object"
# For vacancies read from a file, whose host is unknown.
DEFAULT_SITE = "https://www.eightfold.ai"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    host = options["token"]
    domain = options["domain"] or f"{host}.com"
    url = LISTS[options["api"]].format(host=host, domain=domain, search=quote(options["search"]))
    return [Request(url, company=options["company"])]


def parse(response: Response) -> Page:
    value = json_value(response.body, EXPECTED)
    # The newer API has everything within `data`.
    inner = optional_child(value, "data") if isinstance(value, dict) else {}
    if detail := next(filter(is_detail, (inner, value)), None):
        envelope = Envelope([detail], {}, False)
        return page_from(envelope, lambda record: read(record, response), complete=False)
    if isinstance(inner.get("positions"), list):
        envelope = Envelope(inner["positions"], inner, True)
    else:
        envelope = read_envelope(response, "positions", ("id", "name"), EXPECTED)
    count = whole_number(envelope.values.get("count"))
    page = page_from(envelope, lambda record: read(record, response), complete=is_complete(envelope, count))
    return replace(page, follow=[*further_pages(response.request, count or 0), *details(page, response)])


def is_detail(value: Any) -> bool:
    return isinstance(value, dict) and {"id", "name"} <= value.keys()


def is_complete(envelope: Envelope, count: int | None) -> bool:
    return envelope.is_whole and count is not None and count < MOST and (count == 0 or bool(envelope.records))


def further_pages(request: Request, count: int) -> Iterator[Request]:
    if FIRST.search(request.url):
        for number in range(PAGE_SIZE, min(count, MOST), PAGE_SIZE):
            yield replace(request, url=FIRST.sub(str(number), request.url))


def details(page: Page, response: Response) -> Iterator[Request]:
    domain = DOMAIN.search(response.request.url)
    detail = NEWER_DETAIL if "/api/pcsx/" in response.request.url else OLDER_DETAIL
    for ad in page.ads if domain else ():
        url = detail.format(site=site_of(response, DEFAULT_SITE), id=ad.external_id, domain=domain[1] if domain else "")
        yield Request(url, ad.external_id, company=response.request.company)


def read(record: Record, response: Response) -> Ad:
    if is_true(record.get("isPrivate")):
        raise BadRecord("the employer does not publish it (isPrivate is true)")
    site = site_of(response, DEFAULT_SITE)
    address = record.get("canonicalPositionUrl") or record.get("publicUrl") or record.get("positionUrl")
    number = plain_id(record.get("id"), "id")
    url = resolved_address(address or f"/careers/job/{number}", site, "positionUrl", required=True)
    published, zoned = moment(record.get("postedTs") or record.get("t_create"))
    return Ad(
        external_id=number,
        url=url,
        title=line(record.get("name") or record.get("posting_name"), "name", required=True),
        company=employer_name(None, response, url, PLACE),
        html=text_of(record.get("job_description") or record.get("jobDescription"), "job_description"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(places(record)) or None,
        category="; ".join(labels(record.get("department"))) or None,
        workplace=labels(record.get("work_location_option") or record.get("workLocationOption")) or None,
        apply_url=optional_address(record.get("apply_redirect_url")),
        fields=extra_fields(number=[label(record.get("display_job_id") or record.get("displayJobId"))]),
    )


def places(record: Mapping[str, Any]) -> tuple[str, ...]:
    """The newer API has them in the usual order too: "Redmond, WA, US" for "United States, Washington, Redmond"."""
    return labels(record.get("standardizedLocations") or record.get("locations") or record.get("location"))


BOARD = recorded_system(
    name="eightfold",
    title="Eightfold",
    home="https://eightfold.ai/",
    expects="json",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(HOST_LABEL, "TOKEN.eightfold.ai")
    | {
        "domain": Option("employer's domain in the portal's addresses; TOKEN.com without any", "", r"[\w.-]{3,200}"),
        "api": Option("which API the portal has: older, or newer (PCSX)", "older", "older|newer", identifies=False),
        "search": Option("words that the list is searched for; all vacancies without any", "remote", r"[\w ]{0,100}"),
    },
)
