"""Requests, a few a day, the pages of open ads that their feed no longer lists, and closes those that are gone."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from listings.boards import BOARDS
from listings.boards.base import BrokenShape, Request, Response
from listings.fetching import deadly_responses
from listings.fetching.http_client import FetchError, HttpClient
from listings.ingest.failures import is_a_records
from listings.ingest.process_deaths import EndsProcesses
from listings.lifecycle import closing
from listings.lifecycle.refused import Refused
from listings.models import Listing, Posting, Source

log = logging.getLogger(__name__)

# Of seconds, too: a slow host, or one that asks for long pauses, leaves the time of the task to the others.
MAX_PAGES_PER_SOURCE, MAX_SECONDS_PER_SOURCE = 10, 60
# Less than a day: the daily task starts a little earlier or later each time.
RECHECK_AFTER = timedelta(hours=20)
GONE = (404, 410)
HOST_REFUSES = (403, 429, 503)
# Of one listing, while an admin waits for the page.
MAX_PAGES_NOW, MAX_SECONDS_NOW = 3, 20
# Share of the task's time limit, after which no further page is requested.
REQUESTING_TIME = 0.8


def check_pages() -> int:
    """Check pages of each source whose terms allow it. Returns how many postings were closed."""
    deadline = time.monotonic() + settings.FETCH_TIME_LIMIT * REQUESTING_TIME
    closed = 0
    # Not of employers: their lists are complete, and a look in the near future closes what they do not show.
    for source in Source.objects.real().without_employers().fetchable().filter(enabled=True):
        if source.board_config.terms.ask_page and source.board_config.status == "live":
            closed += _check_source(source, min(deadline, time.monotonic() + MAX_SECONDS_PER_SOURCE))
    return closed


def _check_source(source: Source, deadline: float) -> int:
    now = timezone.now()
    client = HttpClient(delay=source.board_config.delay, mirror=source.mirror, deadline=deadline)
    closed = 0
    for posting in _unlisted(source, now)[:MAX_PAGES_PER_SOURCE]:
        if time.monotonic() > deadline or not _claim(posting, now):
            continue
        try:
            if _is_gone(source, client, posting):
                closed += _close(posting, now)
        except FetchError as error:
            log.info("%s: its page could not be checked: %s", posting, error)
            if error.status in HOST_REFUSES and not error.is_elsewhere:
                break
        except Exception as error:
            # Otherwise one page would end the check of all later sources, every day.
            if not is_a_records(error):
                raise
            log.exception("%s: its page could not be checked.", posting)
    return closed


@dataclass(frozen=True, slots=True)
class PageCheck:
    """`result`: a sentence for admins."""

    posting: Posting
    closed: bool
    result: str


def check_now(listing: Listing) -> list[PageCheck]:
    """Request the pages of its open ads, if their publishers allow it, and close those that are gone.

    Raises Refused if no page may be requested.
    """
    postings = listing.postings.filter(closed_at=None).select_related("source").order_by("pk")
    allowed = [posting for posting in postings if _may_ask(posting.source)][:MAX_PAGES_NOW]
    if not allowed:
        raise Refused("No open ad of it is of a publisher whose terms allow requests to an ad's page.")
    deadline = time.monotonic() + MAX_SECONDS_NOW
    return [_check_now(posting, deadline) for posting in allowed]


def _may_ask(source: Source) -> bool:
    board = BOARDS.get(source.board)
    return board is not None and board.terms.ask_page and board.status == "live"


def _check_now(posting: Posting, deadline: float) -> PageCheck:
    source, now = posting.source, timezone.now()
    client = HttpClient(delay=source.board_config.delay, mirror=source.mirror, deadline=deadline)
    Posting.objects.filter(pk=posting.pk).update(last_checked_at=now)
    page = f"Its page on {source.publisher}"
    try:
        is_gone = _is_gone(source, client, posting)
    except FetchError as error:
        return PageCheck(posting, False, f"{page} could not be checked: {error}")
    except Exception as error:
        if not is_a_records(error):
            raise
        log.exception("%s: its page could not be checked.", posting)
        return PageCheck(posting, False, f"{page} could not be read.")
    if not is_gone:
        return PageCheck(posting, False, f"{page} is there and does not say that the job is closed.")
    return PageCheck(posting, bool(_close(posting, now)), f"{page} is gone or says that the job is closed.")


def _is_gone(source: Source, client: HttpClient, posting: Posting) -> bool:
    """Raises FetchError for a page that does not answer."""
    try:
        result = client.get(Request(posting.url, posting.external_id))
    except FetchError as error:
        if error.status in GONE:
            return True
        raise
    return result.response is not None and _says_closed(source, result.response)


def _says_closed(source: Source, response: Response) -> bool:
    try:
        with deadly_responses.watched(source, response.request):
            return source.board_config.closed(response)
    except (BrokenShape, EndsProcesses) as error:
        log.info("%s: the page says nothing: %s", response.url, error)
        return False


def _unlisted(source: Source, now: datetime) -> QuerySet[Posting]:
    """Open postings that the last good fetch did not list and that were not checked today, the longest unseen first."""
    last_good = source.fetches.good().order_by("-started_at").first()
    if last_good is None:
        return Posting.objects.none()
    return Posting.objects.filter(
        Q(last_checked_at=None) | Q(last_checked_at__lte=now - RECHECK_AFTER),
        source=source,
        closed_at=None,
        last_seen_at__lt=last_good.started_at,
    ).order_by(F("last_checked_at").asc(nulls_first=True), "last_seen_at")


def _claim(posting: Posting, now: datetime) -> bool:
    """True for one of several workers; the update of the others matches no row."""
    unclaimed = Posting.objects.filter(pk=posting.pk, last_checked_at=posting.last_checked_at)
    return bool(unclaimed.update(last_checked_at=now))


def _close(posting: Posting, now: datetime) -> int:
    return closing.close_gone_pages(posting.source, [posting.external_id], now)
