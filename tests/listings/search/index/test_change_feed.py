"""The index after two writers at once, after being killed anywhere, and after a change of its schema."""

from __future__ import annotations

import signal
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import tantivy
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from listings.models import Change, Listing
from listings.search.index import change_feed, index_versions
from listings.search.index.indexer import Indexer
from listings.search.index.reader import IndexReader
from listings.search.index.schema import edition
from listings.search.index.verify import compare
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.examples import examples, few
from tests.listings.indexing import PATIENCE, indexing
from tests.listings.making import listing_with
from tests.processes import until

pytestmark = pytest.mark.django_db(transaction=True)


def changed(listing: Listing, **fields: object) -> None:
    with transaction.atomic():
        Listing.objects.filter(pk=listing.pk).update(changed_at=timezone.now(), **fields)
        Change.objects.create(listing_id=listing.pk, kind=Change.Kind.CHANGED)


def held(folder: Path) -> int:
    return IndexReader(folder).searcher().num_docs


def begun_beside(folder: Path, known: set[str]) -> bool:
    return bool({path.name for path in folder.glob("generation-*")} - known)


def test_the_later_transaction_commits_first_and_neither_is_lost(folder: Path) -> None:
    begun, commit = threading.Event(), threading.Event()
    numbers: dict[str, int] = {}

    def earlier() -> None:
        try:
            with transaction.atomic():
                listing = listing_with("Earlier", "An employer of its own", "weworkremotely")
                numbers["earlier"] = Change.objects.create(listing_id=listing.pk, kind=Change.Kind.NEW).pk
                begun.set()
                assert commit.wait(PATIENCE)
        finally:
            connection.close()

    with Indexer(folder) as indexer:
        indexer.step()
        thread = threading.Thread(target=earlier)
        thread.start()
        assert begun.wait(PATIENCE)
        with transaction.atomic():
            listing = listing_with("Later")
            numbers["later"] = Change.objects.create(listing_id=listing.pk, kind=Change.Kind.NEW).pk
        assert numbers["earlier"] < numbers["later"]
        indexer.step()
        assert held(folder) == 1
        assert indexer.cursor is not None
        # A cursor at the later change would leave the earlier behind it for ever, also for an indexer begun anew.
        stored = index_versions.read_cursor(folder, indexer.name)
        assert stored is not None
        commit.set()
        thread.join()
        assert {row.id for row in change_feed.read_changes(stored)} == set(numbers.values())
    with Indexer(folder) as another:
        another.step()
        assert held(folder) == 2
        assert not compare()


def test_the_changes_read_are_those_of_the_orm(folder: Path) -> None:
    for number in range(3):
        changed(listing_with(f"Writer {number}"))
    start = change_feed.new_cursor()
    first = index_versions.Cursor(start.edition, start.database, 0, 0)
    expected = [(row.xid, row.pk, row.listing_id) for row in Change.objects.order_by("xid", "pk")]
    assert len(expected) == 3
    read = change_feed.read_changes(first)
    assert [(row.xid, row.id, row.listing_id) for row in read] == expected
    # Whatever else runs on this server may hold the later ones back, never one before a settled one.
    settled = [row.is_settled for row in read]
    assert settled == sorted(settled, reverse=True)
    assert [row.id for row in change_feed.read_changes(first, limit=1)][:1] == [expected[0][1]]
    passed = index_versions.Cursor(start.edition, start.database, *expected[1][:2])
    assert [row.id for row in change_feed.read_changes(passed)] == [expected[2][1]]
    assert change_feed.has_waiting(passed, -1) is Change.objects.filter(pk__gt=expected[1][1]).exists() is True
    assert change_feed.has_waiting(passed, 3600) is False


@pytest.mark.parametrize(("after", "rounds"), few([(0.05, 1), (0.05, 3), (0.6, 3), (0.0, 3), (0.2, 3)]))
def test_killed_at_any_point_it_ends_equal(folder: Path, after: float, rounds: int) -> None:
    """In the first build, between a commit and the cursor's writing, in a rebuild: whatever the clock hits."""
    made = [listing_with(f"First {number}") for number in range(40)]
    for round_ in range(rounds):
        known = {path.name for path in folder.glob("generation-*")}
        if round_:
            index_versions.ask_for_rebuild(folder)
        with indexing(folder) as process:
            # The clock begins with the build, not with the start of the process.
            until(lambda: begun_beside(folder, known), PATIENCE)  # noqa: B023 - called at once
            deadline = time.monotonic() + after
            place = 0
            while time.monotonic() < deadline or place < 5:
                listing = made[(place * 7 + round_) % len(made)]
                changed(listing, title=f"Round {round_}, {place}", closed_at=timezone.now() if place % 3 == 0 else None)
                place += 1
            process.kill()
            process.join()
            assert process.exitcode == -signal.SIGKILL
    with indexing(folder):
        # Alone: what follows the changes must do it, not what compares the two and mends.
        until(lambda: bool(index_versions.current(folder)) and not compare(), PATIENCE)
    call_command("index", "--verify")
    assert not compare()
    assert held(folder) == Listing.objects.open().count()


