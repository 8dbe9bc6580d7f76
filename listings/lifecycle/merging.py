"""Postings moved between listings: the oldest listing survives, others lead to it, and a parted posting goes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from listings.dedup.matching import Verdict
from listings.lifecycle.change_log import record, state_row
from listings.lifecycle.lead_posting import begun
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, LedgerRow, Listing, Merge, Posting

GROUPED_AGAIN = "grouped again"


@dataclass(slots=True)
class Moved:
    """What a new grouping comes to: postings that went to another listing, listings merged, parted and made."""

    postings: int = 0
    merged: list[int] = field(default_factory=list)
    parted: list[int] = field(default_factory=list)

    def add(self, other: Moved) -> None:
        self.postings += other.postings
        self.merged += other.merged
        self.parted += other.parted


@dataclass(slots=True)
class Merging:
    """Makes listings agree with groups of postings. Within `writing()`; wants all postings of each listing involved."""

    now: datetime
    postings: Mapping[int, Posting]
    moved: Moved = field(default_factory=Moved)
    _merges: dict[int, Merge] = field(default_factory=dict)
    _listings: dict[int, Listing] = field(default_factory=dict)
    _touched: set[int] = field(default_factory=set)
    _changes: list[tuple[int, Change.Kind]] = field(default_factory=list)
    _ledger: list[LedgerRow] = field(default_factory=list)

    def apply(self, groups: Iterable[set[int]], verdicts: Mapping[int, Verdict]) -> Moved:
        """`groups`: ids of postings. `verdicts`: why a posting belongs to its group."""
        self._load()
        owners = self._owners()
        ordered = sorted((sorted(group) for group in groups), key=lambda group: group[0])
        claimed = [[pk for pk, owner in owners.items() if owner in group] for group in ordered]
        for group, own in zip(ordered, claimed, strict=True):
            if own:
                self._gather(group, min(own), [pk for pk in own if pk != min(own)], verdicts)
        for group, own in zip(ordered, claimed, strict=True):
            if not own:
                self._part(group, verdicts)
        settled = refresh_listings(self._touched, self.now)
        self._tell(settled)
        return self.moved

    def _load(self) -> None:
        ids = {posting.listing_id for posting in self.postings.values()}
        self._listings = Listing.objects.in_bulk(ids)
        active = Merge.objects.filter(posting__in=self.postings, undone_at=None)
        self._merges = {merge.posting_id: merge for merge in active}

    def _owners(self) -> dict[int, int]:
        """Listing → the posting that made it: where a listing splits, it stays with that one."""
        owners: dict[int, int] = {}
        for posting in sorted(self.postings.values(), key=lambda one: (one.pk in self._merges, one.pk)):
            owners.setdefault(posting.listing_id, posting.pk)
        return owners

    def _gather(
        self, group: Sequence[int], target: int, others: Sequence[int], verdicts: Mapping[int, Verdict]
    ) -> None:
        """The group's listings become one, the oldest."""
        coming = [self.postings[pk] for pk in group if self.postings[pk].listing_id != target]
        if others:
            self._merge_listings(target, others)
        if coming:
            self._move(coming, target, verdicts)

    def _merge_listings(self, target: int, others: Sequence[int]) -> None:
        survivor = self._listings[target]
        merged = [self._listings[pk] for pk in others]
        survivor.posted_at = min(one.posted_at for one in (survivor, *merged))
        survivor.first_seen_at = min(one.first_seen_at for one in (survivor, *merged))
        hidden = next((one for one in merged if one.hidden_at), None)
        if hidden and not survivor.hidden_at:
            survivor.hidden_at, survivor.hidden_reason = hidden.hidden_at, hidden.hidden_reason
            self._changes.append((target, Change.Kind.HIDDEN))
        survivor.save(update_fields=["posted_at", "first_seen_at", "hidden_at", "hidden_reason"])
        Listing.objects.filter(merged_into__in=others).update(merged_into=target)
        Listing.objects.filter(pk__in=others).update(merged_into=target, leading=None, changed_at=self.now)
        self._changes.extend((pk, Change.Kind.MERGED) for pk in others)
        self._ledger.extend(
            state_row(one, one.closed_reason or "open", f"merged into {target}", self.now) for one in merged
        )
        self.moved.merged.extend(others)

    def _move(self, coming: Sequence[Posting], target: int, verdicts: Mapping[int, Verdict]) -> None:
        ids = [posting.pk for posting in coming]
        stale = Merge.objects.filter(posting__in=ids, undone_at=None)
        earlier = dict(stale.values_list("posting", "made_from"))
        stale.delete()
        rows = []
        for posting in coming:
            self._touched.add(posting.listing_id)
            verdict = verdicts.get(posting.pk)
            reason = verdict.reason if verdict else GROUPED_AGAIN
            scores = verdict.as_json() if verdict else {}
            made_from = earlier.get(posting.pk) or posting.listing_id
            rows.append(
                Merge(
                    listing_id=target,
                    posting=posting,
                    made_from_id=made_from,
                    reason=reason,
                    scores=scores,
                    merged_at=self.now,
                )
            )
            posting.listing_id = target
        Merge.objects.bulk_create(rows)
        Posting.objects.filter(pk__in=ids).update(listing=target)
        self._touched.add(target)
        self.moved.postings += len(ids)

    def _part(self, group: Sequence[int], verdicts: Mapping[int, Verdict]) -> None:
        """A group that left its listing: into the listing that one of them made once, or into a new one."""
        first = self.postings[group[0]]
        own = self._own_listing(first)
        merge = self._merges.get(first.pk)
        if merge:
            merge.delete()
        self._touched |= {first.listing_id, own.pk}
        Posting.objects.filter(pk=first.pk).update(listing=own)
        first.listing_id = own.pk
        self.moved.postings += 1
        rest = [self.postings[pk] for pk in group[1:]]
        if rest:
            self._move(rest, own.pk, verdicts)
        self.moved.parted.append(own.pk)
        self._changes.append((own.pk, Change.Kind.NEW))

    def _own_listing(self, posting: Posting) -> Listing:
        merge = self._merges.get(posting.pk)
        return restored(posting, merge, self.now) or made_for(posting, self.now)

    def _tell(self, settled: set[int]) -> None:
        told = {pk for pk, _ in self._changes} | settled
        quiet = self._touched - told - set(self.moved.merged)
        self._changes.extend((pk, Change.Kind.CHANGED) for pk in quiet)
        Listing.objects.filter(pk__in=self._touched).update(changed_at=self.now)
        record(self._changes, self._ledger)


def restored(posting: Posting, merge: Merge | None, now: datetime) -> Listing | None:
    """The listing that the posting had before it was merged, alive again, unless another posting brought it back."""
    if merge is None or merge.made_from_id is None:
        return None
    old = Listing.objects.filter(pk=merge.made_from_id).exclude(merged_into=None).first()
    if old is None or old.postings.exists():
        return None
    Listing.objects.filter(pk=old.pk).update(merged_into=None, changed_at=now, leading=posting)
    old.refresh_from_db()
    return old


def made_for(posting: Posting, now: datetime) -> Listing:
    old = posting.listing
    return Listing.objects.create(
        company=old.company,
        title=old.title,
        slug=old.slug,
        leading=posting,
        is_sample=old.is_sample,
        hidden_at=old.hidden_at,
        hidden_reason=old.hidden_reason,
        posted_at=begun(posting),
        first_seen_at=posting.first_seen_at,
        changed_at=now,
    )
