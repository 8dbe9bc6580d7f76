"""The count table of a version that is being built: written in parts that fit in memory, then merged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyroaring import BitMap

from listings.search.counting.build import TableBuilder, merge_tables
from listings.search.counting.entries import Entry
from listings.search.counting.state import STATE, CountState, TableName, state_text
from listings.search.counting.table import CountTable
from listings.search.index.commits import opstamp
from listings.search.index.count_writer import MAX_SETS, SUFFIX, remove_other_tables
from listings.search.index.index_versions import write_atomically

# Listings of a part.
MAX_LISTINGS = 25_000


class TableParts:
    """Written by one of several processes, each of which gives its parts numbers that no other gives."""

    def __init__(self, folder: Path, process: int = 0, processes: int = 1) -> None:
        self.folder = folder
        self.names: list[str] = []
        self._number, self._step = 1 + process, processes
        self._builder = TableBuilder()

    def add(self, entry: Entry) -> None:
        self._builder.add(entry)
        if len(self._builder) >= MAX_LISTINGS or self._builder.sets >= MAX_SETS:
            self.write()

    def write(self) -> None:
        self.names.append(f"{self._number}{SUFFIX}")
        self._builder.write(self.folder / self.names[-1])
        self._builder = TableBuilder()
        self._number += self._step


def merge_parts(folder: Path, names: Iterable[str]) -> None:
    """Makes the version's table of its parts. Call it after the last commit."""
    tables = [CountTable(folder / name) for name in names]
    merged = f"0{SUFFIX}"
    for _ in merge_tables(folder / merged, [(table, table.ids) for table in tables]):
        pass
    state = CountState(opstamp(folder), (TableName(merged, BitMap()),))
    write_atomically(folder / STATE, state_text(state))
    remove_other_tables(folder, state.names)
