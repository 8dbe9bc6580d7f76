"""Ads that end the process which reads them: out of memory, a crash in C, killed for taking too long.

Whoever reads an ad says so in the cache before, and takes that back afterwards. What is found there later was left by a
process that ended in between. After MAX_DEATHS of them the ad is not read, and those behind it are.
"""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def watched(source_id: int, external_id: str) -> Iterator[None]:
    """Around the reading of an ad. Raises EndsProcesses instead if it ended MAX_DEATHS processes.

    The content of the ad does not matter: one that changes with each fetch would be a new ad each time.
    """
    key = _key(source_id, external_id)
    deaths = _deaths(key)
    if deaths >= MAX_DEATHS:
        days = KEPT_FOR.days
        raise EndsProcesses(f"{deaths} processes ended while they read it; it is tried again after {days} days")
    started = time.thread_time()
    _remember(key, deaths, os.environ.get(WORKER, "none"))
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
    return int(deaths) + bool(worker and not cache.get(_stop_key(worker)))


def _remember(key: str, deaths: int, worker: str = "") -> None:
    """`worker`: of the process that reads the ad now; "" if none does."""
    cache.set(key, (deaths, worker), KEPT_FOR.total_seconds())


def _key(source_id: int, external_id: str) -> str:
    digest = hashlib.sha256(external_id.encode(errors="backslashreplace")).hexdigest()
    return f"deadly-ad:{facts.VERSION}:{source_id}:{digest}"


def _stop_key(worker: str) -> str:
    return f"stopped-worker:{worker}"
