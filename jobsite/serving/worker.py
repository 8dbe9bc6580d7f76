"""A worker of Gunicorn that serves with Waitress: no thread waits for a client, however slow it is."""

from __future__ import annotations

import logging
import os
import resource
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from gunicorn.workers.base import Worker
from waitress import wasyncore

from jobsite.serving.connections import Application, ClientServer, listen
from jobsite.serving.fair_queue import FairQueue
from jobsite.serving.worker_loads import WorkerLoad
from listings.web.spending import charge_unfinished

# A request that runs longer is lost, and so is its thread: the worker is replaced. Nothing ends a single thread: an
# exception raised in it from outside may leave a lock or a connection behind that others need.
MAX_REQUEST_SECONDS = 60.0
# Of processor time. It may wait for the database, which has deadlines of its own; this much no page ever needs.
MAX_PROCESSOR_SECONDS = 20.0
# Between two looks at what is overdue, if nothing happens.
LOOP_SECONDS = 1.0
# With so many connections a turn of the loop is long. A pause lets it handle several events in one.
CROWD, CROWD_PAUSE = 200, 0.004
# For other descriptors than those of connections: database, broker, index, bodies in files.
OTHER_FILES = 200


class BufferingWorker(Worker):
    """Gunicorn starts, watches and replaces it; a loop that stops turning is noticed by `notify` not being called."""

    # Set before the fork.
    load: WorkerLoad

    def run(self) -> None:
        # Whatever else it logs is the doing of clients: broken connections, nonsense in place of HTTP.
        logging.getLogger("waitress").setLevel(logging.ERROR)
        # What the client of a connection has not read yet may be in a file.
        allow_files(2 * settings.WEB_CONNECTIONS + OTHER_FILES)
        self.connections: dict[int, Any] = {}
        self.queue = FairQueue(self.cfg.threads)
        application, limit = head_without_body(self.wsgi), settings.WEB_CONNECTIONS
        self.servers = [
            listen(listener.sock, application, self.connections, self.queue, limit, self.load)
            for listener in self.sockets
        ]
        while self.alive:
            self.notify()
            turn(LOOP_SECONDS, self.connections, self.queue, self.servers)
            self._end_if_needed()
        self._finish()

    def handle_exit(self, number: int, frame: object) -> None:
        super().handle_exit(number, frame)
        # Ends the wait of the loop.
        self.servers[0].pull_trigger()

    def _end_if_needed(self) -> None:
        if os.getppid() != self.ppid:
            self.alive = False
        elif self.queue.finished_count >= self.max_requests:
            self.log.info("This worker has answered %d requests and is replaced.", self.queue.finished_count)
            self.alive = False
        elif reason := overdue(self.queue):
            self.log.error("%s: this worker is replaced.", reason)
            self.alive = False

    def _finish(self) -> None:
        """Accepts nothing more, and lets the requests that are complete end."""
        for server in self.servers:
            server.accepting = False
            server.del_channel()
        deadline = time.monotonic() + self.cfg.graceful_timeout
        while time.monotonic() < deadline and (self.queue.is_busy or self._is_sending()):
            self.notify()
            turn(0.05, self.connections, self.queue, self.servers)
        self.queue.shutdown()

    def _is_sending(self) -> bool:
        return any(getattr(connection, "total_outbufs_len", 0) for connection in self.connections.values())


def overdue(queue: FairQueue) -> str:
    """Why a request will not end any more; "" if all may. Those that take long are charged here, while they can be."""
    if charge_unfinished() > MAX_PROCESSOR_SECONDS:
        return f"A request has used more than {MAX_PROCESSOR_SECONDS:.0f} s of processor time"
    if queue.longest_run() > MAX_REQUEST_SECONDS:
        return f"A request has run for more than {MAX_REQUEST_SECONDS:.0f} s"
    return ""


def turn(seconds: float, connections: dict[int, Any], queue: FairQueue, servers: Iterable[ClientServer]) -> None:
    """Once around the loop: whatever can be read or written, after at most so many seconds."""
    wasyncore.poll2(seconds, connections)
    queue.refuse_excess()
    for server in servers:
        server.drop_overdue()
        server.drop_excessive()
        server.load.set(len(server.active_channels))
    if len(connections) > CROWD:
        time.sleep(CROWD_PAUSE)


def head_without_body(application: Application) -> Application:
    """HEAD is answered with the headers of GET. Django leaves it to the server to drop the body."""

    def respond(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        body = application(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return body
        if callable(close := getattr(body, "close", None)):
            close()
        return [b""]

    return respond


def allow_files(count: int) -> None:
    """Raises the limit of open files of this process, where it is lower and may be raised."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
