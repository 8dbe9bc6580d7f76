"""New connections go to the worker that has fewest."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack

from jobsite.serving.worker_loads import WorkerLoads
from tests.jobsite.serving.small_server import connect, get, serving
from tests.processes import until


def test_a_worker_knows_how_many_more_connections_it_has() -> None:
    loads = WorkerLoads(8)
    first = loads.claim([])
    second = loads.claim([first])
    first.set(3)
    assert (first.excess(), second.excess()) == (3, 0)
    second.set(1)
    assert (first.excess(), second.excess()) == (2, 0)


def test_counts_are_shared_with_forked_workers() -> None:
    loads = WorkerLoads(8)
    first = loads.claim([])
    second = loads.claim([first])
    if (child := os.fork()) == 0:
        second.set(5)
        os._exit(0)
    os.waitpid(child, 0)
    assert (first.excess(), second.excess()) == (0, 5)


def test_a_dead_worker_is_compared_with_nobody() -> None:
    """Its replacement begins with none."""
    loads = WorkerLoads(2)
    dead = loads.claim([])
    living = loads.claim([dead])
    dead.set(7)
    living.set(2)
    replacement = loads.claim([living])
    assert (living.excess(), replacement.excess()) == (2, 0)


def test_where_no_slot_is_left_nobody_is_compared() -> None:
    loads = WorkerLoads(1)
    first = loads.claim([])
    spare = loads.claim([first])
    spare.set(4)
    first.set(2)
    assert (first.excess(), spare.excess()) == (0, 0)


def test_connections_fall_evenly() -> None:
    loads = WorkerLoads(2)
    first = loads.claim([])
    second = loads.claim([first])
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener, ExitStack() as stack:
        servers = [stack.enter_context(serving(listener=listener.dup(), load=load)) for load in (first, second)]
        port = int(servers[0].effective_port)
        clients: list[socket.socket] = []
        while len(clients) < 20:
            clients.append(stack.enter_context(connect(port)))
            until(lambda: sum(len(server.active_channels) for server in servers) == len(clients))
        # One worker may be slow to wake; it is never left behind for long.
        assert abs(len(servers[0].active_channels) - len(servers[1].active_channels)) <= 4
        assert get(port).endswith(b"hello")


def test_a_worker_alone_takes_all_that_comes() -> None:
    """The other one hangs: it has no connection, and takes none."""
    loads = WorkerLoads(2)
    first = loads.claim([])
    loads.claim([first])
    with serving(load=first) as server, ExitStack() as stack:
        port = int(server.effective_port)
        for _ in range(20):
            stack.enter_context(connect(port))
        assert get(port).endswith(b"hello")
