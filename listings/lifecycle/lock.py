"""One writer of listings at a time: changes get one order, and writers cannot deadlock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LISTINGS_LOCK = 0x4C495354


@contextmanager
def listings_lock() -> Iterator[None]:
    """A transaction that holds the advisory lock of listings until it ends. Keep it short: all writers wait for it."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LISTINGS_LOCK])
        yield
