"""Where a request may go: public web hosts only. Checked before and after a name is resolved."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from listings.boards.bounds import is_keepable

PORTS = {"http": 80, "https": 443}
NAT64 = ipaddress.ip_network("64:ff9b::/96")
IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class BlockedAddress(ValueError):
    """A URL or IP address that is not requested. The message says why."""


def check_url(url: str) -> None:
    """Raises BlockedAddress unless it is a plain public web URL. Host names are not resolved."""
    try:
        parts = urlsplit(url)
        # Only reading the port checks it.
        port = parts.port
    except ValueError as error:
        raise BlockedAddress(f"{url!r} is not a valid URL: {error}") from error
    # No resolver takes a null byte or half a surrogate pair.
    if not is_keepable(url):
        raise BlockedAddress(f"{url!r} is not a valid URL: it holds unreadable characters")
    if parts.scheme not in PORTS or not parts.hostname:
        raise BlockedAddress(f"{url!r} is not a web address")
    if parts.username is not None or parts.password is not None:
        raise BlockedAddress("URLs with a user name are not requested")
    if port not in (None, PORTS[parts.scheme]):
        raise BlockedAddress(f"{url!r} uses port {port}; only ports 80 and 443 are allowed")
    host = parts.hostname
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        raise BlockedAddress(f"{host} is not a public host")
    literal = as_ip_address(host)
    if literal is not None:
        check_ip_address(literal)


def as_ip_address(host: str) -> str | None:
    """An IP address in any form that resolvers accept (0x7f.1, 2130706433 …), in its usual form; None for a name."""
    if ":" in host:
        return host
    try:
        # inet_aton, as ipaddress rejects the short, hexadecimal and octal forms that connect() would follow.
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


def check_ip_address(address: str) -> None:
    """Raises BlockedAddress unless it is a global unicast address."""
    try:
        # Without the zone of a link-local address: "fe80::1%eth0".
        ip_address = ipaddress.ip_address(address.split("%")[0])
    except ValueError as error:
        raise BlockedAddress(f"{address} is not an IP address") from error
    if isinstance(ip_address, ipaddress.IPv6Address):
        ip_address = _embedded_ipv4(ip_address)
    if not ip_address.is_global or ip_address.is_multicast or ip_address.is_reserved:
        raise BlockedAddress(f"{address} is a private or reserved address")


def _embedded_ipv4(address: ipaddress.IPv6Address) -> IpAddress:
    """The IPv4 address that packets to this IPv6 address reach, if there is one."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
