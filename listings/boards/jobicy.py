"""Jobicy's public API: a hundred of the newest ads. Entities are escaped twice, places set apart by two spaces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response, Terms
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import iso_moment, line, optional_address, shown, unescaped, web_address, words

API = "https://jobicy.com/api/v2/remote-jobs?count=100"
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
"""The same statements under the names that lists processed by others give them."""


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(API)]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "jobs", ("id", "url", "jobTitle"), "the API's JSON object")
    return hiring_systems.page_of(found, read, complete=False)


def read(record: Mapping[str, Any]) -> Ad:
    def of(name: str) -> Any:
        return record.get(name, record.get(OTHER_NAMES.get(name, name)))

    url = web_address(record.get("url"), "url", required=True)
    published, zoned = iso_moment(of("pubDate"), "pubDate")
    return Ad(
        external_id=identity(record.get("id"), url),
        url=url,
        title=unescaped(of("jobTitle"), "jobTitle", required=True),
        company=unescaped(of("companyName"), "companyName", required=True),
        html=words(of("jobDescription"), "jobDescription"),
        published_at=published,
        published_zoned=zoned,
        location="; ".join(split(of("jobGeo"), "jobGeo")),
        category="; ".join(texts(of("jobIndustry"), "jobIndustry")),
        employment=split(of("jobType"), "jobType"),
        # "Entry-Level, Junior" are two levels; "Any" is none.
        seniority=tuple(level for level in split(of("jobLevel"), "jobLevel") if level != "Any"),
        salary=pay(record),
        logo_url=optional_address(of("companyLogo")),
    )


def identity(number: Any, url: str) -> str:
    """The API's number; the last part of the address where a list was cut down to that."""
    if number is None:
        slug = urlsplit(url).path.rstrip("/").rpartition("/")[2]
        if re.fullmatch(r"\d+-[\w%-]+", slug):
            return slug
    return hiring_systems.identity(number)


def texts(value: Any, name: str) -> tuple[str, ...]:
    """One text or a list of them, unescaped."""
    several = value if isinstance(value, list) else [value]
    return tuple(text for one in several if (text := unescaped(one, name)))


def split(value: Any, name: str) -> tuple[str, ...]:
    """A list, or one text with commas and any number of spaces."""
    return hiring_systems.distinct(part for text in texts(value, name) for part in text.split(","))


def pay(record: Mapping[str, Any]) -> str:
    """Fields that are there only where pay is stated; their names changed in 2025."""
    if isinstance(record.get("salary"), str):
        return line(record["salary"], "salary")
    low, high = (record.get(f"salary{end}", record.get(f"annualSalary{end}")) for end in ("Min", "Max"))
    return hiring_systems.pay(low, high, record.get("salaryCurrency"), shown(record.get("salaryPeriod")) or "yearly")


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
        note="Ads come with a delay of six hours; more than one request an hour is discouraged. Link back and name "
        "Jobicy; not to be passed on to Google Jobs, LinkedIn or Jooble; the text is not to be changed.",
    ),
    absence="nothing",
    interval=timedelta(hours=3),
    remote_only=True,
    start=start,
    parse=parse,
)
