"""Himalayas' public API: about 100,000 ads, twenty an answer, newest first.

A fetch reads what is new since the last one; a sweep over all of them goes on from fetch to fetch, and round again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import (
    BadRecord,
    epoch_moment,
    line,
    lines,
    optional_address,
    read_each,
    unescaped,
    web_address,
    words,
)

EACH = 20
API = f"https://himalayas.app/jobs/api?limit={EACH}&offset={{}}"
OFFSET = re.compile(r"[?&]offset=([0-9]{1,9})(?:&|$)")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    """The sweep never begins at 0: that answer belongs to what is new."""
    swept = int((cursor or {}).get("offset", EACH))
    return [Request(API.format(0), until_known=True), Request(API.format(swept))]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("guid", "pubDate"), "the API's JSON object")
    ads, rejected = read_each(found.records, read, lambda one: one.get("guid") if isinstance(one, dict) else None)
    asked = OFFSET.search(response.request.url)
    page = Page(ads=ads, rejected=rejected, complete=False)
    return led_on(page, found, int(asked[1]), response.request.until_known) if asked else page


def led_on(page: Page, found: hiring_systems.RecordReader, offset: int, new: bool) -> Page:
    """A sweep that has passed the last ad begins again."""
    total = found.envelope.get("totalCount")
    after = offset + len(found.records)
    more = bool(found.records) and (type(total) is not int or after < total)
    if new:
        return replace(page, follow=[Request(API.format(after), until_known=True)] if more else [])
    after = after if more else EACH
    return replace(page, follow=[Request(API.format(after))], cursor={"offset": after})


def read(record: Any) -> Ad:
    if not isinstance(record, dict):
        raise BadRecord(f"the record is {type(record).__name__}, not an object")
    url = web_address(record.get("guid"), "guid", required=True)
    _, _, external_id = urlsplit(url).path.strip("/").partition("companies/")
    if "/jobs/" not in external_id:
        raise BadRecord(f"guid names no ad: {url[:80]!r}")
    places = names(record.get("locationRestrictions"), "locationRestrictions")
    kind = line(record.get("employmentType"), "employmentType")
    return Ad(
        external_id=external_id,
        url=url,
        title=unescaped(record.get("title"), "title", required=True),
        company=unescaped(record.get("companyName"), "companyName", required=True),
        html=words(record.get("description"), "description"),
        # Seconds, though the board's own dictionary of fields says milliseconds.
        published_at=epoch_moment(record.get("pubDate"), "pubDate"),
        expires_at=epoch_moment(record.get("expiryDate"), "expiryDate"),
        # An empty list is the board's way of saying that anybody may apply.
        location="; ".join(places) if places else "Worldwide",
        category="; ".join(lines(record.get("parentCategories"), "parentCategories")),
        employment=(kind,) if kind else (),
        seniority=lines(record.get("seniority"), "seniority"),
        time_zones=zones(record.get("timezoneRestrictions")),
        salary=pay(record),
        tags=tuple(tag.replace("-", " ") for tag in lines(record.get("categories"), "categories")),
        apply_url=apply_url(record, url),
        logo_url=optional_address(record.get("companyLogo")),
    )


def names(value: Any, name: str) -> tuple[str, ...]:
    """Texts, or the objects with a name that the board's documents speak of."""
    if isinstance(value, list):
        value = [one.get("name") if isinstance(one, dict) else one for one in value]
    return lines(value, name)


def zones(offsets: Any) -> tuple[str, ...]:
    """ "UTC-5", "UTC+5.5": numbers, or the texts that the board's documents speak of."""
    if not isinstance(offsets, list):
        return ()
    numbers = [float(one) for one in offsets if re.fullmatch(r"[+-]?[0-9]{1,2}(\.[0-9]{1,2})?", str(one))]
    return tuple(f"UTC{number:+g}" for number in numbers if -12 <= number <= 14)


def apply_url(record: Mapping[str, Any], url: str) -> str | None:
    """It is the ad's own page on the board, as far as was seen."""
    address = optional_address(record.get("applicationLink"))
    return None if address == url else address


def pay(record: Mapping[str, Any]) -> str:
    """A currency may be set without any amount. Before 2026 no period was stated: it was a year's."""
    unit = line(record.get("salaryPeriod"), "salaryPeriod") or "annual"
    return hiring_systems.pay(record.get("minSalary"), record.get("maxSalary"), record.get("currency"), unit)


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
        note="Link back to the ad on Himalayas and name it; not to be passed on to other job boards. How many requests "
        "are fair is not verified: a hundred every two hours, twenty ads each, go round in some five days.",
    ),
    absence="nothing",
    interval=timedelta(hours=2),
    remote_only=True,
    start=start,
    parse=parse,
    details_per_fetch=100,
)
