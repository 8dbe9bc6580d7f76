"""The only writer of ads: some hundreds in a transaction, each ad counted once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Greatest

from listings.boards.base import Ad, Rejected
from listings.boards.bounds import is_keepable, shortened
from listings.dedup.normalise import content_hash
from listings.ingest import skip_cache
from listings.ingest.counts import Counts
from listings.ingest.create import PostingCreator
from listings.ingest.failures import is_a_records, reason
from listings.ingest.prepare import PreparedAd, prepare, prepare_if
from listings.ingest.update import PostingUpdater
from listings.lifecycle.closing import apply_rule, is_remote, reason_to_close
from listings.lifecycle.lock import listings_lock
from listings.models import Fetch, Listing, Posting, Source

log = logging.getLogger(__name__)

MAX_REJECTIONS_KEPT = 50
MAX_REJECTION_TEXT = 500
BATCH = 500
PRESENCE_BATCH = 5000


@dataclass(slots=True)
class KnownPosting:
    """Only the columns needed to detect a change; loading whole postings is ten times slower."""

    pk: int
    content_hash: bytes
    workplace: str | None
    expires_at: datetime | None
    last_seen_at: datetime
    missed: int
    page_gone_at: datetime | None
    closed_at: datetime | None
    closed_reason: str

    @property
    def rejection(self) -> str:
        """ "": an ad that comes here has just been read as a vacancy, whatever an older reading made of it."""
        return ""


COLUMNS = [spec.name for spec in fields(KnownPosting)]


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
        for start in range(0, len(fresh), BATCH):
            self._write_or_reject(fresh[start : start + BATCH])
        if ads and not (rejected or present):
            return
        with listings_lock():
            self.hold_lease()
            self._reject(rejected)
            self._mark_present(present)
            self._save_counts()

    def _write_or_reject(self, ads: Sequence[Ad]) -> None:
        """A batch that fails is halved until each bad ad stands alone: whatever is wrong with one, the others count."""
        before = replace(self.counts)
        try:
            self._write_batch(ads)
        except Exception as error:
            if not is_a_records(error):
                raise
            self.counts = before
            if len(ads) > 1:
                middle = len(ads) // 2
                self._write_or_reject(ads[:middle])
                self._write_or_reject(ads[middle:])
                return
            self._reject_unwritten(ads[0], error)

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

    def _write_batch(self, fresh: Sequence[Ad]) -> None:
        hashes = {ad.external_id: content_hash(ad) for ad in fresh}
        known = self._known(hashes)
        stale = self._stale(known, hashes)
        new, skipped = self._new(fresh, hashes, known)
        board = self.source.board_config
        changing = [
            (posting, prepare(ad, board, hashes[ad.external_id], posting.as_ad))
            for ad in fresh
            if (kept := known.get(ad.external_id)) and (posting := stale.get(kept.pk))
        ]
        unchanged = [posting for posting in known.values() if posting.pk not in stale]
        self.counts.not_remote += len(skipped)
        skip_cache.remember(board, skipped)
        # Everything slow is done by now: the lock is held for the writing alone.
        with listings_lock():
            self.hold_lease()
            self._touch(unchanged)
            PostingUpdater(self.source, self.now, self.counts).write(changing)
            PostingCreator(self.source, self.now, self.counts).write(new)
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
        rows = Posting.objects.filter(pk__any=stale, takedown=None, listing__takedown=None).select_related("listing")
        return {posting.pk: posting for posting in rows}

    def _changes_state(self, posting: KnownPosting) -> bool:
        """Whether reading the same ad again opens or closes it."""
        seen_now = replace(posting, last_seen_at=self.now, missed=0, page_gone_at=None)
        return (reason_to_close(seen_now, self.source, self.now) is None) != (posting.closed_at is None)

    def _new(
        self, ads: Sequence[Ad], hashes: dict[str, bytes], known: dict[str, KnownPosting]
    ) -> tuple[list[PreparedAd], list[bytes]]:
        """Ads to keep, and the hashes of those that are not remote."""
        board = self.source.board_config
        unknown = [ad for ad in ads if ad.external_id not in known]
        on_remote_board = board.remote_only
        skipped_before = (
            set() if on_remote_board else skip_cache.known(board, [hashes[ad.external_id] for ad in unknown])
        )
        new: list[PreparedAd] = []
        skipped: list[bytes] = []
        for ad in unknown:
            digest = hashes[ad.external_id]
            if digest not in skipped_before:
                prepared = prepare_if(lambda workplace: is_remote(workplace, board), ad, board, digest)
                if prepared is not None:
                    new.append(prepared)
                    continue
            skipped.append(digest)
        return new, skipped

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
