"""The index as this process reads it: opened once, following commits and swaps, surviving its deletion."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import tantivy
from django.conf import settings

from listings.search.counting.tables import CountTables
from listings.search.index import index_versions
from listings.search.index.commits import META, opstamp
from listings.search.index.count_snapshot import read_tables
from listings.search.index.cuts import MAX_SPELLINGS
from listings.search.index.damage import FileCheck
from listings.search.index.index_form import IndexForm
from listings.search.index.index_table import IndexTable
from listings.search.index.schema import open_any_index
from listings.search.index.searcher import IndexSearcher, IndexUnusable, index_errors
from listings.search.index.searcher import NotReady as NotReady
from listings.search.text.analysis import word_forms
from listings.search.text.word_counts import WordCounts

# Between two checks of all files, and between two looks whether there was a commit, which cost two system calls.
CHECK_INTERVAL, LOOK_INTERVAL = 0.5, 0.1
# To read what belongs to one commit, while others follow.
MAX_ATTEMPTS = 10
# Seconds.
MAX_SPELLINGS_AGE = 60.0


class IndexReader:
    """Safe to share between threads. Intervals are in seconds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.version = ""
        self._lock = threading.Lock()
        self._index: tantivy.Index | None = None
        self._tables: CountTables | None = None
        self._form: IndexForm | None = None
        self._files = FileCheck(folder, checksums=False)
        self._state: tuple[str, str, int] = ("", "", 0)
        self._checked_at = self._looked_at = 0.0
        self._spellings = IndexTable(_read_spellings, WordCounts(), MAX_SPELLINGS_AGE)

    def searcher(self) -> IndexSearcher:
        """The index as it was at most LOOK_INTERVAL ago. Raises NotReady, IndexUnusable."""
        with self._lock:
            if self._index is None or self._is_due():
                self._check()
            if self._index is None:
                raise NotReady(f"There is no index in {self.folder}.")
            with index_errors():
                return IndexSearcher(self._index.searcher(), self._state, self._tables, self._form)

    def spellings(self) -> WordCounts:
        """The most used words of titles, employers' names and skills, each with how many ads have it.

        About a minute old. Empty until those of a large index have been read. Raises NotReady, IndexUnusable.
        """
        return self._spellings.current(self.searcher(), self.version)

    def _is_due(self) -> bool:
        now = time.monotonic()
        if now - self._checked_at > CHECK_INTERVAL:
            return True
        if now - self._looked_at <= LOOK_INTERVAL:
            return False
        self._looked_at = now
        _, version, committed_at = self._state
        return index_versions.current(self.folder) != version or _committed_at(self.folder / version) != committed_at

    def _check(self) -> None:
        for _ in range(MAX_ATTEMPTS):
            version = index_versions.current(self.folder)
            if not version:
                break
            try:
                # Before the index itself: a commit in between must look older than it is, never newer, or a state
                # would name results that it does not have.
                committed_at = _committed_at(self.folder / version)
                is_open = version == self.version and self._index is not None
                # Kept after a failure: what changed once is not trusted because it looks whole.
                if self._files.folder != self.folder / version:
                    self._files = FileCheck(
                        self.folder / version, checksums=False, built_by=index_versions.edition_of(self.folder, version)
                    )
                self._files.run()
                if not self._load(version, is_open=is_open):
                    continue
            except (IndexUnusable, OSError):
                # Swapped and removed since its name was read: another attempt finds the new one. Or lost for good.
                self._index, self.version = None, ""
                continue
            self._checked_at = self._looked_at = time.monotonic()
            self._state = (str(self.folder), version, committed_at)
            return
        self._index, self.version = None, ""

    def _load(self, version: str, *, is_open: bool) -> bool:
        """False if a commit came in between: its counts belong to another state."""
        folder = self.folder / version
        loaded_at = opstamp(folder)
        if is_open and self._index is not None:
            with index_errors():
                self._index.reload()
        else:
            index = open_any_index(folder)
            self._form = IndexForm.of(index, self._files.built_by)
            self._index, self._tables, self.version = index, None, version
        if self._form and not self._form.has_tables:
            return True
        known = {table.path: table for table, _ in self._tables.parts} if self._tables else {}
        self._tables = read_tables(folder, loaded_at, known)
        return self._tables is not None


def _committed_at(folder: Path) -> int:
    """Nanoseconds since 1970 of a version's last commit; 0 if it is gone."""
    try:
        return (folder / META).stat().st_mtime_ns
    except OSError:
        return 0


def _read_spellings(searcher: IndexSearcher) -> WordCounts:
    word_counts = WordCounts(searcher.terms("spelling", MAX_SPELLINGS))
    _add_skills(word_counts, searcher.terms("skill", MAX_SPELLINGS))
    return word_counts


def _add_skills(word_counts: dict[str, int], skills: Iterable[tuple[str, int]]) -> None:
    """Hardly any title names JavaScript, which every fourth ad lists."""
    for skill, count in skills:
        for word in word_forms(skill):
            word_counts[word] = max(word_counts.get(word, 0), count)


@lru_cache(maxsize=4)
def _reader(folder: Path) -> IndexReader:
    return IndexReader(folder)


def index_reader() -> IndexReader:
    return _reader(Path(settings.INDEX_DIR))
