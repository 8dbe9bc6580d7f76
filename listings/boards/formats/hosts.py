"""The host that an address leads to: browsers read several spellings of it, behind which a forbidden one could hide."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit, urlunsplit

import idna

PLAIN_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]")
ADDRESS = re.compile(r"(https?):[/\\]*([^?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def as_browsers_read(url: str) -> str:
    """An http or https address with its host in plain letters, and nobody's name before it; "" for any other address.

    After the URL Standard: backslashes are slashes, and hosts may be percent-encoded, in any script, or end in a dot.
    Raises ValueError where it is broken.
    """
    match = ADDRESS.fullmatch(url)
    if match is None:
        return ""
    scheme, address, rest = match.groups()
    parts = urlsplit(scheme + "://" + address.replace("\\", "/") + rest)
    # Reading the port raises ValueError where it is not a port.
    host, port = parts.hostname, parts.port
    if not host or port == 0:
        return ""
    return urlunsplit(parts._replace(netloc=plain_host(host) + (f":{port}" if port else "")))


def plain_host(host: str) -> str:
    """In ASCII and lower case, without a dot at the end. Raises ValueError for what is no host."""
    host = unquote(host).lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if not PLAIN_HOST.fullmatch(host):
        host = idna.encode(host, uts46=True).decode("ascii")
    if not PLAIN_HOST.fullmatch(host):
        raise ValueError(f"{host[:80]!r} is no host")
    return host
