"""One writer of listings at a time: changes get one order, and writers cannot deadlock."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import OperationalError, connection, transaction

log = logging.getLogger(__name__)

LISTINGS_LOCK = 0x4C495354
# Lock timeouts, one after the other: a writer may well work for longer than one of them.
MAX_ATTEMPTS = 10
LOCK_NOT_AVAILABLE = "55P03"
# Its session does nothing but wait for its process. PostgreSQL ends those by itself between two statements (by the
# idle timeout), but not in the middle of a COPY.
END_FROZEN_HOLDERS = """
SELECT pg_terminate_backend(activity.pid)
FROM pg_locks JOIN pg_stat_activity activity USING (pid)
WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid = 0 AND objid = %s AND objsubid = 1
    AND wait_event_type = 'Client' AND state_change < clock_timestamp() - make_interval(secs => %s)
"""


@contextmanager
def listings_lock() -> Iterator[None]:
    """A transaction that holds the advisory lock of listings until it ends. Keep it short: all writers wait for it.

    Raises OperationalError if a working process does not let go of it for MAX_ATTEMPTS lock timeouts.
    """
    with transaction.atomic():
        _acquire()
        yield


def _acquire() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [LISTINGS_LOCK])
        if cursor.fetchone()[0]:
            return
        started_at = time.monotonic()
        for attempt in range(MAX_ATTEMPTS):
            try:
                # A savepoint: after the timeout, the transaction must go on.
                with transaction.atomic():
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LISTINGS_LOCK])
                return
            except OperationalError as error:
                is_timeout = getattr(error.__cause__, "sqlstate", None) == LOCK_NOT_AVAILABLE
                if not is_timeout or attempt + 1 == MAX_ATTEMPTS:
                    raise
            log.warning("The lock of listings has been held for %.0f seconds.", time.monotonic() - started_at)
            end_frozen_holders()


def show_life() -> None:
    """For a holder that computes: without a statement for too long, it would be taken for frozen, and its work lost."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def end_frozen_holders() -> int:
    """Ends the sessions of processes that hold the lock and do not answer PostgreSQL. Returns how many."""
    seconds = settings.DATABASE_TIMEOUTS.idle
    if not seconds:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(END_FROZEN_HOLDERS, [LISTINGS_LOCK, seconds])
        ended = len(cursor.fetchall())
    if ended:
        log.warning("The session of a process that held the lock of listings, and did not go on, was ended.")
    return ended
