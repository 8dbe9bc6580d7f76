"""Where a request may go: public web addresses only, checked as written and again as resolved."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class BlockedAddress(ValueError):
    """The address leads where no board is; the message says why."""


def check_url(url: str) -> None:
    """Raises Forbidden for what is not a plain public web address. Names are checked again once resolved."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BlockedAddress(f"{url!r} is no address: {error}") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise BlockedAddress(f"{url!r} is not a web address")
    if parts.username is not None or parts.password is not None:
        raise BlockedAddress("an address with a user name in it is not asked")
    if port not in (None, PORTS[parts.scheme]):
        raise BlockedAddress(f"{url!r} names port {port}; only the web's own ports are asked")
    host = parts.hostname
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise BlockedAddress(f"{host} is no public host")
    literal = as_address(host)
    if literal is not None:
        check_address(literal)


def as_address(host: str) -> str | None:
    """A host written as an address in any of the forms that resolvers take (0x7f.1, 2130706433 …); None for a name."""
    if ":" in host:
        return host
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


def check_address(address: str) -> None:
    """Raises Forbidden unless a resolved address is a global unicast one."""
    try:
        found = ipaddress.ip_address(address.split("%")[0])
    except ValueError as error:
        raise BlockedAddress(f"{address} is no address") from error
    if isinstance(found, ipaddress.IPv6Address):
        found = _within(found)
    if not found.is_global or found.is_multicast or found.is_reserved:
        raise BlockedAddress(f"{address} is a private or reserved address")


def _within(found: ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it does."""
    if found.ipv4_mapped:
        return found.ipv4_mapped
    if found.sixtofour:
        return found.sixtofour
    if found in NAT64:
        return ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found
