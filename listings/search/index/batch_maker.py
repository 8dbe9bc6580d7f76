"""Documents, and tables of counts of the same listings."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from listings.search.index.documents import documents
from listings.search.index.first_tables import TableParts
from listings.search.index.rows import open_ids, rows_of

Batch = list[dict[str, Any]]


class BatchMaker:
    """`tables`: names of the tables that have been written, of all listings after `finish`."""

    def __init__(self, folder: Path, built_at: float, process: int = 0, processes: int = 1) -> None:
        self.built_at = built_at
        self._parts = TableParts(folder, process, processes)
        self.tables = self._parts.names

    def __iter__(self) -> Iterator[Batch]:
        for ids in open_ids():
            yield self.make(ids)
        self.finish()

    def make(self, ids: Collection[int]) -> Batch:
        made = []
        for fields, _, entry in documents(rows_of(ids), self.built_at):
            self._parts.add(entry)
            made.append(fields)
        return made

    def finish(self) -> None:
        self._parts.write()
