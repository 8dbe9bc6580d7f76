"""Scams that an admin has taken down: strangers' copies of jobs, which must not take the employer's own ad along."""

from __future__ import annotations

from collections.abc import Collection

from listings.lifecycle.own_ads import is_employers_own
from listings.models import Listing, Posting, Takedown


def strangers_scams(listing_ids: Collection[int]) -> set[int]:
    """Those of the listings that were taken down as a scam and hold no ad of the employer's own."""
    scams = Listing.objects.filter(pk__in=listing_ids, takedown__reason=Takedown.Ground.SCAM)
    ids = set(scams.values_list("pk", flat=True))
    if not ids:
        return ids
    postings = Posting.objects.filter(listing__in=ids).select_related("source").only("listing", "ad", "source")
    return ids - {posting.listing_id for posting in postings if is_employers_own(posting)}


def employers_own(posting_ids: Collection[int]) -> set[int]:
    """Those that are an employer's own."""
    postings = Posting.objects.filter(pk__in=posting_ids).select_related("source").only("ad", "source")
    return {posting.pk for posting in postings if is_employers_own(posting)}
