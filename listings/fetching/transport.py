"""Connections to checked addresses only, and responses that end in time.

A name is resolved once, and the checked address is the one connected to.
"""

from __future__ import annotations

import http.client
import io
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

from listings.fetching.ssrf import BlockedAddress, check_ip_address

Resolver = Callable[[str, int], Sequence[str]]
MAX_ADDRESSES = 8


@dataclass(slots=True)
class TimeLimit:
    """When the response to the current request must be there with all its headers and its body, by time.monotonic().

    `processor_ends`: the same by time.thread_time(), for what never stops to come and says nothing.
    """

    ends: float = float("inf")
    processor_ends: float = float("inf")

    @property
    def is_costly(self) -> bool:
        return time.thread_time() > self.processor_ends

    def left(self) -> float:
        """Raises TimeoutError if nothing is left."""
        if self.is_costly:
            raise TimeoutError("took too much processor time")
        seconds = self.ends - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("timed out")
        return seconds


class TimedReader(io.RawIOBase):
    """A socket's bytes until the limit. The socket's own timeout is for each read: whoever drips never meets it."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, limit: TimeLimit) -> None:
        self._raw = raw
        self._sock = sock
        self._limit = limit
        self._timeout = sock.gettimeout()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._limit.left()
        self._sock.settimeout(left if self._timeout is None else min(self._timeout, left))
        count: int | None = self._raw.readinto(buffer)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class BlockedConnection(NewConnectionError):
    """The host resolves to an address that must not be requested."""


def resolve(host: str, port: int) -> list[str]:
    """IP addresses in the resolver's order, each once. Raises socket.gaierror."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in infos))


def connect(
    connection: HTTPConnection, resolver: Resolver, check: Callable[[str], None], limit: TimeLimit
) -> socket.socket:
    """Connect to the first address that accepts. Raises BlockedConnection if `check` refuses any of them."""
    try:
        addresses = resolver(connection.host, connection.port)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    except UnicodeError as error:
        # getaddrinfo encodes names by IDNA, and fails like this for "a..example".
        raise NewConnectionError(connection, f"{connection.host} is not a valid host name") from error
    # All of them first: a host with one public and one private address is an attack, not a board.
    for address in addresses:
        try:
            check(address)
        except BlockedAddress as error:
            raise BlockedConnection(connection, f"{connection.host} resolves to {error}") from error
    last_error: OSError | None = None
    for address in addresses[:MAX_ADDRESSES]:
        try:
            timeout = min(connection.timeout or float("inf"), limit.left())
            # The address, not the name: resolved again, the name may lead elsewhere (DNS rebinding).
            return socket.create_connection((address, connection.port), timeout)
        except OSError as error:
            last_error = error
    raise NewConnectionError(connection, f"no connection to {connection.host}: {last_error}")


def response_class(limit: TimeLimit) -> type[http.client.HTTPResponse]:
    class TimedResponse(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:
            super().__init__(sock, *args, **kwargs)
            self.fp = io.BufferedReader(TimedReader(self.fp.detach(), sock, limit))

    return TimedResponse


def build_adapter(
    resolver: Resolver = resolve,
    check: Callable[[str], None] = check_ip_address,
    limit: TimeLimit | None = None,
) -> HTTPAdapter:
    """A requests adapter that makes all its connections by `connect`. TLS still verifies the host's name."""
    time_limit = limit or TimeLimit()
    timed_response = response_class(time_limit)

    class CheckedHTTPConnection(HTTPConnection):
        response_class = timed_response

        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check, time_limit)

    class CheckedHTTPSConnection(HTTPSConnection):
        response_class = timed_response

        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check, time_limit)

    class CheckedHTTPPool(HTTPConnectionPool):
        ConnectionCls = CheckedHTTPConnection

    class CheckedHTTPSPool(HTTPSConnectionPool):
        ConnectionCls = CheckedHTTPSConnection

    class CheckedAdapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": CheckedHTTPPool, "https": CheckedHTTPSPool}

    return CheckedAdapter(max_retries=0)
