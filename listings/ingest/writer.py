"""The only writer of ads: some hundreds in a transaction, each ad counted once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from time import monotonic

from django.db.models import F
from django.db.models.functions import Greatest

from listings.boards.base import Ad, Rejected
from listings.boards.bounds import is_keepable, shortened
from listings.dedup.normalise import content_hash
from listings.ingest import deadly_ads, skip_cache
from listings.ingest.batches import COLUMNS, Batch, KnownPosting, PreparedAds
from listings.ingest.counts import Counts
from listings.ingest.create import PostingCreator
from listings.ingest.failures import is_a_records, reason
from listings.ingest.update import PostingUpdater
from listings.lifecycle.closing import apply_rule, reason_to_close
from listings.lifecycle.lock import listings_lock
from listings.models import Fetch, Listing, Posting, Source

log = logging.getLogger(__name__)

MAX_REJECTIONS_KEPT = 50
MAX_REJECTION_TEXT = 500
BATCH = 500
# Then what is ready is written: a batch that takes longer than a fetch may would be begun again for ever.
PREPARING_SECONDS = 20.0
PRESENCE_BATCH = 5000


@dataclass(slots=True)
class Ingest:
    """Writes the ads of one fetch. `now` is when the boards answered.

    `hold_lease` is called in each transaction and raises when this fetch may no longer write.
    """

    source: Source
    fetch: Fetch
    now: datetime
    hold_lease: Callable[[], None] = lambda: None
    counts: Counts = field(default_factory=Counts)
    seen_ids: set[str] = field(default_factory=set)

    def page(self, ads: Sequence[Ad], rejected: Sequence[Rejected] = (), present: Iterable[str] = ()) -> None:
        """Write ads, rejected records and `present`: external ids that were listed without being read."""
        fresh = self._not_repeated(ads)
        if fresh:
            with deadly_ads.watch(f"source-{self.source.pk}") as watch:
                self._write_batches(fresh, PreparedAds(self.source, watch))
        if ads and not (rejected or present):
            return
        with listings_lock():
            self.hold_lease()
            self._reject(rejected)
            self._mark_present(present)
            self._save_counts()

    def _write_batches(self, ads: Sequence[Ad], prepared: PreparedAds) -> None:
        done = 0
        while done < len(ads):
            count = self._write_or_reject(ads[done : done + BATCH], prepared)
            prepared.forget(ads[done : done + count])
            done += count

    def _write_or_reject(self, ads: Sequence[Ad], prepared: PreparedAds) -> int:
        """A batch that fails is halved until each bad ad stands alone: whatever is wrong with one, the others count.

        Returns how many of the first ads are done: fewer than all where it takes long to prepare them.
        """
        before = replace(self.counts)
        try:
            batch = self._batch(ads, prepared)
            self._write_batch(batch)
        except Exception as error:
            if not is_a_records(error):
                raise
            self.counts = before
            if len(ads) == 1:
                self._reject_unwritten(ads[0], error)
                return 1
            middle = len(ads) // 2
            done = self._write_or_reject(ads[:middle], prepared)
            return done if done < middle else done + self._write_or_reject(ads[middle:], prepared)
        for ad, mistake in batch.failed:
            self._reject_unwritten(ad, mistake)
        return batch.size

    def _reject_unwritten(self, ad: Ad, error: Exception) -> None:
        if len(self.fetch.rejections) < MAX_REJECTIONS_KEPT:
            log.warning("%s: ad %.200r cannot be written.", self.source, ad.external_id, exc_info=error)
        with listings_lock():
            self.hold_lease()
            self._reject([Rejected(ad.external_id or ad.title, f"it cannot be written: {reason(error)}")])
            if is_keepable(ad.external_id):
                # Its board does list it: it must not be closed as missing.
                kept = Posting.objects.filter(source=self.source, external_id=ad.external_id)
                kept.update(last_seen_at=Greatest("last_seen_at", self.now), missed=0)
            self._save_counts()

    def _reject(self, rejected: Sequence[Rejected]) -> None:
        self.counts.rejected += len(rejected)
        room = max(0, MAX_REJECTIONS_KEPT - len(self.fetch.rejections))
        self.fetch.rejections.extend(
            {name: shortened(getattr(bad, name), MAX_REJECTION_TEXT) for name in ("record", "reason")}
            for bad in rejected[:room]
        )

    def _batch(self, ads: Sequence[Ad], prepared: PreparedAds) -> Batch:
        """The first of `ads`, compared with what is stored: as many as can be prepared in PREPARING_SECONDS."""
        hashes = {ad.external_id: content_hash(ad) for ad in ads}
        known = self._known(hashes)
        stale = self._stale(known, hashes)
        not_remote = self._not_remote(digest for external_id, digest in hashes.items() if external_id not in known)
        batch = Batch()
        preparing_until = monotonic() + PREPARING_SECONDS
        for ad in ads:
            if batch.size and monotonic() > preparing_until:
                break
            digest, kept = hashes[ad.external_id], known.get(ad.external_id)
            if kept is not None and kept.pk not in stale:
                batch.unchanged.append(kept)
            elif digest in not_remote:
                batch.skipped.append(digest)
            else:
                posting = stale[kept.pk] if kept else None
                batch.add(ad, digest, posting, prepared.get(ad, digest, posting))
            batch.size += 1
        return batch

    def _write_batch(self, batch: Batch) -> None:
        self.counts.not_remote += len(batch.skipped)
        skip_cache.remember(self.source.board_config, batch.skipped)
        # Everything slow is done by now: the lock is held for the writing alone.
        with listings_lock():
            self.hold_lease()
            self._touch(batch.unchanged)
            PostingUpdater(self.source, self.now, self.counts).write(batch.changing)
            PostingCreator(self.source, self.now, self.counts).write(batch.new)
            self._save_counts()

    def _not_repeated(self, ads: Sequence[Ad]) -> list[Ad]:
        fresh = []
        for ad in ads:
            if ad.external_id in self.seen_ids:
                self.counts.repeated += 1
            else:
                self.seen_ids.add(ad.external_id)
                fresh.append(ad)
        return fresh

    def _known(self, hashes: dict[str, bytes]) -> dict[str, KnownPosting]:
        """External id → posting."""
        postings = Posting.objects.filter(source=self.source, external_id__any=list(hashes))
        rows = postings.annotate(stated_workplace=F("facts__workplace")).values_list(
            "external_id", *("stated_workplace" if name == "workplace" else name for name in COLUMNS)
        )
        return {external_id: KnownPosting(*columns) for external_id, *columns in rows}

    def _stale(self, known: dict[str, KnownPosting], hashes: dict[str, bytes]) -> dict[int, Posting]:
        """Primary key → whole posting, for those that changed or whose state does."""
        stale = [
            posting.pk
            for external_id, posting in known.items()
            if bytes(posting.content_hash) != hashes[external_id] or self._changes_state(posting)
        ]
        # What is taken down stays as it was then: changed, it could become a copy of an honest ad and take that down.
        rows = Posting.objects.filter(pk__any=stale, takedown=None, listing__takedown=None)
        rows = rows.select_related("listing", "source")
        return {posting.pk: posting for posting in rows}

    def _changes_state(self, posting: KnownPosting) -> bool:
        """Whether reading the same ad again opens or closes it."""
        seen_now = replace(posting, last_seen_at=self.now, missed=0, page_gone_at=None)
        return (reason_to_close(seen_now, self.source, self.now) is None) != (posting.closed_at is None)

    def _not_remote(self, unknown: Iterable[bytes]) -> Collection[bytes]:
        """The hashes of new ads that were read before and found not to be remote."""
        board = self.source.board_config
        return set() if board.remote_only else skip_cache.known(board, list(unknown))

    def _touch(self, postings: Sequence[KnownPosting]) -> None:
        """An unchanged ad costs its share of one statement."""
        not_remote = sum(posting.closed_reason == Listing.Closed.NOT_REMOTE for posting in postings)
        self.counts.not_remote += not_remote
        self.counts.same += len(postings) - not_remote
        Posting.objects.filter(pk__any=[posting.pk for posting in postings]).update(
            last_seen_at=Greatest("last_seen_at", self.now), missed=0, page_gone_at=None
        )

    def _mark_present(self, present: Iterable[str]) -> None:
        """Ids that a 304 or a sitemap proves to be listed. Their pages were not read: `page_gone_at` stays."""
        ids = sorted(set(present) - self.seen_ids)
        self.seen_ids.update(ids)
        for start in range(0, len(ids), PRESENCE_BATCH):
            postings = Posting.objects.filter(source=self.source, external_id__any=ids[start : start + PRESENCE_BATCH])
            self.counts.same += postings.update(last_seen_at=Greatest("last_seen_at", self.now), missed=0)
            # A source that was paused for months may answer 304 ever since: what had aged out is listed after all.
            absent = postings.filter(closed_reason__in=[Listing.Closed.AGED_OUT, Listing.Closed.GONE])
            apply_rule(absent, self.now)

    def _save_counts(self) -> None:
        for spec in fields(Counts):
            setattr(self.fetch, spec.name, getattr(self.counts, spec.name))
        self.fetch.seen = self.counts.seen
        self.fetch.save()
