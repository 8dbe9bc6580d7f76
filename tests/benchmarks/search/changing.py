"""Listings that change all the time, five hundred a second, and how long until a search knows."""

from __future__ import annotations

import multiprocessing
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models import Max
from django.utils import timezone

from listings.models import Change, Listing
from listings.search.index.change_feed import read_changes
from listings.search.index.count_writer import CountWriter
from listings.search.index.documents import documents, stamp
from listings.search.index.index_versions import seconds_since_heartbeat
from listings.search.index.indexer import Indexer
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Term
from tests.benchmarks.search.figures import spread
from tests.benchmarks.search.functions import Steps, shares
from tests.processes import until

RATE, BATCH = 500, 50
WATCHED = 5
"""Of each batch: to look for all of them would take the time of those who search."""
LOOK_EACH = 0.05
LONGEST = 60.0
PROFILED = 6
"""Batches of a second's changes."""
STEPS: Steps = {
    "looking for damage of the index": (Indexer._damage,),
    "the changes read": (read_changes,),
    "the listings read, and documents made of them": (documents,),
    "count tables written and merged": (CountWriter.add, CountWriter.prepare, CountWriter.committed, CountWriter.work),
    "the commit, with what tantivy does meanwhile": (Indexer._commit,),
}
FORKED = multiprocessing.get_context("fork")


def measure(seed: int, seconds: int) -> dict[str, Any]:
    chance = random.Random(seed)
    most = Listing.objects.aggregate(most=Max("pk"))["most"]
    connections.close_all()
    waiting: dict[int, tuple[int, float]] = {}
    late: list[float] = []
    written = 0
    with _indexer():
        begun = time.perf_counter()
        while time.perf_counter() - begun < seconds:
            due = begun + written / RATE
            _look(waiting, late, until=due)
            some = [chance.randint(1, most) for _ in range(BATCH)]
            at = _change(some)
            written += BATCH
            waiting |= {pk: (stamp(at), time.perf_counter()) for pk in some[:WATCHED]}
        took = time.perf_counter() - begun
        _look(waiting, late, until=time.perf_counter() + LONGEST)
    return {
        **spread(late),
        "changes a second": round(written / took),
        "never seen": len(waiting),
        "steps": _shares(chance, most),
    }


def _shares(chance: random.Random, most: int) -> dict[str, float]:
    """Of what the indexer does for a second's changes."""
    with Indexer(Path(settings.INDEX_DIR)) as indexer:
        # It reads the whole index first.
        indexer.step()

        def batches() -> Iterator[Indexer]:
            for _ in range(PROFILED):
                _change(chance.sample(range(1, most + 1), min(RATE, most)))
                yield indexer

        return shares(STEPS, Indexer.step, batches())


def _change(listing_ids: list[int]) -> datetime:
    at = timezone.now()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE listings_listing SET title = left(title, 60) || ' ' || %s, changed_at = %s WHERE id = ANY(%s)",
            [at.strftime("%H%M%S"), at, listing_ids],
        )
        Change.objects.bulk_create(Change(listing_id=pk, kind=Change.Kind.CHANGED) for pk in listing_ids)
    return at


def _look(waiting: dict[int, tuple[int, float]], late: list[float], until: float) -> None:
    """As a page would: the reader of this process decides what is there."""
    while waiting and time.perf_counter() < until:
        searcher = index_reader().searcher()
        for pk, (wanted, since) in list(waiting.items()):
            if _stamp(searcher, pk) >= wanted:
                late.append(time.perf_counter() - since)
                del waiting[pk]
        time.sleep(max(0.0, min(LOOK_EACH, until - time.perf_counter())))
    time.sleep(max(0.0, until - time.perf_counter()) if not waiting and until - time.perf_counter() < 1 else 0.0)


def _stamp(searcher: IndexSearcher, pk: int) -> int:
    stamps = searcher.numbers("stamp", searcher.search(Term("id", pk), limit=1))
    return stamps[0] if stamps else 0


@contextmanager
def _indexer() -> Iterator[None]:
    """As `manage.py indexer`, in a process of its own, when it has read the whole index to look for damage."""
    folder, begun, stop = Path(settings.INDEX_DIR), time.time(), FORKED.Event()
    process = FORKED.Process(target=_follow, args=(folder, stop), daemon=True)
    process.start()
    try:
        until(lambda: (seconds := seconds_since_heartbeat(folder)) is not None and seconds < time.time() - begun)
        yield
    finally:
        stop.set()
        process.join(30)


def _follow(folder: Path, stop: threading.Event) -> None:
    with Indexer(folder) as indexer:
        indexer.follow(stop)
