"""Working Nomads' public API: a bare list of the newest ads. Their only id is the number in a redirecting address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import BadRecord, distinct, text_of, unescaped, web_address
from listings.boards.formats.json_api import page_from, read_envelope

API = "https://www.workingnomads.com/api/exposed_jobs/"
NUMBER = re.compile(r"/jobs?/go/([1-9][0-9]{0,17})/?(?:$|[?#])")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("url", "company_name", "pub_date"), "the API's JSON list")
    if envelope.is_whole:
        raise BrokenShape("a JSON object with a list of jobs, not the API's JSON list")
    return page_from(envelope, read, complete=False, id_field="url")


def read(record: Mapping[str, Any]) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    number = NUMBER.search(url)
    if number is None:
        raise BadRecord(f"url does not contain the number of an ad: {url[:80]!r}")
    company = unescaped(record.get("company_name"), "company_name", required=True)
    published, zoned = moment(record.get("pub_date"))
    return Ad(
        external_id=number[1],
        url=url,
        title=title(record, company),
        company=company,
        html=text_of(record.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        location=unescaped(record.get("location"), "location"),
        category=unescaped(record.get("category_name"), "category_name"),
        tags=distinct(unescaped(record.get("tags"), "tags").split(",")),
    )


def title(record: Mapping[str, Any], company: str) -> str:
    """Without the employer, with which some begin: "Company - Role"."""
    full_title = unescaped(record.get("title"), "title", required=True)
    return full_title.removeprefix(f"{company} - ").strip() or full_title


BOARD = Board(
    name="workingnomads",
    title="Working Nomads",
    home="https://www.workingnomads.com/",
    expects="json",
    terms=Terms(
        link_text="Working Nomads",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://www.workingnomads.com/terms-and-conditions",
        read_on=date(2026, 11, 23),
        note="The API is public and needs no key. That its ads may be shown elsewhere is not verified: link back "
        "through the site's own redirect and name it, no markup, no logo.",
    ),
    absence="nothing",
    interval=timedelta(hours=2),
    remote_only=True,
    start=start,
    parse=parse,
)
