"""Keeps the index on this machine's disk equal to PostgreSQL, change by change; rebuilds it beside if it cannot."""

from __future__ import annotations

import fcntl
import logging
import os
import threading
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import tantivy
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from listings.models import Listing
from listings.search.index import change_feed, freshness, index_versions
from listings.search.index.batches import batches
from listings.search.index.count_writer import CountWriter
from listings.search.index.cuts import find_cuts, read_cuts, write_cuts
from listings.search.index.damage import FileCheck
from listings.search.index.documents import documents
from listings.search.index.first_tables import merge_parts
from listings.search.index.index_form import builder_of
from listings.search.index.index_versions import Cursor
from listings.search.index.reader import IndexReader
from listings.search.index.rows import ListingRow, rows_of
from listings.search.index.schema import create_index, edition, open_index, schema
from listings.search.index.searcher import IndexUnusable, NotReady, index_errors

log = logging.getLogger(__name__)

CHECK_INTERVAL = 0.5
MAX_PAUSE = 30.0
HEARTBEAT_INTERVAL = 5.0
# Tables of counts are merged while nothing has to be indexed, but for so long in any case after each commit.
MIN_MERGING = 0.1
# All files are read again and compared with their checksums this often, but for a fiftieth of the time at most.
CHECKSUM_INTERVAL = 30.0
CHECKSUM_SHARE = 0.02
# Between two looks at what is more than searches read, which take a third of a second at a million listings.
CUTS_INTERVAL = 3600.0
HEAP_BYTES = 128_000_000
# Listings whose rows are read at once.
READ_AT_ONCE = 500
# Documents of a rebuild between commits.
COMMIT_SIZE = 50_000


class Busy(RuntimeError):
    """Another indexer keeps this folder."""


class Stopped(RuntimeError):
    """Stopped in the middle of a rebuild, whose unfinished version the next rebuild removes."""


