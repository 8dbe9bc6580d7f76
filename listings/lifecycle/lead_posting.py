"""Which posting speaks for its listing, and what is united over all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import accumulate

from django.db.models import Min
from django.db.models.functions import Coalesce

from listings.dedup.minhash import MIN_SHINGLES, text_similarity
from listings.dedup.normalise import company_key, fold
from listings.facts import NOT_STATED
from listings.lifecycle.own_ads import is_by_account, is_employers_own
from listings.models import Posting

MAX_PLACES = 200
ONE_DAY = timedelta(days=1)
# By how much one other board alone may make a vacancy older.
MAX_BACKDATED = timedelta(days=60)
# The share of the text seen first that the leading ad has, at least: what is left out may say where to apply.
MIN_SHARE = 0.75


def by_lead(postings: Iterable[Posting], account: int | None) -> list[Posting]:
    """Open before closed, then the employer's own, then those under the name of the employer in the ad that was seen
    first, then those with most of its text, then the one that states most facts, then the oldest.

    `account`: as `employers_account` returns it. Reads their sources and match keys: load them.
    """
    postings = list(postings)
    renaming, other_text = _under_another_name(postings), _with_other_text(postings)
    return sorted(
        postings,
        key=lambda posting: (
            posting.closed_at is not None,
            account is None or not is_by_account(posting, account),
            posting.pk in renaming,
            posting.pk in other_text,
            -sum(1 for name in NOT_STATED if posting.facts.get(name) not in (None, [])),
            posting.first_seen_at,
            posting.pk,
        ),
    )


def _under_another_name(postings: Sequence[Posting]) -> set[int]:
    """Ids of the ads whose employer has another key than in the ad that was seen first: "Quay" and "Quay Systems".

    A later copy must not give the vacancy to somebody whose name merely begins like the employer's.
    """
    names = {posting.pk: posting.ad["company"] for posting in postings}
    keys = {name: company_key(name) for name in set(names.values())}
    if len(set(keys.values())) < 2:
        return set()
    first = min(postings, key=lambda posting: (posting.first_seen_at, posting.pk))
    return {pk for pk, name in names.items() if keys[name] != keys[names[first.pk]]}


def _with_other_text(postings: Sequence[Posting]) -> set[int]:
    """Ids of the ads with less than MIN_SHARE of the text of the ad that was seen first.

    Whatever their fields state, a line of text, or half of the text with another end, must not take its place.
    """
    first = min(postings, key=lambda posting: (posting.first_seen_at, posting.pk))
    return {posting.pk for posting in postings if _share(first, posting) < MIN_SHARE}


def _share(first: Posting, posting: Posting) -> float:
    """How much of the first one's text the other has, about; 1 if either was read by an older identity."""
    if posting is first or not (hasattr(first, "match_key") and hasattr(posting, "match_key")):
        return 1.0
    size, other_size = first.match_key.size, posting.match_key.size
    if min(size, other_size) < MIN_SHINGLES:
        # Too short to compare.
        return other_size / max(1, size)
    similarity = text_similarity(bytes(first.match_key.signature), bytes(posting.match_key.signature))
    return similarity / (1 + similarity) * (size + other_size) / size


def employers_account(postings: Iterable[Posting]) -> int | None:
    """The source that speaks for the employer: of the accounts that go by its name that with its first ad, even where
    this one has closed. None if no ad is of such an account.

    Ads of other vacancies count: a stranger may copy a new one before we look at the employer's account.
    """
    own = [posting for posting in postings if is_employers_own(posting)]
    # Source → when its first ad was seen, and the id of its first one of these.
    first: dict[int, tuple[datetime, int]] = {}
    for posting in own:
        seen = posting.first_seen_at, posting.pk
        first[posting.source_id] = min(seen, first.get(posting.source_id, seen))
    if len(first) < 2:
        return next(iter(first), None)
    keys = {company_key(posting.ad["company"]) for posting in own}
    ads = Posting.objects.filter(source__in=first, match_key__company__in=keys).order_by()
    # An account whose ad has become another vacancy is no later than it was.
    since = Min(Coalesce("match_key__named_at", "first_seen_at"))
    earliest = dict(ads.values_list("source").annotate(since=since))
    return min(
        first, key=lambda source: (min(first[source][0], earliest.get(source, first[source][0])), first[source][1])
    )


def earliest_date(postings: Sequence[Posting], leading: Posting) -> datetime:
    """Since when the vacancy has been offered: the earliest date of its ads.

    The date of a board that alone, and by more than MAX_BACKDATED, is earlier than that of the leading board and than
    anything that we have seen ourselves is not believed. Two such boards are, from the later one's date on.
    """
    by_source: dict[int, datetime] = {}
    for posting in postings:
        by_source[posting.source_id] = min(posting.posted_at, by_source.get(posting.source_id, posting.posted_at))
    known = min([by_source.pop(leading.source_id), *(posting.first_seen_at for posting in postings)])
    others = sorted(by_source.values())
    believed = [date for number, date in enumerate(others) if number or date >= known - MAX_BACKDATED]
    return min([known, *believed])


def unite_places(postings: Iterable[Posting]) -> list[str]:
    """Each place once, in the words of the ad that was seen first."""
    places: dict[str, str] = {}
    for posting in sorted(postings, key=lambda posting: (posting.first_seen_at, posting.pk)):
        for place in (posting.ad.get("location") or "").split(";"):
            if key := fold(place):
                places.setdefault(key, place.strip())
    return list(places.values())[:MAX_PLACES]


def reposted_at(postings: Iterable[Posting], leading: Posting) -> datetime | None:
    """When the leading board last published the vacancy again with a new id. Another's copies say nothing of it."""
    return max(repost_dates(of_source(postings, leading)), default=None)


def of_source(postings: Iterable[Posting], leading: Posting) -> list[Posting]:
    return [posting for posting in postings if posting.source_id == leading.source_id]


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
