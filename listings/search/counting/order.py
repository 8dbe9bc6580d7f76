"""Listings in the order of a numeric column."""

from __future__ import annotations

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import Array
from listings.search.counting.recent import ids_of
from listings.search.counting.table import parts_of
from listings.search.counting.tables import CountTables


def highest(tables: CountTables, ids: BitMap, field: str, count: int) -> list[int]:
    """The first `count` of these listings from the highest number on, of equals the highest id first."""
    if not count:
        return []
    parts = [
        _leading(part, table.column(field, part), count)
        for table, live in tables.parts
        for part in parts_of(ids_of(ids & live))
    ]
    if not parts:
        return []
    id_array, numbers = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    id_array, numbers = _leading(id_array, numbers, count)
    listing_ids: list[int] = id_array[np.lexsort((id_array, numbers))[::-1]].tolist()
    return listing_ids


def _leading(ids: Array, numbers: Array, count: int) -> tuple[Array, Array]:
    """Those that come first, in any order. Sorting all takes ten times as long."""
    if len(numbers) <= count:
        return ids, numbers
    least = np.partition(numbers, len(numbers) - count)[len(numbers) - count]
    above = numbers > least
    equal = np.sort(ids[numbers == least])[np.count_nonzero(above) - count :]
    return np.concatenate([ids[above], equal]), np.concatenate([numbers[above], np.full(len(equal), least)])
