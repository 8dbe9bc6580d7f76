"""iCIMS' career portals: pages with fifty vacancies each, and a page with markup for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.detail_pages import markup_page
from listings.boards.formats.fields import distinct, line, read_each, resolved_address
from listings.boards.formats.hiring_systems import (
    HOST_LABEL,
    employer_name,
    extra_fields,
    in_usual_order,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.html import parse_html, text_at
from listings.boards.formats.shapes import is_web_page, shape_of

LIST = "https://{token}.icims.com/jobs/search?pr={page}&in_iframe=1"
PLACE = re.compile(rf"//(?!(?:www|developer|api)\.)({HOST_LABEL})\.icims\.com")
# "careers-quay", "uscareers-quay", "jobs-quay": what stands before the employer in the name of its host.
EMPLOYER = re.compile(rf"//(?:(?:us|uk|ca|global|external)?(?:careers|jobs)-)?({HOST_LABEL})\.icims\.com")
NUMBER = re.compile(r"/jobs/(\d{1,18})/")
FIRST = "pr=0&"
MAX_FIELDS = 20
PAGES = re.compile(r"Page 1 of (\d{1,3})\b")
NOT_FOUND = re.compile(r"(?i)the requested job could not be found")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"], page=0), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape_of(response.body)}, not a portal's page")
    page = parse_html(response)
    if NOT_FOUND.search(text_at(page, "h1")):
        raise BrokenShape("an HTML page that says that the job could not be found")
    cards = page.select(".iCIMS_JobsTable .iCIMS_JobCardItem")
    if not cards and "search" not in response.request.url:
        return markup_page(response, id_of)
    read = read_each(cards, lambda card: read_card(card, response), link_of, complete=is_list(page))
    company = response.request.company
    details = [Request(f"{ad.url}?in_iframe=1", ad.external_id, company=company) for ad in read.ads]
    return replace(read, follow=[*further_pages(page, response.request), *details])


def is_list(page: BeautifulSoup) -> bool:
    return bool(page.select_one(".iCIMS_JobsTable, .iCIMS_SearchResultsHeader"))


def further_pages(page: BeautifulSoup, request: Request) -> Iterator[Request]:
    """Named by the first page: "Page 1 of 2"."""
    pages = PAGES.search(text_at(page, ".iCIMS_SearchResultsHeader"))
    if pages and FIRST in request.url:
        for number in range(1, int(pages[1])):
            yield replace(request, url=request.url.replace(FIRST, f"pr={number}&", 1))


def link_of(card: Tag) -> str:
    anchor = card.select_one(".title a[href], a.iCIMS_Anchor[href]")
    return str(anchor["href"]) if anchor else ""


def id_of(url: str) -> str:
    match = NUMBER.search(url)
    return match[1] if match else url


def read_card(card: Tag, response: Response) -> Ad:
    url = resolved_address(link_of(card), response.url or response.request.url, "link", required=True).partition("?")[0]
    fields = dict(labelled_fields(card))
    places = distinct(map(in_usual_order, distinct(re.split(r" \| ", fields.get("Job Locations", "")))))
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(text_at(card, ".title h3, .title h2"), "title", required=True),
        company=employer_name(None, response, url, EMPLOYER),
        location="; ".join(places) or None,
        workplace=workplaces_in(places) or None,
        # Not as the text, which a later reading of the list would put in the place of the page's.
        fields=extra_fields(number=[fields.get("ID", "")], summary=[text_at(card, ".description")]),
    )


def labelled_fields(card: Tag) -> Iterator[tuple[str, str]]:
    """A label that only screen readers get, and the value behind it."""
    for field in card.select(".field-label", limit=MAX_FIELDS):
        value = field.find_next_sibling(["span", "dd"])
        if value:
            yield line(field.get_text(), "label"), line(value.get_text(), "value")


def closed(response: Response) -> bool:
    return is_web_page(response.body) and bool(NOT_FOUND.search(text_at(parse_html(response), "h1")))


BOARD = recorded_system(
    name="icims",
    title="iCIMS",
    home="https://www.icims.com/",
    expects="html",
    place=PLACE,
    start=start,
    parse=parse,
    closed=closed,
    options=token_options(HOST_LABEL, "TOKEN.icims.com, such as careers-acme"),
)