@dataclass
class Indexer:
    """Use as a context manager: it holds the folder's lock and one writer until its end. Raises Busy, OSError."""

    folder: Path
    name: str = ""
    cursor: Cursor | None = None
    ahead: set[tuple[int, int]] = field(default_factory=set)
    """Changes behind an open transaction: indexed, but not passed by the cursor yet."""
    stop: threading.Event = field(default_factory=threading.Event)
    heartbeat_at: float = 0.0
    _lock: int = -1
    _writer: tantivy.IndexWriter | None = None
    _counts: CountWriter | None = None
    _files: FileCheck | None = None
    _read_again_at: float = 0.0
    _cuts_of: str = ""
    _cuts_at: float = 0.0

    def __enter__(self) -> Indexer:
        self._hold()
        return self

    def __exit__(self, *error: object) -> None:
        self._close()
        os.close(self._lock)

    def _hold(self) -> None:
        """Takes the folder's lock, again if the folder was deleted with it and made anew."""
        index_versions.make_usable(self.folder)
        index_versions.remove_folder(self.folder / "indexer.lock")
        lock = os.open(self.folder / "indexer.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if self._lock >= 0 and os.path.sameopenfile(lock, self._lock):
            os.close(lock)
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(lock)
            raise Busy(f"Another indexer keeps {self.folder}.") from error
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = lock

    def follow(self, stop: threading.Event) -> None:
        """Runs until `stop` is set. Errors are logged and retried, after longer and longer pauses. Raises Busy."""
        self.stop = stop
        pause = CHECK_INTERVAL
        while not stop.is_set():
            started_at = time.monotonic()
            try:
                has_more = self.step()
                pause = CHECK_INTERVAL
            except Stopped:
                return
            except Busy:
                raise
            except (DatabaseError, InterfaceError, OSError, ValueError, RuntimeError) as error:
                log.warning("The index could not be updated; it will be retried: %s", error)
                has_more = False
                pause = min(pause * 2, MAX_PAUSE)
                self._close()
                connection.close()
            # Counted from the start of the step: under load, what waits is indexed at once.
            stop.wait(0 if has_more else max(0.0, pause - (time.monotonic() - started_at)))

    def step(self) -> bool:
        """Indexes what has changed; rebuilds if the index is missing, old, or another database's.

        True if more is waiting.
        """
        self._hold()
        if reason := self._reason_to_rebuild():
            log.info("The index is being rebuilt: %s.", reason)
            self.rebuild()
        assert self.cursor is not None
        # Before the changes are read: the heartbeat must not vouch for commits in between.
        looked_at, idle_until = time.time(), time.monotonic() + CHECK_INTERVAL
        rows = change_feed.read_changes(self.cursor)
        new_rows = [row for row in rows if (row.xid, row.id) not in self.ahead]
        if new_rows:
            self._write({row.listing_id for row in new_rows})
        settled = [row for row in rows if row.is_settled]
        if settled:
            # After the commit of the index: killed between the two, the same changes are indexed twice, none never.
            self.cursor = replace(self.cursor, xid=settled[-1].xid, id=settled[-1].id)
            index_versions.write_cursor(self.folder, self.name, self.cursor)
        self.ahead = {(row.xid, row.id) for row in rows if not row.is_settled}
        has_more = len(settled) >= change_feed.BATCH_SIZE
        if not has_more:
            self._beat(looked_at)
            # A reader that has damage before it says nothing: the next step finds the damage itself.
            with suppress(IndexUnusable):
                self._note_cuts()
        if self._counts:
            self._counts.work(max(time.monotonic() + MIN_MERGING, 0.0 if has_more else idle_until))
        return has_more

    def rebuild(self, report: Callable[[int], None] = lambda count: None) -> int:
        """Builds a new version beside the current one, then swaps. Returns how many listings it holds.

        `report` gets the number of listings so far. Raises Stopped, DatabaseError, OSError, ValueError.
        """
        self._close()
        # What killed or failed rebuilds left would fill the disk in the end.
        index_versions.remove_others(self.folder, index_versions.current(self.folder))
        # Before the first listing is read: changes made during the scan are followed afterwards.
        cursor = change_feed.new_cursor()
        name = index_versions.new_name()
        (self.folder / name).mkdir()
        count = self._write_all(name, report)
        index_versions.write_cursor(self.folder, name, cursor)
        index_versions.swap(self.folder, name)
        index_versions.remove_others(self.folder, name)
        self.name, self.cursor, self.heartbeat_at = name, cursor, 0.0
        log.info("The index was rebuilt: %s listings.", f"{count:,}")
        return count

    def _write_all(self, name: str, report: Callable[[int], None]) -> int:
        writer = create_index(self.folder / name).writer(HEAP_BYTES, 1)
        count = committed = 0
        with batches(self.folder / name, index_versions.built_at(name), Listing.objects.open().count()) as made:
            for batch in made:
                for fields in batch:
                    writer.add_document(tantivy.Document.from_dict(fields, schema()))
                count += len(batch)
                if count - committed >= COMMIT_SIZE:
                    writer.commit()
                    committed = count
                report(count)
                if self.stop.is_set():
                    raise Stopped
        writer.commit()
        # Merging goes on after a commit; readers would open many small segments.
        writer.wait_merging_threads()
        merge_parts(self.folder / name, made.tables)
        return count

    def _reason_to_rebuild(self) -> str:
        """Opens the current version if it is not open yet; "" if it can be followed."""
        if index_versions.is_rebuild_requested(self.folder):
            return "it was requested"
        name = index_versions.current(self.folder)
        if not name:
            return "there is none yet"
        database = change_feed.database_identity()
        is_open = name == self.name and self._writer is not None
        if not is_open:
            self._close()
        cursor = index_versions.read_cursor(self.folder, name)
        if damage := self._damage(name, cursor.edition if cursor else None):
            # Now, not when the new version is there: its readers would be killed, or told wrong answers.
            index_versions.withdraw(self.folder)
            return f"it is damaged ({damage})"
        if is_open and cursor is not None and cursor == self.cursor and cursor.database == database:
            return ""
        if is_open:
            self._close()
        if reason := self._reason_against(name, cursor, database):
            return reason
        try:
            index, self._counts = open_index(self.folder / name), CountWriter(self.folder / name)
        except IndexUnusable as error:
            return f"it cannot be opened ({error})"
        self._writer = index.writer(HEAP_BYTES, 1)
        self.name, self.cursor = name, cursor
        index_versions.remove_others(self.folder, name)
        return ""

    def _damage(self, name: str, built_by: int | None) -> str:
        """What is wrong with the version's files, which the writer has mapped: looked for before each use of it."""
        started_at = time.monotonic()
        if self._files is None or self._files.folder != self.folder / name:
            self._files = FileCheck(self.folder / name, checksums=True, built_by=built_by)
            self._read_again_at = 0.0
        reads_all = started_at > self._read_again_at
        if reads_all:
            self._files.forget()
        try:
            self._files.run()
            if reads_all:
                self._files.check_counts()
        except NotReady:
            # No reader of this version opens it. Those of another may, until they are restarted.
            return ""
        except IndexUnusable as error:
            self._files = None
            return str(error)
        if reads_all:
            now = time.monotonic()
            self._read_again_at = now + max(CHECKSUM_INTERVAL, (now - started_at) / CHECKSUM_SHARE)
        return ""

    def _reason_against(self, name: str, cursor: Cursor | None, database: str) -> str:
        """Why the version cannot be followed from its cursor."""
        if cursor is None:
            return "its cursor cannot be read"
        if cursor.database != database:
            if not change_feed.differ_in_timeline_only(cursor.database, database):
                # Another database's listings must not be shown while the new version is built.
                index_versions.withdraw(self.folder)
            return f"it is of the database {cursor.database}, and this is {database}"
        if cursor.edition != edition():
            return f"{builder_of(cursor.edition)} of the software built it"
        if self._slept_too_long():
            return "it was not updated for too long"
        if time.time() - index_versions.built_at(name) > freshness.MAX_INDEX_AGE:
            return "it is old"
        return ""

    def _slept_too_long(self) -> bool:
        """Changes are kept for some days only: the cursor may stand before the oldest that is left."""
        seconds = index_versions.seconds_since_heartbeat(self.folder)
        return seconds is not None and seconds > (settings.CHANGE_DAYS - 1) * 86_400

    def _write(self, listing_ids: Collection[int]) -> None:
        """Indexes current rows, not the content of the changes, so that doing it twice is harmless."""
        if self._writer is None or self._counts is None:
            self._writer = open_index(self.folder / self.name).writer(HEAP_BYTES, 1)
            self._counts = CountWriter(self.folder / self.name)
        ordered = sorted(listing_ids)
        # How many are deleted in their old state, and how many of these are committed.
        deleted = committed = 0
        for _, made, counted in documents(_rows_of(ordered), index_versions.built_at(self.name)):
            # Rows come in order of id: what lies between has been closed.
            end = bisect_right(ordered, counted.listing_id)
            _delete(self._writer, ordered[deleted:end])
            deleted = end
            self._writer.add_document(made)
            self._counts.add(counted)
            # After each listing: it may have thirty thousand words that no other has.
            if self._counts.is_full:
                self._commit(self._writer, self._counts, ordered[committed:end])
                committed = end
        if committed < len(ordered):
            _delete(self._writer, ordered[deleted:])
            self._commit(self._writer, self._counts, ordered[committed:])

    @staticmethod
    def _commit(writer: tantivy.IndexWriter, counts: CountWriter, listing_ids: Collection[int]) -> None:
        counts.prepare(listing_ids)
        with index_errors():
            writer.commit()
        counts.committed()

    def _beat(self, at: float) -> None:
        """Records that everything committed before `at` is in the index."""
        # Not at every step: twice a second would wear a disk for nothing.
        if at - self.heartbeat_at > HEARTBEAT_INTERVAL or at < self.heartbeat_at:
            self.heartbeat_at = at
            index_versions.write_heartbeat(self.folder, at)

    def _note_cuts(self) -> None:
        """Logs what searches leave out when it is not what they left out before."""
        now = time.monotonic()
        if self._cuts_of == self.name and now < self._cuts_at:
            return
        self._cuts_of, self._cuts_at = self.name, now + CUTS_INTERVAL
        cuts, before = find_cuts(IndexReader(self.folder).searcher()), read_cuts(self.folder)
        if cuts and {cut.what for cut in cuts} != {cut.what for cut in before}:
            log.warning("Searches leave out what is beyond their limits: %s.", "; ".join(map(str, cuts)))
        if cuts != before:
            write_cuts(self.folder, cuts)

    def _close(self) -> None:
        self._writer = self._counts = self._files = None
        self.cursor, self.name, self.ahead = None, "", set()


def _delete(writer: tantivy.IndexWriter, listing_ids: Iterable[int]) -> None:
    for listing_id in listing_ids:
        writer.delete_documents_by_term("id", listing_id)


def _rows_of(ordered: Sequence[int]) -> Iterator[ListingRow]:
    for start in range(0, len(ordered), READ_AT_ONCE):
        yield from rows_of(ordered[start : start + READ_AT_ONCE])
