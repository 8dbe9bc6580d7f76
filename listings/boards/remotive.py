"""Remotive's public API: one response with the newest ads. Only their ids are stable: addresses follow the titles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    BadRecord,
    line,
    lines,
    optional_address,
    read_each,
    scalar_text,
    text_of,
    web_address,
)
from listings.boards.formats.json_api import as_object
from listings.boards.formats.shapes import json_object

API = "https://remotive.com/api/remote-jobs"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    envelope = json_object(response.body, "the API's JSON object")
    records = envelope.get("jobs")
    if not isinstance(records, list):
        raise BrokenShape("a JSON object without a list of jobs, not the API's")
    counts = [envelope.get("job-count"), envelope.get("total-job-count")]
    # Without a total, or with numbers that disagree, nothing says that these are all.
    complete = all(type(count) is int and count == len(records) for count in counts)
    return read_each(
        records, read, lambda record: record.get("id") if isinstance(record, dict) else None, complete=complete
    )


def read(record: Any) -> Ad:
    record = as_object(record)
    number = record.get("id")
    # Not isinstance: True is an int.
    if type(number) is not int or not 0 < number < 2**63:
        raise BadRecord(f"id is {scalar_text(number) or type(number).__name__!r}, not a number")
    published, zoned = moment(record.get("publication_date"))
    return Ad(
        external_id=str(number),
        url=web_address(record.get("url"), "url", required=True),
        title=line(record.get("title"), "title", required=True),
        company=line(record.get("company_name"), "company_name", required=True),
        html=text_of(record.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location=line(record.get("candidate_required_location"), "candidate_required_location"),
        category=line(record.get("category"), "category"),
        employment=tuple(filter(None, [line(record.get("job_type"), "job_type")])),
        salary=line(record.get("salary"), "salary"),
        tags=lines(record.get("tags"), "tags"),
        logo_url=optional_address(record.get("company_logo") or record.get("company_logo_url")),
    )


BOARD = Board(
    name="remotive",
    title="Remotive",
    home="https://remotive.com/",
    expects="json",
    terms=Terms(
        link_text="Remotive",
        min_interval=timedelta(hours=6),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://remotive.com/api-documentation",
        read_on=date(2026, 11, 23),
        note="Link to the ad on Remotive and name Remotive. At most four requests a day. Do not pass ads on to Google, "
        "Jooble, Neuvoo or LinkedIn; no e-mail gate. The terms do not allow requests to ad pages, so we make none.",
    ),
    absence="nothing",
    interval=timedelta(hours=6),
    remote_only=True,
    start=start,
    parse=parse,
    # Its catch-all, a name that our vocabulary does not know.
    categories={"all others": "other"},
)
