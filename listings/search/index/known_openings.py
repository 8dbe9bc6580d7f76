"""The openings that an index holds, as arrays: one board can make tens of thousands, and each search judges all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from listings.search.index.opening_terms import SINGLE
from listings.search.index.place_masks import Array
from listings.search.index.residence_bits import ResidenceBits
from listings.search.index.searcher import IndexSearcher

# Terms: their openings take a hundred bytes each as text.
READ_AT_ONCE = 1_000


@dataclass(frozen=True)
class KnownOpenings:
    """Every term but SINGLE, and the openings of all of them, one after another: 65 bytes for each.

    `starts`: by term, where its openings begin. `residences`, `low`, `high`: by opening, as in PricedOpening.
    """

    terms: Sequence[str]
    starts: Array
    residences: ResidenceBits
    low: Array
    high: Array

    @classmethod
    def of(cls, terms: Sequence[str]) -> KnownOpenings:
        """Raises ValueError for what is no term of opening_terms."""
        terms = [term for term in terms if term != SINGLE]
        ends = np.cumsum([term.count(" ") + 1 for term in terms], dtype=np.int64)
        count = int(ends[-1]) if terms else 0
        starts = np.concatenate([np.zeros(1, np.int64), ends])[:-1]
        known = cls(
            terms, starts, ResidenceBits.empty(count), np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64)
        )
        for first in range(0, len(terms), READ_AT_ONCE):
            part = terms[first : first + READ_AT_ONCE]
            known._read(part, slice(int(starts[first]), int(ends[first + len(part) - 1])))
        return known

    def _read(self, terms: Sequence[str], place: slice) -> None:
        parts = " ".join(terms).replace("@", " ").replace("-", " ").split(" ")
        residences = ResidenceBits.of(parts[::3])
        self.residences.words[:, place] = residences.words
        self.residences.stated[place] = residences.stated
        self.low[place] = [*map(int, parts[1::3])]
        self.high[place] = [*map(int, parts[2::3])]

    @cached_property
    def merged(self) -> ResidenceBits:
        """By term, the residence of its document."""
        return self.residences.merged(self.starts)

    def any(self, openings: Array) -> Array:
        """By term, whether any of its openings is among these. `openings`: True or False by opening."""
        found: Array = np.logical_or.reduceat(openings, self.starts)
        return found

    def of_terms(self, values: Array) -> Array:
        """By opening, the value of its term."""
        return np.repeat(values, np.diff(self.starts, append=len(self.high)))

    def max_pay(self, openings: Array) -> Array:
        """By term, the highest pay of these of its openings; 0 if none states it."""
        pay: Array = np.maximum.reduceat(np.where(openings, self.high, 0), self.starts)
        return pay


@dataclass(frozen=True, slots=True)
class StoredOpenings:
    """All that an index holds. The same term may be in several `parts`."""

    parts: Sequence[KnownOpenings] = ()

    @classmethod
    def read(cls, searcher: IndexSearcher) -> StoredOpenings:
        return cls([part for part in searcher.made_of_terms("openings", KnownOpenings.of) if part.terms])

    def __bool__(self) -> bool:
        return bool(self.parts)

    def counted(self, counts: Mapping[str, int]) -> Iterator[tuple[KnownOpenings, Array]]:
        """Parts with the count of each of their terms: `counts` of terms, SINGLE left out."""
        left = {term: count for term, count in counts.items() if term != SINGLE}
        for part in self.parts:
            if left:
                yield part, np.array([left.pop(term, 0) for term in part.terms], dtype=np.int64)
        if left:
            # An index without count tables lists no more terms than tantivy's limit.
            yield KnownOpenings.of(list(left)), np.array(list(left.values()), dtype=np.int64)


def counted_openings(searcher: IndexSearcher, counts: Mapping[str, int]) -> Iterator[tuple[KnownOpenings, Array]]:
    """As `counted`, of all that the index holds. Nothing is read of it, which may lack them, if nothing is counted."""
    if counts.keys() - {SINGLE}:
        yield from StoredOpenings.read(searcher).counted(counts)
