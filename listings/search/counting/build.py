"""Writes count tables: from entries, or from other tables, a slice at a time."""

from __future__ import annotations

import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import count, groupby, islice
from operator import itemgetter
from pathlib import Path

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import Array, ArraysWriter
from listings.search.counting.columns import ColumnPart, ColumnWriter
from listings.search.counting.entries import LIST_FIELD, NUMBER_FIELDS, VALUE_FIELDS, Entry, key
from listings.search.counting.recent import ids_of, serialized, set_of
from listings.search.counting.table import POSTING, CountTable

# Postings of a slice: some hundredths of a second.
SLICE = 2_000

Posting = tuple[int, bytes, bytes]
"""Hash, key and set."""
Live = Sequence[tuple[CountTable, BitMap]]
"""Tables, each with the ids that are taken from it. No id is taken from two."""


class TermSets:
    """The terms of a field in many listings."""

    def __init__(self) -> None:
        # Term → its number. Looking one up and making a new one are the same call, which needs no Python code.
        self.numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._listings = array("I")
        self._terms = array("I")
        self._lengths = array("I")

    def add(self, listing_id: int, terms: Iterable[str]) -> None:
        before = len(self._terms)
        self._terms.extend(map(self.numbers.__getitem__, terms))
        self._listings.append(listing_id)
        self._lengths.append(len(self._terms) - before)

    def sets(self) -> Iterator[tuple[str, array[int]]]:
        """Each term with its listings."""
        terms = np.array(self._terms, dtype=np.uint32)
        listings = np.repeat(np.array(self._listings, dtype=np.uint32), np.array(self._lengths, dtype=np.uint32))
        owners = array("I", listings[np.argsort(terms, kind="stable")].tobytes())
        ends = np.bincount(terms, minlength=len(self.numbers)).cumsum().tolist()
        for term, start, end in zip(self.numbers, [0, *ends], ends, strict=False):
            yield term, owners[start:end]


class TableBuilder:
    """A table of listings that are given one by one. None may be given twice."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, TermSets] = defaultdict(TermSets)
        self._ids = array("I")
        self._owners = array("I")
        self._items: list[str] = []
        self._values: list[tuple[str, ...]] = []
        self._numbers: list[tuple[int, ...]] = []

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def sets(self) -> int:
        """How many sets it holds, each of some hundred bytes: an ad may have thirty thousand words of its own."""
        return sum(len(field.numbers) for field in self._fields.values())

    def add(self, entry: Entry) -> None:
        self._ids.append(entry.listing_id)
        self._owners.extend([entry.listing_id] * len(entry.items))
        self._items += entry.items
        self._values.append(entry.values)
        self._numbers.append(entry.numbers)
        for name, terms in entry.terms:
            self._fields[name].add(entry.listing_id, terms)

    def write(self, path: Path) -> None:
        ids = np.array(self._ids, dtype=np.uint32)
        with ArraysWriter(path) as writer:
            for _ in write_postings(writer, self._postings()):
                pass
            write_ids(writer, np.sort(ids))
            columns = ColumnWriter(writer, ids)
            for place, name in enumerate(VALUE_FIELDS):
                columns.add_terms(name, [ColumnPart.of(ids, [values[place] for values in self._values])])
            for place, name in enumerate(NUMBER_FIELDS):
                numbers = np.array([numbers[place] for numbers in self._numbers], dtype=np.int64)
                columns.add_numbers(name, [(ids, numbers)])
            columns.add_items([ColumnPart.of(np.array(self._owners, dtype=np.uint32), self._items)])
            writer.finish()

    def _postings(self) -> list[Posting]:
        """In order of hash and key."""
        encoded = (
            (key(name, term).encode(), serialized(ids))
            for name, field in self._fields.items()
            for term, ids in field.sets()
        )
        return sorted((zlib.crc32(name), name, ids) for name, ids in encoded)


def merge_tables(path: Path, live: Live) -> Iterator[None]:
    """Writes one table of what is live in several. Each step of the iterator takes some hundredths of a second."""
    tables = [(table, ids_of(ids)) for table, ids in live]
    with ArraysWriter(path) as writer:
        for _ in write_postings(writer, _merged(live)):
            writer.sync_parts()
            yield
        ids = np.sort(np.concatenate([np.empty(0, np.uint32), *(ids for _, ids in tables)]))
        write_ids(writer, ids)
        columns = ColumnWriter(writer, ids)
        for name in VALUE_FIELDS:
            columns.add_terms(
                name, (ColumnPart(ids, table.terms(name).all, table.column(name, ids)) for table, ids in tables)
            )
            yield
        for name in NUMBER_FIELDS:
            columns.add_numbers(name, ((ids, table.column(name, ids)) for table, ids in tables))
            yield
        columns.add_items(ColumnPart(*_owned_items(table, ids)) for table, ids in tables)
        yield
        writer.finish()


def _owned_items(table: CountTable, ids: Array) -> tuple[Array, Sequence[str], Array]:
    return np.repeat(ids, table.item_counts(ids)), table.terms(LIST_FIELD).all, table.items(ids)


def _merged(live: Live) -> Iterator[Posting]:
    streams = (_live_postings(table, ids) for table, ids in live)
    for (posting_hash, name), same in groupby(merge(*streams, key=itemgetter(0, 1)), key=itemgetter(0, 1)):
        first, *others = (ids for _, _, ids in same)
        if others:
            first = BitMap().union(*(BitMap.deserialize(ids) for ids in (first, *others))).serialize()
        yield posting_hash, name, first


def _live_postings(table: CountTable, ids: BitMap) -> Iterator[Posting]:
    dead = table.ids - ids
    if not dead:
        yield from table.postings()
        return
    for posting_hash, name, stored in table.postings():
        old = BitMap.deserialize(stored)
        if not old.intersect(dead):
            yield posting_hash, name, stored
        elif left := old - dead:
            yield posting_hash, name, left.serialize()


def write_postings(writer: ArraysWriter, postings: Iterable[Posting]) -> Iterator[None]:
    hashes, offsets = array("I"), array("Q")
    remaining = iter(postings)
    while part := list(islice(remaining, SLICE)):
        written: list[bytes] = []
        size = writer.size
        for posting_hash, name, ids in part:
            hashes.append(posting_hash)
            offsets.append(size)
            written += POSTING.pack(len(name), len(ids)), name, ids
            size += POSTING.size + len(name) + len(ids)
        writer.write(b"".join(written))
        yield
    writer.add("hashes", np.array(hashes, dtype=np.uint32))
    writer.add("offsets", np.array(offsets, dtype=np.uint64))


def write_ids(writer: ArraysWriter, ids: Array) -> None:
    writer.add("ids", np.frombuffer(set_of(ids).serialize(), dtype=np.uint8))
