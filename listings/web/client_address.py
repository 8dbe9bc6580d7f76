"""Whom a request comes from: the address behind the proxies that we trust, and what is kept of it for a short time."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
# Addresses of X-Forwarded-For that are read: longer chains are made up.
MAX_HOPS = 10
# A home or a phone has a network of this size to itself, and may change its address in it at will.
IPV6_PREFIX = 64


def client_network(peer: str, forwarded: str) -> str:
    """The client's IPv4 address or IPv6 network.

    `peer` is the address that the connection comes from. It may name another one in X-Forwarded-For, `forwarded`, if it
    is a trusted proxy, and so may each address that is named. Each proxy appends to the header, so that it is read from
    the right: a client can write what it likes to the left of its own address.
    """
    address = parse_address(peer)
    for text in reversed(forwarded.split(",")[-MAX_HOPS:]):
        hop = parse_address(text)
        if hop is None or address is None or not is_trusted(address):
            break
        address = hop
    if address is None:
        return peer
    if isinstance(address, IPv6Address):
        return str(ip_network((address, IPV6_PREFIX), strict=False))
    return str(address)


def parse_address(text: str) -> Address | None:
    """None if it is no IP address. An IPv4 address may have a port, and an IPv6 address brackets with one."""
    # Before the cache is asked: of a forged header it would keep kilobytes as a key.
    return _parsed(text.strip()[:60])


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Address | None:
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    # A socket for both families reports IPv4 addresses in this form.
    return getattr(address, "ipv4_mapped", None) or address


def is_trusted(address: Address) -> bool:
    networks: tuple[Network, ...] = settings.TRUSTED_PROXIES
    return any(address in network for network in networks)


def client_id(request: HttpRequest, seconds: int) -> str:
    """A hash of the client's network that means nothing once `seconds` are over: its salt is random and forgotten."""
    network = client_network(request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", ""))
    return hmac.new(salt(seconds, int(time.time() // seconds)).encode(), network.encode(), hashlib.sha256).hexdigest()


# Two lengths of time are used, and the current period of each is enough.
@lru_cache(maxsize=4)
def salt(seconds: int, period: int) -> str:
    """The salt of this period, shared by all processes."""
    key = f"client-salt-{seconds}-{period}"
    cache.add(key, secrets.token_hex(32), 2 * seconds)
    stored: str | None = cache.get(key)
    # Evicted between the two calls: this process is alone with its salt until the period ends.
    return stored or secrets.token_hex(32)
