"""A connection of the web server: no thread waits for its client, and when it is closed.

A request is begun when the answer before it has been sent, so that a client which asks for much and reads nothing is
owed one answer at most. Waitress by itself begins all that came in one packet, and lets the thread of a request wait
once there is too much to send.
"""

from __future__ import annotations

import time
from contextlib import suppress
from functools import cached_property
from typing import Any

from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.utilities import Error

from jobsite.serving.request_parser import SingleRequestParser
from jobsite.serving.response_task import ResponseTask
from listings.web.client_address import client_network

# For a whole request, and for a connection that has not sent anything yet.
RECEIVE_SECONDS = 20.0
# Between two requests of a connection.
IDLE_SECONDS = 15.0
# For a response: so long, and a second more for each so many bytes.
SEND_SECONDS, SEND_BYTES_PER_SECOND = 30.0, 8192
# Of a connection, in a file if it is much. The longest answers, feeds, have some 20 MB.
MAX_UNSENT_BYTES = 64 * 1024 * 1024
TIMED_OUT = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class TooManyRequests(Error):
    code = 429
    reason = "Too Many Requests"

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], bytes]:
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Retry-After", "5")]
        return f"{self.code} {self.reason}", headers, str(self.body).encode()


class ClientConnection(HTTPChannel):
    """`due`: when it is closed unless something is completed, in seconds of time.monotonic()."""

    parser_class = SingleRequestParser
    task_class = ResponseTask
    # The one that is being received.
    request: SingleRequestParser | None = None
    due = 0.0
    # What came behind the request that is being answered; no more is read meanwhile.
    unread = b""
    # Its client has left more unread than is kept.
    is_excessive = False

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
        if self.request is None:
            # Blank lines before a request are neither a part of it nor a sign of life.
            if not (data := data.lstrip()):
                return False
            self.due = time.monotonic() + RECEIVE_SECONDS
            self.request = self.parser_class(self.adj)
        request = self.request
        accepted = bool(super().received(data))
        self.unread = request.rest
        return accepted

    @property
    def is_next_ready(self) -> bool:
        return bool(self.unread and self.connected and not self.requests and not self.total_outbufs_len)

    def readable(self) -> bool:
        return not self.unread and bool(super().readable())

    def writable(self) -> bool:
        return self.is_next_ready or bool(super().writable())

    def handle_write(self) -> None:
        super().handle_write()
        if self.is_next_ready:
            data, self.unread = self.unread, b""
            self.received(data)

    def write_soon(self, data: Any) -> int:
        """Called in the thread of the request, which goes on at once: what cannot be sent yet is kept."""
        if self.total_outbufs_len + len(data) > MAX_UNSENT_BYTES:
            # Closed by the loop, which alone may do that.
            self.is_excessive = True
            raise ClientDisconnected
        count = int(super().write_soon(data))
        self._postpone()
        return count

    def service(self) -> None:
        super().service()
        self._postpone()

    def _postpone(self) -> None:
        unsent = self.total_outbufs_len
        self.due = time.monotonic() + (SEND_SECONDS + unsent / SEND_BYTES_PER_SECOND if unsent else IDLE_SECONDS)

    def handle_expt(self) -> None:
        """Urgent data, which HTTP has none of. As long as it is not read, each turn of the loop would begin at once."""
        self.handle_close()

    def refuse(self) -> None:
        """Answers the request that would have to wait, without the application."""
        self.requests[0].error = TooManyRequests("Too many requests at a time. Try again in a few seconds.\n")
        self.service()

    @property
    def is_waiting(self) -> bool:
        """For the client, which has not sent a whole request, or has not read what there is of the response."""
        return not self.requests or self.total_outbufs_len > 0

    def is_overdue(self, now: float) -> bool:
        return self.is_excessive or (self.is_waiting and self.due < now)

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
