"""The count tables that belong to what a searcher of tantivy sees."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from listings.search.counting.state import read_state
from listings.search.counting.table import CountTable
from listings.search.counting.tables import CountTables
from listings.search.index.commits import opstamp
from listings.search.index.errors import table_errors


def read_tables(folder: Path, loaded_at: int, known: Mapping[Path, CountTable]) -> CountTables | None:
    """`loaded_at`: tantivy's opstamp before it was read. None if a commit came in between; then read both again.

    `known`: tables that are open already, and need not be read again. Raises IndexUnusable.
    """
    with table_errors():
        state = read_state(folder)
        if opstamp(folder) != loaded_at or state.opstamp > loaded_at:
            return None
        tables = state.at(loaded_at).tables
        paths = [folder / table.name for table in tables]
        opened = [known.get(path) or CountTable(path) for path in paths]
        return CountTables(opened, [table.touched for table in tables])
