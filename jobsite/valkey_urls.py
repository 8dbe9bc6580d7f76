"""Addresses of Valkey: what is shared and paced, the broker, and the cache, which has a database of its own.

To empty the cache is to empty its database, whatever prefix its keys have: messages in it would be lost.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from django.core.exceptions import ImproperlyConfigured

from jobsite.environment import Environment

VALKEY_SCHEMES = ("redis", "rediss", "valkey", "valkeys", "unix")
BROKER_SCHEMES = ("redis", "rediss", "unix", "redis+socket", "amqp", "amqps", "sqs")
# As many as a server has if nobody tells it otherwise.
DATABASES = 16


def valkey(env: Environment, embedded: str) -> str:
    return _by_redis_name(env.url("VALKEY_URL", embedded, VALKEY_SCHEMES))


def broker(env: Environment, valkey_url: str) -> str:
    url = env.url("BROKER_URL", valkey_url, BROKER_SCHEMES)
    # Celery has its own name for Redis behind a Unix socket, and its own parameter for the database number.
    if url.startswith("unix://"):
        url = url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)
    return url


def cache(env: Environment, valkey_url: str, broker_url: str) -> str:
    """Raises ImproperlyConfigured if it is told to share a database."""
    url = _by_redis_name(env.url("CACHE_URL", "", VALKEY_SCHEMES))
    taken = {_place(valkey_url), _place(broker_url)}
    if url:
        if _place(url) in taken:
            raise ImproperlyConfigured("CACHE_URL: must name another database than VALKEY_URL and BROKER_URL.")
        return url
    number = _number(valkey_url)
    others = (_with_number(valkey_url, (number + step) % DATABASES) for step in range(1, DATABASES))
    return next(other for other in others if _place(other) not in taken)


def _by_redis_name(url: str) -> str:
    # The client library knows the scheme only by Redis's name.
    return url.replace("valkey", "redis", 1) if url.startswith("valkey") else url


def _number(url: str) -> int:
    """The number of its database. As for the client library, the parameter decides before the path."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    path = "" if _is_socket(url) else parts.path
    text = next(iter(query.get("db", []) + query.get("virtual_host", [])), path.strip("/"))
    return int(text) if text.isascii() and text.isdecimal() else 0


def _with_number(url: str, number: int) -> str:
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items() if name != "db"}
    if not _is_socket(url):
        return urlunsplit(parts._replace(path=f"/{number}", query=urlencode(query)))
    # By hand: urlunsplit writes no empty host before the path of a socket whose scheme it does not know.
    return f"unix://{parts.netloc}{parts.path}?{urlencode({**query, 'db': number}, safe='/')}"


def _place(url: str) -> tuple[str, str, int]:
    """Two addresses with the same are the same database. A password is no part of it."""
    parts = urlsplit(url)
    server = "" if _is_socket(url) else f"{parts.hostname}:{parts.port or 6379}"
    kind = "redis" if parts.scheme in ("redis", "rediss", "unix", "redis+socket") else parts.scheme
    return f"{kind} {server}", parts.path if _is_socket(url) else "", _number(url)


def _is_socket(url: str) -> bool:
    return urlsplit(url).scheme in ("unix", "redis+socket")
