"""Any site's own pages: a sitemap or a list page leads to them, their JobPosting markup tells the ads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from listings.boards.base import Ad, BrokenShape, Page, Rejected, Request, Response
from listings.boards.formats.feeds import SITEMAPS, sitemap_page
from listings.boards.formats.fields import BadRecord, shown, web_address, words
from listings.boards.formats.html import page_of, visible_text
from listings.boards.formats.jsonld import job_postings, read_job_posting
from listings.boards.formats.shapes import shape_of, xml_root

ABOUT_JOBS = re.compile(r"(?i)job|career|position|vacanc|opening|stellen|karriere|emploi|empleo|vaga|role")
REMOVED = re.compile(
    r"(?i)\b(?:this (?:job|position|role|listing|vacancy|posting) (?:(?:was|has been) "
    r"(?:removed|filled|closed|taken down)|is (?:no longer (?:available|open|active|accepting)|closed|expired)"
    r"|has expired)|no longer accepting applications|sorry, this job (?:was removed|expired))"
)
MOST_LINKS, MOST_SITEMAPS = 500, 50


def site_page(response: Response) -> Page:
    """Raises BrokenShape for what is neither a sitemap nor a page, and for a page without ads and links to them."""
    shape = shape_of(response.body)
    if shape == "a sitemap":
        return sitemap(response)
    xml = response.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == b"<?xml" and b"<html" not in response.body[:2000]
    if "HTML" not in shape or xml:
        raise BrokenShape(f"{shape}, neither a sitemap nor a web page")
    page = page_of(response.body)
    postings = list(job_postings(page))
    if postings:
        return read_page(postings, page, response)
    follow = list(links(page, response))
    if response.request.external_id or not follow:
        raise BrokenShape("an HTML page without JobPosting markup and without links to jobs")
    return Page(follow=follow, complete=False)


def sitemap(response: Response) -> Page:
    root = xml_root(response.body, "a sitemap")
    if root.tag == f"{SITEMAPS}sitemapindex":
        all_of = [words(one.findtext(f"{SITEMAPS}loc"), "loc") for one in root.iterfind(f"{SITEMAPS}sitemap")]
        about_jobs = [address for address in all_of if ABOUT_JOBS.search(urlsplit(address).path)]
        return Page(
            follow=[asked(response, url) for url in (about_jobs or all_of)[:MOST_SITEMAPS] if url], complete=False
        )
    everything = sitemap_page(response.body, "", lambda url: url)
    pages = [one for one in everything.follow if ABOUT_JOBS.search(urlsplit(one.url).path)]
    follow = [replace(one, company=response.request.company) for one in pages or everything.follow]
    return replace(everything, follow=follow, complete=False)


def asked(response: Response, url: str, external_id: str = "") -> Request:
    return Request(url, external_id, company=response.request.company)


def links(page: BeautifulSoup, response: Response) -> Iterator[Request]:
    """Addresses of the same site that lie below the list, or name jobs; each once."""
    here = response.url or response.request.url
    host, folder = urlsplit(here).hostname, urlsplit(here).path.rstrip("/")
    seen = {here}
    for anchor in page.find_all("a", href=True):
        try:
            url = web_address(urldefrag(urljoin(here, str(anchor["href"]).strip()))[0], "href")
        except (BadRecord, ValueError):
            continue
        parts = urlsplit(url)
        deeper = parts.path.rstrip("/").startswith(f"{folder}/") or ABOUT_JOBS.search(parts.path)
        if url and parts.hostname == host and deeper and parts.path.rstrip("/") != folder and url not in seen:
            seen.add(url)
            yield asked(response, url, url)
        if len(seen) > MOST_LINKS:
            return


def read_page(postings: list[dict[str, Any]], page: BeautifulSoup, response: Response) -> Page:
    address = page_address(page, response)
    removed = REMOVED.search(visible_text(page))
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    for number, posting in enumerate(postings, 1):
        name = shown(posting.get("title")) or address or f"posting {number}"
        try:
            if removed:
                raise BadRecord(f"its page says that it is gone: {removed[0]!r}")
            ads.append(read(posting, response, address, number if len(postings) > 1 else 0))
        except BadRecord as error:
            rejected.append(Rejected(name, str(error)))
    return Page(ads=ads, rejected=rejected, complete=False)


def read(posting: dict[str, Any], response: Response, address: str, number: int) -> Ad:
    """Keyed by the page's address, which a sitemap knows too; by their numbers where one page holds several."""
    url = web_address(posting.get("url"), "url") if isinstance(posting.get("url"), str) else ""
    url = url or address
    if not url:
        raise BadRecord("neither the markup nor the page states an address")
    own = response.request.external_id or url
    if not posting.get("hiringOrganization") and response.request.company:
        posting = {**posting, "hiringOrganization": response.request.company}
    if number:
        own = url if url != address else f"{own}#{number}"
    return read_job_posting(posting, external_id=own, url=url)


def page_address(page: BeautifulSoup, response: Response) -> str:
    """Where it was asked; of a file, what it says of itself."""
    stated: list[Any] = [response.request.url]
    stated += [one.get("href") for one in page.find_all("link", rel="canonical")]
    stated += [one.get("content") for one in page.find_all("meta", property="og:url")]
    for one in stated:
        try:
            if isinstance(one, str) and "://" in one:
                return web_address(one, "address")
        except BadRecord:
            continue
    return ""


def closed(response: Response) -> bool:
    """Where its page says so."""
    return "HTML" in shape_of(response.body) and bool(REMOVED.search(visible_text(page_of(response.body))))
