"""One writer of listings at a time: what readers see changes in one order, and no two writers deadlock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LISTINGS_LOCK = 0x4C495354


@contextmanager
def listings_lock() -> Iterator[None]:
    """A transaction that holds the listings' advisory lock until it ends. Keep it short."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LISTINGS_LOCK])
        yield
