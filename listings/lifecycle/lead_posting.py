"""Which posting speaks for its listing, and what is united over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

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
    """When boards published the vacancy again with a new id; copies of one day, one per place, do not count.

    An ad replaces one that is at least a day older and for the same place, or that was over by then.
    """
    by_source: dict[int, list[Posting]] = {}
    for posting in postings:
        by_source.setdefault(posting.source_id, []).append(posting)
    return [date for siblings in by_source.values() if len(siblings) > 1 for date in _repost_dates(siblings)]


def _repost_dates(siblings: Sequence[Posting]) -> Iterator[datetime]:
    # Sorted once, not each compared with each: a board may list one vacancy a thousand times.
    first_at: dict[str, datetime] = {}
    places = {posting.pk: fold(posting.ad.get("location") or "") for posting in siblings}
    for posting in siblings:
        place = places[posting.pk]
        first_at[place] = min(posting.posted_at, first_at.get(place, posting.posted_at))
    ended = sorted((posting.closed_at, posting.posted_at) for posting in siblings if posting.closed_at)
    closing_times = [closed_at for closed_at, _ in ended]
    oldest = list(accumulate((posted_at for _, posted_at in ended), min))
    for later in siblings:
        day_before = later.posted_at - ONE_DAY
        over = bisect_right(closing_times, later.posted_at + ONE_DAY)
        if first_at[places[later.pk]] <= day_before or (over and oldest[over - 1] <= day_before):
            yield later.posted_at
