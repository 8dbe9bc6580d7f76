"""Where the time of indexing goes: processor time of each step, a listing, once every cache is warm."""

from __future__ import annotations

import gc
import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tantivy

from listings.facts.text import plain
from listings.search.counting.build import TableBuilder
from listings.search.counting.entries import entry
from listings.search.index.document_process import GC_THRESHOLD
from listings.search.index.documents import document_fields, indexed_fields
from listings.search.index.indexer import HEAP_BYTES
from listings.search.index.rows import CHUNK, open_rows
from listings.search.index.schema import create_index, schema
from listings.search.text.analysis import terms

SAMPLE = 5_000
Step = tuple[str, Callable[[], Any]]


def measure() -> dict[str, float]:
    """Step → microseconds a listing. Steps that are part of another are named so."""
    rows = list(islice(open_rows(), SAMPLE))
    built_at = time.time()
    fields = [document_fields(row, built_at) for row in rows]
    texts = [plain(row.html) for row in rows]
    entries = [entry(each) for each in fields]
    documents = [indexed_fields(each) for each in fields]
    table = TableBuilder()
    with TemporaryDirectory() as folder, _collected_as_in_a_rebuild():
        writer = create_index(Path(folder)).writer(HEAP_BYTES, 1)

        def add_entries() -> None:
            for each in entries:
                table.add(each)

        def add_documents() -> None:
            for each in documents:
                writer.add_document(tantivy.Document.from_dict(each, schema()))
            writer.commit()

        steps: tuple[Step, ...] = (
            ("rows read from PostgreSQL", lambda: list(islice(open_rows(), SAMPLE))),
            ("fields of the document", lambda: [document_fields(row, built_at) for row in rows]),
            ("… of these, the plain text", lambda: [plain(row.html) for row in rows]),
            ("… of these, its terms", lambda: [terms(text) for text in texts]),
            ("… as tantivy takes them", lambda: [indexed_fields(each) for each in fields]),
            ("handed from process to process", lambda: _handed_over(documents)),
            ("what the count tables have of it", lambda: [entry(each) for each in fields]),
            ("added to a count table", add_entries),
            ("the count table written", lambda: table.write(Path(folder) / "sample.counts")),
            ("tantivy, with its own threads", add_documents),
        )
        return {name: _microseconds(work, len(rows)) for name, work in steps}


@contextmanager
def _collected_as_in_a_rebuild() -> Iterator[None]:
    """Thousands of documents are held here at once: looking for cycles among them is no part of indexing."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD)
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def _handed_over(documents: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(documents), CHUNK):
        pickle.loads(pickle.dumps(documents[start : start + CHUNK]))


def _microseconds(work: Callable[[], Any], count: int) -> float:
    begun = time.process_time()
    work()
    return round(1_000_000 * (time.process_time() - begun) / max(1, count), 1)
