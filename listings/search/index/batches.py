"""The documents of a rebuild, some hundred at a time and in order: made by this process, or by several side by side.

Words are analysed in Python, which keeps one processor busy; tantivy takes a third of that time.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from django.db import connection

from listings.search.index import document_process
from listings.search.index.batch_maker import Batch, BatchMaker
from listings.search.index.rows import open_ids

# With fewer listings, starting processes takes longer than they save.
MIN_LISTINGS = 20_000
MAX_PROCESSES = 4
# Batches that a process has been asked for when its first is taken.
AHEAD = 2


class ProcessEnded(RuntimeError):
    """A process that makes documents was killed, or failed; its own log says why."""


class Batches(Protocol):
    """`tables`: the parts of the count table that hold the same listings, once all batches have been taken."""

    tables: list[str]

    def __iter__(self) -> Iterator[Batch]: ...


@dataclass
class Processes:
    """By other processes, through these pipes."""

    pipes: list[Connection]

    def __post_init__(self) -> None:
        self.tables: list[str] = []

    def __iter__(self) -> Iterator[Batch]:
        try:
            yield from self._batches()
            for pipe in self.pipes:
                pipe.send(None)
                self.tables += pipe.recv()
        except (EOFError, ConnectionError) as error:
            raise ProcessEnded("A process that makes documents of the index has ended.") from error

    def _batches(self) -> Iterator[Batch]:
        waiting: deque[Connection] = deque()
        for ids, pipe in zip(open_ids(), cycle(self.pipes), strict=False):
            pipe.send(ids)
            waiting.append(pipe)
            if len(waiting) == AHEAD * len(self.pipes):
                yield waiting.popleft().recv()
        for pipe in waiting:
            yield pipe.recv()


@contextmanager
def batches(folder: Path, built_at: float, listings: int) -> Iterator[Batches]:
    """For about so many listings. Taking them raises ProcessEnded, DatabaseError, OSError."""
    count = min(MAX_PROCESSES, len(os.sched_getaffinity(0)))
    if listings < MIN_LISTINGS or count == 1:
        yield BatchMaker(folder, built_at)
        return
    with ExitStack() as stack:
        yield Processes([stack.enter_context(_process(folder, built_at, number, count)) for number in range(count)])


@contextmanager
def _process(folder: Path, built_at: float, number: int, count: int) -> Iterator[Connection]:
    # Copies of this process would have its threads' locks, and tantivy's.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    arguments = theirs, connection.settings_dict["NAME"], folder, built_at, number, count
    process = context.Process(target=document_process.run, args=arguments, daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        # It has nothing left to do, or what it does is not wanted any longer.
        ours.close()
        process.terminate()
        process.join()
