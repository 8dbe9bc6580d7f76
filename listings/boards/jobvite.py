"""Jobvite's career sites: a page with an employer's vacancies, and a page with the text of each.

A list was recorded; the pages of vacancies are known only from the descriptions of others. "2 Locations" is no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import BadRecord, distinct, line, read_each, resolved_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.html import inner_markup, parse_html, text_at, text_in_lines
from listings.boards.formats.markup import job_posting
from listings.boards.formats.shapes import is_web_page, shape_of

SITE = "https://jobs.jobvite.com"
LIST = SITE + "/{token}/jobs"
PLACE = re.compile(rf"jobs\.jobvite\.com/(?:careers/)?(?!careers/)({PATH_SEGMENT})(?=[/?#]|$)")
NUMBER = re.compile(r"/job/([A-Za-z0-9]{3,40})(?=[/?#]|$)")
SEVERAL = re.compile(r"(?i)(?<!\d)\d++ locations?")
TITLE_END = re.compile(r"(?i)(?<!\s)\s++(?:careers|jobs)$")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape_of(response.body)}, not a career site's page")
    page = parse_html(response)
    cards = list(cards_of(page))
    if cards or page.select_one(".jv-page-jobs"):
        employer = TITLE_END.sub("", text_at(page, "title"))
        read = read_each(cards, lambda card: read_card(card, employer, response), lambda card: card.href, complete=True)
        return replace(read, follow=[Request(ad.url, ad.external_id, company=ad.company) for ad in read.ads])
    if job_posting(page):
        return markup_page(response, id_of)
    if page.select_one(".jv-job-detail-description"):
        return read_each([page], lambda page: read_page(page, response), lambda page: response.request.external_id)
    raise BrokenShape("an HTML page without vacancies")


@dataclass(frozen=True, slots=True)
class ListedVacancy:
    """A vacancy in a list. `lines`: its categories, and its place last."""

    href: str
    title: str
    lines: Sequence[str]


def cards_of(page: BeautifulSoup) -> Iterator[ListedVacancy]:
    """In a list or a table: the name within the link, or the link within the name, and then the place."""
    parts = page.select(".jv-job-list-name, .jv-job-list-location")
    for position, name in enumerate(parts, 1):
        following = parts[position] if position < len(parts) else None
        link = name.find("a", href=True) or name.find_parent("a", href=True)
        if not is_location(name) and link and "/job/" in str(link["href"]):
            lines = text_in_lines(following) if following and is_location(following) else ()
            yield ListedVacancy(str(link["href"]), name.get_text(), lines)


def is_location(part: Tag) -> bool:
    return "jv-job-list-location" in part.get_attribute_list("class")


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    if match is None:
        raise BadRecord("the address names no vacancy")
    return match[1]


def read_card(card: ListedVacancy, employer: str, response: Response) -> Ad:
    url = resolved_address(card.href, SITE, "href", required=True).partition("?")[0]
    *category, place = card.lines or [""]
    places = () if SEVERAL.fullmatch(place) else distinct([place])
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(card.title, "title", required=True),
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


BOARD = recorded_system(
    name="jobvite",
    title="Jobvite",
    home="https://www.jobvite.com/",
    expects="html",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.jobvite.com/TOKEN"),
)
