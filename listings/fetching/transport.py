"""Connections that go only to checked addresses: a name is resolved once, and exactly what was checked is dialled."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

from listings.fetching.ssrf import BlockedAddress, check_address

Resolver = Callable[[str, int], Sequence[str]]


class BlockedConnection(NewConnectionError):
    """A name that resolves to a private address."""


def resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def connect(connection: HTTPConnection, resolver: Resolver, check: Callable[[str], None]) -> socket.socket:
    """The first of the name's addresses that answers; one that is not public ends the attempt."""
    try:
        addresses = resolver(connection.host, connection.port)
    except socket.gaierror as error:
        raise NameResolutionError(connection.host, connection, error) from error
    for address in addresses:
        try:
            check(address)
        except BlockedAddress as error:
            raise BlockedConnection(connection, f"{connection.host} resolves to {error}") from error
    problem: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection((address, connection.port), connection.timeout)
        except OSError as error:
            problem = error
    raise NewConnectionError(connection, f"no connection to {connection.host}: {problem}")


def adapter(resolver: Resolver = resolve, check: Callable[[str], None] = check_address) -> HTTPAdapter:
    """A requests adapter whose every connection is dialled by `dial`."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check)

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    class Adapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    return Adapter(max_retries=0)
