"""Broad searches over ten times as many listings: the index's own count table, repeated with other ids.

The totals and counts of all groups are measured on it. A first page is not part of it: tantivy has no such index here.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from pyroaring import BitMap

from listings.search.counting.arrays_file import ArraysWriter, read_arrays
from listings.search.counting.build import Posting, write_ids, write_postings
from listings.search.counting.table import CountTable
from listings.search.counting.tables import CountTables
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher
from listings.search.query.scope import Scope
from listings.search.query.search import Search
from listings.search.results.find import IndexSearch
from tests.benchmarks.search.asking import forget
from tests.benchmarks.search.figures import spread
from tests.benchmarks.search.queries import BROAD
from tests.benchmarks.search.steps import SEARCHES

TIMES = 10


def measure() -> dict[str, Any]:
    """Each search for the first time; in processor time."""
    searcher = index_reader().searcher()
    if searcher.tables is None:
        raise ValueError("The index has no count tables.")
    ((table, _),) = searcher.tables.parts
    with TemporaryDirectory(dir=table.path.parent.parent) as folder:
        path = Path(folder) / "tenfold.counts"
        _repeat(table, path)
        repeated = CountTables([CountTable(path)], [BitMap()])
        tenfold = IndexSearcher(searcher._searcher, "tenfold", repeated)
        wide = [*SEARCHES.values(), *(Search(q=word) for word in BROAD)]
        figures = {"listings": len(repeated.ids), "MiB": round(path.stat().st_size / 2**20)}
        return {**figures, **spread([_seconds(tenfold, search) for search in wide])}


def _seconds(searcher: IndexSearcher, search: Search) -> float:
    forget()
    begun = time.process_time()
    question = IndexSearch(searcher, search, samples=True)
    question.count(search)
    question.count(search, Scope.TEXT)
    question._counts(search, Scope.NAMES)
    return time.process_time() - begun


def _repeat(table: CountTable, path: Path) -> None:
    """Ids have to follow each other without gaps, as those of made-up listings do."""
    count = len(table.ids)
    if table.ids.max() - table.ids.min() + 1 != count:
        raise ValueError("The ids of the listings have gaps.")
    _, arrays = read_arrays(table.path)
    first = int(arrays["first"][0])
    with ArraysWriter(path) as writer:
        deque(write_postings(writer, _repeated_postings(table, count)), maxlen=0)
        write_ids(writer, np.arange(first, first + TIMES * count, dtype=np.uint32))
        for name, values in arrays.items():
            if name.startswith("column ") or name == "items":
                writer.add(name, np.tile(values, TIMES))
            elif name == "item ends":
                writer.add(name, np.concatenate([[0], np.tile(np.diff(values), TIMES).cumsum()]).astype(np.int64))
            elif name not in ("hashes", "offsets", "ids"):
                writer.add(name, values)
        writer.finish()


def _repeated_postings(table: CountTable, count: int) -> Iterator[Posting]:
    for posting_hash, name, stored in table.postings():
        ids = BitMap.deserialize(stored)
        yield posting_hash, name, BitMap().union(*(ids.shift(place * count) for place in range(TIMES))).serialize()
