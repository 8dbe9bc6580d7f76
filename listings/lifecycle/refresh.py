"""The fields of a listing, derived from its postings whoever changed them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Prefetch
from django.utils.text import slugify

from listings.lifecycle.change_log import record, state_row
from listings.lifecycle.companies import companies_named
from listings.lifecycle.lead_posting import by_lead, earliest_date, employers_account, reposted_at, unite_places
from listings.lifecycle.openings import find_openings
from listings.lifecycle.own_ads import is_by_account
from listings.lifecycle.row_updates import update_rows
from listings.models import Change, Company, LedgerRow, Listing, Posting, Takedown

DERIVED = [
    "company",
    "title",
    "slug",
    "leading",
    "account",
    "facts",
    "openings",
    "workplace",
    "category",
    "employment",
    "places",
    "posted_at",
    "first_seen_at",
    "reposted_at",
    "closed_at",
    "closed_reason",
    "hidden_at",
    "takedown",
    "changed_at",
]


def derive_fields(listing: Listing, kept: Sequence[Posting], company: Company, now: datetime) -> None:
    """Set everything that the listing takes from its postings, without saving it. Reads their sources: load them.

    Text and facts are the leading posting's; `company` is its employer. Openings and places are those of the open
    postings, or of all if none is open. Those that are taken down count only if all are, and then it is hidden.
    """
    _hide_or_show(listing, kept, now)
    postings = not_taken_down(kept)
    account = employers_account(postings)
    ordered = by_lead(postings, account)
    shown = [posting for posting in ordered if posting.closed_at is None] or ordered
    openings = find_openings(shown, account)
    facts = openings[0].facts()
    listing.company = company
    listing.leading = ordered[0]
    listing.account_id = account
    listing.title = ordered[0].ad["title"]
    listing.slug = slug_of(listing.title)
    listing.facts = facts
    listing.openings = [opening.as_json() for opening in openings] if len(openings) > 1 else []
    listing.workplace = facts.get("workplace") or ""
    listing.category = facts.get("category") or ""
    listing.employment = facts.get("employment") or []
    employers_ads = [posting for posting in shown if account is not None and is_by_account(posting, account)]
    # The employer's own ad says where; another's copy may name any place.
    listing.places = unite_places(employers_ads or shown)
    listing.posted_at = earliest_date(postings, ordered[0])
    listing.first_seen_at = min(posting.first_seen_at for posting in postings)
    listing.reposted_at = reposted_at(postings, ordered[0])
    listing.closed_at, listing.closed_reason = _closing(postings)


def not_taken_down(postings: Sequence[Posting]) -> Sequence[Posting]:
    """All of them, if a take-down holds for each."""
    return [posting for posting in postings if posting.takedown_id is None] or postings


def _hide_or_show(listing: Listing, postings: Sequence[Posting], now: datetime) -> None:
    """Hide it if all its ads are taken down.

    Only that of a domain is not meant for the vacancy: an ad from elsewhere shows it again.
    """
    takedowns = [posting.takedown_id for posting in postings if posting.takedown_id]
    if len(takedowns) == len(postings):
        if listing.hidden_at is None:
            # The latest: before it, something was left to show.
            listing.hidden_at, listing.takedown_id = now, max(takedowns)
    elif listing.takedown is not None and listing.takedown.kind == Takedown.Reach.DOMAIN:
        listing.hidden_at = listing.takedown = None


def slug_of(title: str) -> str:
    return slugify(title)[:100].strip("-") or "remote-job"


def _closing(postings: Sequence[Posting]) -> tuple[datetime | None, str]:
    """Open while any posting is open; otherwise closed when and why the last one was."""
    closed: list[tuple[datetime, str]] = []
    for posting in postings:
        if posting.closed_at is None:
            return None, ""
        closed.append((posting.closed_at, posting.closed_reason))
    return max(closed, key=lambda state: state[0])


def refresh_listings(listing_ids: Iterable[int], now: datetime) -> set[int]:
    """Derive these listings again and record what readers can see of it. Runs within `listings_lock()`.

    Returns the listings that got a Change here.
    """
    ids = set(listing_ids)
    if not ids:
        return set()
    ledger: list[LedgerRow] = []
    changes: list[tuple[int, Change.Kind]] = []
    # Html is by far the largest column, and nothing here is derived from it.
    unread = ("html", "match_key__blocks")
    postings = Prefetch("postings", Posting.objects.select_related("source", "match_key").defer(*unread))
    rows = Listing.objects.filter(pk__in=ids, merged_into=None).select_related("company").prefetch_related(postings)
    # A listing that has just lost its last posting is about to be merged away: there is nothing to derive.
    listings = [listing for listing in rows if listing.postings.all()]
    companies = _companies(listings)
    for listing in listings:
        was_open, old_state, before = listing.closed_at is None, listing.closed_reason or "open", _visible(listing)
        was_hidden = listing.hidden_at is not None
        derive_fields(listing, list(listing.postings.all()), companies[listing.pk], now)
        is_open, is_hidden = listing.closed_at is None, listing.hidden_at is not None
        if was_hidden != is_hidden:
            changes.append((listing.pk, Change.Kind.HIDDEN if is_hidden else Change.Kind.CHANGED))
            states = ("shown", "hidden") if is_hidden else ("hidden", "shown")
            ledger.append(state_row(listing, *states, now))
        elif was_open != is_open:
            changes.append((listing.pk, Change.Kind.REOPENED if is_open else Change.Kind.CLOSED))
            ledger.append(state_row(listing, old_state, listing.closed_reason or "open", now))
        elif before != _visible(listing):
            changes.append((listing.pk, Change.Kind.CHANGED))
        else:
            continue
        listing.changed_at = now
    update_rows(listings, DERIVED)
    record(changes, ledger)
    return {listing_id for listing_id, _ in changes}


def _visible(listing: Listing) -> tuple[object, ...]:
    """What changes for readers without any of their ads changing."""
    opening = listing.facts.get("residence"), listing.facts.get("salary")
    return listing.leading_id, listing.places, listing.openings, opening, listing.posted_at, listing.reposted_at


def _companies(listings: Sequence[Listing]) -> dict[int, Company]:
    ads = {}
    for listing in listings:
        postings = not_taken_down(list(listing.postings.all()))
        ads[listing.pk] = by_lead(postings, employers_account(postings))[0].ad
    companies = companies_named({ad["company"]: ad.get("company_url") or "" for ad in ads.values()})
    return {pk: companies[ad["company"]] for pk, ad in ads.items()}
