from __future__ import annotations

import time

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from listings.models import Source
from listings.search.query.parameters import Invalid
from listings.search.query.situation import Situation
from listings.web.reader_situation import RequestSituation, remembered, request_situation

REMEMBERED_SECONDS = 5

_samples: dict[str, tuple[float, bool]] = {}


def site(request: HttpRequest) -> dict[str, object]:
    """What every page shows: the site's name, the reader's situation, and whether a banner must say that its jobs are
    made up."""
    return {"site_name": settings.SITE_NAME, "showing_samples": showing_samples, "standing": known_standing(request)}


def known_standing(request: HttpRequest) -> RequestSituation:
    """A page that says what is wrong with its address, or that it is too long, still says what is remembered."""
    try:
        return request_situation(request)
    except (Invalid, SuspiciousOperation):
        return RequestSituation(remembered(request), Situation())


def showing_samples() -> bool:
    """Called by templates that ask, so that answers without a page cost no query. Up to 5 s old."""
    known = _samples.get("")
    now = time.monotonic()
    if known is None or known[0] < now:
        known = (now + REMEMBERED_SECONDS, Source.objects.filter(is_sample=True).exists())
        _samples[""] = known
    return known[1]


def forget() -> None:
    _samples.clear()
