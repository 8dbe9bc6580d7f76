"""Connections of the web server: each request is complete before a thread sees it, and nothing may take for ever.

Waitress reads requests and sends responses for all connections in one loop. It closes those that are silent; what is
added here are limits for those that are not silent but slow, and for one client with many connections.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cached_property
from socket import socket
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.utilities import Error

from jobsite.serving.fair_queue import FairQueue
from listings.web.client_address import client_network, is_trusted, parse_address

# For a whole request, and for a connection that has not sent anything yet.
RECEIVE_SECONDS = 20.0
# Between two requests of a connection.
IDLE_SECONDS = 15.0
# For a response: so long, and a second more for each so many bytes.
SEND_SECONDS, SEND_BYTES_PER_SECOND = 30.0, 8192
# The search's form and the admin's need a tenth of it; nothing is uploaded.
MAX_BODY_BYTES, MAX_HEADER_BYTES = 262_144, 16_384
# Of one client, in one worker. A browser opens six.
MAX_CONNECTIONS_PER_CLIENT = 60
# Taken at once, so that a crowd of new connections does not wait for one turn of the loop each.
MAX_ACCEPTED = 16
TIMED_OUT = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class TooManyRequests(Error):
    code = 429
    reason = "Too Many Requests"

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "5")]
        return f"{self.code} {self.reason}", headers, str(self.body).encode()


class ClientConnection(HTTPChannel):
    """`due`: when it is closed unless something is completed, in seconds of time.monotonic()."""

    due = 0.0

    def __init__(self, *args: object, **kwargs: object) -> None:
        self.due = time.monotonic() + RECEIVE_SECONDS
        super().__init__(*args, **kwargs)

    @cached_property
    def peer(self) -> str:
        return client_network(self.addr[0], "")

    @property
    def client(self) -> str:
        """Of the request that is served next; a proxy sends those of many clients."""
        forwarded = self.requests[0].headers.get("X_FORWARDED_FOR", "") if self.requests else ""
        return client_network(self.addr[0], forwarded)

    def received(self, data: bytes) -> bool:
        if self.request is None and not self.requests:
            self.due = time.monotonic() + RECEIVE_SECONDS
        return bool(super().received(data))

    def service(self) -> None:
        super().service()
        sending = self.total_outbufs_len
        self.due = time.monotonic() + (SEND_SECONDS + sending / SEND_BYTES_PER_SECOND if sending else IDLE_SECONDS)

    def refuse(self) -> None:
        """Answers the request that would have to wait, without the application."""
        self.requests[0].error = TooManyRequests("Too many requests at a time. Try again in a few seconds.\n")
        self.service()

    @property
    def is_waiting(self) -> bool:
        """For the client, which has neither sent a whole request nor read the whole response."""
        return not self.requests

    def drop(self) -> None:
        if self.request is not None and not self.total_outbufs_len:
            # It may be gone already.
            with suppress(OSError):
                self.socket.send(TIMED_OUT)
        # Not by setting will_close: that waits until the client reads, which it may never do.
        self.handle_close()

    def del_channel(self, *channels: Any) -> None:
        self.server.forget(self)
        super().del_channel(*channels)


class ClientServer(TcpWSGIServer):
    """Accepts connections for one worker, and drops those that take too long or are too many."""

    channel_class = ClientConnection

    def __init__(self, *args: object, max_connections: int, **kwargs: object) -> None:
        self.max_connections = max_connections
        # Open connections of each peer.
        self.counts: Counter[str] = Counter()
        super().__init__(*args, **kwargs)

    def readable(self) -> bool:
        # Where there are too many connections an old one gives way, so that new clients need not wait.
        return bool(self.accepting)

    def handle_accept(self) -> None:
        for _ in range(MAX_ACCEPTED):
            before = set(self.active_channels)
            super().handle_accept()
            accepted = [self.active_channels[number] for number in self.active_channels.keys() - before]
            if not accepted:
                return
            self.counts[accepted[0].peer] += 1
            self._make_room(accepted[0])

    def forget(self, connection: ClientConnection) -> None:
        """Called when it is closed."""
        self.counts[connection.peer] -= 1
        if self.counts[connection.peer] <= 0:
            del self.counts[connection.peer]

    def drop_overdue(self) -> None:
        now = time.monotonic()
        for connection in list(self.active_channels.values()):
            if connection.is_waiting and connection.due < now:
                connection.drop()

    def _make_room(self, newest: ClientConnection) -> None:
        """Drops the oldest connection that waits for its client: of this client if it has too many, or of anybody."""
        rivals: Iterable[ClientConnection] = ()
        if self.counts[newest.peer] > MAX_CONNECTIONS_PER_CLIENT and not is_proxy(newest.peer):
            rivals = [other for other in self.active_channels.values() if other.peer == newest.peer]
        elif len(self.active_channels) > self.max_connections:
            rivals = list(self.active_channels.values())
        if rivals:
            next((rival for rival in rivals if rival.is_waiting), newest).drop()


def listen(
    listener: socket, application: Application, connections: dict[int, Any], queue: FairQueue, max_connections: int
) -> ClientServer:
    """Serves what comes to a bound socket as long as `connections` is polled."""
    adjustments = Adjustments(
        threads=queue.max_running,
        max_request_header_size=MAX_HEADER_BYTES,
        max_request_body_size=MAX_BODY_BYTES,
        # Whatever is larger waits in a file.
        inbuf_overflow=32_768,
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
    )


def is_proxy(peer: str) -> bool:
    address = parse_address(peer.partition("/")[0])
    return address is not None and is_trusted(address)