@pytest.mark.parametrize("rounds", few([1, examples(3)]))
def test_killed_while_it_follows_it_takes_up_where_it_was(folder: Path, rounds: int) -> None:
    """Nothing is built anew here: what a kill loses between the index and its cursor would stay lost."""
    made = [listing_with(f"First {number}") for number in range(10)]
    with Indexer(folder) as indexer:
        indexer.step()
    first = index_versions.current(folder)
    for round_ in range(rounds):
        with indexing(folder) as process:
            until(lambda: held_equal(folder), PATIENCE)
            for place in range(5):
                changed(made[place], title=f"Round {round_}, {place}")
            time.sleep(0.2 * round_)
            process.kill()
            process.join()
    with indexing(folder):
        until(lambda: held_equal(folder), PATIENCE)
    assert index_versions.current(folder) == first


def held_equal(folder: Path) -> bool:
    return bool(index_versions.current(folder)) and not compare()


@pytest.mark.slow
def test_verifying_after_a_kill_finds_nothing_to_mend(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listing = listing_with("Here")
    with indexing(folder):
        until(lambda: bool(index_versions.current(folder)), PATIENCE)
    changed(listing, title="Here, renamed")
    capsys.readouterr()
    call_command("index", "--verify")
    said = capsys.readouterr().out
    assert "missing" not in said
    assert "hold the same listings" in said
    assert [one.title for one in find(Search(q="renamed")).listings] == ["Here, renamed"]


def test_another_schema_builds_beside_the_old_which_serves_until_the_swap(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("listings.search.index.rows.CHUNK", 5)
    for number in range(4):
        listing_with(f"Writer {number}")
    with Indexer(folder) as indexer:
        indexer.step()
    old = index_versions.current(folder)
    cursor = index_versions.read_cursor(folder, old)
    assert cursor is not None
    assert cursor.edition == edition()
    index_versions.write_cursor(folder, old, replace(cursor, edition=edition() - 1))
    reading = IndexReader(folder)
    assert reading.searcher().num_docs == 4
    seen: list[tuple[bool, int]] = []

    def during(done: int) -> None:
        beside = [path.name for path in folder.glob("generation-*") if path.is_dir() and path.name != old]
        seen.append((len(beside) == 1 and index_versions.current(folder) == old, held(folder)))

    listing_with("Writer 4")
    with Indexer(folder) as indexer:
        assert indexer._reason_to_rebuild()
        many = 20
        for number in range(many):
            listing_with(f"More {number}", "Quarry Nine")
        indexer.rebuild(during)
    assert seen
    assert set(seen) == {(True, 4)}
    new = index_versions.current(folder)
    stored = index_versions.read_cursor(folder, new)
    assert stored is not None
    assert (new != old, stored.edition) == (True, edition())
    assert not (folder / old).exists()
    assert reading.searcher().num_docs == 5 + many
    assert not compare()


def test_an_indexer_finds_a_schema_that_it_does_not_know_and_builds_its_own(folder: Path) -> None:
    """As an older or newer version of the site leaves it: other fields, and a cursor that says so."""
    listing_with("Writer")
    with Indexer(folder) as indexer:
        indexer.step()
    cursor = index_versions.read_cursor(folder, index_versions.current(folder))
    assert cursor is not None
    foreign = index_versions.new_name()
    (folder / foreign).mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", stored=True)
    tantivy.Index(builder.build(), path=str(folder / foreign), reuse=False).writer(15_000_000, 1).commit()
    index_versions.write_cursor(folder, foreign, replace(cursor, edition=edition() + 1))
    index_versions.swap(folder, foreign)
    assert [one.title for one in find(Search()).listings] == ["Writer"]
    with Indexer(folder) as indexer:
        indexer.step()
    assert index_versions.current(folder) != foreign
    assert find(Search()).state == "results"
    assert not compare()
