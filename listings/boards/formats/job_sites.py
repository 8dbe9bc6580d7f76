"""Any site's own pages: a sitemap or a list leads to them, and their JobPosting markup describes the ads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

from listings.boards.base import Ad, BrokenShape, Page, Rejected, Request, Response
from listings.boards.formats.fields import BadRecord, a_vacancy, scalar_text, text_of, web_address
from listings.boards.formats.gone import gone_notice
from listings.boards.formats.html import parse_html
from listings.boards.formats.jsonld import read_job_posting
from listings.boards.formats.markup import job_postings, listed_addresses
from listings.boards.formats.markup_values import first_of, text_in
from listings.boards.formats.shapes import is_web_page, mended_xml_root, shape_of
from listings.boards.formats.sitemap import NAMESPACE, sitemap_page

JOB_PATH = re.compile(r"(?i)job|career|position|vacanc|opening|stellen|karriere|emploi|empleo|vaga|role")
# Forms are no ads, and asking for them may count as an application.
APPLY = re.compile(
    r"(?i)/(?:(?:easy|quick|one-click|job)[-_]?)?(?:apply(?:[-_]?(?:now|here|online|form))?|application(?:s|[-_]form)?|bewerben|bewerbung(?:sformular)?"
    r"|jetzt-bewerben|postuler|candidater|candidature|inscribirse|postular(?:se)?|aplicar|solicitar|candidatar(?:-se)?"
    r"|candidatura|candidati|inviare-candidatura|sollicite(?:er|ren)|aplikuj|login|log-in|signin|sign-in|signup|sign-up|register)"
    r"(?:\.\w{2,5})?(?:/(?:new|start|form|\d{1,12}))?/?$"
)
APPLY_QUERY = re.compile(r"(?i)(?:^|[&;])(?:apply|action=apply|mode=apply|step=apply|view=apply|applynow)(?:=|&|$)")
# A page or an index of a large site may link to hundreds of thousands of others.
MAX_LINKS, MAX_SITEMAPS = 500, 50
# Pages of a folder for each whose title has a word for jobs, such as "Head of Job Design": more are of the same kind.
MAX_WORDLESS = 20
# At the root of a site, or of one of its languages, are pages of every kind.
FOLDER = re.compile(r"(?i)https?://[^/]+/(?![a-z]{2}(?:[-_][a-z]{2})?$).+")
# They may all refer to one long text, which each ad then has as its own.
MAX_POSTINGS = 500


def site_page(response: Response) -> Page:
    """Raises BrokenShape for anything but a sitemap or a page, and for a page without ads and links to ads."""
    shape = shape_of(response.body)
    if shape == "a sitemap":
        return sitemap_requests(response)
    if not is_web_page(response.body):
        raise BrokenShape(f"{shape}, neither a sitemap nor a web page")
    page = parse_html(response)
    postings = list(job_postings(page))
    if postings:
        return ads_page(postings, page, response)
    follow = list(job_links(page, response))
    if response.request.external_id or not follow:
        raise BrokenShape("an HTML page without JobPosting markup and without links to jobs")
    return Page(follow=follow, complete=False)


def sitemap_requests(response: Response) -> Page:
    """Only the addresses about jobs, where the sitemap has any; else all."""
    company = response.request.company
    root, _ = mended_xml_root(response, "a sitemap")
    if root.tag == f"{NAMESPACE}sitemapindex":
        sitemaps = [text_of(node.findtext(f"{NAMESPACE}loc"), "loc") for node in root.iterfind(f"{NAMESPACE}sitemap")]
        about_jobs = [address for address in sitemaps if is_job_path(address)]
        follow = [Request(url, company=company) for url in (about_jobs or sitemaps)[:MAX_SITEMAPS] if url]
        return Page(follow=follow, complete=False)
    page = sitemap_page(response, "", lambda url: url)
    requests = requests_about_jobs(page.follow)
    return replace(page, follow=[replace(request, company=company) for request in requests], complete=False)


def requests_about_jobs(requests: Sequence[Request]) -> Sequence[Request]:
    """Those whose addresses say so, if any does; all of a folder where only a few titles in it have such a word."""
    matching = [request for request in requests if is_job_path(request.url)]
    folders = {folder_of(request.url) for request in matching}
    if not matching or any(is_job_path(folder) or not FOLDER.fullmatch(folder) for folder in folders):
        return matching or requests
    alike = [request for request in requests if folder_of(request.url) in folders]
    return alike if len(alike) > MAX_WORDLESS * len(matching) else matching


def folder_of(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]


def is_job_path(address: str) -> bool:
    try:
        return bool(JOB_PATH.search(urlsplit(address).path))
    except ValueError:
        return False


def job_links(page: BeautifulSoup, response: Response) -> Iterator[Request]:
    """Links within the site to addresses below the list's own, or about jobs; each once."""
    here = response.url or response.request.url
    host, folder = urlsplit(here).hostname, urlsplit(here).path.rstrip("/")
    seen = {here}
    for href in (*(str(anchor["href"]) for anchor in page.find_all("a", href=True)), *listed_addresses(page)):
        try:
            url = web_address(urldefrag(urljoin(here, href.strip()))[0], "href")
        except (BadRecord, ValueError):
            continue
        parts = urlsplit(url)
        path = parts.path.rstrip("/")
        is_candidate = path.startswith(f"{folder}/") or JOB_PATH.search(parts.path)
        is_form = APPLY.search(parts.path) or APPLY_QUERY.search(parts.query)
        if url and parts.hostname == host and is_candidate and not is_form and path != folder and url not in seen:
            seen.add(url)
            yield Request(url, url, company=response.request.company)
        if len(seen) > MAX_LINKS:
            return


