"""What ends the process that reads it: out of memory, a crash in C, killed for taking too long.

Whoever reads says so in the cache before, and takes that back afterwards. What is found there later was left by a
process that ended in between, unless its worker had been told to stop.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from billiard.exceptions import SoftTimeLimitExceeded
from django.core.cache import cache

# A fetch that reaches its time limit while it reads counts as a death if it took this much processor time.
LONG_SECONDS = 30.0
STOP_KEPT_FOR = timedelta(days=7)
# In the environment, as a pool that does not fork inherits nothing else.
WORKER = "INGEST_WORKER"


class EndsProcesses(RuntimeError):
    """Reading it has ended too many processes."""


@dataclass(frozen=True, slots=True)
class Guard:
    """After `max_deaths` it is not read for `pause`."""

    max_deaths: int
    pause: timedelta

    @contextmanager
    def over(self, key: str) -> Iterator[None]:
        """Around the reading of what `key` names in the cache. Raises EndsProcesses instead after too many deaths."""
        deaths = self._deaths(key)
        if deaths >= self.max_deaths:
            days = f"{self.pause.days} days" if self.pause.days > 1 else "a day"
            raise EndsProcesses(f"{deaths} processes ended while they read it; it is tried again after {days}")
        started = time.thread_time()
        self._remember(key, deaths, this_worker())
        try:
            yield
        except SoftTimeLimitExceeded:
            self._remember(key, deaths + (time.thread_time() - started >= LONG_SECONDS))
            raise
        except Exception:
            # Whatever it is, the process lives on to raise it: no death.
            cache.delete(key)
            raise
        except BaseException:
            # Stopped in between, which says nothing of what was read.
            self._remember(key, deaths)
            raise
        cache.delete(key)

    def _deaths(self, key: str) -> int:
        deaths, worker = cache.get(key) or (0, "")
        return int(deaths) + has_died(worker)

    def _remember(self, key: str, deaths: int, worker: str = "") -> None:
        """`worker`: of the process that reads now; "" if none does."""
        cache.set(key, (deaths, worker), self.pause.total_seconds())


def name_worker() -> None:
    """Before a worker starts its processes: by this name they are known when it is stopped."""
    os.environ[WORKER] = uuid.uuid4().hex


def note_stop() -> None:
    """When this worker is told to stop: its processes may soon be killed, which says nothing of what they read."""
    if worker := os.environ.get(WORKER):
        cache.set(_stop_key(worker), 1, STOP_KEPT_FOR.total_seconds())


def this_worker() -> str:
    return os.environ.get(WORKER, "none")


def has_died(worker: str) -> bool:
    """Whether the worker that is still said to read had not been told to stop."""
    return bool(worker and not cache.get(_stop_key(worker)))


def _stop_key(worker: str) -> str:
    return f"stopped-worker:{worker}"
