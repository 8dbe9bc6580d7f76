"""The columns of a count table that is being written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from listings.search.counting.arrays_file import Array, ArraysWriter
from listings.search.counting.entries import LIST_FIELD
from listings.search.counting.places import ColumnPlaces


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """Values of some listings. `terms`: those that `ordinals` count from 0 on."""

    ids: Array
    terms: Sequence[str]
    ordinals: Array

    @classmethod
    def of(cls, ids: Array, values: Sequence[str]) -> ColumnPart:
        terms = sorted(set(values))
        places = {term: place for place, term in enumerate(terms)}
        return cls(ids, terms, np.array([places[value] for value in values], dtype=np.int64))


class ColumnWriter:
    def __init__(self, writer: ArraysWriter, ids: Array) -> None:
        """`ids`: of all listings."""
        self._writer = writer
        in_order = np.sort(ids)
        self._places = ColumnPlaces.for_ids(in_order)
        self._length = self._places.count(in_order)
        writer.add("first", np.array([self._places.first], dtype=np.int64))
        writer.add("rows", self._places.rows)

    def add_terms(self, name: str, parts: Iterable[ColumnPart]) -> None:
        """A field with one value in each listing."""
        parts = list(parts)
        ordinals, count = self._add_used(name, parts)
        column = np.zeros(self._length, dtype=np.min_scalar_type(count))
        for part, values in zip(parts, ordinals, strict=True):
            column[self._places.of(part.ids)] = values
        self._writer.add(f"column {name}", column)

    def add_numbers(self, name: str, parts: Iterable[tuple[Array, Array]]) -> None:
        """Ids and their numbers."""
        column = np.zeros(self._length, dtype=np.int64)
        for ids, numbers in parts:
            column[self._places.of(ids)] = numbers
        self._writer.add(f"column {name}", column)

    def add_items(self, parts: Iterable[ColumnPart]) -> None:
        """A field with any number of values in each listing: an id for each of them, in order."""
        parts = list(parts)
        ordinals, count = self._add_used(LIST_FIELD, parts)
        owners = np.concatenate([np.empty(0, np.uint32), *(part.ids for part in parts)])
        items = np.concatenate([np.empty(0, np.int64), *ordinals])
        order = np.argsort(owners, kind="stable")
        self._writer.add("items", items[order].astype(np.min_scalar_type(count)))
        counts = np.bincount(self._places.of(owners), minlength=self._length)
        self._writer.add("item ends", np.concatenate([[0], counts.cumsum()]).astype(np.int64))

    def _add_used(self, name: str, parts: Sequence[ColumnPart]) -> tuple[list[Array], int]:
        """Writes the terms that are used, in order; the parts' ordinals among these, and how many there are."""
        used = sorted({part.terms[ordinal] for part in parts for ordinal in np.unique(part.ordinals).tolist()})
        places = {term: place for place, term in enumerate(used)}
        encoded = [term.encode() for term in used]
        self._writer.add(f"ends {name}", np.cumsum([len(term) for term in encoded], dtype=np.uint32))
        self._writer.add(f"terms {name}", np.frombuffer(b"".join(encoded), dtype=np.uint8))
        mapped = (np.array([places.get(term, 0) for term in part.terms], dtype=np.int64) for part in parts)
        return [table[part.ordinals] for table, part in zip(mapped, parts, strict=True)], len(used)
