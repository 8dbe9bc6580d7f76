"""What the search box of the listings' page understands."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve

from listings.models import Company, Listing, Posting, Source

# More digits than fit a bigint would be an error of the database.
LISTING_ID = re.compile(r"[0-9]{1,18}", re.ASCII)
MAX_URL_MATCHES = 100


def search_listings(listings: QuerySet[Listing], term: str) -> QuerySet[Listing]:
    """By id, by URL (this site's or the ad's), by external id, else by words of the title or the company."""
    term = term.strip()
    if not term:
        return listings
    if LISTING_ID.fullmatch(term):
        # Many boards number their ads too.
        return listings.filter(Q(pk=int(term)) | Q(pk__in=_with_external_id(term)))
    if term.startswith(("http://", "https://")):
        listing_id = _id_in_our_url(term)
        return listings.filter(pk=listing_id) if listing_id else listings.filter(pk__in=_with_url(term))
    if listing_ids := _with_external_id(term):
        return listings.filter(pk__in=listing_ids)
    # A subquery: a join with the companies would scan all listings.
    companies = Company.objects.filter(name__icontains=term).values("pk")
    return listings.filter(Q(title__icontains=term) | Q(company__in=companies))


def _with_external_id(term: str) -> list[int]:
    # The unique index is on (source, external id), so it is of use only if each source is named.
    sources = list(Source.objects.values_list("pk", flat=True))
    return list(Posting.objects.filter(source__in=sources, external_id=term).values_list("listing", flat=True))


def _with_url(url: str) -> list[int]:
    return list(Posting.objects.filter(url=url).values_list("listing", flat=True)[:MAX_URL_MATCHES])


def _id_in_our_url(url: str) -> int | None:
    try:
        parts = urlsplit(url)
        if parts.netloc != urlsplit(settings.SITE_URL).netloc:
            return None
        match = resolve(parts.path)
    # urlsplit raises ValueError for a broken IPv6 host.
    except (ValueError, Resolver404):
        return None
    return match.kwargs.get("pk") if match.route.startswith("jobs/") else None
