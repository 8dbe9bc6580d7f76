"""Remote.co: a sitemap of the latest ads, then each ad's own page. Keyed by the uuid at the end of its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bs4 import BeautifulSoup

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Rejected, Request, Response, Terms
from listings.boards.formats.feeds import sitemap_page
from listings.boards.formats.fields import (
    UUID,
    BadRecord,
    iso_moment,
    line,
    lines,
    optional_address,
    shown,
    uuid_at_end,
    words,
)
from listings.boards.formats.html import next_props, page_of, visible_text
from listings.boards.formats.jsonld import job_posting, read_job_posting
from listings.boards.formats.shapes import shape_of

HOME = "https://remote.co/"
STATED = ("jobLocations", "cities", "states", "countries")
LEVEL = re.compile(r"^\s*Remote Work Level:?\s*$")
EXPIRED = re.compile(r"\bsorry, this job expired on\b", re.IGNORECASE)


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(HOME + "latest-jobs-sitemap.xml")]


def parse(response: Response) -> Page:
    shape = shape_of(response.body)
    if shape == "a sitemap":
        return sitemap_page(response.body, "/job-details/", uuid_at_end)
    if shape != "an HTML page":
        raise BrokenShape(f"{shape}, neither a sitemap nor a job page")
    page = page_of(response.body)
    details = next_props(page).get("jobDetails")
    try:
        return Page(ads=[read(details, response) if isinstance(details, dict) else _marked_up(page, response)])
    except BadRecord as error:
        return Page(rejected=[Rejected(response.request.external_id or response.request.url, str(error))])


def read(details: dict[str, Any], response: Response) -> Ad:
    company = details.get("company")
    if not isinstance(company, dict):
        raise BadRecord("the employer is behind a paywall" if company is None else "company is no object")
    external_id = uuid_at_end(line(details.get("id"), "id", required=True))
    published, zoned = iso_moment(details.get("postedDate"), "postedDate")
    kinds = details.get("categories")
    if isinstance(kinds, list):
        kinds = [kind.get("name") if isinstance(kind, dict) else kind for kind in kinds]
    fields = {name: lines(details.get(name), name) for name in STATED} | {"categories": lines(kinds, "categories")}
    places = lines(details.get("allowedCandidateLocation"), "allowedCandidateLocation") or fields["jobLocations"]
    return Ad(
        external_id=external_id,
        url=_address(response, external_id, line(details.get("slug"), "slug")),
        title=line(details.get("title"), "title", required=True),
        company=line(company.get("name"), "company", required=True),
        html=words(details.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(details.get("expireOn"), "expireOn")[0],
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


def _address(response: Response, external_id: str, slug: str = "") -> str:
    """The address asked; one made of the slug where a file was read, or where another ad's page came back."""
    asked = response.request.url.partition("?")[0]
    if "://" in asked and asked.lower().endswith(external_id):
        return asked
    own = re.fullmatch(rf"[\w-]*{external_id}", slug, re.ASCII)
    return f"{HOME}job-details/{own[0] if own else external_id}"


def _marked_up(page: BeautifulSoup, response: Response) -> Ad:
    posting = job_posting(page)
    if posting is None:
        raise BrokenShape("an HTML page without an ad, neither a sitemap nor a job page")
    named = UUID.fullmatch(shown(posting.get("identifier")).lower())
    external_id = named[0] if named else uuid_at_end(response.request.url)
    ad = read_job_posting(posting, external_id=external_id, url=_address(response, external_id))
    # The markup's title is "X job at Y in Z"; the ad's is X.
    title = ad.title.partition(f" job at {ad.company}")[0].strip() or ad.title
    # The markup calls hybrid work TELECOMMUTE too: only what visitors see tells them apart.
    label = page.find(string=LEVEL)
    row = label.find_parent("li") if label else None
    level = line(" ".join(list(row.stripped_strings)[1:]), "Remote Work Level") if row else ""
    return replace(ad, title=title, workplace=(level,) if level else ())


def closed(response: Response) -> bool:
    """By the site's own sentence. Pages of open ads carry it too, but only within their scripts."""
    return shape_of(response.body) == "an HTML page" and bool(EXPIRED.search(visible_text(page_of(response.body))))


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
        note="Terms not verified: link back and name, slow, no JobPosting markup. Its APIs are closed by robots.txt.",
    ),
    absence="nothing",
    interval=timedelta(hours=12),
    remote_only=False,
    start=start,
    parse=parse,
    closed=closed,
    delay=timedelta(seconds=5),
)
