"""Which posting speaks for its listing, and what is united over all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from listings.dedup.normalise import fold
from listings.facts import NOT_STATED
from listings.models import Posting

MAX_PLACES = 200
ONE_DAY = timedelta(days=1)


def by_lead(postings: Iterable[Posting]) -> list[Posting]:
    """Open before closed, then the employer's own, then the one that states most facts, then the oldest.

    Reads their sources: load them.
    """
    return sorted(
        postings,
        key=lambda posting: (
            posting.closed_at is not None,
            not posting.source.board_config.employers_own,
            -sum(1 for name in NOT_STATED if posting.facts.get(name) not in (None, [])),
            posting.first_seen_at,
            posting.pk,
        ),
    )


def unite_places(postings: Iterable[Posting]) -> list[str]:
    """Each place once, in the words of the ad that was seen first."""
    places: dict[str, str] = {}
    for posting in sorted(postings, key=lambda posting: (posting.first_seen_at, posting.pk)):
        for place in (posting.ad.get("location") or "").split(";"):
            if key := fold(place):
                places.setdefault(key, place.strip())
    return list(places.values())[:MAX_PLACES]


def reposted_at(postings: Sequence[Posting]) -> datetime | None:
    """When a board last published the vacancy again with a new id."""
    return max(repost_dates(postings), default=None)


def repost_dates(postings: Iterable[Posting]) -> list[datetime]:
    """When boards published the vacancy again with a new id; copies of one day, one per place, do not count."""
    by_source: dict[int, list[Posting]] = {}
    for posting in postings:
        by_source.setdefault(posting.source_id, []).append(posting)
    return [
        later.posted_at
        for siblings in by_source.values()
        for later in siblings
        if any(_replaces(later, earlier) for earlier in siblings)
    ]


def _replaces(later: Posting, earlier: Posting) -> bool:
    same_place = fold(later.ad.get("location") or "") == fold(earlier.ad.get("location") or "")
    over = earlier.closed_at is not None and earlier.closed_at <= later.posted_at + ONE_DAY
    return later.posted_at >= earlier.posted_at + ONE_DAY and (same_place or over)
