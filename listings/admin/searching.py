"""What the search box of the listings understands."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import Resolver404, resolve

from listings.models import Company, Listing, Posting, Source

AN_ID = re.compile(r"[0-9]{1,18}", re.ASCII)


def searched(listings: QuerySet[Listing], term: str) -> QuerySet[Listing]:
    """Digits are an id; an address is a page of ours or the ad's own; else an external id, a title or a company."""
    term = term.strip()
    if not term:
        return listings
    if AN_ID.fullmatch(term):
        return listings.filter(Q(pk=int(term)) | Q(pk__in=_with_external_id(term)))
    if term.startswith(("http://", "https://")):
        own = _own_page(term)
        return listings.filter(pk=own) if own else listings.filter(pk__in=_with_address(term))
    if exact := _with_external_id(term):
        return listings.filter(pk__in=exact)
    # A company is found first, so that no join runs over all listings.
    companies = Company.objects.filter(name__icontains=term).values("pk")
    return listings.filter(Q(title__icontains=term) | Q(company__in=companies))


def _with_external_id(term: str) -> list[int]:
    """With each source named, the unique index of (source, external id) answers."""
    sources = list(Source.objects.values_list("pk", flat=True))
    return list(Posting.objects.filter(source__in=sources, external_id=term).values_list("listing", flat=True))


def _with_address(address: str) -> list[int]:
    return list(Posting.objects.filter(url=address).values_list("listing", flat=True)[:100])


def _own_page(address: str) -> int | None:
    try:
        parts = urlsplit(address)
        if parts.netloc != urlsplit(settings.SITE_URL).netloc:
            return None
        found = resolve(parts.path)
    except (ValueError, Resolver404):
        return None
    return found.kwargs.get("pk") if found.route.startswith("jobs/") else None
