"""A clock that was ahead for a while does not stop the scheduler once it is put right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import time_machine
from django.utils import timezone

from jobsite.celery import app
from jobsite.scheduler import Scheduler

AHEAD = timedelta(days=400)


@contextmanager
def clock_ahead() -> Iterator[None]:
    with time_machine.travel(timezone.now() + AHEAD, tick=False):
        yield


def test_the_scheduler_goes_on(tmp_path: Path) -> None:
    with clock_ahead():
        Scheduler(app, schedule_filename=str(tmp_path / "schedule"), lazy=False).close()
    scheduler = Scheduler(app, schedule_filename=str(tmp_path / "schedule"))
    scheduler.forget_future()
    waits = {name: entry.is_due()[1] for name, entry in scheduler.schedule.items()}
    scheduler.close()
    assert waits["listings.queue_due"] <= 60
    assert max(waits.values()) <= 86_400


def test_a_scheduler_that_runs_goes_on(tmp_path: Path) -> None:
    with clock_ahead():
        scheduler = Scheduler(app, schedule_filename=str(tmp_path / "schedule"))
        scheduler.populate_heap()
    # Seconds until it looks again; nothing is due yet.
    assert scheduler.tick() <= 60
    scheduler.close()
