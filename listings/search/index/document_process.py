"""One of several processes that make the documents of a rebuild."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import django

# A rebuild must not keep readers waiting.
NICENESS = 5
# Lists and dictionaries more than before, after which Python looks for cycles: more than a batch has. Documents have
# none, and looking for them as often as usual took a tenth of the time.
GC_THRESHOLD = 100_000


def run(pipe: Connection, database: str, folder: Path, built_at: float, number: int, count: int) -> None:
    """Makes what it is asked for until the pipe is closed, as it is when the process that rebuilds is killed."""
    # Ctrl-C reaches all processes of a terminal: the one that rebuilds ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(NICENESS)
    # This module is read before Django is set up, which all others here need.
    django.setup()
    from django.db import connection

    from listings.search.index.batch_maker import BatchMaker

    connection.settings_dict["NAME"] = database
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD)
    maker = BatchMaker(folder, built_at, number, count)
    with suppress(EOFError, ConnectionError):
        while (ids := pipe.recv()) is not None:
            pipe.send(maker.make(ids))
        maker.finish()
        pipe.send(maker.tables)
    connection.close()
