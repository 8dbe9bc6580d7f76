"""Documents that several processes make are those that one makes."""

from __future__ import annotations

import os
from multiprocessing import active_children

import pytest

from listings.search.index import batches, rows
from listings.search.index.batches import ProcessEnded
from listings.search.index.indexer import Indexer
from listings.search.index.verify import compare
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(batches, "MIN_LISTINGS", 0)
    monkeypatch.setattr(rows, "CHUNK", 2)
    # More than are asked for ahead.
    for number in range(15):
        listing_with(f"Tide clerk {number}")


def kill_one(_: int) -> None:
    active_children()[0].kill()


def test_a_rebuild_by_several_processes_is_complete(indexer: Indexer) -> None:
    counts: list[int] = []
    assert indexer.rebuild(counts.append) == 15
    assert counts == [2, 4, 6, 8, 10, 12, 14, 15]
    assert not compare()


def test_a_rebuild_whose_process_is_killed_is_begun_again(indexer: Indexer) -> None:
    with pytest.raises(ProcessEnded):
        indexer.rebuild(kill_one)
    assert not active_children()
    indexer.step()
    assert not compare()
