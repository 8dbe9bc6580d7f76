"""What a process keeps of a whole index: bounded, and read while nobody waits."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import tantivy

from listings.search.index import index_table, reader
from listings.search.index.index_table import IndexTable
from listings.search.index.schema import create_index
from listings.search.index.searcher import IndexSearcher
from tests.listings.indexing import PATIENCE


def searcher_of(folder: Path, titles: list[str]) -> IndexSearcher:
    index = create_index(folder)
    writer = index.writer(num_threads=1)
    for number, title in enumerate(titles):
        writer.add_document(tantivy.Document(id=number, spelling=[title], skill=["python"]))
    writer.commit()
    index.reload()
    return IndexSearcher(index.searcher())


def test_nobody_waits_for_the_table_of_a_large_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_table, "FEW_LISTINGS", 1)
    searcher = searcher_of(tmp_path, ["baker", "cook"])
    may_read, is_read = threading.Event(), threading.Event()

    def read(searcher: IndexSearcher) -> list[str]:
        assert may_read.wait(PATIENCE)
        is_read.set()
        return [term for term, _ in searcher.terms("spelling", 10)]

    table = IndexTable[list[str]](read, [], max_age=3600)
    assert [table.current(searcher, "1") for _ in range(3)] == [[], [], []]
    may_read.set()
    assert is_read.wait(PATIENCE)
    # Its lock is free once it is kept.
    with table._reading:
        assert table.current(searcher, "1") == ["baker", "cook"]


@pytest.mark.slow
def test_a_small_index_is_read_at_once_for_each_version(tmp_path: Path) -> None:
    searcher = searcher_of(tmp_path, ["baker"])
    readings: list[int] = []

    def read(searcher: IndexSearcher) -> int:
        readings.append(searcher.num_docs)
        return len(readings)

    table = IndexTable(read, 0, max_age=3600)
    assert [table.current(searcher, version) for version in ("1", "1", "2", "2")] == [1, 1, 2, 2]


def test_a_small_index_is_read_again_once_it_has_grown(tmp_path: Path) -> None:
    folders = [tmp_path / str(size) for size in (4, 5, 6, 7, 8)]
    for folder in folders:
        folder.mkdir()
    searchers = [searcher_of(folder, ["baker"] * int(folder.name)) for folder in folders]
    table = IndexTable(lambda searcher: searcher.num_docs, 0, max_age=3600)
    assert [table.current(searcher, "1") for searcher in searchers] == [4, 4, 6, 6, 8]


def test_the_most_used_words_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SPELLINGS", 2)
    titles = ["zebra keeper", "zebra keeper", *(f"{letter}{letter}{letter} zebra" for letter in "abcdef")]
    counts = reader._read_spellings(searcher_of(tmp_path, titles))
    assert counts == {"zebra": 8, "keeper": 2, "python": 8}
