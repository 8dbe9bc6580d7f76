"""The sitemap's fixed pages: those of the listings' part and, since neither knows the other, those of the guide."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from guides.sitemaps import addresses
from listings.web import sitemaps


def pages(request: HttpRequest) -> HttpResponse:
    return sitemaps.pages(request, more=addresses())
