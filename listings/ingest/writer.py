"""The only writer of ads: some hundreds a transaction, each ad counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.db.models.functions import Greatest

from listings.boards.base import Ad, Rejected
from listings.dedup.normalise import content_hash
from listings.ingest import skip_cache
from listings.ingest.counts import Counts
from listings.ingest.create import PostingCreator
from listings.ingest.prepare import PreparedAd, prepare
from listings.ingest.update import PostingUpdater
from listings.lifecycle.closing import is_remote
from listings.lifecycle.lock import listings_lock
from listings.models import Fetch, Listing, Posting, Source

MOST_REJECTIONS_KEPT = 50
AT_A_TIME = 500


@dataclass(slots=True)
class KnownPosting:
    """The little that tells whether an ad has to be looked at; a whole posting costs ten times as much."""

    pk: int
    content_hash: bytes
    expires_at: datetime | None
    closed_at: datetime | None
    closed_reason: str


LOOKED_AT = [one.name for one in fields(KnownPosting)]


@dataclass(slots=True)
class Ingest:
    """Writes the pages of one fetch. `now` is when the boards answered.

    `hold_lease` is called in each transaction and raises when this fetch may no longer write.
    """

    source: Source
    fetch: Fetch
    now: datetime
    hold_lease: Callable[[], None] = lambda: None
    counts: Counts = field(default_factory=Counts)
    met: set[str] = field(default_factory=set)

    def page(self, ads: Sequence[Ad], rejected: Sequence[Rejected] = (), present: Iterable[str] = ()) -> None:
        for start in range(0, len(ads), AT_A_TIME):
            self._some(ads[start : start + AT_A_TIME])
        if ads and not (rejected or present):
            return
        with listings_lock():
            self.hold_lease()
            self.counts.rejected += len(rejected)
            self.fetch.rejections.extend({"record": bad.record, "reason": bad.reason} for bad in rejected)
            del self.fetch.rejections[MOST_REJECTIONS_KEPT:]
            self._still_there(present)
            self._save_counts()

    def _some(self, ads: Sequence[Ad]) -> None:
        fresh = self._unmet(ads)
        hashes = {ad.external_id: content_hash(ad) for ad in fresh}
        kept, whole = self._kept(hashes)
        arriving: list[PreparedAd] = []
        changing: list[tuple[Posting, PreparedAd]] = []
        same: list[KnownPosting] = []
        board = self.source.board_config
        unkept = {one: digest for one, digest in hashes.items() if one not in kept}
        passed_before = skip_cache.known(board, unkept.values()) if not board.remote_only else set()
        passed: list[bytes] = []
        for ad in fresh:
            digest = hashes[ad.external_id]
            if ad.external_id not in kept:
                if digest in passed_before:
                    passed.append(digest)
                elif is_remote((prepared := prepare(ad, board, digest)).facts, board):
                    arriving.append(prepared)
                else:
                    passed.append(digest)
            elif posting := whole.get(kept[ad.external_id].pk):
                changing.append((posting, prepare(ad, board, digest, posting.as_ad)))
            else:
                same.append(kept[ad.external_id])
        self.counts.not_remote += len(passed)
        skip_cache.remember(board, passed)
        with listings_lock():
            self.hold_lease()
            self._seen_again(same)
            PostingUpdater(self.source, self.now, self.counts).write(changing)
            PostingCreator(self.source, self.now, self.counts).write(arriving)
            self._save_counts()

    def _unmet(self, ads: Sequence[Ad]) -> list[Ad]:
        fresh = []
        for ad in ads:
            if ad.external_id in self.met:
                self.counts.repeated += 1
            else:
                self.met.add(ad.external_id)
                fresh.append(ad)
        return fresh

    def _kept(self, hashes: dict[str, bytes]) -> tuple[dict[str, KnownPosting], dict[int, Posting]]:
        """What is known of these ads, by their ids; and whole, by their own, the postings that are to be read again."""
        known = Posting.objects.filter(source=self.source, external_id__any=list(hashes))
        found = known.values_list("external_id", *LOOKED_AT)
        kept = {external_id: KnownPosting(*rest) for external_id, *rest in found}
        stale = [
            one.pk
            for external_id, one in kept.items()
            if bytes(one.content_hash) != hashes[external_id] or not self._settled(one)
        ]
        return kept, {one.pk: one for one in Posting.objects.filter(pk__in=stale).select_related("listing")}

    def _settled(self, posting: KnownPosting) -> bool:
        """An equal ad needs no look: it is open, or closed for a reason that still holds."""
        if posting.closed_at is None:
            return True
        if posting.closed_reason == Listing.Closed.EXPIRED:
            return posting.expires_at is not None and posting.expires_at <= self.now
        return posting.closed_reason == Listing.Closed.NOT_REMOTE

    def _seen_again(self, postings: Sequence[KnownPosting]) -> None:
        """An unchanged ad costs its share of one statement."""
        not_remote = sum(posting.closed_reason == Listing.Closed.NOT_REMOTE for posting in postings)
        self.counts.not_remote += not_remote
        self.counts.same += len(postings) - not_remote
        Posting.objects.filter(pk__any=[posting.pk for posting in postings]).update(
            last_seen_at=Greatest("last_seen_at", self.now), missed=0
        )

    def _still_there(self, present: Iterable[str]) -> None:
        """Ids proved alive without being read: a 304, a sitemap's line."""
        ids = set(present) - self.met
        self.met |= ids
        ordered = sorted(ids)
        for start in range(0, len(ordered), 5000):
            known = Posting.objects.filter(source=self.source, external_id__any=ordered[start : start + 5000])
            self.counts.same += known.update(last_seen_at=Greatest("last_seen_at", self.now), missed=0)

    def _save_counts(self) -> None:
        for name in ("new", "changed", "reopened", "same", "repeated", "not_remote", "rejected", "closed", "seen"):
            setattr(self.fetch, name, getattr(self.counts, name))
        self.fetch.save()
