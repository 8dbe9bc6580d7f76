"""Teamtailor's career sites: an employer's vacancies as RSS, and as a JSON Feed that lacks the kind of workplace."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from listings.boards.base import Ad, Board, Cursor, Options, Page, Request, Response
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import line, record_id, shares_start, text_of, web_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    INTERVAL,
    employer_name,
    extra_fields,
    joined_places,
    place_name,
    public_terms,
    token_options,
)
from listings.boards.formats.json_api import child, children, page_from, read_envelope
from listings.boards.formats.jsonld import read_job_posting
from listings.boards.formats.shapes import shape_of
from listings.boards.formats.teamtailor_rss import rss_page

RSS = "https://{token}.teamtailor.com/jobs.rss"
PLACE = re.compile(rf"//({HOST_LABEL})(?:\.na|\.au)?\.teamtailor\.com")
# Customers in other regions have the region behind their name.
TOKEN = rf"{HOST_LABEL}(\.na|\.au)?"


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(RSS.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if shape_of(response.body) == "an RSS feed":
        return rss_page(response, PLACE)
    envelope = read_envelope(response, "items", ("id", "title", "url"), "a career site's JSON Feed")
    title = envelope.values.get("title")
    more = next_page(response, envelope.values.get("next_url"))
    complete = envelope.is_whole and (bool(more) or not envelope.values.get("next_url"))
    page = page_from(envelope, lambda record: read(record, title, response), complete=complete)
    return replace(page, follow=more)


def next_page(response: Response, address: Any) -> list[Request]:
    """Only an address on the feed's own host."""
    request = response.request
    return [Request(address, company=request.company)] if shares_start(address, request.url, 2) else []


def read(record: Mapping[str, Any], feed_title: Any, response: Response) -> Ad:
    url = web_address(record.get("url"), "url", required=True)
    markup = child(record, "_jobposting")
    hiring = child(markup, "hiringOrganization")
    number = child(markup, "identifier").get("value")
    company = employer_name(hiring.get("name") or feed_title, response, url, PLACE)
    published, zoned = moment(record.get("date_published") or markup.get("datePosted"))
    # Places are read below, with all those of the markup.
    ad = read_job_posting(
        {**markup, "title": record.get("title"), "hiringOrganization": {"name": company}, "jobLocation": None},
        external_id=record_id(record.get("id")),
        url=url,
    )
    return replace(
        ad,
        title=line(record.get("title"), "title", required=True),
        company=company,
        html=text_of(record.get("content_html"), "content_html") or ad.html,
        published_at=published,
        published_zoned=zoned,
        location=joined_places([ad.location, *map(place, children(markup, "jobLocation"))]),
        fields={**ad.fields, **extra_fields(number=[str(number or "")])},
    )


def place(location: Mapping[str, Any]) -> str:
    return place_name(child(location, "address"), "addressLocality", "addressRegion", "addressCountry")


BOARD = Board(
    name="teamtailor",
    title="Teamtailor",
    home="https://www.teamtailor.com/",
    expects="xml",
    terms=public_terms(
        "Teamtailor",
        "https://support.teamtailor.com/en/articles/11171756-rss-feed-how-to-guide",
        "The vendor documents the public RSS feed of career sites. That the same holds for the JSON Feed is not "
        "verified.",
    ),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(TOKEN, "TOKEN.teamtailor.com"),
)
