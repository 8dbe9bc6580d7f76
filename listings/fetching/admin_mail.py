"""Mails to admins about sources that need attention, and about their recovery."""

from __future__ import annotations

from datetime import datetime

from celery import current_app
from django.db import transaction

from listings.models import Source

# Single failures are normal: boards restart their servers too.
FAILURES_UNTIL_MAIL = 3


def report_trouble(source: Source, now: datetime) -> None:
    """Mail the admins when a source turns unhealthy, not again while it stays so. Does not save the source.

    Of thousands of employers some always fail: their hiring system's health sums them up.
    """
    if source.unhealthy_since or source.is_sample or source.system_id:
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
