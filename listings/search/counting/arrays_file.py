"""A file of arrays, written once from start to end and mapped into memory by whoever reads it.

It ends as tantivy's files do, with a checksum of all that stands before: listings/search/index/damage.py reads both.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np

# The length of the JSON before it, and tantivy's number.
TAIL = struct.Struct("<II")
MAGIC = 1337
# Where the table of contents begins: the last bytes that the checksum covers.
CONTENTS_AT = struct.Struct("<Q")
ALIGNMENT = 8
# Written to the disk at once.
SYNC_BYTES = 1024 * 1024

Array = np.ndarray[Any, np.dtype[Any]]


class ArraysWriter:
    """Use as a context manager, and end with `finish`: until then the file is no file of arrays."""

    def __init__(self, path: Path) -> None:
        self.size = 0
        self._file = path.open("wb")
        self._checksum = 0
        self._synced = 0
        self._contents: dict[str, tuple[int, str, int]] = {}

    def __enter__(self) -> ArraysWriter:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._checksum = zlib.crc32(data, self._checksum)
        self.size += len(data)

    def add(self, name: str, array: Array) -> None:
        self.write(bytes(-self.size % ALIGNMENT))
        self._contents[name] = self.size, array.dtype.str, len(array)
        self.write(array.tobytes())

    def sync_parts(self) -> None:
        """To the disk, a part at a time: all at once would keep commits waiting."""
        if self.size - self._synced >= SYNC_BYTES:
            self._sync()

    def _sync(self) -> None:
        self._file.flush()
        os.fdatasync(self._file.fileno())
        self._synced = self.size

    def finish(self) -> None:
        start = self.size
        self.write(json.dumps(self._contents).encode())
        self.write(CONTENTS_AT.pack(start))
        footer = json.dumps({"crc": self._checksum}).encode()
        self._file.write(footer + TAIL.pack(len(footer), MAGIC))
        self._sync()


def read_arrays(path: Path) -> tuple[mmap.mmap, dict[str, Array]]:
    """The bytes of a file, and its arrays by name; none is copied. Raises ValueError, OSError."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        length, _ = TAIL.unpack(mapped[-TAIL.size :])
        end = len(mapped) - TAIL.size - length - CONTENTS_AT.size
        (start,) = CONTENTS_AT.unpack_from(mapped, end)
        contents: dict[str, tuple[int, str, int]] = json.loads(mapped[start:end])
        return mapped, {
            name: np.frombuffer(mapped, dtype, count, offset) for name, (offset, dtype, count) in contents.items()
        }
    except (struct.error, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{path.name} is damaged") from error
