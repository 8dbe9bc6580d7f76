"""How many of a set of listings have each term of a field."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import Array
from listings.search.counting.entries import LIST_FIELD, UNLISTED
from listings.search.counting.recent import BLOCK, ids_of
from listings.search.counting.table import MANY, CountTable
from listings.search.counting.tables import CountTables

# Nanoseconds, measured: to meet two sets, and each of the blocks that both have; to read the value of a listing, or
# all its items.
MEET, MEET_BLOCK = 400, 300
READ_VALUE, READ_ITEMS = 6, 40


class Counted:
    """Counts of one set of listings."""

    def __init__(self, tables: CountTables, ids: BitMap) -> None:
        self.ids = ids
        # The large table last: of it only those terms are wanted that are frequent, or known from the others.
        self._parts = [_Part(table, ids & live) for table, live in reversed(tables.parts)]

    def terms(self, field: str, size: int, also: Iterable[str] = ()) -> Counter[str]:
        """The `size` most frequent terms at least, of equals the first in their order, and those of `also`."""
        counts: Counter[str] = Counter()
        *small, large = self._parts
        for part in small:
            counts.update(part.terms(field, sys.maxsize))
        counts.update(large.terms(field, size, [*counts, *also]))
        return counts

    def ranges(self, field: str, ranges: Sequence[Mapping[str, Any]]) -> Counter[str]:
        """By "key": those "from" a number, itself included, "to" another, itself not."""
        counts: Counter[str] = Counter()
        for each in ranges:
            high = each["to"] - 1 if "to" in each else None
            for part in self._parts:
                within = part.table.ids_between(field, each.get("from"), high)
                counts[each["key"]] += part.ids.intersection_cardinality(within)
        return counts


class _Part:
    """Those of one table."""

    def __init__(self, table: CountTable, ids: BitMap) -> None:
        self.table = table
        self.ids = ids
        self._id_array: Array | None = None

    def terms(self, field: str, size: int, also: Iterable[str] = ()) -> dict[str, int]:
        """The `size` most frequent terms, and those of `also`."""
        if not self.ids:
            return {}
        terms = self.table.terms(field)
        counts = self._counts(field, len(terms))
        used = np.flatnonzero(counts)
        if len(used) > size:
            # Ordinals are in the order of terms.
            used = used[np.argsort(-counts[used], kind="stable")[:size]]
        found = dict(zip(terms.at(used.tolist()), counts[used].tolist(), strict=True))
        for term in also:
            if term not in found and (ordinal := terms.ordinal(term)) is not None and counts[ordinal]:
                found[term] = int(counts[ordinal])
        return found

    def _counts(self, field: str, term_count: int) -> Array:
        """By ordinal."""
        if field not in UNLISTED and self._sets_are_faster(field, term_count):
            sets = self.table.sets_of_terms(field)
            return np.array([self.ids.intersection_cardinality(ids) for ids in sets], dtype=np.int64)
        if self._is_most:
            return self.table.totals(field) - self.table.counts(field, ids_of(self._others))
        if self._id_array is None:
            self._id_array = ids_of(self.ids)
        return self.table.counts(field, self._id_array)

    @property
    def _is_most(self) -> bool:
        """Whether the listings that are not among these are the fewer to read."""
        return len(self.ids) > MANY and 2 * len(self.ids) > len(self.table.ids)

    @cached_property
    def _others(self) -> BitMap:
        """All other listings of the table."""
        return self.table.ids - self.ids

    def _sets_are_faster(self, field: str, term_count: int) -> bool:
        blocks = (self.ids.max() - self.ids.min()) // BLOCK + 1
        read = READ_ITEMS if field == LIST_FIELD else READ_VALUE
        count = len(self.table.ids) - len(self.ids) if self._is_most else len(self.ids)
        return term_count * (MEET + MEET_BLOCK * blocks) < count * read
