"""Listings made to agree with their postings again, after any of them changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Prefetch

from listings.lifecycle.change_log import record, state_row
from listings.lifecycle.companies import companies_named
from listings.lifecycle.lead_posting import copy_from, date_repost, leading_of, settle_closing, unite_places
from listings.models import Change, LedgerRow, Listing, Posting

WRITTEN = [
    "company",
    "title",
    "slug",
    "leading",
    "facts",
    "workplace",
    "category",
    "employment",
    "places",
    "reposted_at",
    "closed_at",
    "closed_reason",
    "changed_at",
]


def refresh_listings(listing_ids: Iterable[int], now: datetime) -> set[int]:
    """Within `writing()`: leading posting, facts, places and open or closed follow the postings.

    Returns the listings whose state, places or leading posting changed; a Change is written for these.
    """
    ids = set(listing_ids)
    if not ids:
        return set()
    ledger: list[LedgerRow] = []
    changes: list[tuple[int, Change.Kind]] = []
    kept = Listing.objects.filter(pk__in=ids, merged_into=None).select_related("company")
    listings = list(kept.prefetch_related(Prefetch("postings", Posting.objects.select_related("source").defer("html"))))
    _name_companies(listings)
    for listing in listings:
        postings = list(listing.postings.all())
        was_open, was_shown = listing.closed_at is None, _shown(listing)
        was_state = listing.closed_reason or "open"
        copy_from(listing, leading_of(postings))
        settle_closing(listing, postings)
        unite_places(listing, postings)
        date_repost(listing, postings)
        is_open = listing.closed_at is None
        if was_open != is_open or was_shown != _shown(listing):
            listing.changed_at = now
        if was_open != is_open:
            changes.append((listing.pk, Change.Kind.REOPENED if is_open else Change.Kind.CLOSED))
            ledger.append(state_row(listing, was_state, listing.closed_reason or "open", now))
        elif was_shown != _shown(listing):
            changes.append((listing.pk, Change.Kind.CHANGED))
    Listing.objects.bulk_update(listings, WRITTEN, batch_size=250)
    record(changes, ledger)
    return {listing_id for listing_id, _ in changes}


def _shown(listing: Listing) -> tuple[object, ...]:
    return listing.leading_id, listing.places, listing.reposted_at


def _name_companies(listings: list[Listing]) -> None:
    leaders: dict[int, Posting] = {listing.pk: leading_of(list(listing.postings.all())) for listing in listings}
    names = {one.ad["company"]: one.ad.get("company_url") or "" for one in leaders.values()}
    companies = companies_named(names)
    for listing in listings:
        listing.company = companies[leaders[listing.pk].ad["company"]]
