"""Jobicy's public API: the newest hundred ads. Entities are escaped twice, places separated by two spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    distinct,
    line,
    optional_address,
    record_id,
    scalar_text,
    text_of,
    unescaped,
    web_address,
)
from listings.boards.formats.json_api import page_from, read_envelope
from listings.boards.formats.pay import pay_text

API = "https://jobicy.com/api/v2/remote-jobs?count=100"
# Lists of its ads that others have processed have the same fields under these names.
OTHER_NAMES = {
    "jobTitle": "title",
    "companyName": "company",
    "jobGeo": "location",
    "jobDescription": "html_description",
    "pubDate": "posted_at",
    "jobIndustry": "category",
    "jobType": "job_type",
    "jobLevel": "job_level",
    "companyLogo": "company_logo",
}


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    envelope = read_envelope(response, "jobs", ("id", "url", "jobTitle"), "the API's JSON object")
    return page_from(envelope, read, complete=False)


def read(record: Mapping[str, Any]) -> Ad:
    def field(name: str) -> Any:
        return record.get(name, record.get(OTHER_NAMES.get(name, name)))

    url = web_address(record.get("url"), "url", required=True)
    published, zoned = moment(field("pubDate"))
    return Ad(
        external_id=external_id(record.get("id"), url),
        url=url,
        title=unescaped(field("jobTitle"), "jobTitle", required=True),
        company=unescaped(field("companyName"), "companyName", required=True),
        html=text_of(field("jobDescription"), "jobDescription"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(split(field("jobGeo"), "jobGeo")),
        category="; ".join(texts(field("jobIndustry"), "jobIndustry")),
        employment=split(field("jobType"), "jobType"),
        # "Entry-Level, Junior" are two levels; "Any" is not one.
        seniority=tuple(level for level in split(field("jobLevel"), "jobLevel") if level != "Any"),
        salary=pay(record),
        logo_url=optional_address(field("companyLogo")),
    )


def external_id(number: Any, url: str) -> str:
    """The API's number; the last part of the address for lists without it."""
    if number is None:
        slug = urlsplit(url).path.rstrip("/").rpartition("/")[2]
        if re.fullmatch(r"\d+-[\w%-]+", slug):
            return slug
    return record_id(number)


def texts(value: Any, name: str) -> tuple[str, ...]:
    """From one text or a list of them."""
    values = value if isinstance(value, list) else [value]
    return tuple(text for element in values if (text := unescaped(element, name)))


def split(value: Any, name: str) -> tuple[str, ...]:
    """From a list, or one text with commas and any number of spaces."""
    return distinct(part for text in texts(value, name) for part in text.split(","))


def pay(record: Mapping[str, Any]) -> str:
    if isinstance(record.get("salary"), str):
        return line(record["salary"], "salary")
    # The names of the fields changed in 2025.
    low, high = (record.get(f"salary{end}", record.get(f"annualSalary{end}")) for end in ("Min", "Max"))
    return pay_text(low, high, record.get("salaryCurrency"), scalar_text(record.get("salaryPeriod")) or "yearly")


BOARD = Board(
    name="jobicy",
    title="Jobicy",
    home="https://jobicy.com/",
    expects="json",
    terms=Terms(
        link_text="Jobicy",
        min_interval=timedelta(hours=1),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=False,
        stated_at="https://jobicy.com/jobs-rss-feed",
        read_on=date(2026, 11, 23),
        note="Ads appear with a delay of six hours; more than one request an hour is discouraged. Link back and name "
        "Jobicy; do not pass ads on to Google Jobs, LinkedIn or Jooble; do not change the text.",
    ),
    absence="nothing",
    interval=timedelta(hours=3),
    remote_only=True,
    start=start,
    parse=parse,
)
