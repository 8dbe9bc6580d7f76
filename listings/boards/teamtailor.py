"""Teamtailor's career sites: a JSON Feed of an employer's vacancies, each with its schema.org JobPosting."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats import hiring_systems
from listings.boards.formats.fields import iso_moment, line, web_address, words
from listings.boards.formats.jsonld import read_job_posting

FEED = "https://{token}.teamtailor.com/jobs.json"
PLACE = re.compile(rf"//({hiring_systems.IN_HOST})(?:\.na|\.au)?\.teamtailor\.com")
TOKEN = rf"{hiring_systems.IN_HOST}(\.na|\.au)?"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(FEED.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    found = hiring_systems.listed(response, "items", ("id", "title", "url"), "a career site's JSON Feed")
    title = found.envelope.get("title")
    more = following(response, found.envelope.get("next_url"))
    complete = found.whole and (bool(more) or not found.envelope.get("next_url"))
    page = hiring_systems.page_of(found, lambda record: read(record, title, response), complete=complete)
    return replace(page, follow=more)


def following(response: Response, address: Any) -> list[Request]:
    """The feed's next page, where it is on the feed's own host."""
    asked = response.request
    if not isinstance(address, str) or urlsplit(address)[:2] != urlsplit(asked.url)[:2]:
        return []
    return [Request(address, company=asked.company)]


def read(record: Mapping[str, Any], feed: Any, response: Response) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    markup = hiring_systems.part(record, "_jobposting")
    hiring = hiring_systems.part(markup, "hiringOrganization")
    number = hiring_systems.part(markup, "identifier").get("value")
    company = hiring_systems.employer(hiring.get("name") or feed, response, url, PLACE)
    published, zoned = iso_moment(record.get("date_published") or markup.get("datePosted"), "date_published")
    stated = read_job_posting(
        {**markup, "title": record.get("title"), "hiringOrganization": {"name": company}, "jobLocation": None},
        external_id=hiring_systems.identity(record.get("id")),
        url=url,
    )
    return replace(
        stated,
        title=line(record.get("title"), "title", required=True),
        company=company,
        html=words(record.get("content_html"), "content_html") or stated.html,
        published_at=published,
        published_zoned=zoned,
        location=hiring_systems.places([stated.location, *map(place, hiring_systems.parts(markup, "jobLocation"))]),
        fields={**stated.fields, **hiring_systems.stated_fields(number=[str(number or "")])},
    )


def place(stated: Mapping[str, Any]) -> str:
    return hiring_systems.place_of(
        hiring_systems.part(stated, "address"), "addressLocality", "addressRegion", "addressCountry"
    )


BOARD = Board(
    name="teamtailor",
    title="Teamtailor",
    home="https://www.teamtailor.com/",
    expects="json",
    terms=hiring_systems.public_terms(
        "Teamtailor",
        "https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide",
        "The vendor documents a career site's public RSS feed. That its JSON Feed is meant alike is not verified.",
    ),
    absence="closes",
    interval=hiring_systems.EACH,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=hiring_systems.token_options(TOKEN, "TOKEN.teamtailor.com"),
)
