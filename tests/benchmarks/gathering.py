"""How many ads a second go from stored bytes to searchable: `taskset -c 0,1 python -m tests.benchmarks.gathering`.

The responses of the made-up boards, in the formats of all boards, are parsed, read for facts, deduplicated, written and
indexed as in production: by two workers and an indexer, each in a process of its own, in a database that is dropped at
the end. Then the same bytes come again, unchanged. Needs no network; prints a table. `--profile` does the workers' part
in this process only, and prints where its time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import multiprocessing
import pstats
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

from tests.benchmarks.round import own_database

if TYPE_CHECKING:
    from listings.boards.base import Response

WORKERS = 2
EMPLOYERS = 2
FORKED = multiprocessing.get_context("fork")


class StoredSource(NamedTuple):
    """A source and all responses of its board."""

    source_id: int
    responses: Sequence[Response]


@dataclass
class Signals:
    """Between the processes: `indexed` is set whenever the indexer has nothing left to do."""

    indexed: Event
    stop: Event


def main(ads: int, *, profiled: bool) -> None:
    with own_database(), tempfile.TemporaryDirectory() as folder:
        from django.conf import settings

        settings.INDEX_DIR = Path(folder) / "index"
        work = stored_bytes(ads)
        if profiled:
            profile(work)
        else:
            measure(work)


def stored_bytes(ads: int) -> list[StoredSource]:
    from listings.models import Source
    from tests.benchmarks.stored import at_a_moment, every_source, stored

    boards = at_a_moment(ads)
    work = []
    for place, wanted in enumerate(every_source(EMPLOYERS)):
        name, options = wanted
        source = Source.objects.create(name=f"{name}-{place}", board=name, options=options)
        work.append(StoredSource(source.pk, stored(boards, wanted)))
    # The largest first, so that no worker is left with it at the end.
    return sorted(work, key=lambda source: -sum(len(response.body) for response in source.responses))


def measure(work: list[StoredSource]) -> None:
    from django.conf import settings
    from django.db import connections

    from listings.models import Posting

    signals = Signals(FORKED.Event(), FORKED.Event())
    warm_up(work)
    connections.close_all()
    indexer = FORKED.Process(target=keep_index, args=(settings.INDEX_DIR, signals), daemon=True)
    indexer.start()
    signals.indexed.wait()
    _, seconds = timed(work, signals, indexer)
    kept = Posting.objects.count()
    seen = seen_ads()
    size = sum(len(response.body) for source in work for response in source.responses)
    print(f"{len(work)} sources, {seen:,} ads in {size / 2**20:.0f} MiB, {kept:,} of them remote and new")
    print(f"{'new: stored bytes to searchable':36} {seconds:6.1f} s {seen / seconds:8,.0f} a second")
    connections.close_all()
    written, _ = timed(work, signals, indexer)
    again = seen_ads() - seen
    # Nothing changes, so nothing is left to index: what is written is searchable.
    print(f"{'unchanged: the same bytes again':36} {written:6.1f} s {again / written:8,.0f} a second")
    signals.stop.set()
    indexer.join()


def warm_up(work: list[StoredSource]) -> None:
    """Build lazy tables and patterns, which cost a worker time only once in days."""
    from listings.dedup.normalise import content_hash
    from listings.ingest.prepare import prepare
    from listings.models import Source

    for stored_source in work:
        board = Source.objects.get(pk=stored_source.source_id).board_config
        for ad in board.parse(stored_source.responses[-1]).ads[:5]:
            prepare(ad, board, content_hash(ad))


def seen_ads() -> int:
    """Ads seen by all fetches."""
    from django.db.models import Sum

    from listings.models import Fetch

    return int(Fetch.objects.aggregate(seen=Sum("seen"))["seen"])


def timed(work: list[StoredSource], signals: Signals, indexer: ForkProcess) -> tuple[float, float]:
    """Seconds until every ad is written, and until it is indexed. Prints the CPU time of each kind of process."""
    before = busy(indexer)
    queue = FORKED.SimpleQueue()
    for place in [*range(len(work)), *[None] * WORKERS]:
        queue.put(place)
    workers = [FORKED.Process(target=drain, args=(queue, work)) for _ in range(WORKERS)]
    start = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
        if worker.exitcode:
            raise SystemExit(f"a worker ended with {worker.exitcode}")
    written = time.perf_counter() - start
    # Twice: the first pass may have begun before the last write.
    for _ in range(2):
        signals.indexed.clear()
        signals.indexed.wait()
    seconds = time.perf_counter() - start
    after = busy(indexer)
    print("busy: " + ", ".join(f"{name} {after[name] - before[name]:.1f} s" for name in after))
    return written, seconds


def busy(indexer: ForkProcess) -> dict[str, float]:
    """Seconds of CPU time so far."""
    from django.db import connection, connections

    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    # A forked process must not share a connection.
    connections.close_all()
    postmaster = psutil.Process(int((folder / "postmaster.pid").read_text().split()[0]))
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    ended = postmaster.cpu_times()
    return {
        "workers": spent.ru_utime + spent.ru_stime,
        "indexer": cpu_time(psutil.Process(indexer.pid)),
        "PostgreSQL": ended.children_user + ended.children_system + sum(map(cpu_time, postmaster.children())),
    }


def cpu_time(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def drain(queue: multiprocessing.SimpleQueue[int | None], work: list[StoredSource]) -> None:
    while (place := queue.get()) is not None:
        gather(work[place])


def gather(stored_source: StoredSource) -> None:
    from django.utils import timezone

    from listings.ingest.writer import Ingest
    from listings.models import Fetch, Source

    source = Source.objects.get(pk=stored_source.source_id)
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    ingest = Ingest(source, fetch, fetch.started_at)
    pages = [source.board_config.parse(response) for response in stored_source.responses]
    ingest.page([ad for page in pages for ad in page.ads], [bad for page in pages for bad in page.rejected])


def keep_index(folder: Path, signals: Signals) -> None:
    from listings.search.index.indexer import CHECK_INTERVAL, Indexer

    with Indexer(folder) as indexer:
        while not signals.stop.is_set():
            if not indexer.step():
                signals.indexed.set()
                signals.stop.wait(CHECK_INTERVAL)


def profile(work: list[StoredSource]) -> None:
    profiler = cProfile.Profile()
    for what in ("new", "unchanged"):
        profiler.enable()
        for stored_source in work:
            gather(stored_source)
        profiler.disable()
        print(what)
        for order in ("cumulative", "tottime"):
            pstats.Stats(profiler).sort_stats(order).print_stats(45)
        profiler = cProfile.Profile()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ads", type=int, default=7_000, help="Ads of the first three boards; the others add theirs.")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    main(options.ads, profiled=options.profile)
