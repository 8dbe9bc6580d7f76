"""Which count tables an index's version has, in a small file.

The file is written before each commit of tantivy, and says what holds before and after it: `opstamp` is that of the
commit before. A reader that knows tantivy's opstamp knows which holds, wherever the indexer was killed.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyroaring import BitMap

STATE = "counting.json"


@dataclass(frozen=True, slots=True)
class TableName:
    """`touched`: listings of which no older table holds the state; those that the table lacks were closed."""

    name: str
    touched: BitMap


@dataclass(frozen=True, slots=True)
class CountState:
    """`tables`: the oldest first, which holds most. `coming`: the one that the commit after `opstamp` adds."""

    opstamp: int
    tables: tuple[TableName, ...]
    coming: TableName | None = None

    def at(self, opstamp: int) -> CountState:
        """As it is after this commit. Raises ValueError if it is one of before."""
        if opstamp < self.opstamp:
            raise ValueError(f"{STATE} is newer than the index")
        if opstamp == self.opstamp:
            return replace(self, coming=None)
        return CountState(opstamp, (*self.tables, self.coming) if self.coming else self.tables)

    @property
    def names(self) -> set[str]:
        return {table.name for table in (*self.tables, self.coming) if table}


def state_text(state: CountState) -> str:
    stored = {
        "opstamp": state.opstamp,
        "tables": [_stored(table) for table in state.tables],
        "coming": _stored(state.coming) if state.coming else None,
    }
    return json.dumps({"state": stored, "crc": _crc(stored)})


def read_state(folder: Path) -> CountState:
    """Raises ValueError, OSError."""
    try:
        stored = json.loads((folder / STATE).read_text())
        state = stored["state"]
        if stored["crc"] != _crc(state):
            raise ValueError(f"{STATE} is damaged")
        coming = _table(state["coming"]) if state["coming"] else None
        return CountState(state["opstamp"], tuple(map(_table, state["tables"])), coming)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError(f"{STATE} is damaged") from error


def _stored(table: TableName) -> dict[str, str]:
    return {"name": table.name, "touched": base64.b64encode(table.touched.serialize()).decode()}


def _table(stored: dict[str, str]) -> TableName:
    return TableName(stored["name"], BitMap.deserialize(base64.b64decode(stored["touched"])))


def _crc(stored: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(stored, sort_keys=True).encode())
