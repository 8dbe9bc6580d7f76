"""What reading an index may raise."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager

PANIC = "PanicException"


class IndexUnusable(RuntimeError):
    """The index cannot be opened or searched: missing, damaged, or of another schema. A rebuild mends it."""


class NotReady(IndexUnusable):
    """There is no index to read: it is being built."""


@contextmanager
def index_errors() -> Iterator[None]:
    """Raises IndexUnusable for what tantivy raises. Keep the block to calls of tantivy alone."""
    try:
        yield
    except (ValueError, OSError) as error:
        # tantivy's wheel has no exception of its own: a truncated file is a ValueError, like many a mistake of ours.
        raise IndexUnusable(str(error)) from error
    except BaseException as error:
        # Flipped bits make tantivy panic. That is not an Exception, has no importable class, and would end the worker.
        if type(error).__name__ != PANIC:
            raise
        raise IndexUnusable(str(error)) from error


@contextmanager
def table_errors() -> Iterator[None]:
    """Raises IndexUnusable for what reading count tables raises, whose flipped bits are numbers of anything."""
    try:
        yield
    except (LookupError, ValueError, OSError, struct.error) as error:
        raise IndexUnusable(f"a count table is damaged ({error})") from error
