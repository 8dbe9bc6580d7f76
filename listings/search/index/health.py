"""Is this machine's index there, and does its indexer keep it fresh?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection

from listings.search.index import change_feed, index_versions
from listings.search.index.reader import NotReady, reader

STALE_AFTER = 30.0


@dataclass(frozen=True, slots=True)
class IndexState:
    """`lag_seconds`: since the indexer last found nothing more to do; None where it never did."""

    ready: bool
    words: str
    lag_seconds: float | None


def index_state() -> IndexState:
    folder = Path(settings.INDEX_DIR)
    lag = index_versions.since_last_look(folder)
    try:
        listings = reader().searcher().num_docs
    except NotReady:
        return IndexState(False, "the index is being built", lag)
    if (lag is None or lag > STALE_AFTER) and _behind(folder):
        return IndexState(False, f"changes wait for longer than {STALE_AFTER:.0f} seconds", lag)
    return IndexState(True, f"{listings:,} listings", lag)


def _behind(folder: Path) -> bool:
    """An indexer that has ended is no reason to send readers away, as long as nothing has changed since."""
    cursor = index_versions.read_cursor(folder, index_versions.current(folder))
    try:
        return cursor is None or change_feed.waiting(cursor, STALE_AFTER)
    except DatabaseError:
        connection.close()
        return True
