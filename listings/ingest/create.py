"""Ads that a source shows for the first time: each becomes a posting of a known listing or of a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from listings import facts
from listings.dedup import blocking
from listings.dedup.matching import MatchCandidate, Verdict
from listings.ingest.candidates import Candidates
from listings.ingest.counts import Counts
from listings.ingest.prepare import PreparedAd
from listings.lifecycle import bulk_copy
from listings.lifecycle.change_log import record
from listings.lifecycle.closing import update_state
from listings.lifecycle.companies import companies_named
from listings.lifecycle.match_keys import match_key_of
from listings.lifecycle.own_ads import is_account_of
from listings.lifecycle.refresh import derive_fields, refresh_listings
from listings.lifecycle.takedowns import TakedownRules
from listings.models import Change, Company, Listing, Merge, Posting, Source


@dataclass(slots=True)
class NewPosting:
    """An ad, the listing that it joins or makes, and why. `unsettled`: it is to be clustered again."""

    prepared: PreparedAd
    candidate: MatchCandidate
    listing: Listing
    verdict: Verdict | None = None
    unsettled: bool = False


@dataclass(slots=True)
class PostingCreator:
    source: Source
    now: datetime
    counts: Counts

    def write(self, ads: Sequence[PreparedAd]) -> None:
        """Runs within `listings_lock()`."""
        if not ads:
            return
        companies = companies_named({prepared.ad.company: prepared.ad.company_url or "" for prepared in ads})
        new = self._matched(ads)
        postings = self._write(new, companies)
        created = {posting.listing_id for posting, item in zip(postings, new, strict=True) if item.verdict is None}
        self._merge([(posting, item) for posting, item in zip(postings, new, strict=True) if item.verdict], created)
        record((listing_id, Change.Kind.NEW) for listing_id in created)
        self.counts.new += len(ads)

    def _matched(self, ads: Sequence[PreparedAd]) -> list[NewPosting]:
        """Each joins its best match. A hidden listing is joined too, so that what was taken down stays away."""
        candidates = Candidates.load(ads, self.source)
        listings: dict[int | tuple[str, str] | None, Listing] = {}
        new = []
        for prepared in ads:
            candidate = self._candidate(prepared)
            is_own = is_account_of(self.source, prepared.ad.company)
            match, verdict, is_refused = candidates.best(candidate, is_own=is_own)
            if match and verdict:
                listing = listings.get(match.listing) or Listing(pk=cast(int, match.listing))
                unsettled = is_refused or candidates.needs_clustering(candidate, match, verdict)
                item = NewPosting(prepared, candidate, listing, verdict, unsettled)
                token = match.listing
            else:
                listing = Listing(is_sample=self.source.is_sample, changed_at=self.now)
                item = NewPosting(prepared, candidate, listing, unsettled=is_refused)
                # A listing of this batch has no id yet: later ads of the batch find it by its first ad's key.
                token = candidate.key
            listings[token] = item.listing
            candidates.add(replace(candidate, listing=token))
            new.append(item)
        return new

    def _candidate(self, prepared: PreparedAd) -> MatchCandidate:
        ad = prepared.ad
        start, end = blocking.lifespan(ad.published_at, self.now, self.now, ad.expires_at)
        key = (self.source.name, ad.external_id)
        return MatchCandidate(
            key, prepared.features, self.source.board, start, end, prepared.fingerprint, first_seen_at=self.now
        )

    def _write(self, new: Sequence[NewPosting], companies: Mapping[str, Company]) -> list[Posting]:
        """Listings point at postings and postings at listings, so all ids are drawn before the first row is written."""
        first = [item for item in new if item.verdict is None]
        for item, pk in zip(first, bulk_copy.next_ids(Listing, len(first)), strict=True):
            item.listing.pk = pk
        rules = TakedownRules.load()
        postings = [self._posting(item.prepared, item.listing.pk, rules) for item in new]
        for posting, item, pk in zip(postings, new, bulk_copy.next_ids(Posting, len(new)), strict=True):
            posting.pk = pk
            if item.verdict is None:
                derive_fields(item.listing, [posting], companies[item.prepared.ad.company], self.now)
        bulk_copy.copy_rows([item.listing for item in first])
        bulk_copy.copy_rows(postings)
        bulk_copy.copy_rows(
            [
                match_key_of(posting.pk, item.prepared.features, unsettled=item.unsettled)
                for posting, item in zip(postings, new, strict=True)
            ]
        )
        return postings

    def _merge(self, joined: Sequence[tuple[Posting, NewPosting]], created: set[int]) -> None:
        """A Merge row with the reason for each posting that joined a listing, and a Change for each such listing."""
        Merge.objects.bulk_create(
            Merge(
                listing_id=posting.listing_id,
                posting=posting,
                reason=item.verdict.reason,
                scores=item.verdict.as_json(),
                merged_at=self.now,
            )
            for posting, item in joined
            if item.verdict
        )
        grown = {posting.listing_id for posting, _ in joined}
        refreshed = refresh_listings(grown, self.now)
        # Another board's copy changes no derived field, but the index and the page name the boards.
        changed = grown - refreshed - created
        Listing.objects.filter(pk__in=changed).update(changed_at=self.now)
        record((listing_id, Change.Kind.CHANGED) for listing_id in changed)

    def _posting(self, prepared: PreparedAd, listing_id: int, rules: TakedownRules) -> Posting:
        ad = prepared.ad
        posting = Posting(
            source=self.source,
            external_id=ad.external_id,
            listing_id=listing_id,
            url=ad.url,
            ad=prepared.stored_ad,
            html=ad.html,
            facts=prepared.facts,
            facts_version=facts.VERSION,
            content_hash=prepared.content_hash,
            fingerprint=prepared.fingerprint,
            published_at=ad.published_at,
            expires_at=ad.expires_at,
            posted_at=prepared.posted_at(self.now),
            first_seen_at=self.now,
            last_seen_at=self.now,
            takedown_id=rules.of(ad),
        )
        # An ad first seen expired is kept, closed.
        update_state(posting, self.source, self.now)
        return posting
