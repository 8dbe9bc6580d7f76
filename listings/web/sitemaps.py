"""The sitemap: an index of sections, each for a range of listing ids, so that they stay small and keep their URLs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from listings.models import Listing
from listings.web.site_urls import absolute

# The protocol allows 50,000 URLs in a file.
SECTION_SIZE = 10_000
PAGES = ("/", "/jobs/", "/about/", "/privacy/", "/contact/")


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    """`changed_at` is None if the time of the last change is not known."""

    address: str
    changed_at: datetime | date | None = None


def index(request: HttpRequest) -> HttpResponse:
    sections = (
        Listing.objects.open()
        .real()
        # The model's ordering would join the columns to group by.
        .order_by()
        .values(section=F("pk") / SECTION_SIZE)
        .annotate(changed_at=Max("changed_at"))
        .order_by("section")
    )
    urls = [SitemapUrl(absolute("/sitemap-pages.xml"))]
    urls += [SitemapUrl(absolute(f"/sitemap-jobs-{row['section']}.xml"), row["changed_at"]) for row in sections]
    return xml_response("sitemaps/index.xml", urls)


def pages(request: HttpRequest, more: Sequence[tuple[str, date]] = ()) -> HttpResponse:
    """`more`: paths of other parts of the site, such as the guide's, with the days of their last change."""
    urls = [SitemapUrl(absolute(path)) for path in PAGES]
    urls += [SitemapUrl(absolute(path), changed_on) for path, changed_on in more]
    return xml_response("sitemaps/section.xml", urls)


def listings(request: HttpRequest, section: int) -> HttpResponse:
    ids = {"pk__gte": section * SECTION_SIZE, "pk__lt": (section + 1) * SECTION_SIZE}
    open_listings = Listing.objects.open().real().filter(**ids).order_by("pk").only("pk", "slug", "changed_at")
    urls = [SitemapUrl(absolute(listing.get_absolute_url()), listing.changed_at) for listing in open_listings]
    if not urls:
        raise Http404
    return xml_response("sitemaps/section.xml", urls)


def xml_response(template: str, urls: Iterable[SitemapUrl]) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"urls": urls}), content_type="application/xml; charset=utf-8")
