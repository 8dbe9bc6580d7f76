"""Ads that end the process which reads them: out of memory, a crash in C, killed for taking too long.

Whoever reads ads says so in the cache before, and takes that back afterwards. What is found there later was left by a
process that ended in between: from then on it is said of each ad, which costs a tenth of their reading. After
MAX_DEATHS within the same ad it is not read, and those behind it are.
"""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta

from billiard.exceptions import SoftTimeLimitExceeded
from django.core.cache import cache

from listings import facts

MAX_DEATHS = 2
# Then the ad is read again, as it is by a new version of the facts.
KEPT_FOR = timedelta(days=7)
# A fetch that reaches its time limit within an ad counts as a death of that ad if it took this much processor time.
LONG_SECONDS = 30.0
# In the environment, as a pool that does not fork inherits nothing else.
WORKER = "INGEST_WORKER"


class EndsProcesses(RuntimeError):
    """Reading an ad has ended too many processes."""


@dataclass(slots=True)
class Watch:
    """Over ads that one process reads in turn. `is_close`: a process ended among them not long ago."""

    is_close: bool

    def over(self, source_id: int, external_id: str) -> AbstractContextManager[None]:
        """Around the reading of an ad; raises EndsProcesses for one that is to be skipped."""
        return watched(source_id, external_id) if self.is_close else nullcontext()


@contextmanager
def watch(ads: str) -> Iterator[Watch]:
    """Around the reading of `ads`, a name for what is read by one process at a time."""
    key = f"ads-being-read:{facts.VERSION}:{ads}"
    was_close, worker = cache.get(key) or (False, "")
    close_watch = Watch(was_close or _has_died(worker))
    cache.set(key, (close_watch.is_close, _this_worker()), KEPT_FOR.total_seconds())
    try:
        yield close_watch
    except SoftTimeLimitExceeded:
        close_watch.is_close = True
        raise
    finally:
        if close_watch.is_close:
            cache.set(key, (True, ""), KEPT_FOR.total_seconds())
        else:
            cache.delete(key)


@contextmanager
def watched(source_id: int, external_id: str) -> Iterator[None]:
    """Around the reading of an ad of a source. Raises EndsProcesses instead if it ended MAX_DEATHS processes.

    The content of the ad does not matter: one that changes with each fetch would be a new ad each time.
    """
    key = _key(source_id, external_id)
    deaths = _deaths(key)
    if deaths >= MAX_DEATHS:
        days = KEPT_FOR.days
        raise EndsProcesses(f"{deaths} processes ended while they read it; it is tried again after {days} days")
    started = time.thread_time()
    _remember(key, deaths, _this_worker())
    try:
        yield
    except SoftTimeLimitExceeded:
        _remember(key, deaths + (time.thread_time() - started >= LONG_SECONDS))
        raise
    except Exception:
        cache.delete(key)
        raise
    except BaseException:
        # Stopped in between, which says nothing of the ad.
        _remember(key, deaths)
        raise
    cache.delete(key)


def name_worker() -> None:
    """Before a worker starts its processes: by this name they are known when it is stopped."""
    os.environ[WORKER] = uuid.uuid4().hex


def note_stop() -> None:
    """When this worker is told to stop: its processes may soon be killed, which says nothing of what they read."""
    if worker := os.environ.get(WORKER):
        cache.set(_stop_key(worker), 1, KEPT_FOR.total_seconds())


def _deaths(key: str) -> int:
    """How many processes have ended while they read the ad."""
    deaths, worker = cache.get(key) or (0, "")
    return int(deaths) + _has_died(worker)


def _this_worker() -> str:
    return os.environ.get(WORKER, "none")


def _has_died(worker: str) -> bool:
    """Whether the worker that is still said to read had not been told to stop."""
    return bool(worker and not cache.get(_stop_key(worker)))


def _remember(key: str, deaths: int, worker: str = "") -> None:
    """`worker`: of the process that reads the ad now; "" if none does."""
    cache.set(key, (deaths, worker), KEPT_FOR.total_seconds())


def _key(source_id: int, external_id: str) -> str:
    digest = hashlib.sha256(external_id.encode(errors="backslashreplace")).hexdigest()
    return f"deadly-ad:{facts.VERSION}:{source_id}:{digest}"


def _stop_key(worker: str) -> str:
    return f"stopped-worker:{worker}"
