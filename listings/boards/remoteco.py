"""Remote.co: a sitemap of the latest ads, then each ad's page. An ad's id is the UUID at the end of its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Rejected, Request, Response, Terms
from listings.boards.formats.dates import moment
from listings.boards.formats.fields import (
    UUID,
    BadRecord,
    a_vacancy,
    line,
    lines,
    optional_address,
    scalar_text,
    text_of,
    uuid_at_end,
)
from listings.boards.formats.html import next_page_props, parse_html, visible_text
from listings.boards.formats.jsonld import read_job_posting
from listings.boards.formats.markup import job_posting
from listings.boards.formats.shapes import shape_of
from listings.boards.formats.sitemap import sitemap_page

HOME = "https://remote.co/"
TEXT_LISTS = ("jobLocations", "cities", "states", "countries")
LEVEL = re.compile(r"^\s*Remote Work Level:?\s*$")
EXPIRED = re.compile(r"\bsorry, this job expired on\b", re.IGNORECASE)


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(HOME + "latest-jobs-sitemap.xml")]


def parse(response: Response) -> Page:
    shape = shape_of(response.body)
    if shape == "a sitemap":
        return sitemap_page(response, "/job-details/", uuid_at_end)
    if shape != "an HTML page":
        raise BrokenShape(f"{shape}, neither a sitemap nor a job page")
    page = parse_html(response)
    details = next_page_props(page).get("jobDetails")
    try:
        ad = read(details, response) if isinstance(details, dict) else read_markup(page, response)
        return Page(ads=[a_vacancy(ad)])
    except BadRecord as error:
        return Page(rejected=[Rejected(response.request.external_id or response.request.url, str(error))])


def read(details: dict[str, Any], response: Response) -> Ad:
    company = details.get("company")
    if not isinstance(company, dict):
        raise BadRecord("the employer is behind a paywall" if company is None else "company is not an object")
    external_id = uuid_at_end(line(details.get("id"), "id", required=True))
    published, zoned = moment(details.get("postedDate"))
    categories = details.get("categories")
    if isinstance(categories, list):
        categories = [value.get("name") if isinstance(value, dict) else value for value in categories]
    fields = {name: lines(details.get(name), name) for name in TEXT_LISTS}
    fields["categories"] = lines(categories, "categories")
    places = lines(details.get("allowedCandidateLocation"), "allowedCandidateLocation") or fields["jobLocations"]
    return Ad(
        external_id=external_id,
        url=ad_address(response, external_id, line(details.get("slug"), "slug")),
        title=line(details.get("title"), "title", required=True),
        company=line(company.get("name"), "company", required=True),
        html=text_of(details.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        expires_at=moment(details.get("expireOn"))[0],
        location="; ".join(places),
        category="; ".join(fields["categories"]),
        workplace=lines(details.get("remoteOptions"), "remoteOptions"),
        seniority=lines(details.get("careerLevel"), "careerLevel"),
        employment=lines(details.get("jobSchedules"), "jobSchedules") + lines(details.get("jobTypes"), "jobTypes"),
        salary=line(details.get("salaryRange"), "salaryRange"),
        apply_url=optional_address(details.get("applyURL")),
        company_url=optional_address(company.get("website")),
        fields={name: value for name, value in fields.items() if value},
    )


def ad_address(response: Response, external_id: str, slug: str = "") -> str:
    """The requested address; one made of the slug for a file, or where the page of another ad came back."""
    requested = response.request.url.partition("?")[0]
    if "://" in requested and requested.lower().endswith(external_id):
        return requested
    is_slug_of_ad = re.fullmatch(rf"[\w-]*{external_id}", slug, re.ASCII)
    return f"{HOME}job-details/{slug if is_slug_of_ad else external_id}"


def read_markup(page: BeautifulSoup, response: Response) -> Ad:
    """For pages that carry only schema.org's markup."""
    posting = job_posting(page)
    if posting is None:
        raise BrokenShape("an HTML page without an ad, neither a sitemap nor a job page")
    identifier = UUID.fullmatch(scalar_text(posting.get("identifier")).lower())
    external_id = identifier[0] if identifier else uuid_at_end(response.request.url)
    ad = read_job_posting(posting, external_id=external_id, url=ad_address(response, external_id))
    # "Ledger Keeper job at Acme in Canada"
    title = ad.title.partition(f" job at {ad.company}")[0].strip() or ad.title
    # The markup says TELECOMMUTE for hybrid work too: only the visible text tells them apart.
    label = page.find(string=LEVEL)
    row = label.find_parent("li") if label else None
    level = line(" ".join(list(row.stripped_strings)[1:]), "Remote Work Level") if row else ""
    return replace(ad, title=title, workplace=(level,) if level else ())


def closed(response: Response) -> bool:
    # Pages of open ads have the same sentence in their scripts: only visible text counts.
    return shape_of(response.body) == "an HTML page" and bool(EXPIRED.search(visible_text(parse_html(response))))


BOARD = Board(
    name="remoteco",
    title="Remote.co",
    home=HOME,
    expects="xml",
    terms=Terms(
        link_text="Remote.co",
        min_interval=timedelta(hours=12),
        followed_link=True,
        job_posting_markup=False,
        full_text=True,
        logo=False,
        ask_page=True,
        stated_at="",
        read_on=date(2026, 11, 23),
        note="Terms not verified: link back and name it, few requests, no JobPosting markup. robots.txt forbids the "
        "APIs.",
    ),
    absence="nothing",
    interval=timedelta(hours=12),
    remote_only=False,
    start=start,
    parse=parse,
    closed=closed,
    delay=timedelta(seconds=5),
)
