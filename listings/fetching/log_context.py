"""The fetch that this process is in the middle of, added to every line that it logs meanwhile.

Imports no model: logging is set up before there are any.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_current: ContextVar[tuple[int, str] | None] = ContextVar("fetch", default=None)


@contextmanager
def fetch_context(fetch_id: int, source: str) -> Iterator[None]:
    token = _current.set((fetch_id, source))
    try:
        yield
    finally:
        _current.reset(token)


class FetchFilter(logging.Filter):
    """Sets `fetch` and `source` on records, and `where` for lines of text; passes all of them on."""

    def filter(self, record: logging.LogRecord) -> bool:
        current = _current.get()
        record.where = f" [fetch {current[0]} of {current[1]}]" if current else ""
        if current:
            record.fetch, record.source = current
        return True
