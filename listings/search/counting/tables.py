"""Several count tables as one: a large one, and small ones of what changed since."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from pyroaring import BitMap

from listings.search.counting.recent import RecentSets
from listings.search.counting.table import CountTable

Made = TypeVar("Made")


class CountTables:
    """`parts`: tables, the oldest first, each with the listings whose state it holds. No caller may change a set."""

    def __init__(self, tables: Sequence[CountTable], touched: Sequence[BitMap]) -> None:
        """`touched`: for each table, the listings of which no older one holds the state."""
        self.parts = live_parts(tables, touched)
        self.ids = BitMap().union(*(live for _, live in self.parts))
        self._recent = RecentSets.of_listings(len(self.ids))

    def ids_with(self, posting_key: str) -> BitMap:
        """The listings that have the term of this key."""
        return self._union(posting_key, lambda table: table.ids_with(posting_key))

    def ids_with_any(self, field: str, terms: Sequence[str]) -> BitMap:
        return self._union((field, terms), lambda table: table.ids_with_any(field, terms))

    def ids_between(self, field: str, low: int | None, high: int | None) -> BitMap:
        """Those whose number lies between these, both included."""
        return self._union((field, low, high), lambda table: table.ids_between(field, low, high))

    def distinct_terms(self, field: str) -> Sequence[str]:
        """Of a counted field. Some may be of no listing any longer."""
        first, *others = (table.terms(field).all for table, _ in self.parts)
        return list(dict.fromkeys([*first, *(term for terms in others for term in terms)])) if others else first

    def made_of_terms(self, field: str, make: Callable[[Sequence[str]], Made]) -> list[Made]:
        """What `make` makes of the terms of each table, the oldest first."""
        return [table.terms(field).made(make) for table, _ in self.parts]

    def count_terms(self, field: str) -> int:
        """How many distinct_terms there are; they are not kept in memory."""
        first, *others = (table.terms(field) for table, _ in self.parts)
        new = {term for terms in others for term in terms if first.ordinal(term) is None}
        return len(first) + len(new)

    def _union(self, name: Hashable, of: Callable[[CountTable], BitMap]) -> BitMap:
        if len(self.parts) == 1:
            return of(self.parts[0][0])
        return self._recent.get(name, lambda: BitMap().union(*(of(table) & live for table, live in self.parts)))


def live_parts(tables: Sequence[CountTable], touched: Sequence[BitMap]) -> list[tuple[CountTable, BitMap]]:
    later, parts = BitMap(), []
    for table, own in zip(reversed(tables), reversed(touched), strict=True):
        parts.append((table, table.ids - later if later else table.ids))
        later = later | own
    return parts[::-1]
