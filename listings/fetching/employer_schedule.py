"""When an employer is looked at next: by how often it changes, and whether its list is still there.

After a look that found a change, half the time passes until the next; after any other, half as much again. What never
changes is looked at once a week, what always does four times a day.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from listings.models import Source

FIRST_INTERVAL = timedelta(days=1)
SHORTEST, LONGEST = timedelta(hours=6), timedelta(days=7)
AFTER_CHANGE, AFTER_NO_CHANGE = 0.5, 1.5
FIRST_RETRY = timedelta(hours=1)

GONE = (404, 410)
# Five looks, two days apart, take more than the week for which a list must have been gone.
GONE_RETRY = timedelta(days=2)
GONE_LOOKS, GONE_FOR = 5, timedelta(days=7)
DEAD_INTERVAL = timedelta(days=30)


def record_answer(employer: Source, *, changed: bool) -> None:
    """Adapt the interval after a good look, and forget earlier ones without a list. Does not save the employer."""
    interval = employer.look_every or FIRST_INTERVAL
    # Everything is new at the first look, which says nothing of how often it changes.
    if employer.last_ok_at is not None:
        interval *= AFTER_CHANGE if changed else AFTER_NO_CHANGE
    employer.look_every = min(max(interval, SHORTEST), LONGEST)
    employer.gone_looks, employer.gone_since = 0, None


def record_gone(employer: Source, now: datetime) -> bool:
    """The employer's list answered 404. True if it is taken to be dead from now on. Does not save the employer."""
    employer.gone_since = employer.gone_since or now
    employer.gone_looks = min(employer.gone_looks + 1, 1000)
    dies = employer.gone_looks >= GONE_LOOKS and now - employer.gone_since >= GONE_FOR and not employer.is_dead
    if dies:
        employer.died_at = now
    return dies


def retry_delay(employer: Source) -> timedelta:
    """Until the next look after a failed one. For a list that is gone, without doubling: it is back or it is not."""
    if employer.is_dead:
        return DEAD_INTERVAL
    if employer.gone_looks:
        return GONE_RETRY
    return min(LONGEST, FIRST_RETRY * 2 ** min(employer.failures, 8))
