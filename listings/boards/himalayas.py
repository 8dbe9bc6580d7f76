"""Himalayas' public API: about 100,000 ads, twenty a response, newest first.

A fetch reads the new ads, and continues a sweep over all ads that takes days and then begins again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    line,
    lines,
    optional_address,
    text_of,
    unescaped,
    web_address,
)
from listings.boards.formats.json_api import Envelope, page_from, read_envelope
from listings.boards.formats.pay import pay_text

PER_RESPONSE = 20
API = f"https://himalayas.app/jobs/api?limit={PER_RESPONSE}&offset={{}}"
OFFSET_NUMBER = re.compile(r"[+-]?[0-9]{1,2}(\.[0-9]{1,2})?")
OFFSET = re.compile(r"[?&]offset=([0-9]{1,9})(?:&|$)")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    # The sweep begins behind the first response, which the request for new ads gets.
    offset = int((cursor or {}).get("offset", PER_RESPONSE))
    return [Request(API.format(0), until_known=True), Request(API.format(offset))]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("guid", "pubDate"), "the API's JSON object")
    page = page_from(envelope, read, complete=False, id_field="guid")
    # A file has no address with an offset, and leads no further.
    offset = OFFSET.search(response.request.url)
    return with_next(page, envelope, int(offset[1]), response.request.until_known) if offset else page


def with_next(page: Page, envelope: Envelope, offset: int, is_new: bool) -> Page:
    """`is_new`: among the new ads, not within the sweep, which begins again behind the last ad."""
    total = envelope.values.get("totalCount")
    after = offset + len(envelope.records)
    more = bool(envelope.records) and (type(total) is not int or after < total)
    if is_new:
        return replace(page, follow=[Request(API.format(after), until_known=True)] if more else [])
    after = after if more else PER_RESPONSE
    return replace(page, follow=[Request(API.format(after))], cursor={"offset": after})


def read(record: Mapping[str, Any]) -> Ad:
    url = web_address(record.get("guid"), "guid", required=True)
    # "acme/jobs/data-engineer-17": the API has no id, and the address is the only stable name.
    _, _, external_id = urlsplit(url).path.strip("/").partition("companies/")
    if "/jobs/" not in external_id:
        raise BadRecord(f"guid does not name an ad: {url[:80]!r}")
    places = location_names(record.get("locationRestrictions"), "locationRestrictions")
    employment = line(record.get("employmentType"), "employmentType")
    return Ad(
        external_id=external_id,
        url=url,
        title=unescaped(record.get("title"), "title", required=True),
        company=unescaped(record.get("companyName"), "companyName", required=True),
        html=text_of(record.get("description"), "description"),
        # Seconds, although the API's documentation says milliseconds.
        published_at=moment(record.get("pubDate"))[0],
        expires_at=moment(record.get("expiryDate"))[0],
        # An empty list means that anybody may apply.
        location="; ".join(places) if places else "Worldwide",
        category="; ".join(lines(record.get("parentCategories"), "parentCategories")),
        employment=(employment,) if employment else (),
        seniority=lines(record.get("seniority"), "seniority"),
        time_zones=utc_offsets(record.get("timezoneRestrictions")),
        salary=pay(record),
        tags=tuple(tag.replace("-", " ") for tag in lines(record.get("categories"), "categories")),
        apply_url=apply_url(record, url),
        logo_url=optional_address(record.get("companyLogo")),
    )


def location_names(value: Any, name: str) -> tuple[str, ...]:
    """The API serves texts; its documentation says objects with a name."""
    if isinstance(value, list):
        value = [location.get("name") if isinstance(location, dict) else location for location in value]
    return lines(value, name)


def utc_offsets(value: Any) -> tuple[str, ...]:
    """ "UTC-5", "UTC+5.5". The API serves numbers; its documentation says texts."""
    if not isinstance(value, list):
        return ()
    offsets = [float(offset) for offset in value if OFFSET_NUMBER.fullmatch(str(offset))]
    return tuple(f"UTC{offset:+g}" for offset in offsets if -12 <= offset <= 14)


def apply_url(record: Mapping[str, Any], url: str) -> str | None:
    """None where it is the ad's own page on the board, as in all recorded ads."""
    address = optional_address(record.get("applicationLink"))
    return None if address == url else address


def pay(record: Mapping[str, Any]) -> str:
    # Before 2026 the API stated no period, and salaries were yearly.
    unit = line(record.get("salaryPeriod"), "salaryPeriod") or "annual"
    return pay_text(record.get("minSalary"), record.get("maxSalary"), record.get("currency"), unit)


BOARD = Board(
    name="himalayas",
    title="Himalayas",
    home="https://himalayas.app/",
    expects="json",
    terms=Terms(
        link_text="Himalayas",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://himalayas.app/api",
        read_on=date(2026, 11, 23),
        note="Link back to the ad on Himalayas and name it; do not pass ads on to other job boards. The fair number of "
        "requests is not verified: a hundred every two hours, twenty ads each, cover all ads in some five days.",
    ),
    absence="nothing",
    interval=timedelta(hours=2),
    remote_only=True,
    start=start,
    parse=parse,
    details_per_fetch=100,
)
