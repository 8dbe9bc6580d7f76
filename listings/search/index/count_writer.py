"""Keeps the count tables of an index's version: each commit adds a small one, and small ones are merged.

Merging goes on between commits, a slice at a time, so that no change waits for it. What a crash leaves unfinished is
removed.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyroaring import BitMap

from listings.search.counting.build import TableBuilder, merge_tables
from listings.search.counting.entries import Entry
from listings.search.counting.state import STATE, CountState, TableName, read_state, state_text
from listings.search.counting.table import CountTable
from listings.search.counting.tables import live_parts
from listings.search.index.commits import opstamp
from listings.search.index.errors import table_errors
from listings.search.index.index_versions import remove, write_atomically

# The large table is made anew when so many listings have changed, and this share of all.
MIN_CHANGED, CHANGED_SHARE = 20_000, 0.03
# A table is merged with newer ones unless it is so many times as large as all of them, at least so many at once: four
# small tables are left to be read on average, and each listing is written about twice more.
GROWTH, MIN_MERGED = 1.5, 6
MAX_MERGED = 16
# While there are more small tables, merging does not wait for idle moments, of which a busy machine may have none:
# readers look into each table.
MAX_SMALL = 12
# Sets of a table that are kept in memory before it is written.
MAX_SETS = 500_000
SUFFIX = ".counts"


@dataclass(frozen=True, slots=True)
class TableMerge:
    """`slices`: the work, which ends with a new table in place of those of `names`."""

    names: frozenset[str]
    slices: Iterator[None]


class CountWriter:
    """Of one version, open until it is closed or fails. Raises IndexUnusable, OSError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with table_errors():
            self.state = read_state(folder).at(opstamp(folder))
            self._tables = {table.name: CountTable(folder / table.name) for table in self.state.tables}
        remove_other_tables(folder, self.state.names)
        self._last_number = max(map(_number, self.state.names))
        self._builder = TableBuilder()
        self._small: TableMerge | None = None
        self._large: TableMerge | None = None

    def add(self, entry: Entry) -> None:
        """The new state of a listing, which the next commit has."""
        self._builder.add(entry)

    @property
    def is_full(self) -> bool:
        """Whether the next commit should have no more listings."""
        return self._builder.sets >= MAX_SETS

    def prepare(self, listing_ids: Iterable[int]) -> None:
        """Call it before tantivy commits new states of these listings. Those that were not added are closed."""
        name = self._new_name()
        self._builder.write(self.folder / name)
        self._builder = TableBuilder()
        self._tables[name] = CountTable(self.folder / name)
        self._write(CountState(self.state.opstamp, self.state.tables, TableName(name, BitMap(listing_ids))))

    def committed(self) -> None:
        """Call it after the commit."""
        self.state = self.state.at(opstamp(self.folder))

    def work(self, until: float) -> None:
        """Goes on with merging, one slice at least, until this time of the monotonic clock.

        If it is far behind, it ends one merge of small tables at least.
        """
        is_behind = self._plan() and len(self._small_tables) > MAX_SMALL
        while self._plan():
            if self._small:
                self._small = self._advanced(self._small)
                is_behind = is_behind and self._small is not None
            elif self._large:
                self._large = self._advanced(self._large)
            if time.monotonic() >= until and not is_behind:
                return

    @property
    def _small_tables(self) -> Sequence[TableName]:
        """All but the first that no large merge has."""
        busy = self._large.names if self._large else frozenset()
        return [table for table in self.state.tables[1:] if table.name not in busy]

    def _plan(self) -> bool:
        """Whether there is anything to merge. Tables that are being merged stand before all that can be planned."""
        first, *changed = self.state.tables
        if self._small is None and len(mergeable := _of_like_size(self._small_tables)) >= MIN_MERGED:
            self._small = self._merge(mergeable[-MAX_MERGED:])
        if self._small is None and self._large is None:
            due = max(MIN_CHANGED, CHANGED_SHARE * len(self._tables[first.name].ids))
            if sum(len(table.touched) for table in changed) >= due:
                self._large = self._merge(self.state.tables)
        return bool(self._small or self._large)

    def _merge(self, merged: Sequence[TableName]) -> TableMerge:
        return TableMerge(frozenset(table.name for table in merged), self._slices(merged))

    def _advanced(self, merge: TableMerge) -> TableMerge | None:
        """The merge after one more slice; None if it has ended."""
        for _ in merge.slices:
            return merge
        return None

    def _slices(self, merged: Sequence[TableName]) -> Iterator[None]:
        tables, touched = [self._tables[table.name] for table in merged], [table.touched for table in merged]
        name = self._new_name()
        yield from merge_tables(self.folder / name, live_parts(tables, touched))
        self._tables[name] = CountTable(self.folder / name)
        start = self.state.tables.index(merged[0])
        before, after = self.state.tables[:start], self.state.tables[start + len(merged) :]
        # No table is older than the first: nobody asks which of its listings are closed.
        new = TableName(name, BitMap().union(*touched) if before else BitMap())
        self._write(CountState(self.state.opstamp, (*before, new, *after)))
        for table in merged:
            del self._tables[table.name]
            remove(self.folder / table.name)

    def _new_name(self) -> str:
        self._last_number += 1
        return f"{self._last_number}{SUFFIX}"

    def _write(self, state: CountState) -> None:
        write_atomically(self.folder / STATE, state_text(state))
        self.state = state


def _of_like_size(tables: Sequence[TableName]) -> Sequence[TableName]:
    """The newest tables, up to one that is many times as large as all after it."""
    start = total = 0
    for start in range(len(tables) - 1, -1, -1):
        if total and len(tables[start].touched) >= GROWTH * total:
            return tables[start + 1 :]
        total += len(tables[start].touched)
    return tables[start:]


def remove_other_tables(folder: Path, names: set[str]) -> None:
    for path in folder.glob(f"*{SUFFIX}"):
        if path.name not in names:
            remove(path)


def _number(name: str) -> int:
    return int(name.removesuffix(SUFFIX))
