"""Is a fetch plausible? An odd one is quarantined: it changes nothing until an admin accepts it."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from celery import current_app
from django.db import transaction

from listings.models import Fetch, Source

BASELINE_FETCHES = 10
# Below this baseline, a list may really become empty; it is believed once it was the same six hours later.
SMALL_BASELINE = 10
CONFIRMED_AFTER = timedelta(hours=6)
FAILURES_UNTIL_MAIL = 3


def baseline(source: Source) -> float:
    """Median number of distinct ads in the last complete good fetches; 0 if there is none."""
    good = source.fetches.good().filter(complete=True).order_by("-started_at", "-id")
    counts = []
    for fetch in good[:BASELINE_FETCHES]:
        counts.append(fetch.present)
        # An admin has accepted this size as the new normal: what came before no longer counts.
        if fetch.outcome == Fetch.Outcome.ACCEPTED:
            break
    return median(counts) if counts else 0


def odd_reason(source: Source, *, present: int, read: int, rejected: int, complete: bool, now: datetime) -> str:
    """Why the fetch is not plausible, for admins; "" if it is.

    `present`: distinct external ids. `read`: ads read in full. `rejected`: records that could not be read.
    """
    if rejected > read and rejected > 1:
        return f"{rejected} of {read + rejected} records could not be read"
    expected = baseline(source)
    if present and (not complete or present >= expected / 2):
        return ""
    if expected < SMALL_BASELINE and _is_confirmed(source, present, now):
        return ""
    usually = f" instead of the usual {expected:.0f}" if expected else ""
    return f"only {present} ads{usually}" if present else f"no ads{usually}"


def _is_confirmed(source: Source, present: int, now: datetime) -> bool:
    """True if a fetch of the same size was quarantined six hours ago or earlier, and no good one came since."""
    last_good = source.fetches.good().order_by("-started_at").first()
    earlier = source.fetches.quarantined().filter(present=present, started_at__lte=now - CONFIRMED_AFTER)
    if last_good:
        earlier = earlier.filter(started_at__gt=last_good.started_at)
    return earlier.exists()


def report_trouble(source: Source, now: datetime) -> None:
    """Mail the admins when a source turns unhealthy, not again while it stays so. Does not save the source."""
    if source.unhealthy_since or source.is_sample:
        return
    source.unhealthy_since = now
    _mail(
        f"{source.board_config.title}: source {source.name} needs attention",
        f"{source.last_error}\n\nThe next attempt is at {source.next_fetch_at:%Y-%m-%d %H:%M} UTC.",
    )


def report_recovery(source: Source, now: datetime) -> None:
    """Mail the admins if the source was unhealthy. Does not save the source."""
    if source.unhealthy_since is None:
        return
    since = source.unhealthy_since
    source.unhealthy_since = None
    _mail(
        f"{source.board_config.title}: source {source.name} has recovered",
        f"It had needed attention since {since:%Y-%m-%d %H:%M} UTC. "
        f"The fetch at {now:%Y-%m-%d %H:%M} UTC was successful.",
    )


def _mail(subject: str, text: str) -> None:
    # A task of its own, so that an unreachable mail server does not fail the fetch. Robust, because the error of an
    # unreachable queue would surface after the commit, and mark a fetch as failed whose ads are written.
    transaction.on_commit(lambda: current_app.send_task("listings.mail_admins", args=[subject, text]), robust=True)
