"""Jobvite's career sites: a page with an employer's vacancies, and a page with the text of each.

A list was recorded; the pages of vacancies are known only from the descriptions of others. "2 Locations" is no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import BadRecord, distinct, line, read_each, resolved_address
from listings.boards.formats.hiring_systems import (
    INTERVAL,
    NOT_READ,
    PATH_SEGMENT,
    RECORDED_ON,
    employer_name,
    token_options,
    unread_terms,
    workplaces_in,
)
from listings.boards.formats.html import inner_markup, parse_html, text_at, text_in_lines
from listings.boards.formats.markup import job_posting
from listings.boards.formats.shapes import is_web_page, shape_of

SITE = "https://jobs.jobvite.com"
LIST = SITE + "/{token}/jobs"
PLACE = re.compile(rf"jobs\.jobvite\.com/(?:careers/)?(?!careers/)({PATH_SEGMENT})(?=[/?#]|$)")
VACANCIES = '.jv-job-list a[href*="/job/"]'
NUMBER = re.compile(r"/job/([A-Za-z0-9]{3,40})(?=[/?#]|$)")
SEVERAL = re.compile(r"(?i)\d+ locations?")
TITLE_END = re.compile(r"(?i)\s+(?:careers|jobs)$")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape_of(response.body)}, not a career site's page")
    page = parse_html(response)
    anchors = page.select(VACANCIES)
    if anchors or page.select_one(".jv-page-jobs"):
        employer = TITLE_END.sub("", text_at(page, "title"))
        read = read_each(anchors, lambda anchor: read_card(anchor, employer, response), link_of, complete=True)
        return replace(read, follow=[Request(ad.url, ad.external_id, company=ad.company) for ad in read.ads])
    if job_posting(page):
        return markup_page(response, id_of)
    if page.select_one(".jv-job-detail-description"):
        return read_each([page], lambda page: read_page(page, response), lambda page: response.request.external_id)
    raise BrokenShape("an HTML page without vacancies")


def link_of(anchor: Tag) -> str:
    return str(anchor.get("href"))


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    if match is None:
        raise BadRecord("the address names no vacancy")
    return match[1]


def read_card(anchor: Tag, employer: str, response: Response) -> Ad:
    """In a list or a table: the name within the link, or the link within the name."""
    url = resolved_address(link_of(anchor), SITE, "href", required=True).partition("?")[0]
    row = anchor if anchor.select_one(".jv-job-list-name") else anchor.find_parent(["tr", "li"]) or anchor
    location = row.select_one(".jv-job-list-location")
    *category, place = (text_in_lines(location) if location else []) or [""]
    places = () if SEVERAL.fullmatch(place) else distinct([place])
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(text_at(row, ".jv-job-list-name") or anchor.get_text(), "title", required=True),
        company=employer_name(response.request.company or employer, response, url, PLACE),
        location="; ".join(places) or None,
        category="; ".join(category) or None,
        workplace=workplaces_in(places) or None,
    )


def read_page(page: BeautifulSoup, response: Response) -> Ad:
    candidates = [response.request.url, *(link.get("href") for link in page.find_all("link", rel="canonical"))]
    address = next((address for address in candidates if NUMBER.search(str(address))), None)
    url = resolved_address(address, SITE, "address", required=True).partition("?")[0]
    description = page.select_one(".jv-job-detail-description")
    return Ad(
        external_id=response.request.external_id or id_of(url),
        url=url,
        title=line(text_at(page, ".jv-header"), "title", required=True),
        company=employer_name(None, response, url, PLACE),
        html=inner_markup(description) if description else "",
    )


BOARD = Board(
    name="jobvite",
    title="Jobvite",
    home="https://www.jobvite.com/",
    expects="html",
    terms=unread_terms("Jobvite"),
    absence="closes",
    interval=INTERVAL,
    remote_only=False,
    employers_own=True,
    status="unverified",
    status_reason=NOT_READ,
    status_on=RECORDED_ON,
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.jobvite.com/TOKEN"),
)
