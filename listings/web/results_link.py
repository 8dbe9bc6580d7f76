"""The way back from a job to the search that led to it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.web import facet_links

MAX_REFERRER = 2000


def results_address(request: HttpRequest) -> str:
    """The canonical address of the search on which the reader followed the link; "" if they come from elsewhere.

    Browsers send whole addresses within a site only, and nothing of it is kept.
    """
    referrer = request.headers.get("Referer", "")
    if len(referrer) > MAX_REFERRER:
        return ""
    try:
        parts = urlsplit(referrer)
        if parts.netloc != request.get_host() or parts.path != reverse("listings:search"):
            return ""
        search = Search.parse(QueryDict(parts.query))
    except (ValueError, Invalid):
        # Not an address, or one that this site would not have linked from.
        return ""
    return facet_links.address_of(search, search.page)