def ads_page(postings: list[dict[str, Any]], page: BeautifulSoup, response: Response) -> Page:
    address = page_address(page, response)
    # A page with several ads is a list: what it says of one cannot be told from what it says of another.
    notice = gone_notice(page, text_in(postings[0].get("description")), address) if len(postings) == 1 else ""
    ads: list[Ad] = []
    rejected: list[Rejected] = []
    for number, posting in enumerate(postings[:MAX_POSTINGS], 1):
        name = scalar_text(posting.get("title")) or address or f"posting {number}"
        try:
            # Sites leave the markup in the page of an ad that is gone.
            if notice:
                raise BadRecord(f"its page says that it is gone: {notice[:100]!r}")
            ads.append(a_vacancy(read(posting, response, address, number if len(postings) > 1 else 0)))
        except BadRecord as error:
            rejected.append(Rejected(name, str(error)))
    return Page(ads=ads, rejected=rejected, complete=False, unread=max(len(postings) - MAX_POSTINGS, 0))


def read(posting: dict[str, Any], response: Response, address: str, number: int) -> Ad:
    """The id is the page's address, which the sitemap has too. `number`: of several on one page, else 0."""
    url = posting_address(posting, address) or address
    if not url:
        raise BadRecord("neither the markup nor the page states an address")
    external_id = response.request.external_id or url
    if not posting.get("hiringOrganization") and response.request.company:
        posting = {**posting, "hiringOrganization": response.request.company}
    if number:
        external_id = url if url != address else f"{external_id}#{number}"
    return read_job_posting(posting, external_id=external_id, url=url)


def posting_address(posting: dict[str, Any], address: str) -> str:
    """Absolute; "" where the markup states none, or none that can be requested."""
    stated = first_of(posting.get("url"))
    try:
        return web_address(urljoin(address, stated.strip()), "url") if isinstance(stated, str) else ""
    except (BadRecord, ValueError):
        return ""


def page_address(page: BeautifulSoup, response: Response) -> str:
    """The requested address; for a page read from a file, the one that it states; "" where it states none."""
    candidates: list[Any] = [response.request.url]
    candidates += [link.get("href") for link in page.find_all("link", rel="canonical")]
    candidates += [meta.get("content") for meta in page.find_all("meta", property="og:url")]
    for candidate in candidates:
        try:
            if isinstance(candidate, str) and "://" in candidate:
                return web_address(candidate, "address")
        except BadRecord:
            continue
    return ""


def closed(response: Response) -> bool:
    if "HTML" not in shape_of(response.body):
        return False
    page = parse_html(response)
    postings = list(job_postings(page))
    prose = text_in(postings[0].get("description")) if postings else ""
    return bool(gone_notice(page, prose, page_address(page, response)))
