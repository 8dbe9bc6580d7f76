"""What tells readers whether a job is still to be had: its age, its checks, and how often it was published again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from listings.lifecycle.lead_posting import of_source, repost_dates
from listings.lifecycle.own_ads import is_by_account
from listings.models import LedgerRow, Listing, Posting
from listings.web.date_text import DAYS_A_MONTH, MAX_FRESH_DAYS, MONTHS_A_YEAR

# From so many on readers are told what that may mean.
MANY_REPOSTS = 3
# Boards correct the date of a new ad: a later date counts only from here on.
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reposts:
    """How often its board has published a job again, on different days, and when last."""

    count: int
    last: date | None

    @property
    def are_many(self) -> bool:
        return self.count >= MANY_REPOSTS


@dataclass(frozen=True, slots=True)
class ApplyBy:
    """Until when people may apply, in the ad's words. `has_passed` only where they state a certain day."""

    quote: str
    has_passed: bool


def apply_by(listing: Listing) -> ApplyBy | None:
    """It closes nothing: an ad's text may be old while its board goes on listing it."""
    # Rows of older versions have none.
    deadline = listing.facts.get("apply_by")
    if not deadline:
        return None
    # It is still that day somewhere for half a day after its end in UTC.
    yesterday = timezone.now().date() - ONE_DAY
    return ApplyBy(deadline["evidence"], bool(deadline["date"]) and date.fromisoformat(deadline["date"]) < yesterday)


def reposts(listing: Listing, ledger: Iterable[LedgerRow]) -> Reposts:
    """From new dates in the ledger, new dates and new ids on the leading board. Expects `postings` loaded."""
    postings = of_source(listing.postings.all(), listing.leading) if listing.leading else []
    moments = [*later_dates(ledger), *repost_dates(postings), *filter(None, [listing.reposted_at])]
    days = {moment.date() for moment in moments}
    for posting in postings:
        # A posting's own first date never moves; a later date of another board, or of a stranger there, is no repost.
        if (
            (posting.pk == listing.leading_id or is_by_account(posting, listing.account_id))
            and posting.published_at
            and posting.published_at.date() > posting.posted_at.date()
        ):
            days.add(posting.published_at.date())
    return Reposts(len(days), max(days, default=None))


def later_dates(ledger: Iterable[LedgerRow]) -> Iterator[datetime]:
    for row in ledger:
        if row.field == "published_at" and row.old and row.new:
            old, new = datetime.fromisoformat(row.old), datetime.fromisoformat(row.new)
            if new >= old + ONE_DAY:
                yield new


def closed_employer_ad(listing: Listing) -> Posting | None:
    """The employer's own ad that closed last, if only other boards still list the job. Expects `postings` loaded.

    Boards that copy an ad often learn late, or never, that it is gone.
    """
    own = [posting for posting in listing.postings.all() if is_by_account(posting, listing.account_id)]
    closed = [posting for posting in own if posting.closed_at is not None]
    if not listing.is_open or not closed or len(closed) < len(own):
        return None
    return max(closed, key=lambda posting: (posting.closed_at, posting.pk))


def age_in_words(days: int) -> str:
    """ "12 days", "15 months" or "3 years"; "" for less than a day."""
    if days < MAX_FRESH_DAYS:
        return counted(days, "day") if days > 0 else ""
    months = round(days / DAYS_A_MONTH)
    return counted(months, "month") if months < 2 * MONTHS_A_YEAR else counted(months // MONTHS_A_YEAR, "year")


def counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"


def days_open(listing: Listing) -> int:
    """The difference of the dates that readers see, not of moments."""
    return ((listing.closed_at or timezone.now()).date() - listing.posted_at.date()).days
