"""Is a fetch believable? Odd ones are quarantined: they change nothing until an admin accepts them."""

from __future__ import annotations

from datetime import datetime, timedelta
from statistics import median

from celery import current_app
from django.db import transaction

from listings.models import Fetch, Source

USUAL_OF = 10
SMALL = 10
CONFIRMED_AFTER = timedelta(hours=6)
FAILURES_UNTIL_MAIL = 3


def usual_presence(source: Source) -> float:
    """Median count of distinct ads in the last complete good fetches, since one was last accepted by hand; 0: none."""
    good = source.fetches.good().filter(complete=True).order_by("-started_at", "-id")
    counts = []
    for fetch in good[:USUAL_OF]:
        counts.append(fetch.present)
        if fetch.outcome == Fetch.Outcome.ACCEPTED:
            break
    return median(counts) if counts else 0


def odd_reason(source: Source, *, present: int, read: int, rejected: int, complete: bool, now: datetime) -> str:
    """ "" where the fetch is believable. `read`: ads read in full; `present`: distinct ids; `rejected`: bad records."""
    if rejected > read and rejected > 1:
        return f"{rejected} of {read + rejected} records could not be read"
    usual = usual_presence(source)
    if present and (not complete or present >= usual / 2):
        return ""
    if present == 0:
        reason = "no ads at all" + (f", where {usual:.0f} are usual" if usual else "")
    else:
        reason = f"only {present} ads, where {usual:.0f} are usual"
    if usual < SMALL and _repeats(source, present, now):
        return ""
    return reason


def _repeats(source: Source, present: int, now: datetime) -> bool:
    """The same small answer was quarantined six hours ago or more, and nothing better came since."""
    last_good = source.fetches.good().order_by("-started_at").first()
    earlier = source.fetches.quarantined().filter(present=present, started_at__lte=now - CONFIRMED_AFTER)
    if last_good:
        earlier = earlier.filter(started_at__gt=last_good.started_at)
    return earlier.exists()


def report_trouble(source: Source, now: datetime) -> None:
    """Mails the admins once when a source turns unhealthy."""
    if source.unhealthy_since or source.is_sample:
        return
    source.unhealthy_since = now
    _mail(
        f"{source.board_config.title}: the source {source.name} needs attention",
        f"{source.last_error}\n\nIt is tried again at {source.next_fetch_at:%Y-%m-%d %H:%M} UTC.",
    )


def report_recovery(source: Source, now: datetime) -> None:
    if source.unhealthy_since is None:
        return
    since = source.unhealthy_since
    source.unhealthy_since = None
    _mail(
        f"{source.board_config.title}: the source {source.name} is healthy again",
        f"It needed attention since {since:%Y-%m-%d %H:%M} UTC; the fetch at {now:%Y-%m-%d %H:%M} UTC went well.",
    )


def _mail(subject: str, text: str) -> None:
    """In a task of its own, so that neither a mail server nor a queue that is down fails the fetch."""
    # robust: the error would otherwise surface after the commit and mark a fetch as failed whose rows are written.
    transaction.on_commit(lambda: current_app.send_task("listings.mail_admins", args=[subject, text]), robust=True)
