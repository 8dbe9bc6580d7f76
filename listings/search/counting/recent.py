"""Sets of ids that searches used last, and sets as arrays."""

from __future__ import annotations

import struct
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import Array

# Of the sets of a table, and of those joined from several tables: as many of a larger one.
MAX_BYTES, BYTES_A_LISTING = 16 * 1024 * 1024, 6
BLOCK, BLOCK_BYTES = 1 << 16, 8192
# Of the objects around a set, and around each of its blocks.
SET_BYTES, BLOCK_OVERHEAD = 150, 80
TEXT_BYTES = 60
# A set of one id in the format of roaring bitmaps: a cookie, the number of blocks, then of the block its high bits, its
# size less one, its place in bytes, and the low bits of the id.
SINGLE_SET = struct.Struct("<IIHHIH")
COOKIE = 12346


class RecentSets:
    """Bounded by the memory that the sets and their names take: names come from searches."""

    def __init__(self, max_bytes: int = MAX_BYTES) -> None:
        self._max_bytes = max_bytes
        self._bytes = 0
        self._lock = threading.Lock()
        self._sets: OrderedDict[Hashable, tuple[Sequence[BitMap], int]] = OrderedDict()

    @classmethod
    def of_listings(cls, count: int) -> RecentSets:
        return cls(MAX_BYTES + BYTES_A_LISTING * count)

    def get(self, name: Hashable, make: Callable[[], BitMap]) -> BitMap:
        return self.get_all(name, lambda: (make(),))[0]

    def get_all(self, name: Hashable, make: Callable[[], Sequence[BitMap]]) -> Sequence[BitMap]:
        with self._lock:
            if entry := self._sets.get(name):
                self._sets.move_to_end(name)
                return entry[0]
        # Outside of the lock: one slow set must not hold up every other search.
        sets = make()
        size = sum(map(size_of, sets)) + _size_of_name(name)
        with self._lock:
            if name not in self._sets:
                self._sets[name] = sets, size
                self._bytes += size
            while self._bytes > self._max_bytes and len(self._sets) > 1:
                self._bytes -= self._sets.popitem(last=False)[1][1]
        return sets


def size_of(ids: BitMap) -> int:
    """Bytes, about."""
    if not ids:
        return SET_BYTES
    blocks = (ids.max() - ids.min()) // BLOCK + 1
    return SET_BYTES + min(2 * len(ids), BLOCK_BYTES * blocks) + BLOCK_OVERHEAD * min(len(ids), blocks)


def _size_of_name(name: Hashable) -> int:
    if isinstance(name, tuple):
        return TEXT_BYTES + sum(map(_size_of_name, name))
    return TEXT_BYTES + len(str(name))


def set_of(ids: Array) -> BitMap:
    """Of an array of 32-bit ids. pyroaring reads one of numpy's a hundred times slower than this."""
    return BitMap(array("I", ids.tobytes()))


def ids_of(ids: BitMap) -> Array:
    return np.frombuffer(ids.to_array(), dtype=np.uint32)


def serialized(ids: Sequence[int]) -> bytes:
    """As BitMap.serialize gives it. Most sets of what has just changed have one id."""
    if len(ids) != 1:
        return BitMap(ids).serialize()
    return SINGLE_SET.pack(COOKIE, 1, ids[0] >> 16, 0, SINGLE_SET.size - 2, ids[0] & 0xFFFF)
