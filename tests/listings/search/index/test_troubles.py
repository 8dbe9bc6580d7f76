"""What may befall an index, and how it comes back."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from listings.models import Change, Listing
from listings.search.index import change_feed, index_versions
from listings.search.index.health import MAX_LAG, index_state
from listings.search.index.indexer import Busy, Indexer, Stopped
from listings.search.index.reader import IndexReader
from listings.search.index.searcher import NotReady
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.examples import few
from tests.listings.indexing import PATIENCE, indexing
from tests.listings.making import listing_with
from tests.processes import running, until

pytestmark = pytest.mark.django_db(transaction=True)


def new_listing(title: str) -> Listing:
    with transaction.atomic():
        listing = listing_with(title)
        Change.objects.create(listing_id=listing.pk, kind=Change.Kind.NEW)
    return listing


def total(folder: Path) -> int:
    """As a process that has only now begun to read finds it."""
    return IndexReader(folder).searcher().num_docs


@pytest.mark.parametrize("lost", few(["*.term", "*.store", "meta.json", "*"]))
def test_a_damaged_index_is_built_anew(folder: Path, lost: str) -> None:
    new_listing("Here")
    with Indexer(folder) as indexer:
        indexer.step()
    first = index_versions.current(folder)
    for path in (folder / first).glob(lost):
        path.unlink()
    new_listing("More")
    with Indexer(folder) as indexer:
        indexer.step()
    assert index_versions.current(folder) != first
    assert total(folder) == 2


def test_a_deleted_folder_still_has_one_indexer(indexer: Indexer, folder: Path) -> None:
    indexer.step()
    shutil.rmtree(folder)
    indexer.step()
    with pytest.raises(Busy), Indexer(folder):
        pass
    shutil.rmtree(folder)
    with Indexer(folder), pytest.raises(Busy):
        indexer.follow(threading.Event())


def test_rebuilds_that_fail_leave_nothing_behind(indexer: Indexer, folder: Path) -> None:
    new_listing("Here")
    indexer.step()
    first = index_versions.current(folder)
    for _ in range(3):
        with pytest.raises(DatabaseError), connection.execute_wrapper(refusing_listings):
            indexer.rebuild()
    assert index_versions.current(folder) == first
    assert total(folder) == 1
    indexer.step()
    assert [path.name for path in folder.glob("generation-*") if path.is_dir()] == [first]


def refusing_listings(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if "listings_listing" in sql:
        sql = "SELECT 1 / 0"
        params = None
    return execute(sql, params, many, context)


def test_told_to_stop_it_leaves_a_rebuild(indexer: Indexer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("listings.search.index.rows.CHUNK", 2)
    for number in range(4):
        new_listing(f"Listing {number}")
    indexer.stop.set()
    with pytest.raises(Stopped):
        indexer.step()
    assert index_versions.current(folder) == ""
    indexer.stop.clear()
    indexer.step()
    assert total(folder) == 4


@pytest.mark.slow
def test_sigterm_ends_it_cleanly(folder: Path, tmp_path: Path) -> None:
    log = tmp_path / "indexer.log"
    with running("manage.py", "indexer", log=log) as process:
        until(lambda: index_versions.current(folder) != "", PATIENCE, log=log)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    assert "Traceback" not in log.read_text()


@pytest.mark.slow
def test_a_rebuild_beside_a_running_indexer_blinds_no_reader(folder: Path) -> None:
    for number in range(30):
        new_listing(f"Listing {number}")
    states: set[str] = set()

    def rebuilt() -> bool:
        states.add(find(Search()).state)
        return index_versions.current(folder) != first

    with indexing(folder):
        until(lambda: find(Search()).state == "results", PATIENCE)
        first = index_versions.current(folder)
        call_command("index", "--rebuild")
        until(rebuilt, PATIENCE)
    assert states == {"results"}
    assert not index_versions.is_rebuild_requested(folder)


def test_a_reader_that_meets_a_swap_sees_no_gap(indexer: Indexer, folder: Path) -> None:
    new_listing("Here")
    indexer.step()
    missed: list[NotReady] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            try:
                IndexReader(folder).searcher()
            except NotReady as error:
                missed.append(error)

    thread = threading.Thread(target=look)
    thread.start()
    for _ in range(10):
        indexer.rebuild()
    stop.set()
    thread.join()
    assert not missed


def test_another_databases_listings_are_not_shown_meanwhile(folder: Path) -> None:
    new_listing("Here")
    with Indexer(folder) as indexer:
        indexer.step()
    name = index_versions.current(folder)
    cursor = index_versions.read_cursor(folder, name)
    assert cursor is not None

    def pretend(database: str) -> Indexer:
        index_versions.write_cursor(
            folder, name, index_versions.Cursor(cursor.edition, database, cursor.xid, cursor.id)
        )
        return Indexer(folder)

    after_failover = cursor.database.rpartition("/")[0] + "/999"
    with pretend(after_failover) as indexer:
        assert indexer._reason_to_rebuild()
        assert index_versions.current(folder) == name
    with pretend("another/database/of/1") as indexer:
        assert indexer._reason_to_rebuild()
        assert index_versions.current(folder) == ""
        indexer.step()
    assert total(folder) == 1


def test_changes_of_a_restored_dump_are_not_read_for_ever(indexer: Indexer) -> None:
    """Their transactions were counted by another cluster, far ahead of this one."""
    indexer.step()
    Change.objects.bulk_create(Change(listing_id=n, kind="new", xid=10**15 + n) for n in range(1, 50))
    assert indexer.cursor is not None
    assert change_feed.read_changes(indexer.cursor) == []
    new_listing("Here")
    assert not change_feed.has_waiting(indexer.cursor, 30)
    indexer.step()
    assert all(xid < 10**15 for xid, _ in indexer.ahead)
    assert total(indexer.folder) == 1


@pytest.mark.slow
def test_a_lost_connection_is_made_anew(folder: Path, tmp_path: Path) -> None:
    log = tmp_path / "indexer.log"
    with running("manage.py", "indexer", log=log):
        until(lambda: index_state().ready, PATIENCE, log=log)
        with connection.cursor() as sql:
            sql.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        new_listing("Afterwards")
        until(lambda: find(Search(q="afterwards")).total == 1, PATIENCE, log=log)
    assert "it will be retried" in log.read_text()


def test_an_index_is_fresh_until_a_change_waits(indexer: Indexer, folder: Path) -> None:
    assert not index_state().ready
    indexer.step()
    index_versions.write_heartbeat(folder, 1)
    assert index_state().ready
    Change.objects.create(listing_id=1, kind=Change.Kind.NEW)
    assert index_state().ready
    with connection.cursor() as sql:
        sql.execute("UPDATE listings_change SET at = now() - interval '31 seconds'")
    state = index_state()
    assert (state.ready, state.message) == (False, "changes wait for longer than 30 seconds")
    indexer.heartbeat_at = 0.0
    indexer.step()
    assert index_state().ready
    assert (index_state().lag_seconds or 0) < MAX_LAG


def test_a_search_just_after_the_deletion_answers(indexer: Indexer, folder: Path) -> None:
    new_listing("Here")
    indexer.step()
    assert find(Search()).total == 1
    shutil.rmtree(folder)

    def is_noticed() -> bool:
        results = find(Search(q="here"))
        assert [listing.title for listing in results.listings] == ["Here"]
        return results.state == "rebuilding"

    until(is_noticed, PATIENCE)
