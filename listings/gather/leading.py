"""What a listing takes from its postings: one leads, and gives its text and facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify

from listings.models import Listing, Posting

COUNTED_FACTS = ("workplace", "residence", "hours", "salary", "employment", "seniority", "category", "skills")


def leading_of(postings: Sequence[Posting]) -> Posting:
    """Open before closed, then the one that states most facts, then the oldest."""
    return min(
        postings,
        key=lambda posting: (posting.closed_at is not None, -stated_facts(posting), posting.first_seen_at, posting.pk),
    )


def stated_facts(posting: Posting) -> int:
    return sum(1 for name in COUNTED_FACTS if posting.facts.get(name))


def slug_of(title: str) -> str:
    return slugify(title)[:100].strip("-") or "remote-job"


def lead(listing: Listing, posting: Posting) -> None:
    """Copies what readers see and filter by; the company is the caller's to set."""
    listing.leading = posting
    show(listing, posting.ad["title"], posting.facts)


def show(listing: Listing, title: str, facts: dict[str, Any]) -> None:
    listing.title = title
    listing.slug = slug_of(title)
    listing.facts = facts
    listing.workplace = facts.get("workplace") or ""
    listing.category = facts.get("category") or ""
    listing.employment = facts.get("employment") or []


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
