"""The sitemap: an index of sections, each for a range of listing ids, so that they stay small and keep their URLs."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from celery import current_app
from django.core.cache import cache
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import condition, require_safe
from kombu.exceptions import OperationalError
from redis import RedisError

from listings.models import Listing
from listings.web import sitemap_files
from listings.web.site_urls import absolute
from listings.web.spending import free

LOG = logging.getLogger(__name__)
# The protocol allows 50,000 URLs in a file.
SECTION_SIZE = 10_000
# More listings than a site can have, and less than makes a file's name too long.
MAX_SECTION = 10**9
PAGES = ("/", "/jobs/", "/about/", "/privacy/", "/contact/")
CONTENT_TYPE = "application/xml; charset=utf-8"
# Until files are there that somebody asked for before the first ones were written.
RETRY_SECONDS = 120
TASK = "jobsite.write_sitemaps"


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    """`changed_at` is None if the time of the last change is not known."""

    address: str
    changed_at: datetime | date | None = None


def write_files() -> int:
    """Writes the index and its sections, unless somebody does already; returns the number of sections."""
    with sitemap_files.writing() as may_write:
        if not may_write:
            return 0
        sections = section_changes()
        for section in sections:
            sitemap_files.write(sitemap_files.section_name(section), section_xml(section))
        # After the sections, so that it names none that is not there.
        urls = [SitemapUrl(absolute("/sitemap-pages.xml"))]
        urls += [
            SitemapUrl(absolute(f"/{sitemap_files.section_name(section)}"), changed_at)
            for section, changed_at in sections.items()
        ]
        sitemap_files.write(sitemap_files.INDEX, xml("sitemaps/index.xml", urls))
        sitemap_files.remove_all_but({sitemap_files.INDEX, *map(sitemap_files.section_name, sections)})
        return len(sections)


def section_changes() -> dict[int, datetime]:
    """Each section with the time of its last change."""
    rows = (
        Listing.objects.open()
        .real()
        # The model's ordering would join the columns to group by.
        .order_by()
        .values(section=F("pk") / SECTION_SIZE)
        .annotate(changed_at=Max("changed_at"))
        .order_by("section")
    )
    return {row["section"]: row["changed_at"] for row in rows}


def section_xml(section: int) -> str:
    ids = {"pk__gte": section * SECTION_SIZE, "pk__lt": (section + 1) * SECTION_SIZE}
    open_listings = Listing.objects.open().real().filter(**ids).order_by("pk").only("pk", "slug", "changed_at")
    urls = (SitemapUrl(absolute(listing.get_absolute_url()), listing.changed_at) for listing in open_listings)
    return xml("sitemaps/section.xml", urls)


@free
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return file_response(request, sitemap_files.INDEX)


@free
@require_safe
def listings(request: HttpRequest, section: int) -> HttpResponse:
    if section > MAX_SECTION:
        raise Http404("No site has so many sections.")
    return file_response(request, sitemap_files.section_name(section))


def pages(request: HttpRequest, more: Sequence[tuple[str, date]] = ()) -> HttpResponse:
    """`more`: paths of other parts of the site, such as the guide's, with the days of their last change."""
    urls = [SitemapUrl(absolute(path)) for path in PAGES]
    urls += [SitemapUrl(absolute(path), changed_on) for path, changed_on in more]
    return HttpResponse(xml("sitemaps/section.xml", urls), content_type=CONTENT_TYPE)


@condition(last_modified_func=lambda request, name: sitemap_files.changed_at(name))
def file_response(request: HttpRequest, name: str) -> HttpResponse:
    try:
        content = sitemap_files.path_of(name).read_bytes()
    except FileNotFoundError:
        if sitemap_files.path_of(sitemap_files.INDEX).exists():
            raise Http404 from None
        return not_yet()
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(content, content_type=CONTENT_TYPE, headers={"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(gzip.decompress(content), content_type=CONTENT_TYPE)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def not_yet() -> HttpResponse:
    """Has the files written, once for all who ask meanwhile."""
    try:
        if cache.add("sitemaps-queued", 1, RETRY_SECONDS):
            current_app.send_task(TASK)
    except (RedisError, OperationalError) as error:
        LOG.warning("The files of the sitemap cannot be queued: %s.", type(error).__name__)
    text = "The sitemap is being written."
    return HttpResponse(
        text, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": str(RETRY_SECONDS)}
    )


def xml(template: str, urls: Iterable[SitemapUrl]) -> str:
    return render_to_string(template, {"urls": urls})
