"""Damage in a version's files, found by reading them.

tantivy maps its files into memory, and the kernel kills a process that reads a mapped file past its end (SIGBUS). So
whoever opens a version checks its files first, and again before each use that may come long after.
"""

from __future__ import annotations

import json
import os
import stat
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from listings.search.counting.state import STATE, read_state
from listings.search.index.commits import META, opstamp_in
from listings.search.index.errors import IndexUnusable, index_errors, table_errors
from listings.search.index.index_form import IndexForm, is_current
from listings.search.index.schema import open_any_index
from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Between

MANAGED = ".managed.json"
LOCKS = (".tantivy-meta.lock", ".tantivy-writer.lock")
# The parts of a segment, each a file that is written once. Documents deleted from it are a file of their own.
PARTS = ("idx", "pos", "term", "store", "fast", "fieldnorm")
# tantivy ends each of these files with JSON that holds a CRC-32 of the rest, then the JSON's length and this number.
TAIL = struct.Struct("<II")
MAGIC = 1337
MAX_FOOTER = 4096
MAX_JSON = 64 * 1024 * 1024
CHUNK = 1024 * 1024
MAX_ATTEMPTS = 5

Stamp = tuple[int, int, int]


class FileCheck:
    """The files of one version. Those that did not change since the last check cost one system call each.

    With `checksums`, each new file is read as a whole; without, only its end. Changed files always are. `built_by`: the
    edition of the software, None if it is not known.
    """

    def __init__(self, folder: Path, *, checksums: bool, built_by: int | None = None) -> None:
        self.folder = folder
        self.checksums = checksums
        self.built_by = built_by
        self._stamps: dict[str, Stamp] = {}

    def run(self) -> None:
        """Raises IndexUnusable, which names the file."""
        for attempt in range(MAX_ATTEMPTS):
            described = self._described()
            try:
                self._check(_segment_files(described[0]) | self._tables(described[0]))
                return
            except IndexUnusable:
                # A commit or a merge in between removes files that the new descriptions no longer name.
                if attempt + 1 == MAX_ATTEMPTS or self._described() == described:
                    raise

    def _described(self) -> tuple[bytes, bytes]:
        return self._read(META), self._read(STATE) if is_current(self.built_by) else b""

    def _tables(self, meta: bytes) -> set[str]:
        if not is_current(self.built_by):
            # Nobody reads them, whatever they look like.
            return set()
        with table_errors():
            return read_state(self.folder).at(opstamp_in(meta)).names

    def check_counts(self) -> None:
        """Opens the version as a new reader would, as neither meta.json nor the ends of files have checksums.

        Raises IndexUnusable, NotReady if no reader would open it.
        """
        for attempt in range(MAX_ATTEMPTS):
            meta = self._read(META)
            try:
                index = open_any_index(self.folder)
                form = IndexForm.of(index, self.built_by)
                with index_errors():
                    searcher = IndexSearcher(index.searcher(), form=form)
                # Every document has one of these terms.
                if searcher.count(Between("is_sample", 0, 1)) != searcher.num_docs:
                    raise IndexUnusable(f"{META} is damaged")
                return
            except IndexUnusable:
                if attempt + 1 == MAX_ATTEMPTS or self._read(META) == meta:
                    raise

    def forget(self) -> None:
        """Makes the next run read everything again: not every damage changes a file's time."""
        self._stamps.clear()

    def _check(self, names: set[str]) -> None:
        self._check_shared()
        stamps: dict[str, Stamp] = {}
        for name in names:
            try:
                stamps[name] = self._checked_stamp(name)
            except OSError as error:
                raise IndexUnusable(f"{name} cannot be read: {error.strerror}") from error
        self._stamps = stamps

    def _check_shared(self) -> None:
        """tantivy opens an index without a list of its files or without its locks, but not with damaged ones."""
        for name in LOCKS:
            if (self.folder / name).is_dir():
                raise IndexUnusable(f"{name} is not a file")
        if not os.path.lexists(self.folder / MANAGED):
            return
        if not isinstance(_parsed(MANAGED, self._read(MANAGED)), list):
            raise IndexUnusable(f"{MANAGED} is damaged")

    def _checked_stamp(self, name: str) -> Stamp:
        path = self.folder / name
        status = path.stat()
        # Opening a pipe would wait for its writer for ever.
        if not stat.S_ISREG(status.st_mode):
            raise IndexUnusable(f"{name} is not a file")
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        known = self._stamps.get(name)
        if stamp != known:
            with path.open("rb") as file:
                body_size, checksum = _footer(name, file, status.st_size)
                if (self.checksums or known is not None) and _crc(file, body_size) != checksum:
                    raise IndexUnusable(f"{name} is damaged")
        return stamp

    def _read(self, name: str) -> bytes:
        try:
            with (self.folder / name).open("rb") as file:
                return file.read(MAX_JSON)
        except OSError as error:
            raise IndexUnusable(f"{name} cannot be read: {error.strerror}") from error


def _segment_files(meta: bytes) -> set[str]:
    try:
        return set(_names(_parsed(META, meta)["segments"]))
    except (KeyError, TypeError, AttributeError) as error:
        raise IndexUnusable(f"{META} is damaged") from error


def _names(segments: list[dict[str, object]]) -> Iterator[str]:
    for segment in segments:
        prefix = str(segment["segment_id"]).replace("-", "")
        yield from (f"{prefix}.{part}" for part in PARTS)
        match segment["deletes"]:
            case {"num_deleted_docs": 0}:
                # tantivy would show what was deleted.
                raise IndexUnusable(f"{META} is damaged")
            case {"opstamp": int(opstamp)}:
                yield f"{prefix}.{opstamp}.del"


def _parsed(name: str, raw: bytes) -> dict[str, list[dict[str, object]]]:
    try:
        parsed: dict[str, list[dict[str, object]]] = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise IndexUnusable(f"{name} is damaged") from error
    return parsed


def _footer(name: str, file: BinaryIO, size: int) -> tuple[int, int]:
    """The size of what stands before the footer, and its checksum."""
    try:
        file.seek(size - TAIL.size)
        length, magic = TAIL.unpack(file.read(TAIL.size))
        body_size = size - TAIL.size - length
        if magic != MAGIC or length > MAX_FOOTER or body_size < 0:
            raise IndexUnusable(f"{name} is cut short")
        file.seek(body_size)
        return body_size, int(json.loads(file.read(length))["crc"])
    except (ValueError, struct.error, KeyError, TypeError, OSError) as error:
        raise IndexUnusable(f"{name} is cut short") from error


def _crc(file: BinaryIO, size: int) -> int:
    file.seek(0)
    checksum, left = 0, size
    while left > 0 and (chunk := file.read(min(CHUNK, left))):
        checksum = zlib.crc32(chunk, checksum)
        left -= len(chunk)
    return checksum
