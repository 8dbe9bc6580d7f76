"""A simulated day of looks: leases as each minute would take them, run by two worker processes, some of them killed."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from multiprocessing.sharedctypes import Synchronized
from typing import TYPE_CHECKING, Any
from uuid import UUID

import time_machine

from tests.benchmarks.employers.mirror import FORKED, SYSTEMS, MadeUpEmployer, system_of

if TYPE_CHECKING:
    from listings.fetching.leases import Lease

WORKERS = 2
MINUTE = timedelta(minutes=1)
BATCH = 1000
# The wall clock decides nothing; a worker that says nothing for so long hangs.
SECONDS_OF_SILENCE = 300


@dataclass
class Day:
    """What happened. `late`: minutes from due to leased, of employers and of boards. `queries` of the workers."""

    looks: int = 0
    killed: int = 0
    queries: int = 0
    peak_bytes: int = 0
    late: list[float] = field(default_factory=list)
    boards_late: list[float] = field(default_factory=list)
    per_minute: Counter[tuple[str, int]] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)


@dataclass
class Worker:
    process: ForkProcess
    pipe: Connection
    busy: bool = False

    @classmethod
    def start(cls) -> Worker:
        from django.db import connections

        # A fork shares open connections: closed by the child, they would be gone here too.
        connections.close_all()
        ours, theirs = FORKED.Pipe()
        process = FORKED.Process(target=work, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        return cls(process, ours)


def work(pipe: Connection) -> None:
    """Run leases as they come: (moment, source, token) → (outcome, queries, peak memory)."""
    from django.db import connections

    from listings.fetching import run
    from listings.fetching.leases import Lease

    queries = Counter[str]()

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        queries["all"] += 1
        return execute(sql, params, many, context)

    while message := pipe.recv():
        moment, source_id, token = message
        queries.clear()
        with time_machine.travel(moment, tick=False), connections["default"].execute_wrapper(count):
            fetch = run.run(Lease(source_id, UUID(token)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        pipe.send((str(fetch.outcome) if fetch else "not begun", queries["all"], peak))


def make_sources(employers: int) -> None:
    from listings.boards.employer_list import ListedEmployer
    from listings.fetching import employer_sources
    from listings.models import Source

    listed = (ListedEmployer(system_of(number), {"token": MadeUpEmployer(number).token}) for number in range(employers))
    employer_sources.enable(employer_sources.add(listed).new)
    Source.objects.create(name="remotive", board="remotive")


def simulate(start: datetime, minutes: int, clock: Synchronized[float], kills: Sequence[int]) -> Day:
    """A day, or as many minutes of it. `kills`: after how many looks a worker is killed in the middle of the next."""
    from jobsite.celery import app

    day = Day()
    workers = [Worker.start() for _ in range(WORKERS)]
    for minute in range(minutes):
        moment = start + minute * MINUTE
        clock.value = moment.timestamp()
        waiting = deque(_leased(day, moment, minute))
        kill = bool(waiting) and day.killed < len(kills) and day.looks >= kills[day.killed]
        _run_all(day, workers, waiting, moment, kill=kill)
        # Workers get the leases from here: the messages would only pile up.
        app.control.purge()
    for worker in workers:
        worker.pipe.send(None)
        worker.process.join()
    return day


def _leased(day: Day, moment: datetime, minute: int) -> Sequence[Lease]:
    from listings.fetching import leases
    from listings.models import Source

    with time_machine.travel(moment, tick=False):
        taken = leases.lease_due(moment)
    rows = Source.objects.filter(pk__in=[lease.source_id for lease in taken]).values_list(
        "board", "system", "next_fetch_at"
    )
    for board, system, due in rows:
        (day.late if system else day.boards_late).append((moment - due) / MINUTE)
        if system:
            day.per_minute[board, minute] += 1
    return taken


def _run_all(day: Day, workers: list[Worker], waiting: deque[Lease], moment: datetime, *, kill: bool) -> None:
    kill_at = len(waiting) // 2 if kill else -1
    while waiting or any(worker.busy for worker in workers):
        for worker in workers:
            if waiting and not worker.busy:
                lease = waiting.popleft()
                worker.pipe.send((moment, lease.source_id, str(lease.token)))
                worker.busy = True
                if len(waiting) == kill_at:
                    # At another point of the look each time: none may lose anything.
                    time.sleep(day.killed % 8 * 0.04)
                    os.kill(worker.process.pid or 0, signal.SIGKILL)
                    kill_at = -1
        ready = wait([worker.pipe for worker in workers if worker.busy], timeout=SECONDS_OF_SILENCE)
        if not ready:
            raise SystemExit(f"No worker has answered for {SECONDS_OF_SILENCE} seconds.")
        for place, worker in enumerate(workers):
            if worker.pipe in ready:
                workers[place] = _received(day, worker)


def _received(day: Day, worker: Worker) -> Worker:
    """The worker, or the next one in the place of one that was killed."""
    try:
        outcome, queries, peak = worker.pipe.recv()
    except (EOFError, ConnectionResetError):
        worker.process.join()
        day.killed += 1
        return Worker.start()
    worker.busy = False
    day.looks += 1
    day.queries += queries
    day.peak_bytes = max(day.peak_bytes, peak)
    day.outcomes[outcome] += 1
    return worker


def problems(employers: int) -> Iterator[str]:
    """What was lost, is there twice, or has never had its turn."""
    from django.db.models import Count

    from listings.models import Employer, Posting

    never = 0
    for first in range(0, employers, BATCH):
        numbers = range(first, min(first + BATCH, employers))
        rows = Employer.objects.filter(options__token__in=[MadeUpEmployer(number).token for number in numbers])
        found = {row.options["token"]: row for row in rows}
        ids: dict[int, set[str]] = {}
        still_open = Posting.objects.open().filter(source__in=rows).values_list("source", "external_id")
        for source, external_id in still_open:
            ids.setdefault(source, set()).add(external_id)
        for number in numbers:
            made_up = MadeUpEmployer(number)
            row = found[made_up.token]
            if made_up.state != "well":
                never += row.failures == 0
            elif row.last_ok_at is None:
                never += 1
            elif missing := made_up.remote(row.last_ok_at.timestamp()) - ids.get(row.pk, set()):
                yield f"{row}: {len(missing)} remote ads of its last look are missing"
    if never:
        yield f"{never:,} employers were never looked at"
    twice = Posting.objects.values("source", "external_id").annotate(times=Count("pk")).filter(times__gt=1).count()
    if twice:
        yield f"{twice:,} ads are there twice"


def spread(day: Day, minutes: int) -> list[int]:
    """Requests of all systems in each hour."""
    hours = Counter[int]()
    for (_, minute), requests in day.per_minute.items():
        hours[minute // 60] += requests
    return [hours[hour] for hour in range((minutes + 59) // 60)]


def most_in_a_minute(day: Day) -> dict[str, int]:
    return {
        system: max((count for (name, _), count in day.per_minute.items() if name == system), default=0)
        for system in SYSTEMS
    }
