"""A slow daily look at the pages of ads that their feed no longer shows: are they still there?"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from listings.boards.base import Request
from listings.fetching.http_client import FetchError, HttpClient
from listings.lifecycle import closing
from listings.models import Posting, Source

log = logging.getLogger(__name__)

EACH_SOURCE = 10
ASKED_AGAIN_AFTER = timedelta(hours=20)
GONE = (404, 410)


def check_pages() -> int:
    """Asks a few pages of each source whose terms allow it. Returns how many postings closed."""
    deadline = time.monotonic() + settings.FETCH_TIME_LIMIT * 0.8
    closed = 0
    for source in Source.objects.real().filter(enabled=True):
        if source.board_config.terms.ask_page and source.board_config.status == "live":
            closed += _check_source(source, deadline)
    return closed


def _check_source(source: Source, deadline: float) -> int:
    now = timezone.now()
    fetcher = HttpClient(delay=source.board_config.delay, mirror=source.mirror, deadline=deadline)
    closed = 0
    for posting in _unseen(source, now)[:EACH_SOURCE]:
        if time.monotonic() > deadline or not _take(posting, now):
            continue
        try:
            answer = fetcher.get(Request(posting.url, posting.external_id))
        except FetchError as error:
            if error.status in GONE:
                closed += _close(posting, now)
                continue
            log.info("%s: its page says nothing: %s", posting, error)
            if error.status in (403, 429, 503):
                break
            continue
        if answer.response is not None and source.board_config.closed(answer.response):
            closed += _close(posting, now)
    return closed


def _unseen(source: Source, now: datetime) -> QuerySet[Posting]:
    """Open, missing from the last good fetch, not asked today; the longest unseen first."""
    last_good = source.fetches.good().order_by("-started_at").first()
    if last_good is None:
        return Posting.objects.none()
    return Posting.objects.filter(
        Q(last_checked_at=None) | Q(last_checked_at__lte=now - ASKED_AGAIN_AFTER),
        source=source,
        closed_at=None,
        last_seen_at__lt=last_good.started_at,
    ).order_by(F("last_checked_at").asc(nulls_first=True), "last_seen_at")


def _take(posting: Posting, now: datetime) -> bool:
    """True for one of several workers: the others find it asked already."""
    unasked = Posting.objects.filter(pk=posting.pk, last_checked_at=posting.last_checked_at)
    return bool(unasked.update(last_checked_at=now))


def _close(posting: Posting, now: datetime) -> int:
    return closing.close_gone_pages(posting.source, [posting.external_id], now)
