"""Ads that end the process which reads them.

Of a batch it is only noted that it is read. After a process ended in between, this is noted of each ad, which costs a
tenth of their reading. After MAX_DEATHS within the same ad it is not read, and those behind it are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta

from billiard.exceptions import SoftTimeLimitExceeded
from django.core.cache import cache

from listings import facts
from listings.ingest import process_deaths
from listings.ingest.process_deaths import EndsProcesses as EndsProcesses

MAX_DEATHS = 2
# Then the ad is read again, as it is by a new version of the facts.
KEPT_FOR = timedelta(days=7)
GUARD = process_deaths.Guard(MAX_DEATHS, KEPT_FOR)


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
    close_watch = Watch(was_close or process_deaths.has_died(worker))
    cache.set(key, (close_watch.is_close, process_deaths.this_worker()), KEPT_FOR.total_seconds())
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


def watched(source_id: int, external_id: str) -> AbstractContextManager[None]:
    """Around the reading of an ad of a source. Raises EndsProcesses instead if it ended MAX_DEATHS processes.

    The content of the ad does not matter: one that changes with each fetch would be a new ad each time.
    """
    return GUARD.over(_key(source_id, external_id))


def _key(source_id: int, external_id: str) -> str:
    digest = hashlib.sha256(external_id.encode(errors="backslashreplace")).hexdigest()
    return f"deadly-ad:{facts.VERSION}:{source_id}:{digest}"
