"""Connections of the web server: each request is complete before a thread sees it, and nothing may take for ever.

Waitress reads requests and sends responses for all connections in one loop. It closes those that are silent; what is
added here are limits for those that are not silent but slow, and for one client with many connections.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from socket import IPPROTO_TCP, socket
from typing import Any

from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer

from jobsite.serving.client_connection import MAX_UNSENT_BYTES, ClientConnection
from jobsite.serving.fair_queue import FairQueue
from jobsite.serving.worker_loads import WorkerLoad
from listings.web.client_address import is_trusted, parse_address

if sys.platform == "linux":
    from socket import TCP_INFO

# The search's form and the admin's need a tenth of it; nothing is uploaded.
MAX_BODY_BYTES, MAX_HEADER_BYTES = 262_144, 16_384
# Of one client, in one worker. A browser opens six.
MAX_CONNECTIONS_PER_CLIENT = 60
# Bytes of responses that clients have not read, in one worker: of one client, and of all. Much is in files.
MAX_UNSENT_PER_CLIENT, MAX_UNSENT_IN_ALL = 128 * 1024 * 1024, 512 * 1024 * 1024
# Connections that are open, or wait to be accepted. So many of a crowd are taken at once: the system keeps them in one
# line, in which a reader would stand behind all that one client opens, and of that client most are dropped unread.
CROWD, MAX_ACCEPTED = 50, 128
# Of Linux's tcp_info, whose tcpi_unacked tells this of a socket that listens.
UNACCEPTED = slice(24, 28)
# A new connection stays with the worker that accepts it. One that is busy, or has more connections than another, waits
# so many seconds for each of these, so that the other takes it.
PAUSE_IF_BUSY, PAUSE_PER_EXCESS, MAX_EXCESS = 0.002, 0.001, 3

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class ClientServer(TcpWSGIServer):
    """Accepts connections for one worker, and drops those that take too long or are too many."""

    channel_class = ClientConnection

    def __init__(self, *args: object, max_connections: int, load: WorkerLoad, **kwargs: object) -> None:
        self.max_connections = max_connections
        self.load = load
        # Open connections of each peer.
        self.counts: Counter[str] = Counter()
        super().__init__(*args, **kwargs)

    def readable(self) -> bool:
        # Where there are too many connections an old one gives way, so that new clients need not wait.
        return bool(self.accepting)

    def handle_accept(self) -> None:
        is_crowded = max(len(self.active_channels), waiting_connections(self.socket)) > CROWD
        if not is_crowded:
            time.sleep(self._pause())
        for _ in range(MAX_ACCEPTED if is_crowded else 1):
            before = set(self.active_channels)
            super().handle_accept()
            accepted = [self.active_channels[number] for number in self.active_channels.keys() - before]
            if not accepted:
                return
            self.counts[accepted[0].peer] += 1
            self.load.set(len(self.active_channels))
            self._make_room(accepted[0])

    def _pause(self) -> float:
        """For how many seconds others may take a connection that this worker would be the wrong one for."""
        busy = PAUSE_IF_BUSY if self.task_dispatcher.is_busy else 0.0
        return busy + PAUSE_PER_EXCESS * min(self.load.excess(), MAX_EXCESS)

    def forget(self, connection: ClientConnection) -> None:
        """Called when it is closed."""
        self.counts[connection.peer] -= 1
        if self.counts[connection.peer] <= 0:
            del self.counts[connection.peer]

    def drop_overdue(self) -> None:
        now = time.monotonic()
        for connection in list(self.active_channels.values()):
            if connection.is_overdue(now):
                connection.drop()

    def drop_excessive(self) -> None:
        """Closes the connections that keep most, where one client or all together leave too much unread."""
        by_peer: defaultdict[str, list[ClientConnection]] = defaultdict(list)
        for connection in self.active_channels.values():
            if connection.total_outbufs_len:
                by_peer[connection.peer].append(connection)
        for peer, connections in by_peer.items():
            if unsent_bytes(connections) > MAX_UNSENT_PER_CLIENT and not is_proxy(peer):
                drop_largest(connections, MAX_UNSENT_PER_CLIENT)
        drop_largest([connection for group in by_peer.values() for connection in group], MAX_UNSENT_IN_ALL)

    def _make_room(self, newest: ClientConnection) -> None:
        """Drops the oldest connection that waits for its client: of this client if it has too many, or of anybody."""
        rivals: Iterable[ClientConnection] = ()
        if self.counts[newest.peer] > MAX_CONNECTIONS_PER_CLIENT and not is_proxy(newest.peer):
            rivals = [other for other in self.active_channels.values() if other.peer == newest.peer]
        elif len(self.active_channels) > self.max_connections:
            rivals = list(self.active_channels.values())
        if rivals:
            next((rival for rival in rivals if rival.is_waiting), newest).drop()


def waiting_connections(listener: socket) -> int:
    """How many wait to be accepted; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    return int.from_bytes(listener.getsockopt(IPPROTO_TCP, TCP_INFO, UNACCEPTED.stop)[UNACCEPTED], sys.byteorder)


def unsent_bytes(connections: Iterable[ClientConnection]) -> int:
    return sum(connection.total_outbufs_len for connection in connections)


def drop_largest(connections: list[ClientConnection], max_bytes: int) -> None:
    """Until the rest is within the bound."""
    excess = unsent_bytes(connections) - max_bytes
    for connection in sorted(connections, key=lambda each: each.total_outbufs_len, reverse=True):
        if excess <= 0:
            return
        excess -= connection.total_outbufs_len
        connection.drop()


def listen(
    listener: socket,
    application: Application,
    connections: dict[int, Any],
    queue: FairQueue,
    max_connections: int,
    load: WorkerLoad,
) -> ClientServer:
    """Serves what comes to a bound socket as long as `connections` is polled."""
    adjustments = Adjustments(
        threads=queue.max_running,
        max_request_header_size=MAX_HEADER_BYTES,
        max_request_body_size=MAX_BODY_BYTES,
        # Whatever is larger waits in a file.
        inbuf_overflow=32_768,
        # Above it a thread would wait for its client. It is never reached: the connection is closed before.
        outbuf_high_watermark=MAX_UNSENT_BYTES,
        ident="",
        server_name="localhost",
        log_socket_errors=False,
        # TRUSTED_PROXIES says whose headers are believed.
        clear_untrusted_proxy_headers=False,
    )
    return ClientServer(
        application,
        connections,
        True,
        listener,
        dispatcher=queue,
        adj=adjustments,
        bind_socket=False,
        sockinfo=(listener.family, listener.type, listener.proto, listener.getsockname()),
        max_connections=max_connections,
        load=load,
    )


def is_proxy(peer: str) -> bool:
    address = parse_address(peer.partition("/")[0])
    return address is not None and is_trusted(address)
