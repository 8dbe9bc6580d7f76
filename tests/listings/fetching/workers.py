"""A Celery worker that the tests of a module share, and the end of workers that a killed test run left behind."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psutil

from jobsite.celery import app
from listings import tasks
from tests.processes import running, until

SECONDS = 120
"""Limit of every wait: a worker takes its time on a machine that is busy with something else."""
RUN = "ELSEWHERE_TEST_RUN"
"""Names, in the environment of a process, the test run that started it."""


@dataclass
class Worker:
    """`start`: where its log stood when the current test began."""

    log: Path
    start: int = 0

    @property
    def output(self) -> str:
        return self.log.read_bytes()[self.start :].decode(errors="replace")

    def until(self, condition: Callable[[], bool]) -> None:
        until(condition, SECONDS, self.log)

    def until_logged(self, pattern: str) -> None:
        self.until(lambda: re.search(pattern, self.output) is not None)

    def finish(self) -> None:
        """Return when every task that was queued before has ended, with all its transactions."""
        last = tasks.fetch_source.delay(0, str(uuid4()))
        # There is one process, and the queue is first in, first out.
        self.until_logged(rf"{last.id}\] succeeded")


@contextmanager
def working(folder: Path, **environment: str) -> Iterator[Worker]:
    """A worker of one process on the test's database and broker. Its queue is empty before and after."""
    end_leftovers()
    app.control.purge()
    log = folder / "worker.log"
    command = ["-m", "celery", "-A", "jobsite", "worker", "--concurrency", "1", "--pool", "prefork"]
    with running(*command, log=log, LOG_LEVEL="DEBUG", **{RUN: this_run()}, **environment):
        worker = Worker(log)
        worker.until_logged("ready")
        yield worker
    app.control.purge()


def this_run() -> str:
    """Process id and start: an id alone is given to another process some day."""
    return f"{os.getpid()}:{psutil.Process().create_time()}"


def end_leftovers() -> list[int]:
    """End the processes of test runs that are no longer there. Returns their ids."""
    leftovers = [process for process in psutil.process_iter() if _is_leftover(process)]
    for process in leftovers:
        process.terminate()
    _, stubborn = psutil.wait_procs(leftovers, timeout=10)
    for process in stubborn:
        process.kill()
    return [process.pid for process in leftovers]


def _is_leftover(process: psutil.Process) -> bool:
    try:
        run = process.environ().get(RUN, "")
        if not run:
            return False
        pid, _, created = run.partition(":")
        return psutil.Process(int(pid)).create_time() != float(created)
    except psutil.NoSuchProcess as error:
        # Of the two, only the run may be gone.
        return error.pid != process.pid
    except (psutil.Error, OSError):
        return False
