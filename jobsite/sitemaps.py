"""The sitemap of fixed pages. The listings and the guide do not know each other, so their pages meet here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from guides.sitemaps import guide_pages
from listings.web import sitemaps


def pages(request: HttpRequest) -> HttpResponse:
    return sitemaps.pages(request, more=guide_pages())
