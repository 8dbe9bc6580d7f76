"""Kept postings read again after a new version of the code, without a fetch."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from listings import facts
from listings.boards import BOARDS
from listings.boards.formats.vacancy import reason_to_reject
from listings.ingest import deadly_ads
from listings.ingest.failures import is_a_records
from listings.lifecycle import match_keys, recluster
from listings.lifecycle.change_log import record
from listings.lifecycle.closing import update_state
from listings.lifecycle.lock import listings_lock
from listings.lifecycle.merging import Moved
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.row_updates import update_rows
from listings.models import Change, Posting
from listings.models.text_chunks import id_chunks

log = logging.getLogger(__name__)

BATCH = 500
# One batch, and with it what a stopped process loses.
READ_SECONDS = 20
COLUMNS = ["facts", "facts_version", "closed_at", "closed_reason"]


@dataclass(frozen=True, slots=True)
class Reread:
    """`facts` of an ad whose content had this hash."""

    content_hash: bytes
    facts: dict[str, Any]


def stale_facts() -> QuerySet[Posting]:
    """Postings, open and closed, whose facts an older version read."""
    # Ads of a board whose module is gone cannot be read: they keep the facts that they have.
    return Posting.objects.filter(facts_version__lt=facts.VERSION, source__board__in=BOARDS)


def update_facts(limit: int = 5000) -> int:
    """Read the facts of postings that an older version read. Returns how many, at most about `limit`.

    A new reading reopens a posting as well as it closes one.
    """
    done = 0
    while done < limit and (readings := _read_batch()):
        with listings_lock():
            _store(readings)
        done += len(readings)
    return done


def _read_batch() -> dict[int, Reread]:
    """By posting. Outside the lock of listings: a few endless ads take longer than anybody may hold it."""
    readings: dict[int, Reread] = {}
    until = monotonic() + READ_SECONDS
    with deadly_ads.watch("older-facts") as watch:
        for ids in id_chunks(stale_facts().order_by("pk")[:BATCH], "html"):
            for posting in Posting.objects.filter(pk__in=ids).order_by("pk").select_related("source"):
                if readings and monotonic() > until:
                    return readings
                readings[posting.pk] = Reread(bytes(posting.content_hash), _read(posting, watch))
    return readings


def _read(posting: Posting, watch: deadly_ads.Watch) -> dict[str, Any]:
    """What an older version read of the ad, if this one cannot: the others wait behind it."""
    try:
        with watch.over(posting.source_id, posting.external_id):
            new = facts.read(posting.as_ad, posting.source.board_config)
            # New ads that are no vacancies are rejected before anything is stored; these were under older rules.
            if reason := reason_to_reject(posting.as_ad):
                new["rejection"] = reason
    except Exception as error:
        if not is_a_records(error):
            raise
        log.warning("The facts of ad %s cannot be read again.", posting.pk, exc_info=error)
        return dict(posting.facts)
    return new


def _store(readings: Mapping[int, Reread]) -> None:
    """Runs within `listings_lock()`. What a fetch has changed since is left to the next batch."""
    now = timezone.now()
    rows = Posting.objects.filter(pk__in=readings).select_related("source").defer("html")
    batch = [posting for posting in rows if bytes(posting.content_hash) == readings[posting.pk].content_hash]
    changed = {posting.listing_id for posting in batch if posting.facts != readings[posting.pk].facts}
    for posting in batch:
        posting.facts, posting.facts_version = readings[posting.pk].facts, facts.VERSION
        update_state(posting, posting.source, now)
    update_rows(batch, COLUMNS)
    refreshed = refresh_listings({posting.listing_id for posting in batch}, now)
    record((listing_id, Change.Kind.CHANGED) for listing_id in changed - refreshed)


def update_match_keys(limit: int = 50_000) -> int:
    """Make the match keys that are missing or that an older version made. Returns how many."""
    return match_keys.update(match_keys.stale(), limit)


def recluster_all() -> Moved:
    """One listing per vacancy, whatever the order in which its ads came."""
    update_match_keys()
    return recluster.recluster()
