"""Counts of one state of the index: pages that follow, other orders and popular searches ask for the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from listings.search.results.facets import FacetCount

MOST = 300
Counts = dict[str, list[FacetCount]]


class FacetCache:
    """The counts that were last asked for; those of an older state are never given, and soon forgotten."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.lock = threading.Lock()
        self.kept: OrderedDict[Hashable, Counts] = OrderedDict()

    def get(self, key: Hashable, count: Callable[[], Counts]) -> Counts:
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        counted = count()
        with self.lock:
            self.kept[key] = counted
            while len(self.kept) > self.most:
                self.kept.popitem(last=False)
        return counted


FACET_CACHE = FacetCache()
