"""Killed at any of its writes, an indexer ends equal to PostgreSQL."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import Any

import pytest

from listings.search.index.indexer import Indexer
from listings.search.index.reader import IndexReader
from listings.search.index.searcher import IndexSearcher
from listings.search.index.verify import compare
from listings.search.query.search import Search
from tests.examples import few
from tests.forks import start_copy
from tests.listings.search.counting.test_counts_agree import (
    answers_of,
    change_some,
    database_counts,
    make_listing,
    table_counts,
)
from tests.listings.search.counting.test_counts_agree import folder as folder

pytestmark = pytest.mark.django_db(transaction=True)

WRITES = ("open", "os.rename", "os.remove")
KILLED, ENDED = 9, 0
MAX_WRITES = 150
"""More than the steps below make."""


def steps_killed_at(folder: Path, write: int) -> None:
    """Ends like a killed process before its write of this number."""
    left = write

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event not in WRITES or str(folder) not in str(arguments[0]):
            return
        if event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            return
        if left == 0:
            os._exit(KILLED)
        left -= 1

    with Indexer(folder) as indexer:
        sys.addaudithook(watch)
        for _ in range(4):
            indexer.step()
            change_some(random.Random(write), 1000 + write)
    os._exit(ENDED)


def was_killed(folder: Path, write: int) -> bool:
    child = start_copy(steps_killed_at, folder, write)
    child.join()
    assert child.exitcode in (KILLED, ENDED)
    return child.exitcode == KILLED


@pytest.mark.parametrize(("start", "step"), few([(1, 19), *((start, 5) for start in range(5))]))
def test_killed_at_every_write_it_ends_equal(folder: Path, start: int, step: int) -> None:
    chance = random.Random(start)
    for number in range(15):
        make_listing(chance, number)
    write = start
    while was_killed(folder, write):
        with Indexer(folder) as indexer:
            indexer.step()
            assert not compare()
            searcher = IndexReader(folder).searcher()
            assert answers_of(searcher, Search()) == answers_of(IndexSearcher(searcher._searcher), Search())
            assert table_counts(searcher) == database_counts()
        change_some(chance, 2000 + write)
        # A version is built in about ten writes, and a table merged in as many.
        write += step
        assert write < MAX_WRITES
    assert write > 20
