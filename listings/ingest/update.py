"""Known ads that came back changed, or came back at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from listings import facts
from listings.ingest.counts import Counts
from listings.ingest.prepare import PreparedAd
from listings.lifecycle import match_keys
from listings.lifecycle.change_log import differences, ledger_rows, record
from listings.lifecycle.closing import update_state
from listings.lifecycle.own_ads import is_by_account
from listings.lifecycle.refresh import refresh_listings
from listings.lifecycle.row_updates import update_rows
from listings.lifecycle.takedowns import TakedownRules
from listings.models import Change, LedgerRow, Listing, MatchKey, Posting, Source

UPDATED = [
    "url",
    "ad",
    "html",
    "facts",
    "facts_version",
    "content_hash",
    "fingerprint",
    "published_at",
    "posted_at",
    "expires_at",
    "first_seen_at",
    "last_seen_at",
    "missed",
    "page_gone_at",
    "closed_at",
    "closed_reason",
    "takedown",
]
MATCHED_FIELDS = frozenset(["title", "company", "location", "html"])
"""Fields of an ad that deduplication reads."""


@dataclass(slots=True)
class PostingUpdater:
    source: Source
    now: datetime
    counts: Counts

    def write(self, changing: Sequence[tuple[Posting, PreparedAd]]) -> None:
        """Save the new content and state of these postings. Runs within `listings_lock()`."""
        if not changing:
            return
        ledger: list[LedgerRow] = []
        changed: set[int] = set()
        stale_keys: list[MatchKey] = []
        rules = TakedownRules.load()
        led = self._led_by({posting.listing_id for posting, _ in changing})
        keys = MatchKey.objects.in_bulk([posting.pk for posting, _ in changing])
        for posting, prepared in changing:
            changes = differences(posting.as_ad, prepared.ad)
            was_open = posting.closed_at is None
            self._apply(posting, prepared)
            # One that is down stays down, whatever it says now.
            posting.takedown_id = posting.takedown_id or rules.of(prepared.ad)
            update_state(posting, self.source, self.now)
            self._count(posting, was_open=was_open, differs=bool(changes))
            if self._speaks_for_job(posting, led):
                ledger.extend(ledger_rows(posting.listing_id, changes, self.now))
            if changes:
                changed.add(posting.listing_id)
            # A reopened ad may have been grouped with another meanwhile, or its listing with others.
            is_other = bool(changes.keys() & MATCHED_FIELDS)
            if is_other or (not was_open and posting.closed_at is None):
                stale_keys.append(self._match_key(posting, prepared, keys.get(posting.pk), is_other=is_other))
        update_rows([posting for posting, _ in changing], UPDATED)
        match_keys.save(stale_keys)
        refreshed = refresh_listings({posting.listing_id for posting, _ in changing}, self.now)
        Listing.objects.filter(pk__in=changed).update(changed_at=self.now)
        record(((pk, Change.Kind.CHANGED) for pk in changed - refreshed), ledger)

    def _led_by(self, listing_ids: Collection[int]) -> dict[int, int]:
        """Listing → its leading ad, where that is of this source."""
        led = Listing.objects.filter(pk__in=listing_ids, leading__source=self.source)
        return dict(led.values_list("pk", "leading"))

    def _speaks_for_job(self, posting: Posting, led: Mapping[int, int]) -> bool:
        """Whether changes of the ad are the job's: not those of a stranger's copy, on the same board or another."""
        leading = led.get(posting.listing_id)
        return leading == posting.pk or (leading is not None and is_by_account(posting, posting.listing.account_id))

    def _match_key(
        self, posting: Posting, prepared: PreparedAd, before: MatchKey | None, *, is_other: bool
    ) -> MatchKey:
        """Its new row. An ad that is rewritten begins anew."""
        key = match_keys.match_key_of(posting.pk, prepared.features, unsettled=True)
        if before and is_other and match_keys.is_rewritten(before, prepared.features):
            match_keys.begin_anew(key, before, posting.first_seen_at)
            # However long it was another vacancy, it is no older as this one: the oldest ad speaks for a job.
            posting.first_seen_at, posting.posted_at = self.now, prepared.posted_at(self.now)
        elif before:
            match_keys.carry_on(key, before)
        return key

    def _apply(self, posting: Posting, prepared: PreparedAd) -> None:
        """Copy the ad to the posting. That it was read proves it present and its page alive."""
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
        posting.page_gone_at = None

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
