"""The listings of one moment for counting: a set of ids for each term, a column of ordinals for each counted field.

The file is mapped: what no search needs costs no memory. Ids are those of the database, so that no table renumbers
what another has.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import Array, read_arrays
from listings.search.counting.entries import LIST_FIELD, UNLISTED, VALUE_FIELDS, key
from listings.search.counting.places import ColumnPlaces
from listings.search.counting.recent import RecentSets, ids_of, set_of

# Before each set: the lengths of its key and of itself, in bytes.
POSTING = struct.Struct("<II")
# FieldTerms of a field that are kept in memory: of all but employers.
MAX_KEPT = 10_000
# Postings that are listed at once: a table may have millions.
READ_SLICE = 10_000
# Listings whose values are read at once: arrays of all of a million would leave holes in the memory of a process.
READ_AT_ONCE = 1 << 15
# So few terms are looked up one by one. Of so many listings, sets are faster than a column.
FEW, MANY = 8, 20_000
Made = TypeVar("Made")
LISTED_FIELDS = frozenset(VALUE_FIELDS) - UNLISTED


class CountTable:
    """Safe to share between threads. No caller may change a set that it is given.

    Every method raises LookupError, ValueError or OSError if the file is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._bytes, self._arrays = read_arrays(path)
        self._hashes, self._offsets = self._arrays["hashes"], self._arrays["offsets"]
        self._places = ColumnPlaces(int(self._arrays["first"][0]), self._arrays["rows"])
        self.ids = BitMap.deserialize(self._arrays["ids"].tobytes())
        self._recent = RecentSets.of_listings(len(self.ids))
        self._totals: dict[str, Array] = {}
        fields = (*VALUE_FIELDS, LIST_FIELD)
        self._terms = {name: FieldTerms(self._arrays[f"ends {name}"], self._arrays[f"terms {name}"]) for name in fields}

    def ids_with(self, posting_key: str) -> BitMap:
        """The listings that have the term of this key."""
        return self._recent.get(posting_key, lambda: self._read(posting_key.encode()))

    def ids_with_any(self, field: str, terms: Sequence[str]) -> BitMap:
        if len(terms) == 1:
            return self.ids_with(key(field, terms[0]))
        return self._recent.get((field, terms), lambda: self._any(field, terms))

    def ids_between(self, field: str, low: int | None, high: int | None) -> BitMap:
        """Those whose number lies between these, both included."""
        return self._recent.get((field, low, high), lambda: self._between(field, low, high))

    def column(self, field: str, ids: Array) -> Array:
        """The ordinals or numbers of these listings, all of which the table has."""
        values: Array = self._arrays[f"column {field}"][self._places.of(ids)]
        return values

    def items(self, ids: Array) -> Array:
        """The ordinals of all items of these listings, one after another."""
        starts, counts = self._arrays["item ends"][self._places.of(ids)], self.item_counts(ids)
        # From the place among these items to that among all, which is the same step for all items of a listing.
        steps = starts - (counts.cumsum() - counts)
        values: Array = self._arrays["items"][np.repeat(steps, counts) + np.arange(counts.sum(), dtype=np.int64)]
        return values

    def item_counts(self, ids: Array) -> Array:
        """How many items each of these listings has."""
        places, ends = self._places.of(ids), self._arrays["item ends"]
        counts: Array = ends[places + 1] - ends[places]
        return counts

    def counts(self, field: str, ids: Array) -> Array:
        """How many of these listings have each term, by ordinal."""
        term_count = len(self.terms(field))
        read = self.items if field == LIST_FIELD else partial(self.column, field)
        counts = np.zeros(term_count, np.int64)
        for part in parts_of(ids):
            counts += np.bincount(read(part), minlength=term_count)
        return counts

    def totals(self, field: str) -> Array:
        """The counts of all listings, those without their newest state here among them."""
        if field not in self._totals:
            self._totals[field] = self.counts(field, ids_of(self.ids))
        return self._totals[field]

    def terms(self, field: str) -> FieldTerms:
        return self._terms[field]

    def sets_of_terms(self, field: str) -> Sequence[BitMap]:
        """For each ordinal of the field, the listings that have it."""
        return self._recent.get_all(
            ("sets", field), lambda: [self._posting(field, term) for term in self.terms(field).all]
        )

    def postings(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Hash, key and set of every term, in order of the hash."""
        for first in range(0, len(self._hashes), READ_SLICE):
            part = slice(first, first + READ_SLICE)
            for posting_hash, start in zip(self._hashes[part].tolist(), self._offsets[part].tolist(), strict=True):
                yield posting_hash, *self._at(start)

    def _any(self, field: str, terms: Sequence[str]) -> BitMap:
        if len(terms) < FEW or field not in LISTED_FIELDS:
            return BitMap().union(*(self._posting(field, term) for term in terms))
        wanted = set(terms)
        ordinals = [ordinal for ordinal, term in enumerate(self.terms(field).all) if term in wanted]
        if len(self.ids) > MANY:
            sets = self.sets_of_terms(field)
            return BitMap().union(*(sets[ordinal] for ordinal in ordinals))
        ids = ids_of(self.ids)
        return set_of(ids[np.isin(self.column(field, ids), ordinals)])

    def _posting(self, field: str, term: str) -> BitMap:
        return self._read(key(field, term).encode())

    def _read(self, encoded_key: bytes) -> BitMap:
        wanted = zlib.crc32(encoded_key)
        place = int(np.searchsorted(self._hashes, np.uint32(wanted)))
        while place < len(self._hashes) and int(self._hashes[place]) == wanted:
            stored_key, stored_set = self._at(int(self._offsets[place]))
            if stored_key == encoded_key:
                return BitMap.deserialize(stored_set)
            place += 1
        return BitMap()

    def _at(self, start: int) -> tuple[bytes, bytes]:
        key_length, set_length = POSTING.unpack_from(self._bytes, start)
        middle = start + POSTING.size + key_length
        return self._bytes[start + POSTING.size : middle], self._bytes[middle : middle + set_length]

    def _between(self, field: str, low: int | None, high: int | None) -> BitMap:
        matches = BitMap()
        column, start = self._arrays[f"column {field}"], 0
        for part in parts_of(column):
            fits = np.ones(len(part), dtype=bool)
            if low is not None:
                fits &= part >= low
            if high is not None:
                fits &= part <= high
            matches |= set_of(self._places.ids_at(np.flatnonzero(fits) + start))
            start += len(part)
        # Columns have places for ids that are no listing.
        return matches & self.ids


def parts_of(array: Array) -> Iterator[Array]:
    return (array[start : start + READ_AT_ONCE] for start in range(0, len(array), READ_AT_ONCE))


class FieldTerms:
    """The terms of one field in order; the place of each is its ordinal."""

    def __init__(self, ends: Array, text: Array) -> None:
        self._ends = ends
        self._text = text
        self._lock = Lock()
        self._made: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self._ends)

    def __iter__(self) -> Iterator[str]:
        return map(self._read, range(len(self)))

    def at(self, ordinals: Iterable[int]) -> list[str]:
        if len(self) > MAX_KEPT:
            return [self._read(ordinal) for ordinal in ordinals]
        terms = self.all
        return [terms[ordinal] for ordinal in ordinals]

    def _read(self, ordinal: int) -> str:
        start = int(self._ends[ordinal - 1]) if ordinal else 0
        return bytes(self._text[start : int(self._ends[ordinal])]).decode()

    @cached_property
    def all(self) -> list[str]:
        return [self._read(ordinal) for ordinal in range(len(self))]

    def made(self, make: Callable[[Sequence[str]], Made]) -> Made:
        """What `make`, always the same function of a module or class, makes of all terms, once."""
        with self._lock:
            if make not in self._made:
                self._made[make] = make(self.all)
            result: Made = self._made[make]
            return result

    def ordinal(self, term: str) -> int | None:
        wanted, low, high = term.encode(), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._read(middle).encode() < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._read(low) == term else None
