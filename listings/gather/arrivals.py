"""Ads that this source shows for the first time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from listings import facts
from listings.gather.companies import companies_named
from listings.gather.leading import show
from listings.gather.ledger import record
from listings.gather.preparing import Prepared
from listings.gather.relisting import refresh
from listings.models import Change, Company, Listing, Merge, Posting, Source

if TYPE_CHECKING:
    from listings.gather.ingest import Counts

SAME_VACANCY = "same company, title, place and text"


@dataclass(slots=True)
class Arrivals:
    source: Source
    now: datetime
    counts: Counts

    def write(self, arriving: Sequence[Prepared]) -> None:
        """Within `writing()`: each becomes a posting, of a listing that is there already or of a new one."""
        if not arriving:
            return
        companies = companies_named({one.ad.company: one.ad.company_url or "" for one in arriving})
        known = self._listings_by_fingerprint(arriving)
        made: dict[bytes, Listing] = {}
        for one in arriving:
            if one.fingerprint not in known and one.fingerprint not in made:
                made[one.fingerprint] = self._listing(one, companies[one.ad.company])
        Listing.objects.bulk_create(made.values())
        by_fingerprint = {**known, **made}
        postings = Posting.objects.bulk_create(
            [self._posting(one, by_fingerprint[one.fingerprint]) for one in arriving]
        )
        self._lead(made.values(), postings)
        self._join([posting for posting in postings if posting.listing.leading_id != posting.pk], made)
        record((listing.pk, Change.Kind.NEW) for listing in made.values())
        self.counts.new += len(arriving)

    def _lead(self, made: Iterable[Listing], postings: Sequence[Posting]) -> None:
        first: dict[int, Posting] = {}
        for posting in postings:
            first.setdefault(posting.listing_id, posting)
        for listing in made:
            listing.leading = first[listing.pk]
        Listing.objects.filter(pk__in=[listing.pk for listing in made]).update(
            leading=Subquery(Posting.objects.filter(listing=OuterRef("pk")).order_by("pk").values("pk")[:1])
        )

    def _join(self, joined: Sequence[Posting], made: Mapping[bytes, Listing]) -> None:
        """The merges, each a row with its reason; the listings that gained a board are to be indexed again."""
        Merge.objects.bulk_create(
            Merge(listing_id=posting.listing_id, posting=posting, reason=SAME_VACANCY, merged_at=self.now)
            for posting in joined
        )
        grown = {posting.listing_id for posting in joined}
        settled = refresh(grown, self.now)
        gained = grown - settled - {listing.pk for listing in made.values()}
        Listing.objects.filter(pk__in=gained).update(changed_at=self.now)
        record((listing_id, Change.Kind.CHANGED) for listing_id in gained)

    def _listings_by_fingerprint(self, arriving: Sequence[Prepared]) -> dict[bytes, Listing]:
        """Listings with an equal posting; a hidden one too, so that what was taken down stays away."""
        equal = (
            Posting.objects.filter(
                fingerprint__in=[one.fingerprint for one in arriving], listing__is_sample=self.source.is_sample
            )
            .select_related("listing__merged_into")
            .defer("ad", "html", "facts")
            .order_by("-listing_id")
        )
        return {bytes(posting.fingerprint): posting.listing.merged_into or posting.listing for posting in equal}

    def _listing(self, one: Prepared, company: Company) -> Listing:
        published = one.ad.published_at
        closed_at, closed_reason = self._closing(one)
        listing = Listing(
            company=company,
            is_sample=self.source.is_sample,
            posted_at=min(published, self.now) if published else self.now,
            first_seen_at=self.now,
            changed_at=self.now,
            closed_at=closed_at,
            closed_reason=closed_reason,
        )
        show(listing, one.ad.title, one.facts)
        return listing

    def _closing(self, one: Prepared) -> tuple[datetime | None, str]:
        """An ad first seen expired is kept, closed."""
        if one.ad.expires_at is not None and one.ad.expires_at <= self.now:
            return self.now, Listing.Closed.EXPIRED
        return None, ""

    def _posting(self, one: Prepared, listing: Listing) -> Posting:
        closed_at, closed_reason = self._closing(one)
        return Posting(
            source=self.source,
            external_id=one.ad.external_id,
            listing=listing,
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
