"""The sitemap: an index of sections by id, so that a section holds a bounded number of listings and keeps its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from listings.models import Listing
from listings.web.site_urls import absolute

SECTION = 10_000
PAGES = ("/", "/jobs/", "/about/", "/privacy/", "/contact/")


@dataclass(frozen=True, slots=True)
class SitemapUrl:
    """One address. `changed_at` is None where the true time of the last change is not known."""

    address: str
    changed_at: datetime | date | None = None


def index(request: HttpRequest) -> HttpResponse:
    sections = (
        Listing.objects.open()
        .real()
        .order_by()
        .values(section=F("pk") / SECTION)
        .annotate(changed_at=Max("changed_at"))
        .order_by("section")
    )
    places = [SitemapUrl(absolute("/sitemap-pages.xml"))]
    places += [SitemapUrl(absolute(f"/sitemap-jobs-{found['section']}.xml"), found["changed_at"]) for found in sections]
    return answer("sitemaps/index.xml", places)


def pages(request: HttpRequest, more: Sequence[tuple[str, date]] = ()) -> HttpResponse:
    """`more`: paths of other parts of the site, such as the guide's, with the days they last changed."""
    own = [SitemapUrl(absolute(path)) for path in PAGES]
    return answer("sitemaps/section.xml", [*own, *(SitemapUrl(absolute(path), changed) for path, changed in more)])


def listings(request: HttpRequest, section: int) -> HttpResponse:
    inside = Listing.objects.open().real().filter(pk__gte=section * SECTION, pk__lt=(section + 1) * SECTION)
    places = [
        SitemapUrl(absolute(found.get_absolute_url()), found.changed_at)
        for found in inside.order_by("pk").only("pk", "slug", "changed_at")
    ]
    if not places:
        raise Http404
    return answer("sitemaps/section.xml", places)


def answer(template: str, places: Iterable[SitemapUrl]) -> HttpResponse:
    return HttpResponse(render_to_string(template, {"places": places}), content_type="application/xml; charset=utf-8")
