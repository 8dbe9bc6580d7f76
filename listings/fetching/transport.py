"""Connections to checked addresses only: a name is resolved once, and the checked address is the one connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NameResolutionError, NewConnectionError

from listings.fetching.ssrf import BlockedAddress, check_ip_address

Resolver = Callable[[str, int], Sequence[str]]


class BlockedConnection(NewConnectionError):
    """The host resolves to an address that must not be requested."""


def resolve(host: str, port: int) -> list[str]:
    """IP addresses in the resolver's order, each once. Raises socket.gaierror."""
    infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in infos))


def connect(connection: HTTPConnection, resolver: Resolver, check: Callable[[str], None]) -> socket.socket:
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
    for address in addresses:
        try:
            # The address, not the name: resolved again, the name may lead elsewhere (DNS rebinding).
            return socket.create_connection((address, connection.port), connection.timeout)
        except OSError as error:
            last_error = error
    raise NewConnectionError(connection, f"no connection to {connection.host}: {last_error}")


def build_adapter(resolver: Resolver = resolve, check: Callable[[str], None] = check_ip_address) -> HTTPAdapter:
    """A requests adapter that makes all its connections by `connect`. TLS still verifies the host's name."""

    class CheckedHTTPConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check)

    class CheckedHTTPSConnection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return connect(self, resolver, check)

    class CheckedHTTPPool(HTTPConnectionPool):
        ConnectionCls = CheckedHTTPConnection

    class CheckedHTTPSPool(HTTPSConnectionPool):
        ConnectionCls = CheckedHTTPSConnection

    class CheckedAdapter(HTTPAdapter):
        def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
            super().init_poolmanager(*args, **kwargs)
            self.poolmanager.pool_classes_by_scheme = {"http": CheckedHTTPPool, "https": CheckedHTTPSPool}

    return CheckedAdapter(max_retries=0)
