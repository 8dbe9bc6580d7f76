"""Ads that are known and came back different, or came back at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from listings import facts
from listings.dedup import blocking
from listings.ingest.counts import Counts
from listings.ingest.prepare import PreparedAd
from listings.lifecycle.change_log import differences, record, rows
from listings.lifecycle.closing import is_remote
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, LedgerRow, Listing, MatchKey, Posting, Source

WRITTEN = [
    "url",
    "ad",
    "html",
    "facts",
    "facts_version",
    "content_hash",
    "fingerprint",
    "published_at",
    "expires_at",
    "last_seen_at",
    "missed",
    "closed_at",
    "closed_reason",
]
COMPARED = frozenset(["title", "company", "location", "html"])
"""What identity compares of an ad."""


@dataclass(slots=True)
class PostingUpdater:
    source: Source
    now: datetime
    counts: Counts

    def write(self, changing: Sequence[tuple[Posting, PreparedAd]]) -> None:
        """Within `writing()`: takes the new words over, closes what is not remote or expired, opens what is back."""
        if not changing:
            return
        ledger: list[LedgerRow] = []
        changed: set[int] = set()
        match_keys: list[MatchKey] = []
        for posting, prepared in changing:
            found = differences(posting.as_ad, prepared.ad)
            was_open = posting.closed_at is None
            self._take_over(posting, prepared)
            self._settle(posting, prepared)
            self._count(posting, was_open=was_open, differs=bool(found))
            ledger.extend(rows(posting.listing_id, found, self.now))
            if found:
                changed.add(posting.listing_id)
            if found.keys() & COMPARED or (not was_open and posting.closed_at is None):
                match_keys.append(blocking.match_key_of(posting.pk, prepared.features, unsettled=True))
        Posting.objects.bulk_update([posting for posting, _ in changing], WRITTEN, batch_size=250)
        blocking.keep(match_keys)
        settled = refresh_listings({posting.listing_id for posting, _ in changing}, self.now)
        Listing.objects.filter(pk__in=changed).update(changed_at=self.now)
        record(((pk, Change.Kind.CHANGED) for pk in changed - settled), ledger)

    def _take_over(self, posting: Posting, prepared: PreparedAd) -> None:
        posting.url = prepared.ad.url
        posting.ad = prepared.stored_ad
        posting.html = prepared.ad.html
        posting.facts = prepared.facts
        posting.facts_version = facts.VERSION
        posting.content_hash = prepared.content_hash
        posting.fingerprint = prepared.fingerprint
        posting.published_at = prepared.ad.published_at
        posting.expires_at = prepared.ad.expires_at
        posting.last_seen_at = max(posting.last_seen_at, self.now)
        posting.missed = 0

    def _settle(self, posting: Posting, prepared: PreparedAd) -> None:
        reason = ""
        if not is_remote(prepared.facts, self.source.board_config):
            reason = Listing.Closed.NOT_REMOTE
        elif posting.expires_at is not None and posting.expires_at <= self.now:
            reason = Listing.Closed.EXPIRED
        if not reason:
            posting.closed_at, posting.closed_reason = None, ""
        elif posting.closed_at is None or posting.closed_reason != reason:
            posting.closed_at, posting.closed_reason = self.now, reason

    def _count(self, posting: Posting, *, was_open: bool, differs: bool) -> None:
        if posting.closed_reason == Listing.Closed.NOT_REMOTE:
            self.counts.not_remote += 1
        elif not was_open and posting.closed_at is None:
            self.counts.reopened += 1
        elif differs:
            self.counts.changed += 1
        else:
            self.counts.same += 1
        if was_open and posting.closed_at is not None:
            self.counts.closed += 1
