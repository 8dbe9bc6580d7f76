"""Gusto's job boards: a page with an employer's vacancies, and a page for each, in plain HTML and without dates.

One employer's board and one of its vacancies were recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape

from bs4 import BeautifulSoup
from bs4.element import Tag

from listings.boards.base import Ad, BrokenShape, Cursor, Options, Page, Request, Response
from listings.boards.formats.fields import UUID, BadRecord, distinct, line, read_each, resolved_address
from listings.boards.formats.hiring_systems import (
    PATH_SEGMENT,
    employer_name,
    recorded_system,
    token_options,
    workplaces_in,
)
from listings.boards.formats.html import inner_markup, parse_html, text_in_lines
from listings.boards.formats.shapes import is_web_page, shape_of

SITE = "https://jobs.gusto.com"
LIST = SITE + "/boards/{token}"
PLACE = re.compile(rf"jobs\.gusto\.com/boards/({PATH_SEGMENT})(?=[/?#]|$)")
VACANCIES = 'a[href*="/postings/"]'
MAX_SECTIONS = 20
CAREERS_AT = re.compile(r"^Careers at (.{1,200})$")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(LIST.format(token=options["token"]), company=options["company"])]


def parse(response: Response) -> Page:
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape_of(response.body)}, not a job board's page")
    page = parse_html(response)
    if page.select_one(".rich-text-container"):
        return read_each([page], lambda page: read_page(page, response), lambda page: response.request.external_id)
    heading = CAREERS_AT.match(line(page.title.get_text() if page.title else "", "title"))
    vacancies = [anchor for anchor in page.select(VACANCIES) if anchor.find("h3")]
    if not vacancies and not heading:
        raise BrokenShape("an HTML page without postings")
    employer = heading[1] if heading else ""
    read = read_each(
        vacancies,
        lambda anchor: read_card(anchor, employer, response),
        lambda anchor: anchor.get("href"),
        complete=True,
    )
    company = response.request.company
    return replace(read, follow=[Request(ad.url, ad.external_id, company=company) for ad in read.ads])


def id_of(url: str) -> str:
    """The UUID at the end of its slug, which also holds the title."""
    matches = UUID.findall(url.partition("?")[0].lower())
    if not matches:
        raise BadRecord("the address holds no UUID")
    return str(matches[-1])


def read_card(anchor: Tag, employer: str, response: Response) -> Ad:
    """A heading, a paragraph with a place a line, and one with the employment."""
    url = resolved_address(anchor.get("href"), SITE, "href", required=True)
    title = anchor.find("h3")
    places, *kinds = [text_in_lines(paragraph) for paragraph in anchor.find_all("p")] or [[]]
    return Ad(
        external_id=id_of(url),
        url=url,
        title=line(title.get_text() if title else "", "title", required=True),
        company=employer_name(employer, response, url, PLACE),
        location="; ".join(distinct(places)),
        workplace=workplaces_in(places),
        employment=distinct(text for kind in kinds for text in kind),
    )


def read_page(page: BeautifulSoup, response: Response) -> Ad:
    """Its heading holds the employer, the title, and "Miami, FL · Full time"."""
    heading = page.h1
    spans = [line(span.get_text(), "heading") for span in heading.find_all("span", recursive=False)] if heading else []
    if len(spans) < 2:
        raise BadRecord("its heading does not name the employer and the title")
    # That of a page read from a file stands in its form.
    candidates = [response.request.url, *(anchor.get("href") for anchor in page.select(VACANCIES))]
    address = next((address for address in candidates if UUID.search(str(address))), None)
    url = resolved_address(address, SITE, "address", required=True).partition("/applicants/")[0]
    place, _, kind = (spans[2] if len(spans) > 2 else "").partition(" · ")
    return Ad(
        external_id=response.request.external_id or id_of(url),
        url=url,
        title=line(spans[1], "title", required=True),
        company=employer_name(spans[0], response, url, PLACE),
        html="\n".join(sections(page)),
        location=place or None,
        workplace=workplaces_in([place]) or None,
        employment=distinct([kind]) or None,
    )


def sections(page: BeautifulSoup) -> Iterator[str]:
    """The text of the vacancy before that about the employer."""
    texts = []
    for container in page.select(".rich-text-container", limit=MAX_SECTIONS):
        heading = container.find_previous("h3")
        about = line(heading.get_text(), "heading") if heading else ""
        texts.append((about.startswith("About "), f"<h3>{escape(about, quote=False)}</h3>\n{inner_markup(container)}"))
    yield from (text for _, text in sorted(texts, key=lambda text: text[0]))


BOARD = recorded_system(
    name="gusto",
    title="Gusto",
    home="https://gusto.com/",
    expects="html",
    place=PLACE,
    start=start,
    parse=parse,
    options=token_options(PATH_SEGMENT, "jobs.gusto.com/boards/TOKEN"),
)
