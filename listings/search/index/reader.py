"""The index as this process reads it: opened once, following commits and swaps, surviving its deletion."""

from __future__ import annotations

import threading
import time
from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

import tantivy
from django.conf import settings

from listings.search.index import index_versions
from listings.search.index.schema import opened
from listings.search.index.searcher import IndexSearcher, IndexUnusable, index_errors

LOOK_EACH = 0.5
ATTEMPTS = 3
SPELLINGS_EACH = 60.0
MOST_SPELLINGS = 300_000


class NotReady(IndexUnusable):
    """There is no index to read: it is being built."""


class Reader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.name = ""
        self.index: tantivy.Index | None = None
        self.state: tuple[str, str, int] = ("", "", 0)
        self.looked = 0.0
        self.words: dict[str, int] = {}
        self.words_of = ""
        self.words_read = 0.0

    def searcher(self) -> IndexSearcher:
        return self.view()[0]

    def view(self) -> tuple[IndexSearcher, Hashable]:
        """What the index held at most half a second ago, and the name of that state. Raises NotReady."""
        with self.lock:
            if time.monotonic() - self.looked > LOOK_EACH or self.index is None:
                self._look()
            if self.index is None:
                raise NotReady(f"There is no index in {self.folder}.")
            with index_errors():
                searcher = self.index.searcher()
            return IndexSearcher(searcher), self.state

    def spellings(self) -> dict[str, int]:
        """Words of titles and employers' names → how many ads have them; at most a minute old."""
        searcher = self.searcher()
        with self.lock:
            if self.words_of != self.name or time.monotonic() - self.words_read > SPELLINGS_EACH:
                self.words = dict(searcher.terms("spelling", MOST_SPELLINGS))
                self.words_of, self.words_read = self.name, time.monotonic()
            return self.words

    def _look(self) -> None:
        for _ in range(ATTEMPTS):
            name = index_versions.current(self.folder)
            if not name:
                break
            try:
                # Read before the index is: what was committed in between is told as older than it is, never as newer.
                committed = (self.folder / name / "meta.json").stat().st_mtime_ns
                if name == self.name and self.index is not None:
                    with index_errors():
                        self.index.reload()
                else:
                    self.index, self.name = opened(self.folder / name), name
            except (IndexUnusable, OSError):
                # Swapped and removed between the look and the opening: another look. Or deleted, which stays so.
                self.index, self.name = None, ""
                continue
            self.looked = time.monotonic()
            self.state = (str(self.folder), name, committed)
            return
        self.index, self.name = None, ""


@lru_cache(maxsize=4)
def _reader(folder: Path) -> Reader:
    return Reader(folder)


def reader() -> Reader:
    return _reader(Path(settings.INDEX_DIR))
