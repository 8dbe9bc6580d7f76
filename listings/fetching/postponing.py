"""Fetches that must wait, whoever asked for them; and what a fetch writes of its source."""

from __future__ import annotations

import logging

from django.utils import timezone

from listings.fetching import admin_mail, losses
from listings.fetching.leases import LOST_WITH_PROCESS, Lease
from listings.models import Source

log = logging.getLogger(__name__)

# Columns that a fetch may write: an admin may be editing the others meanwhile.
WRITTEN = [
    "failures",
    "last_ok_at",
    "last_error",
    "last_error_at",
    "next_fetch_at",
    "cursor",
    "unhealthy_since",
    "look_every",
    "gone_looks",
    "gone_since",
    "died_at",
]


def is_postponed(source: Source, lease: Lease) -> bool:
    """True if the publisher's terms or the losses before forbid a fetch now. The source is then due later."""
    now = timezone.now()
    lost = losses.in_a_row(source)
    retry_at = losses.retry_at(source, lost)
    if len(lost) > 1 and lost[0].error == LOST_WITH_PROCESS:
        source.failures = max(source.failures, len(lost))
        source.last_error = f"{len(lost)} fetches in a row were lost; the last: {lost[0].error}"
        source.last_error_at, source.next_fetch_at = now, max(now, retry_at or now)
        if source.failures >= admin_mail.FAILURES_UNTIL_MAIL:
            admin_mail.report_trouble(source, now)
        save(source, lease)
    if retry_at is None or retry_at <= now:
        return False
    log.info("%s: not before %s.", source, retry_at)
    source.next_fetch_at = retry_at
    save(source, lease)
    lease.release()
    return True


def save(source: Source, lease: Lease) -> None:
    # Not if the lease is another fetch's by now: that one has written these columns.
    Source.objects.filter(pk=source.pk, lease_token=lease.token).update(
        **{name: getattr(source, name) for name in WRITTEN}
    )
