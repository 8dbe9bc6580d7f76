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

from django.conf import settings
from django.db import connection, connections, transaction
from django.db.models import Max
from django.utils import timezone

from listings.models import Change, Listing
from listings.search.index.documents import stamp
from listings.search.index.indexer import Indexer
from listings.search.index.reader import index_reader
from listings.search.index.searcher import IndexSearcher
from listings.search.query.nodes import Term
from tests.benchmarks.search.figures import Figures, spread

RATE, BATCH = 500, 50
WATCHED = 5
"""Of each batch: to look for all of them would take the time of those who search."""
LOOK_EACH = 0.05
LONGEST = 60.0
FORKED = multiprocessing.get_context("fork")


def measure(seed: int, seconds: int) -> Figures:
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
    return {**spread(late), "changes a second": round(written / took), "never seen": len(waiting)}


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
    """As `manage.py indexer`, in a process of its own."""
    stop = FORKED.Event()
    process = FORKED.Process(target=_follow, args=(Path(settings.INDEX_DIR), stop), daemon=True)
    process.start()
    try:
        time.sleep(1)
        yield
    finally:
        stop.set()
        process.join(30)


def _follow(folder: Path, stop: threading.Event) -> None:
    with Indexer(folder) as indexer:
        indexer.follow(stop)
