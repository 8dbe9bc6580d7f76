"""What a listing takes from its postings: one leads, and gives its text and facts; the places of all are united."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.text import slugify

from listings.dedup.normalise import folded
from listings.models import Listing, Posting

COUNTED_FACTS = ("workplace", "residence", "hours", "salary", "employment", "seniority", "category", "skills")
MOST_PLACES = 200
ONE_DAY = timedelta(days=1)


def leading_of(postings: Sequence[Posting]) -> Posting:
    """Open before closed, then the employer's own, then the one that states most facts, then the oldest.

    Wants their sources loaded.
    """
    return min(
        postings,
        key=lambda posting: (
            posting.closed_at is not None,
            not posting.source.board_config.employers_own,
            -stated_facts(posting),
            posting.first_seen_at,
            posting.pk,
        ),
    )


def stated_facts(posting: Posting) -> int:
    return sum(1 for name in COUNTED_FACTS if posting.facts.get(name))


def slug_of(title: str) -> str:
    return slugify(title)[:100].strip("-") or "remote-job"


def copy_from(listing: Listing, posting: Posting) -> None:
    """Copies what readers see and filter by; the company is the caller's to set."""
    listing.leading = posting
    copy_facts(listing, posting.ad["title"], posting.facts)


def copy_facts(listing: Listing, title: str, facts: dict[str, Any]) -> None:
    listing.title = title
    listing.slug = slug_of(title)
    listing.facts = facts
    listing.workplace = facts.get("workplace") or ""
    listing.category = facts.get("category") or ""
    listing.employment = facts.get("employment") or []


def unite_places(listing: Listing, postings: Sequence[Posting]) -> None:
    """Of its open postings, or of all where none is."""
    first_seen = sorted(postings, key=lambda posting: (posting.first_seen_at, posting.pk))
    shown = [posting for posting in first_seen if posting.closed_at is None] or first_seen
    listing.places = places_of(posting.ad.get("location") for posting in shown)


def places_of(locations: Iterable[str | None]) -> list[str]:
    """Each place once, in the words of the ad that named it first."""
    named: dict[str, str] = {}
    for location in locations:
        for place in (location or "").split(";"):
            if key := folded(place):
                named.setdefault(key, place.strip())
    return list(named.values())[:MOST_PLACES]


def date_repost(listing: Listing, postings: Sequence[Posting]) -> None:
    """When a board last published it anew under another id; the copies of one day, one a place, are no repost."""
    boards: dict[int, list[Posting]] = {}
    for posting in postings:
        boards.setdefault(posting.source_id, []).append(posting)
    again = [
        begun(later)
        for same_board in boards.values()
        for later in same_board
        if any(_replaces(later, earlier) for earlier in same_board)
    ]
    listing.reposted_at = max(again, default=None)


def _replaces(later: Posting, earlier: Posting) -> bool:
    same_place = folded(later.ad.get("location") or "") == folded(earlier.ad.get("location") or "")
    over = earlier.closed_at is not None and earlier.closed_at <= begun(later) + ONE_DAY
    return begun(later) >= begun(earlier) + ONE_DAY and (same_place or over)


def begun(posting: Posting) -> datetime:
    return min(posting.published_at, posting.first_seen_at) if posting.published_at else posting.first_seen_at


def settle_closing(listing: Listing, postings: Sequence[Posting]) -> None:
    """Open while any posting is; else closed when and why the last one was."""
    last: Posting | None = None
    for posting in postings:
        if posting.closed_at is None:
            listing.closed_at, listing.closed_reason = None, ""
            return
        if last is None or last.closed_at is None or posting.closed_at > last.closed_at:
            last = posting
    if last is not None:
        listing.closed_at, listing.closed_reason = last.closed_at, last.closed_reason
