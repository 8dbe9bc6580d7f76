"""Which request runs next: clients take turns, and no more than half of the threads work for heavy ones."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Hashable
from typing import Protocol

from jobsite.serving.recent_use import RecentUse
from listings.search.results.processor_time import used_seconds

LOG = logging.getLogger(__name__)
# Requests of one client that may wait: a page with all its files is far below. In all: memory is bounded.
MAX_WAITING_PER_CLIENT, MAX_WAITING = 50, 1000
# Nobody looks at a page any longer that has waited for so many seconds.
MAX_WAIT_SECONDS = 10.0


class Task(Protocol):
    """A request of `client`, which waits, runs, or is refused."""

    @property
    def client(self) -> Hashable: ...

    def service(self) -> None: ...

    def refuse(self) -> None: ...

    def cancel(self) -> None: ...


class FairQueue:
    """Runs tasks in threads. What waits is served in turn, one request of each client after another.

    `max_running`: of one client at a time, and of all that have used much lately. Whoever has more waits, even if a
    thread is idle: the next reader finds one at once.
    """

    def __init__(self, threads: int) -> None:
        self.max_running = max(1, threads // 2)
        # Each task with the time since when it waits (time.monotonic()).
        self.waiting: OrderedDict[Hashable, deque[tuple[Task, float]]] = OrderedDict()
        self.waiting_count = 0
        self.excess: deque[Task] = deque()
        # Thread number -> the client it works for and since when (time.monotonic()).
        self.running: dict[int, tuple[Hashable, float]] = {}
        self.recent_use = RecentUse()
        self.finished_count = 0
        self.stopping = False
        self.changed = threading.Condition()
        for number in range(threads):
            threading.Thread(target=self._work, args=(number,), name=f"request-{number}", daemon=True).start()

    def add_task(self, task: Task) -> None:
        """Called by the server for each complete request."""
        with self.changed:
            count = len(self.waiting.get(task.client, ()))
            if count < MAX_WAITING_PER_CLIENT and self.waiting_count < MAX_WAITING:
                self.waiting.setdefault(task.client, deque()).append((task, time.monotonic()))
                self.waiting_count += 1
                self.changed.notify()
            else:
                self.excess.append(task)

    def refuse_excess(self) -> None:
        """For the server's loop: the server holds a lock of the task while it adds it."""
        while self.excess:
            self.excess.popleft().refuse()

    def shutdown(self) -> None:
        """Drops what waits; what runs is left to end."""
        with self.changed:
            self.stopping = True
            tasks = [task for queue in self.waiting.values() for task, _ in queue]
            self.waiting.clear()
            self.waiting_count = 0
            self.changed.notify_all()
        for task in tasks:
            task.cancel()

    @property
    def is_busy(self) -> bool:
        return bool(self.running or self.waiting_count)

    def longest_run(self) -> float:
        """Seconds since the start of the request that has run longest; 0 if none runs."""
        now = time.monotonic()
        return max((now - started for _, started in list(self.running.values())), default=0.0)

    def _work(self, number: int) -> None:
        while True:
            with self.changed:
                while (next_task := self._next_task()) is None:
                    if self.stopping:
                        return
                    self.changed.wait()
                task, since = next_task
                # Once it is answered, a connection of a proxy no longer tells whose request that was.
                client, now = task.client, time.monotonic()
                self.running[number] = (client, now)
            started = used_seconds()
            try:
                task.service() if now - since < MAX_WAIT_SECONDS else task.refuse()
            except Exception:
                # The thread is needed for the next one. Whatever the application raises never gets here.
                LOG.exception("A request of %s failed outside the application.", client)
            finally:
                with self.changed:
                    del self.running[number]
                    self.recent_use.add(client, used_seconds() - started, time.monotonic())
                    self.finished_count += 1
                    # Another request of this client may run now. This thread takes it, or the first of several.
                    if self.waiting_count > 1:
                        self.changed.notify()

    def _next_task(self) -> tuple[Task, float] | None:
        """Of the client whose turn it is; its next turn is the last."""
        now = time.monotonic()
        running = Counter(client for client, _ in self.running.values())
        heavy_running = sum(count for client, count in running.items() if self.recent_use.is_heavy(client, now))
        for client, tasks in self.waiting.items():
            is_heavy = self.recent_use.is_heavy(client, now)
            if (heavy_running if is_heavy else running[client]) < self.max_running:
                next_task = tasks.popleft()
                self.waiting_count -= 1
                del self.waiting[client]
                if tasks:
                    self.waiting[client] = tasks
                return next_task
        return None
