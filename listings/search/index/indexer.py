"""Keeps the index on this machine's disk equal to PostgreSQL, change by change; rebuilds it beside where it cannot."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import tantivy
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from listings.models import Listing
from listings.search.index import change_feed, freshness, index_versions
from listings.search.index.documents import document
from listings.search.index.index_versions import Cursor
from listings.search.index.schema import edition, made, opened
from listings.search.index.searcher import IndexUnusable

log = logging.getLogger(__name__)

LOOK_EACH = 0.5
LONGEST_PAUSE = 30.0
HEARTBEAT_EACH = 5.0
CHUNK = 500
HEAP = 128_000_000
COMMIT_EACH = 50_000


class Busy(RuntimeError):
    """Another indexer keeps this folder."""


class Stopped(RuntimeError):
    """Told to stop in the middle of a rebuild: what was built so far is left to the next rebuild to remove."""


@dataclass
class Indexer:
    """Use as a context manager: it holds the folder's lock, and one writer, until its end. Raises Busy, OSError."""

    folder: Path
    name: str = ""
    cursor: Cursor | None = None
    ahead: set[tuple[int, int]] = field(default_factory=set)
    stop: threading.Event = field(default_factory=threading.Event)
    beaten: float = 0.0
    _lock: int = -1
    _writer: tantivy.IndexWriter | None = None

    def __enter__(self) -> Indexer:
        self._hold()
        return self

    def __exit__(self, *error: object) -> None:
        self._close()
        os.close(self._lock)

    def _hold(self) -> None:
        """The folder's lock. It may have been deleted with the folder: then the new folder's is taken."""
        self.folder.mkdir(parents=True, exist_ok=True)
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
        """Until told to stop. What goes wrong is said and tried again, after longer and longer pauses. Raises Busy."""
        self.stop = stop
        pause = LOOK_EACH
        while not stop.is_set():
            begun = time.monotonic()
            try:
                more = self.step()
                pause = LOOK_EACH
            except Stopped:
                return
            except Busy:
                raise
            except (DatabaseError, InterfaceError, OSError, ValueError, RuntimeError) as error:
                log.warning("The index could not be brought up to date, it is tried again: %s", error)
                more = False
                pause = min(pause * 2, LONGEST_PAUSE)
                self._close()
                connection.close()
            # Twice a second at most, counted from the beginning: under load what waits is written at once.
            stop.wait(0 if more else max(0.0, pause - (time.monotonic() - begun)))

    def step(self) -> bool:
        """One look at what changed; rebuilds where the index is missing, old, or another database's.

        True where more is waiting.
        """
        self._hold()
        if not self._usable() or index_versions.rebuild_asked(self.folder):
            self.rebuild()
        assert self.cursor is not None
        looked = time.time()
        rows = change_feed.unread(self.cursor)
        fresh = [row for row in rows if (row.xid, row.id) not in self.ahead]
        if fresh:
            self._write({row.listing_id for row in fresh})
        settled = [row for row in rows if row.settled]
        if settled:
            self.cursor = replace(self.cursor, xid=settled[-1].xid, id=settled[-1].id)
            index_versions.write_cursor(self.folder, self.name, self.cursor)
        self.ahead = {(row.xid, row.id) for row in rows if not row.settled}
        more = len(settled) >= change_feed.AT_A_TIME
        if not more:
            self._beat(looked)
        return more

    def rebuild(self, told: Callable[[int], None] = lambda done: None) -> int:
        """A new generation beside the current one, then the swap. Returns how many listings it holds.

        Raises Stopped, DatabaseError, OSError, ValueError.
        """
        self._close()
        # What a killed or failed rebuild left would fill the disk in the end.
        index_versions.remove_others(self.folder, index_versions.current(self.folder))
        cursor = change_feed.start()
        name = index_versions.new_name()
        (self.folder / name).mkdir()
        writer = made(self.folder / name).writer(HEAP, 1)
        done = 0
        for done, listing in enumerate(open_listings(), 1):
            writer.add_document(document(listing, index_versions.built(name)))
            if done % COMMIT_EACH == 0:
                writer.commit()
            if done % CHUNK == 0:
                told(done)
                if self.stop.is_set():
                    raise Stopped
        writer.commit()
        writer.wait_merging_threads()
        index_versions.write_cursor(self.folder, name, cursor)
        index_versions.swap(self.folder, name)
        index_versions.remove_others(self.folder, name)
        self.name, self.cursor, self.beaten = name, cursor, 0.0
        log.info("The index was built anew: %s listings.", f"{done:,}")
        return done

    def _usable(self) -> bool:
        """Opens the current generation where it is not open yet."""
        name = index_versions.current(self.folder)
        if not name or not (self.folder / name / "meta.json").exists():
            return False
        database = change_feed.database()
        if name == self.name and self._writer is not None and self.cursor and self.cursor.database == database:
            return True
        self._close()
        cursor = index_versions.read_cursor(self.folder, name)
        if cursor is None or cursor.edition != edition() or self._slept_too_long():
            return False
        if time.time() - index_versions.built(name) > freshness.LASTS:
            return False
        if cursor.database != database:
            if not change_feed.same_but_for_timeline(cursor.database, database):
                index_versions.withdraw(self.folder)
            return False
        try:
            index = opened(self.folder / name)
        except IndexUnusable as error:
            log.warning("The index is damaged and is built anew: %s", error)
            return False
        self._writer = index.writer(HEAP, 1)
        self.name, self.cursor = name, cursor
        index_versions.remove_others(self.folder, name)
        return True

    def _slept_too_long(self) -> bool:
        """Changes are kept for some days only: what came and went while no indexer looked is in none of them."""
        slept = index_versions.since_last_look(self.folder)
        return slept is not None and slept > (settings.CHANGE_DAYS - 1) * 86_400

    def _write(self, listing_ids: Iterable[int]) -> None:
        """Current rows, not what the changes said: doing it twice is harmless."""
        if self._writer is None:
            self._writer = opened(self.folder / self.name).writer(HEAP, 1)
        ordered = sorted(listing_ids)
        for start in range(0, len(ordered), CHUNK):
            some = ordered[start : start + CHUNK]
            for listing_id in some:
                self._writer.delete_documents_by_term("id", listing_id)
            for listing in Listing.objects.open().for_index().filter(pk__in=some):
                self._writer.add_document(document(listing, index_versions.built(self.name)))
        self._writer.commit()

    def _beat(self, at: float) -> None:
        """What was committed before is in the index."""
        if at - self.beaten > HEARTBEAT_EACH or at < self.beaten:
            self.beaten = at
            index_versions.write(self.folder / "heartbeat.json", json.dumps({"at": at}))

    def _close(self) -> None:
        self._writer = None
        self.cursor, self.name, self.ahead = None, "", set()


def open_listings() -> Iterator[Listing]:
    """All of them in order of id, some hundreds at a time, so that memory stays small."""
    last = 0
    while True:
        some = list(Listing.objects.open().for_index().filter(pk__gt=last).order_by("pk")[:CHUNK])
        yield from some
        if len(some) < CHUNK:
            return
        last = some[-1].pk
