"""Himalayas' public API: about 100,000 ads, twenty an answer, newest first.

A fetch reads the newest pages; a sweep over all the others goes on from fetch to fetch, some pages at a time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from listings.boards import employers
from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.reading import BadRecord, iso_moment, line, lines, optional_address, read_each, web_address, words
from listings.boards.shapes import json_object

API = "https://himalayas.app/jobs/api?limit=20&offset={}"
EACH = 20
NEWEST, SWEPT = 15, 60
"""Pages a fetch: of the newest, and of the sweep."""


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    newest = [number * EACH for number in range(NEWEST)]
    first = max(int((cursor or {}).get("offset", 0)), NEWEST * EACH)
    swept = [first + number * EACH for number in range(SWEPT)]
    return [Request(API.format(offset)) for offset in [*newest, *swept]]


def parse(response: Response) -> Page:
    envelope = json_object(response.body, "the API's JSON object")
    records = [envelope] if "guid" in envelope else envelope.get("jobs")
    if not isinstance(records, list):
        raise BrokenShape("a JSON object without a list of jobs, not the API's")
    ads, rejected = read_each(records, read, lambda one: one.get("guid") if isinstance(one, dict) else None)
    return Page(ads=ads, rejected=rejected, cursor=swept(response, envelope), complete=False)


def swept(response: Response, envelope: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Where the sweep goes on; from the beginning once it has passed the last ad."""
    asked = parse_qs(urlsplit(response.request.url).query).get("offset", ["0"])[0]
    offset = (int(asked) if asked.isascii() and asked.isdigit() else 0) + EACH
    if offset <= NEWEST * EACH:
        return None
    total = envelope.get("totalCount")
    return {"offset": 0 if type(total) is int and offset >= total else offset}


def read(record: Any) -> Ad:
    if not isinstance(record, dict):
        raise BadRecord(f"the record is {type(record).__name__}, not an object")
    url = web_address(record.get("guid"), "guid", required=True)
    _, _, external_id = urlsplit(url).path.strip("/").partition("companies/")
    if "/jobs/" not in external_id:
        raise BadRecord(f"guid names no ad: {url[:80]!r}")
    places = lines(record.get("locationRestrictions"), "locationRestrictions")
    kind = line(record.get("employmentType"), "employmentType")
    return Ad(
        external_id=external_id,
        url=url,
        title=line(record.get("title"), "title", required=True),
        company=line(record.get("companyName"), "companyName", required=True),
        html=words(record.get("description"), "description"),
        published_at=moment(record.get("pubDate"), "pubDate"),
        expires_at=moment(record.get("expiryDate"), "expiryDate"),
        # An empty list is the board's way of saying that anybody may apply.
        location="; ".join(places) if places else "Worldwide",
        category="; ".join(lines(record.get("parentCategories"), "parentCategories")),
        employment=(kind,) if kind else (),
        seniority=lines(record.get("seniority"), "seniority"),
        time_zones=zones(record.get("timezoneRestrictions")),
        salary=pay(record),
        tags=tuple(tag.replace("-", " ") for tag in lines(record.get("categories"), "categories")),
        logo_url=optional_address(record.get("companyLogo")),
    )


def moment(seconds: Any, name: str) -> datetime | None:
    """Seconds, whatever the board's own dictionary of fields says."""
    if seconds is None:
        return None
    try:
        return iso_moment(datetime.fromtimestamp(seconds, UTC).isoformat(), name)[0]
    except (TypeError, ValueError, OverflowError, OSError) as error:
        raise BadRecord(f"{name} is no time in seconds: {str(seconds)[:40]!r}") from error


def zones(offsets: Any) -> tuple[str, ...]:
    if not isinstance(offsets, list):
        return ()
    return tuple(f"UTC{offset:+g}" for offset in offsets if type(offset) in (int, float) and abs(offset) <= 14)


def pay(record: Mapping[str, Any]) -> str:
    """A currency may be set without any amount. Before 2026 no period was stated: it was a year's."""
    unit = line(record.get("salaryPeriod"), "salaryPeriod") or "annual"
    return employers.pay(record.get("minSalary"), record.get("maxSalary"), record.get("currency"), unit)


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
        note="Link back to the ad on Himalayas and name it; not to be passed on to other job boards.",
    ),
    absence="nothing",
    interval=timedelta(hours=3),
    remote_only=True,
    start=start,
    parse=parse,
)
