"""Celery's scheduler, which a clock that was ahead for a while does not stop until that time has come."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from celery.beat import PersistentScheduler

log = logging.getLogger(__name__)

# Clocks are corrected by less every day.
MARGIN = timedelta(seconds=60)


class Scheduler(PersistentScheduler):
    """It keeps when each task was last sent in a file, beyond restarts, and when each is due next in `_heap`."""

    def tick(self, *args: Any, **kwargs: Any) -> float:
        self.forget_future()
        return float(super().tick(*args, **kwargs))

    def forget_future(self) -> None:
        for entry in self.schedule.values():
            now = entry.default_now()
            if entry.last_run_at and entry.last_run_at > now + MARGIN:
                log.warning("The clock was ahead when %s was last sent: on %s.", entry.name, entry.last_run_at)
                entry.last_run_at = now
                # Made again by the next tick.
                self._heap = None
