"""Where a listing stands in the columns of a count table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from listings.search.counting.arrays_file import Array

# So many ids for each listing may lie between the least and the greatest for columns to have a place for each id. Else
# a table of what has just changed would be as large as that of everything.
MAX_SPREAD = 2


@dataclass(frozen=True, slots=True)
class ColumnPlaces:
    """By the id, counted from `first` on; by the rank among `rows`, ids in order, if there are any."""

    first: int
    rows: Array

    @classmethod
    def for_ids(cls, ids: Array) -> ColumnPlaces:
        """`ids`: all that the table has, in order."""
        first = int(ids[0]) if len(ids) else 0
        return cls(first, ids if _spread(ids) > MAX_SPREAD * len(ids) else ids[:0])

    def of(self, ids: Array) -> Array:
        """ColumnPlaces of listings that the table has."""
        return np.searchsorted(self.rows, ids) if len(self.rows) else ids - np.uint32(self.first)

    def ids_at(self, places: Array) -> Array:
        """Some may be of no listing."""
        ids: Array = self.rows[places] if len(self.rows) else places.astype(np.uint32) + np.uint32(self.first)
        return ids

    def count(self, ids: Array) -> int:
        """How many there are for `ids`, all that the table has, in order."""
        return len(self.rows) or _spread(ids)


def _spread(ids: Array) -> int:
    return int(ids[-1]) - int(ids[0]) + 1 if len(ids) else 0
