"""Kept postings read again after a new version of the code, without a fetch."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from listings import facts
from listings.boards import BOARDS
from listings.boards.formats.vacancy import reason_to_reject
from listings.lifecycle import match_keys, recluster
from listings.lifecycle.change_log import record
from listings.lifecycle.closing import update_state
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import Moved
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Posting

BATCH = 500
COLUMNS = ["facts", "facts_version", "closed_at", "closed_reason"]


def stale_facts() -> QuerySet[Posting]:
    """Postings, open and closed, whose facts an older version read."""
    # Ads of a board whose module is gone cannot be read: they keep the facts that they have.
    return Posting.objects.filter(facts_version__lt=facts.VERSION, source__board__in=BOARDS)


def update_facts(limit: int = 5000) -> int:
    """Read the facts of postings that an older version read. Returns how many, at most about `limit`.

    A new reading reopens a posting as well as it closes one.
    """
    stale = stale_facts().order_by("pk")
    done = 0
    while done < limit:
        with listings_lock():
            batch = list(stale.select_related("source")[:BATCH])
            if not batch:
                break
            changed = {posting.listing_id for posting in batch if _read_again(posting)}
            Posting.objects.bulk_update(batch, COLUMNS, batch_size=250)
            refreshed = refresh_listings({posting.listing_id for posting in batch}, timezone.now())
            record((listing_id, Change.Kind.CHANGED) for listing_id in changed - refreshed)
            done += len(batch)
    return done


def _read_again(posting: Posting) -> bool:
    """True if the facts changed."""
    before = posting.facts
    posting.facts = facts.read(posting.as_ad, posting.source.board_config)
    # New ads that are no vacancies are rejected before anything is stored; these were stored under older rules.
    if reason := reason_to_reject(posting.as_ad):
        posting.facts["rejection"] = reason
    posting.facts_version = facts.VERSION
    update_state(posting, posting.source, timezone.now())
    return bool(before != posting.facts)


def update_match_keys(limit: int = 50_000) -> int:
    """Make the match keys that are missing or that an older version made. Returns how many."""
    done = 0
    while done < limit:
        with listings_lock():
            batch = list(match_keys.stale()[:BATCH])
            if not batch:
                break
            match_keys.rebuild(batch)
            refresh_listings({posting.listing_id for posting in batch}, timezone.now())
            done += len(batch)
    return done


def recluster_all() -> Moved:
    """One listing per vacancy, whatever the order in which its ads came."""
    update_match_keys()
    return recluster.recluster()
