"""What the templates of every page get."""

from __future__ import annotations

import time

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from listings.models import Source
from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web.reader_situation import RequestSituation, remembered, remembered_fit, request_situation

CACHE_SECONDS = 5

_samples: dict[str, tuple[float, bool]] = {}


def site(request: HttpRequest) -> dict[str, object]:
    """`showing_samples` tells whether a banner must say that the jobs are made up."""
    return {
        # The function, not its result: answers without a banner must not cost a query.
        "showing_samples": showing_samples,
        "reader_situation": situation_or_remembered(request),
    }


def situation_or_remembered(request: HttpRequest) -> RequestSituation:
    """The situation of the reader; only the remembered one if the URL cannot be read."""
    try:
        return request_situation(request)
    except (Invalid, SuspiciousOperation):
        # The error page for such a URL is rendered with this as well.
        return RequestSituation(remembered(request), Situation(), remembered_fit(request))


def showing_samples() -> bool:
    """Up to 5 seconds old."""
    cached = _samples.get("")
    now = time.monotonic()
    if cached is None or cached[0] < now:
        cached = (now + CACHE_SECONDS, Source.objects.filter(is_sample=True).exists())
        _samples[""] = cached
    return cached[1]


def forget() -> None:
    """For tests, which change the sources more often."""
    _samples.clear()
