"""Health of this process and of the services behind it, for load balancers and monitoring."""

from __future__ import annotations

from collections.abc import Callable

import redis
from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, JsonResponse
from kombu import Connection
from kombu.exceptions import OperationalError

from jobsite.allinone import EmbeddedError
from listings.search.index.health import index_state


def healthz(request: HttpRequest) -> JsonResponse:
    """Liveness: this process answers. Nothing else is checked, or a dead database would restart every web process."""
    return _response({"status": "ok"}, 200)


def readyz(request: HttpRequest) -> JsonResponse:
    """Readiness: 200 if database, broker, cache and index are usable, else 503; each with "ok" or what is wrong."""
    checks: dict[str, Callable[[], str]] = {"database": _database, "broker": _broker, "cache": _cache, "index": _index}
    problems = {name: problem for name, check in checks.items() if (problem := check())}
    states = {name: problems.get(name, "ok") for name in checks}
    return _response({"status": "not ready" if problems else "ok", **states}, 503 if problems else 200)


def _response(content: dict[str, str], status: int) -> JsonResponse:
    response = JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})
    # No middleware adds it here, and without it the connection could not be used again.
    response["Content-Length"] = str(len(response.content))
    return response


# Each check returns "" if all is well. Only the error's type is shown: its message holds hosts and user names.


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, EmbeddedError) as error:
        # Health views run outside the middleware, so nobody else discards the broken connection.
        connection.close()
        return f"no answer ({type(error).__name__})"
    return ""


def _broker() -> str:
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=2) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=2)
    except (OperationalError, OSError) as error:
        return f"no answer ({type(error).__name__})"
    return ""


def _cache() -> str:
    try:
        with redis.Redis.from_url(settings.CACHE_URL, socket_timeout=2, socket_connect_timeout=2) as client:
            client.ping()
    except redis.RedisError as error:
        return f"no answer ({type(error).__name__})"
    return ""


def _index() -> str:
    state = index_state()
    return "" if state.ready else state.message
