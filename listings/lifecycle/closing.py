"""When postings close, and the upkeep that runs beside the fetches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Board
from listings.lifecycle import match_keys, recluster
from listings.lifecycle.change_log import record
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import Moved
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Fetch, LastResponse, Listing, Posting, Report, Source

AGED_OUT_AFTER = timedelta(days=45)
MISSES_UNTIL_GONE = 2
ANSWERS_KEPT_FOR = timedelta(days=60)
AT_A_TIME = 500


def is_remote(read: dict[str, Any], board: Board) -> bool:
    """On-site work is left out, and so is what states no workplace on a board that is not remote-only."""
    workplace = read["workplace"]
    return workplace != "onsite" and (workplace is not None or board.remote_only)


def close(postings: QuerySet[Posting], reason: Listing.Closed, now: datetime) -> int:
    """Closes the open ones among these, some hundreds in a transaction; their listings follow. Returns how many."""
    closed = 0
    while True:
        with listings_lock():
            ids = list(postings.filter(closed_at=None).values_list("pk", flat=True)[:AT_A_TIME])
            if not ids:
                return closed
            some = Posting.objects.filter(pk__in=ids)
            some.update(closed_at=now, closed_reason=reason)
            refresh_listings(some.values_list("listing_id", flat=True), now)
            closed += len(ids)


def expire(now: datetime) -> int:
    return close(Posting.objects.filter(expires_at__lte=now), Listing.Closed.EXPIRED, now)


def age_out(now: datetime) -> int:
    """Where absence proves nothing and no closing date is known, a posting unseen for 45 days is closed."""
    silent = [board.name for board in BOARDS.values() if board.absence == "nothing"]
    unseen = Posting.objects.filter(source__board__in=silent, expires_at=None, last_seen_at__lte=now - AGED_OUT_AFTER)
    return close(unseen, Listing.Closed.AGED_OUT, now)


def close_missed(source: Source, fetch_started: datetime) -> int:
    """After a complete healthy fetch of a complete list: what two such fetches in a row did not show is gone."""
    unseen = Posting.objects.filter(source=source, closed_at=None, last_seen_at__lt=fetch_started)
    unseen.update(missed=F("missed") + 1)
    return close(unseen.filter(missed__gte=MISSES_UNTIL_GONE), Listing.Closed.GONE, fetch_started)


def close_gone_pages(source: Source, external_ids: Sequence[str], now: datetime) -> int:
    """Their own pages answered 404 or 410."""
    return close(Posting.objects.filter(source=source, external_id__in=external_ids), Listing.Closed.PAGE_GONE, now)


def read_facts_again(limit: int = 5000) -> int:
    """Postings whose facts an older version of the code read are read again, without a fetch."""
    old = Posting.objects.filter(facts_version__lt=facts.VERSION).order_by("pk")
    done = 0
    while done < limit:
        with listings_lock():
            some = list(old.select_related("source")[:AT_A_TIME])
            if not some:
                break
            changed = {posting.listing_id for posting in some if _read_again(posting)}
            Posting.objects.bulk_update(some, ["facts", "facts_version", "closed_at", "closed_reason"], batch_size=250)
            settled = refresh_listings({posting.listing_id for posting in some}, timezone.now())
            record((listing_id, Change.Kind.CHANGED) for listing_id in changed - settled)
            done += len(some)
    return done


def _read_again(posting: Posting) -> bool:
    board = posting.source.board_config
    before: dict[str, Any] = posting.facts
    posting.facts = facts.read(posting.as_ad, board)
    posting.facts_version = facts.VERSION
    if posting.closed_at is None and not is_remote(posting.facts, board):
        posting.closed_at, posting.closed_reason = timezone.now(), Listing.Closed.NOT_REMOTE
    return bool(before != posting.facts)


def read_identity_again(limit: int = 50_000) -> int:
    """Postings that identity has not read yet, or that an older version of it read."""
    done = 0
    while done < limit:
        with listings_lock():
            some = list(match_keys.unread()[:AT_A_TIME])
            if not some:
                break
            match_keys.read(some)
            refresh_listings({posting.listing_id for posting in some}, timezone.now())
            done += len(some)
    return done


def settle_identity() -> Moved:
    """One listing a vacancy, whatever order its ads came in."""
    read_identity_again()
    return recluster.settle()


def prune(now: datetime) -> None:
    """What is kept for a time only: old changes, old fetches, answers of addresses long unasked."""
    Change.objects.filter(at__lt=now - timedelta(days=settings.CHANGE_DAYS)).delete()
    kept = Q(outcome=Fetch.Outcome.RUNNING) | Q(snapshots__isnull=False)
    Fetch.objects.filter(started_at__lt=now - timedelta(days=settings.FETCH_DAYS)).exclude(kept).delete()
    Report.objects.filter(decided_at__lt=now - timedelta(days=settings.FETCH_DAYS)).delete()
    LastResponse.objects.filter(answered_at__lt=now - ANSWERS_KEPT_FOR, external_id__gt="").delete()
