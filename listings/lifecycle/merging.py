"""Postings moved between listings. The oldest listing survives, others redirect to it, a split posting goes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from listings.dedup.matching import Verdict
from listings.lifecycle.change_log import record, state_row
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, LedgerRow, Listing, Merge, Posting

NO_PAIR = "grouped again"
"""The reason of a posting that belongs to its group through others only."""


@dataclass(slots=True)
class Moved:
    """The outcome of a new clustering: how many postings moved; ids of the listings merged and split off."""

    postings: int = 0
    merged: list[int] = field(default_factory=list)
    split: list[int] = field(default_factory=list)

    def add(self, other: Moved) -> None:
        self.postings += other.postings
        self.merged += other.merged
        self.split += other.split


@dataclass(slots=True)
class Merging:
    """Makes listings agree with groups of postings.

    Runs within `listings_lock()`. `postings` must hold all postings of each listing involved, by id.
    """

    now: datetime
    postings: Mapping[int, Posting]
    moved: Moved = field(default_factory=Moved)
    _merges: dict[int, Merge] = field(default_factory=dict)
    _listings: dict[int, Listing] = field(default_factory=dict)
    _touched: set[int] = field(default_factory=set)
    _changes: list[tuple[int, Change.Kind]] = field(default_factory=list)
    _ledger: list[LedgerRow] = field(default_factory=list)

    def apply(self, groups: Iterable[set[int]], verdicts: Mapping[int, Verdict]) -> Moved:
        """`groups`: ids of postings, one listing each. `verdicts`: why a posting belongs to its group."""
        self._load()
        owners = self._owners()
        ordered = sorted((sorted(group) for group in groups), key=lambda group: group[0])
        claims = [[listing for listing, owner in owners.items() if owner in group] for group in ordered]
        # Merges first: a split may bring back a listing, and must not be merged away again in the same pass.
        for group, listings in zip(ordered, claims, strict=True):
            if listings:
                target = self._oldest(listings, group)
                self._merge_group(group, target, [pk for pk in listings if pk != target], verdicts)
        for group, listings in zip(ordered, claims, strict=True):
            if not listings:
                self._split_off(group, verdicts)
        self._record(refresh_listings(self._touched, self.now))
        return self.moved

    def _load(self) -> None:
        ids = {posting.listing_id for posting in self.postings.values()}
        self._listings = Listing.objects.in_bulk(ids)
        active = Merge.objects.filter(posting__in=self.postings, undone_at=None)
        self._merges = {merge.posting_id: merge for merge in active}

    def _owners(self) -> dict[int, int]:
        """Listing → the posting that made it. If the listing splits, it stays with that posting.

        One that began anew since is another vacancy, and leaves the listing to those that joined it.
        """
        earliest: dict[int, datetime] = {}
        for posting in self.postings.values():
            earliest[posting.listing_id] = min(earliest.get(posting.listing_id, self.now), posting.first_seen_at)

        def rank(posting: Posting) -> tuple[int, int]:
            is_joined = posting.pk in self._merges
            began_anew = not is_joined and posting.first_seen_at > earliest[posting.listing_id]
            return (2 if began_anew else int(is_joined)), posting.pk

        owners: dict[int, int] = {}
        for posting in sorted(self.postings.values(), key=rank):
            owners.setdefault(posting.listing_id, posting.pk)
        return owners

    def _oldest(self, listings: Sequence[int], group: Sequence[int]) -> int:
        """The listing whose first ad of the group has been what it is for the longest."""
        begun = {pk: self._listings[pk].first_seen_at for pk in listings}
        for listing in listings:
            seen = [self.postings[pk].first_seen_at for pk in group if self.postings[pk].listing_id == listing]
            begun[listing] = min(seen, default=begun[listing])
        return min(listings, key=lambda pk: (begun[pk], pk))

    def _merge_group(
        self, group: Sequence[int], target: int, others: Sequence[int], verdicts: Mapping[int, Verdict]
    ) -> None:
        """The group's listings become one, `target`."""
        arriving = [self.postings[pk] for pk in group if self.postings[pk].listing_id != target]
        if others:
            self._merge_listings(target, others)
        if arriving:
            self._move(arriving, target, verdicts)

    def _merge_listings(self, target: int, others: Sequence[int]) -> None:
        survivor = self._listings[target]
        merged = [self._listings[pk] for pk in others]
        hidden = next((listing for listing in merged if listing.hidden_at), None)
        # What an admin has taken down must not come back by a merge.
        if hidden and not survivor.hidden_at:
            survivor.hidden_at, survivor.takedown_id = hidden.hidden_at, hidden.takedown_id
            survivor.save(update_fields=["hidden_at", "takedown"])
            self._changes.append((target, Change.Kind.HIDDEN))
        Listing.objects.filter(merged_into__in=others).update(merged_into=target)
        Listing.objects.filter(pk__in=others).update(merged_into=target, leading=None, changed_at=self.now)
        self._changes.extend((pk, Change.Kind.MERGED) for pk in others)
        self._ledger.extend(
            state_row(listing, listing.closed_reason or "open", f"merged into {target}", self.now) for listing in merged
        )
        self.moved.merged.extend(others)

    def _move(self, postings: Sequence[Posting], target: int, verdicts: Mapping[int, Verdict]) -> None:
        ids = [posting.pk for posting in postings]
        stale = Merge.objects.filter(posting__in=ids, undone_at=None)
        # A posting that moves on remembers the listing that it made, not the one it was merged into meanwhile.
        made_from = dict(stale.values_list("posting", "made_from"))
        stale.delete()
        rows = []
        for posting in postings:
            self._touched.add(posting.listing_id)
            verdict = verdicts.get(posting.pk)
            rows.append(
                Merge(
                    listing_id=target,
                    posting=posting,
                    made_from_id=made_from.get(posting.pk) or posting.listing_id,
                    reason=verdict.reason if verdict else NO_PAIR,
                    scores=verdict.as_json() if verdict else {},
                    merged_at=self.now,
                )
            )
            posting.listing_id = target
        Merge.objects.bulk_create(rows)
        Posting.objects.filter(pk__in=ids).update(listing=target)
        self._touched.add(target)
        self.moved.postings += len(ids)

    def _split_off(self, group: Sequence[int], verdicts: Mapping[int, Verdict]) -> None:
        """A group that left its listing: into the listing that one of them made before, or into a new one."""
        first = self.postings[group[0]]
        merge = self._merges.get(first.pk)
        listing = restored_listing(first, merge, self.now) or new_listing_for(first, self.now)
        # The posting makes a listing of its own now: its merge has nothing to undo any more.
        if merge:
            merge.delete()
        self._touched |= {first.listing_id, listing.pk}
        Posting.objects.filter(pk=first.pk).update(listing=listing)
        first.listing_id = listing.pk
        self.moved.postings += 1
        rest = [self.postings[pk] for pk in group[1:]]
        if rest:
            self._move(rest, listing.pk, verdicts)
        self.moved.split.append(listing.pk)
        self._changes.append((listing.pk, Change.Kind.NEW))

    def _record(self, refreshed: set[int]) -> None:
        recorded = {pk for pk, _ in self._changes} | refreshed
        unrecorded = self._touched - recorded - set(self.moved.merged)
        self._changes.extend((pk, Change.Kind.CHANGED) for pk in unrecorded)
        Listing.objects.filter(pk__in=self._touched).update(changed_at=self.now)
        record(self._changes, self._ledger)


def restored_listing(posting: Posting, merge: Merge | None, now: datetime) -> Listing | None:
    """The listing that the posting had before it was merged, unless another posting has brought it back already."""
    if merge is None or merge.made_from_id is None:
        return None
    old = Listing.objects.filter(pk=merge.made_from_id).exclude(merged_into=None).first()
    if old is None or old.postings.exists():
        return None
    Listing.objects.filter(pk=old.pk).update(merged_into=None, changed_at=now, leading=posting)
    old.refresh_from_db()
    return old


def new_listing_for(posting: Posting, now: datetime) -> Listing:
    """A saved listing to move the posting to. A refresh derives the rest of its fields."""
    old = posting.listing
    return Listing.objects.create(
        company=old.company,
        title=old.title,
        slug=old.slug,
        leading=posting,
        is_sample=old.is_sample,
        hidden_at=old.hidden_at,
        takedown_id=old.takedown_id,
        posted_at=posting.posted_at,
        first_seen_at=posting.first_seen_at,
        changed_at=now,
    )
