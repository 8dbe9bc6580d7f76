"""Remote.co: a sitemap of the latest ads, then each ad's own page. Keyed by the uuid at the end of its address."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from listings.boards.base import Ad, Board, BrokenShape, Cursor, Options, Page, Rejected, Request, Response, Terms
from listings.boards.jobposting import job_posting, read_job_posting
from listings.boards.reading import (
    BadRecord,
    iso_moment,
    line,
    lines,
    optional_address,
    shape_of,
    web_address,
    words,
    xml_root,
)

SITEMAP = "https://remote.co/latest-jobs-sitemap.xml"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STATED = ("remoteOptions", "careerLevel", "jobLocations")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def start(options: Options, cursor: Cursor | None) -> Sequence[Request]:
    return [Request(SITEMAP)]


def parse(response: Response) -> Page:
    if b"<urlset" in response.body[:2000]:
        return sitemap(response.body)
    if shape_of(response.body) != "an HTML page":
        raise BrokenShape(f"{shape_of(response.body)}, neither a sitemap nor a job page")
    return Page(**_one(response))


def sitemap(body: bytes) -> Page:
    follow: list[Request] = []
    rejected: list[Rejected] = []
    for entry in xml_root(body, "a sitemap").iter(f"{SPACE}url"):
        address = (entry.findtext(f"{SPACE}loc") or "").strip()
        if "/job-details/" not in address:
            continue
        try:
            url = web_address(address, "loc").partition("?")[0]
            lastmod, _ = iso_moment((entry.findtext(f"{SPACE}lastmod") or "").strip(), "lastmod")
            follow.append(Request(url, uuid_of(url), lastmod))
        except BadRecord as error:
            rejected.append(Rejected(address[:200], str(error)))
    return Page(rejected=rejected, follow=follow)


def uuid_of(url: str) -> str:
    found = UUID.fullmatch(urlsplit(url).path.rstrip("/")[-36:].lower())
    if found is None:
        raise BadRecord("the address does not end in the ad's uuid")
    return found[0]


def _one(response: Response) -> dict[str, Any]:
    """The page's own data first, its markup for search engines else."""
    soup = BeautifulSoup(response.body.decode("utf-8", "replace"), "lxml")
    name = response.request.external_id or response.request.url
    try:
        details = _details(soup)
        if details is not None:
            return {"ads": [read(details)]}
        posting = job_posting(soup)
        if posting is None:
            raise BrokenShape("an HTML page without an ad, neither a sitemap nor a job page")
        return {"ads": [_marked_up(posting, response)]}
    except BadRecord as error:
        return {"rejected": [Rejected(name, str(error))]}


def _details(soup: BeautifulSoup) -> dict[str, Any] | None:
    script = soup.find("script", id="__NEXT_DATA__")
    if script is None:
        return None
    try:
        details = json.loads(script.get_text())["props"]["pageProps"]["jobDetails"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return details if isinstance(details, dict) else None


def read(details: dict[str, Any]) -> Ad:
    company = details.get("company")
    if not isinstance(company, dict):
        raise BadRecord("the employer is behind a paywall")
    external_id = line(details.get("id"), "id", required=True).lower()
    slug = line(details.get("slug"), "slug") or external_id
    published, zoned = iso_moment(details.get("postedDate"), "postedDate")
    categories = [line(one.get("name"), "category") for one in details.get("categories") or [] if isinstance(one, dict)]
    stated = {name: lines(details.get(name), name) for name in STATED}
    return Ad(
        external_id=external_id,
        url=web_address(f"https://remote.co/job-details/{slug}", "slug"),
        title=line(details.get("title"), "title", required=True),
        company=line(company.get("name"), "company", required=True),
        html=words(details.get("description"), "description"),
        published_at=published,
        published_zoned=zoned,
        expires_at=iso_moment(details.get("expireOn"), "expireOn")[0],
        location="; ".join(lines(details.get("allowedCandidateLocation"), "allowedCandidateLocation")),
        category="; ".join(categories),
        employment=lines(details.get("jobSchedules"), "jobSchedules") + lines(details.get("jobTypes"), "jobTypes"),
        salary=line(details.get("salaryRange"), "salaryRange"),
        apply_url=optional_address(details.get("applyURL")),
        company_url=optional_address(company.get("website")),
        fields={name: value for name, value in stated.items() if value},
    )


def _marked_up(posting: dict[str, Any], response: Response) -> Ad:
    named = UUID.fullmatch(str(posting.get("identifier")).lower())
    external_id = named[0] if named else uuid_of(response.request.url)
    ad = read_job_posting(posting, external_id=external_id, url=f"https://remote.co/job-details/{external_id}")
    # The markup's title is "X job at Y in Z"; the ad's is X.
    title = ad.title.partition(f" job at {ad.company}")[0]
    return replace(ad, title=title, url=response.request.url if "://" in response.request.url else ad.url)


BOARD = Board(
    name="remoteco",
    title="Remote.co",
    home="https://remote.co/",
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
    delay=timedelta(seconds=5),
)
