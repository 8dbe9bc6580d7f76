"""Ads that this source shows for the first time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Least

from listings import facts
from listings.dedup import blocking
from listings.dedup.matching import MatchCandidate, Verdict, compare
from listings.ingest.counts import Counts
from listings.ingest.prepare import PreparedAd
from listings.lifecycle import bulk_copy
from listings.lifecycle.change_log import record
from listings.lifecycle.companies import companies_named
from listings.lifecycle.lead_posting import copy_facts, places_of
from listings.lifecycle.refresh import refresh_listings
from listings.models import Change, Company, KeepSeparate, Listing, Merge, Posting, Source

SURE = 0.99
LOOKED_AT = 50


@dataclass(slots=True)
class NewPosting:
    """An ad, the listing that it joins or makes, and why. `unsettled`: its grouping is looked at again."""

    prepared: PreparedAd
    compared: MatchCandidate
    listing: Listing
    verdict: Verdict | None = None
    unsettled: bool = False


@dataclass(slots=True)
class Candidates:
    """What the ads may be alike to: postings that are kept, and the ads of this batch so far."""

    blocks: dict[int, list[MatchCandidate]] = field(default_factory=lambda: defaultdict(list))
    apart: set[int] = field(default_factory=set)

    @classmethod
    def load(cls, arriving: Sequence[PreparedAd], *, is_sample: bool) -> Candidates:
        known = cls()
        keys = (block for one in arriving for block in one.features.blocks)
        found = blocking.sharing(keys, is_sample=is_sample)
        for one in found:
            known.add(one)
        postings = [one.posting for one in found]
        parted = KeepSeparate.objects.filter(Q(first__in=postings) | Q(second__in=postings)).values_list(
            "first", "second"
        )
        known.apart = {posting for pair in parted for posting in pair}
        return known

    def add(self, one: MatchCandidate) -> None:
        for block in one.features.blocks:
            self.blocks[block].append(one)

    def sharing(self, one: MatchCandidate) -> Iterator[MatchCandidate]:
        met = set()
        for block in one.features.blocks:
            for other in self.blocks.get(block, ()):
                if other.key not in met:
                    met.add(other.key)
                    yield other

    def best(self, one: MatchCandidate) -> tuple[Verdict, MatchCandidate] | None:
        """The likest. A sure one ends the search: what is like it is like the rest of its listing."""
        best: tuple[Verdict, MatchCandidate] | None = None
        for other in self.sharing(one):
            verdict = compare(one, other)
            if verdict.same and (best is None or (-verdict.score, other.key) < (-best[0].score, best[1].key)):
                best = verdict, other
                if verdict.score >= SURE:
                    break
        return best

    def needs_a_look(self, one: MatchCandidate, chosen: MatchCandidate, verdict: Verdict) -> bool:
        """It may bridge two listings, or be a cut copy of another ad, or an admin has parted what it is like."""
        if verdict.weak:
            return True
        around = list(self.sharing(one))
        if any(other.listing != chosen.listing or other.posting in self.apart for other in around):
            return True
        return any(compare(one, other).against for other in around[:LOOKED_AT])


@dataclass(slots=True)
class PostingCreator:
    source: Source
    now: datetime
    counts: Counts

    def write(self, arriving: Sequence[PreparedAd]) -> None:
        """Within `writing()`: each becomes a posting, of a listing that is there already or of a new one."""
        if not arriving:
            return
        companies = companies_named({one.ad.company: one.ad.company_url or "" for one in arriving})
        joining = self._matched(arriving, companies)
        postings = self._write(joining)
        made = [one.listing for one in joining if one.verdict is None]
        self._join([pair for pair in zip(postings, joining, strict=True) if pair[1].verdict], made)
        record((listing.pk, Change.Kind.NEW) for listing in made)
        self.counts.new += len(arriving)

    def _write(self, joining: Sequence[NewPosting]) -> list[Posting]:
        """Listings lead to postings and postings to listings: all ids are known before the first row is written."""
        made = [one for one in joining if one.verdict is None]
        for one, pk in zip(made, bulk_copy.next_ids(Listing, len(made)), strict=True):
            one.listing.pk = pk
        postings = [self._posting(one.prepared, one.listing.pk) for one in joining]
        for posting, one, pk in zip(postings, joining, bulk_copy.next_ids(Posting, len(joining)), strict=True):
            posting.pk = pk
            if one.verdict is None:
                one.listing.leading_id = pk
        bulk_copy.copy_rows([one.listing for one in made])
        bulk_copy.copy_rows(postings)
        bulk_copy.copy_rows(
            [
                blocking.match_key_of(posting.pk, one.prepared.features, unsettled=one.unsettled)
                for posting, one in zip(postings, joining, strict=True)
            ]
        )
        return postings

    def _matched(self, arriving: Sequence[PreparedAd], companies: Mapping[str, Company]) -> list[NewPosting]:
        """Joins the likest listing; a hidden one too, so that what was taken down stays away."""
        known = Candidates.load(arriving, is_sample=self.source.is_sample)
        listings: dict[int | tuple[str, str] | None, Listing] = {}
        joining = []
        for one in arriving:
            me = self._compared(one)
            if found := known.best(me):
                verdict, other = found
                listing = listings.get(other.listing) or Listing(pk=cast(int, other.listing))
                joined = NewPosting(one, me, listing, verdict, known.needs_a_look(me, other, verdict))
                token = other.listing
            else:
                joined = NewPosting(one, me, self._listing(one, companies[one.ad.company]))
                token = me.key
            listings[token] = joined.listing
            known.add(replace(me, listing=token))
            joining.append(joined)
        return joining

    def _compared(self, one: PreparedAd) -> MatchCandidate:
        ad = one.ad
        begun, until = blocking.lasted(ad.published_at, self.now, self.now, ad.expires_at)
        return MatchCandidate(
            (self.source.name, ad.external_id), one.features, self.source.board, begun, until, one.fingerprint
        )

    def _join(self, joined: Sequence[tuple[Posting, NewPosting]], made: Sequence[Listing]) -> None:
        """The merges, each a row with its reason; the listings that gained a board are to be indexed again."""
        Merge.objects.bulk_create(
            Merge(
                listing_id=posting.listing_id,
                posting=posting,
                reason=one.verdict.reason,
                scores=one.verdict.as_json(),
                merged_at=self.now,
            )
            for posting, one in joined
            if one.verdict
        )
        grown = {posting.listing_id for posting, _ in joined}
        self._date(grown)
        settled = refresh_listings(grown, self.now)
        gained = grown - settled - {listing.pk for listing in made}
        Listing.objects.filter(pk__in=gained).update(changed_at=self.now)
        record((listing_id, Change.Kind.CHANGED) for listing_id in gained)

    def _date(self, grown: set[int]) -> None:
        """A vacancy is as old as the oldest ad of it."""
        begun = Posting.objects.filter(listing=OuterRef("pk"), first_seen_at=self.now)
        earliest = begun.annotate(begun=Least("published_at", "first_seen_at")).order_by("begun").values("begun")[:1]
        Listing.objects.filter(pk__in=grown).update(posted_at=Least("posted_at", Subquery(earliest)))

    def _listing(self, one: PreparedAd, company: Company) -> Listing:
        published = one.ad.published_at
        closed_at, closed_reason = self._closing(one)
        listing = Listing(
            company=company,
            is_sample=self.source.is_sample,
            places=places_of([one.ad.location]),
            posted_at=min(published, self.now) if published else self.now,
            first_seen_at=self.now,
            changed_at=self.now,
            closed_at=closed_at,
            closed_reason=closed_reason,
        )
        copy_facts(listing, one.ad.title, one.facts)
        return listing

    def _closing(self, one: PreparedAd) -> tuple[datetime | None, str]:
        """An ad first seen expired is kept, closed."""
        if one.ad.expires_at is not None and one.ad.expires_at <= self.now:
            return self.now, Listing.Closed.EXPIRED
        return None, ""

    def _posting(self, one: PreparedAd, listing_id: int) -> Posting:
        closed_at, closed_reason = self._closing(one)
        return Posting(
            source=self.source,
            external_id=one.ad.external_id,
            listing_id=listing_id,
            url=one.ad.url,
            ad=one.stored_ad,
            html=one.ad.html,
            facts=one.facts,
            facts_version=facts.VERSION,
            content_hash=one.content_hash,
            fingerprint=one.fingerprint,
            published_at=one.ad.published_at,
            expires_at=one.ad.expires_at,
            first_seen_at=self.now,
            last_seen_at=self.now,
            closed_at=closed_at,
            closed_reason=closed_reason,
        )
