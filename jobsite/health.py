"""Health of this process and of what it rests on, for whoever watches over it."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable

import redis
from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, JsonResponse
from kombu import Connection
from kombu.exceptions import OperationalError

from jobsite.allinone import EmbeddedError


def healthz(request: HttpRequest) -> JsonResponse:
    """This process answers; nothing else is asked."""
    return _answer({"status": "ok"}, 200)


def readyz(request: HttpRequest) -> JsonResponse:
    """200 where database, broker, cache and index serve readers, else 503; each with its state in words."""
    checks: dict[str, Callable[[], str]] = {"database": _database, "broker": _broker, "cache": _cache, "index": _index}
    wrong = {name: words for name, check in checks.items() if (words := check())}
    states = {name: wrong.get(name, "ok") for name in checks}
    return _answer({"status": "not ready" if wrong else "ok", **states}, 503 if wrong else 200)


def _answer(content: dict[str, str], status: int) -> JsonResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, EmbeddedError) as error:
        connection.close()
        return f"no answer ({type(error).__name__})"
    return ""


def _broker() -> str:
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=2) as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
    except (OperationalError, OSError) as error:
        return f"no answer ({type(error).__name__})"
    return ""


def _cache() -> str:
    try:
        with redis.Redis.from_url(settings.VALKEY_URL, socket_timeout=2, socket_connect_timeout=2) as client:
            client.ping()
    except redis.RedisError as error:
        return f"no answer ({type(error).__name__})"
    return ""


def _index() -> str:
    if importlib.util.find_spec("listings.search.index.health") is None:
        return ""
    state = importlib.import_module("listings.search.index.health").index_state()
    return "" if state.ready else state.message
