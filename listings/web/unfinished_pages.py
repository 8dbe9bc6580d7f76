"""The pages that are being made, and the processor time that each has used so far."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.http import HttpRequest

# What takes less is charged when it is finished.
LONG_SECONDS = 1.0
# Between two looks.
LOOK_SECONDS = 1.0
# macOS does not tell what another thread has used: there, nothing counts until a page is finished.
CAN_MEASURE = hasattr(time, "pthread_getcpuclockid")


# Compared by identity: a client may ask for the same page twice at once.
@dataclass(slots=True, eq=False)
class UnfinishedPage:
    """`started`: what its thread had used before. `charged`: what its client has been charged, in seconds."""

    request: HttpRequest
    thread: int
    started: float
    charged: float = 0.0

    @property
    def used(self) -> float:
        """Seconds of processor time. Only while its thread runs: the clock of one that has ended is gone."""
        if not CAN_MEASURE:
            return 0.0
        return time.clock_gettime(time.pthread_getcpuclockid(self.thread)) - self.started


class UnfinishedPages:
    """Of this process. Pages are made by many threads, and looked at by the one that serves all connections."""

    def __init__(self) -> None:
        self.pages: set[UnfinishedPage] = set()
        self.lock = threading.Lock()
        self.look_at = 0.0
        self.most_used = 0.0

    @contextmanager
    def making(self, request: HttpRequest) -> Iterator[UnfinishedPage]:
        """`charged` of the page does not change any more when it is made."""
        page = UnfinishedPage(request, threading.get_ident(), time.thread_time())
        with self.lock:
            self.pages.add(page)
        try:
            yield page
        finally:
            with self.lock:
                self.pages.discard(page)

    def uncharged(self) -> list[tuple[HttpRequest, float]]:
        """What long pages have used since the last look; it counts as charged. [] where that was just now."""
        if (now := time.monotonic()) < self.look_at:
            return []
        self.look_at = now + LOOK_SECONDS
        added = []
        with self.lock:
            used_by_page = {page: page.used for page in self.pages}
            for page, used in used_by_page.items():
                if used > LONG_SECONDS:
                    added.append((page.request, used - page.charged))
                    page.charged = used
        self.most_used = max(used_by_page.values(), default=0.0)
        return added
