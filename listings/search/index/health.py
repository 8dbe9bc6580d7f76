"""Is this machine's index there, and does its indexer keep it fresh?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection

from listings.search.index import change_feed, index_versions
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexUnusable

# Seconds.
MAX_LAG = 30.0


@dataclass(frozen=True, slots=True)
class IndexState:
    """`lag_seconds`: how long ago the indexer last had nothing more to do; None if it never had."""

    ready: bool
    message: str
    lag_seconds: float | None


def index_state() -> IndexState:
    folder = Path(settings.INDEX_DIR)
    lag = index_versions.seconds_since_heartbeat(folder)
    try:
        count = index_reader().searcher().num_docs
    except IndexUnusable:
        return IndexState(False, "the index is being built", lag)
    if (lag is None or lag > MAX_LAG) and _is_behind(folder):
        return IndexState(False, f"changes wait for longer than {MAX_LAG:.0f} seconds", lag)
    return IndexState(True, f"{count:,} listings", lag)


def _is_behind(folder: Path) -> bool:
    """False for a stopped indexer with nothing to do: that is no reason to send readers away."""
    cursor = index_versions.read_cursor(folder, index_versions.current(folder))
    try:
        return cursor is None or change_feed.has_waiting(cursor, MAX_LAG)
    except DatabaseError:
        # The next health check must not find the broken connection again.
        connection.close()
        return True
