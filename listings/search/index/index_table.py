"""What a process keeps of a whole index, such as the words of all titles: read once, and renewed in the background."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from listings.search.index.searcher import IndexSearcher, IndexUnusable

log = logging.getLogger(__name__)
Table = TypeVar("Table")
# A table of so many listings is read in a few tenths of a second, for which a request may wait.
FEW_LISTINGS = 20_000
# Reading takes so much of the time at most.
READING_SHARE = 0.02
# An index of so many times the listings is another one: so it is while a new site gathers its first jobs.
GROWTH = 1.25


class IndexTable(Generic[Table]):
    """Safe to share between threads. `empty` stands in for the table of a large index until it is there.

    A table is read again for another version of the index, or one that has grown by a quarter, and after `max_age`
    seconds, or more if reading took long.
    """

    def __init__(self, read: Callable[[IndexSearcher], Table], empty: Table, max_age: float) -> None:
        self._read, self._table, self._max_age = read, empty, max_age
        self._version = ""
        self._listing_count = 0
        self._until = 0.0
        self._reading = threading.Lock()

    def current(self, searcher: IndexSearcher, version: str) -> Table:
        """Waits only where a small index is another one. Raises IndexUnusable then."""
        is_other = self._is_other(searcher, version)
        if is_other and searcher.num_docs <= FEW_LISTINGS:
            with self._reading:
                if self._is_other(searcher, version):
                    self._renew(searcher, version)
        elif (is_other or time.monotonic() >= self._until) and self._reading.acquire(blocking=False):
            self._start_thread(searcher, version)
        return self._table

    def _is_other(self, searcher: IndexSearcher, version: str) -> bool:
        return version != self._version or searcher.num_docs > GROWTH * self._listing_count

    def _start_thread(self, searcher: IndexSearcher, version: str) -> None:
        try:
            threading.Thread(target=self._renew_and_release, args=(searcher, version), daemon=True).start()
        except RuntimeError:
            # No thread can be started; the lock must not stay with it.
            self._reading.release()
            raise

    def _renew_and_release(self, searcher: IndexSearcher, version: str) -> None:
        try:
            self._renew(searcher, version)
        except IndexUnusable as error:
            log.warning("What was read of the index before stays in use: %s", error)
        finally:
            self._reading.release()

    def _renew(self, searcher: IndexSearcher, version: str) -> None:
        started_at = time.monotonic()
        self._table = self._read(searcher)
        read_at = time.monotonic()
        self._until = read_at + max(self._max_age, (read_at - started_at) / READING_SHARE)
        self._listing_count = searcher.num_docs
        self._version = version
