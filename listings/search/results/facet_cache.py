"""Facet counts kept between requests: further pages, other orders and popular searches need the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from listings.search.results.facets import FacetCount

MAX_ENTRIES = 300
Counts = dict[str, list[FacetCount]]


class FacetCache:
    """The counts used last. The key has to name the state of the index: an old one is then never asked for again."""

    def __init__(self, max_entries: int = MAX_ENTRIES) -> None:
        self._max_entries = max_entries
        self._lock = threading.Lock()
        self._entries: OrderedDict[Hashable, Counts] = OrderedDict()

    def get(self, key: Hashable, count: Callable[[], Counts]) -> Counts:
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return self._entries[key]
        # Outside of the lock: one slow count must not hold up every other search.
        counts = count()
        with self._lock:
            self._entries[key] = counts
            while len(self._entries) > self._max_entries:
                self._entries.popitem(last=False)
        return counts

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()


FACET_CACHE = FacetCache()
