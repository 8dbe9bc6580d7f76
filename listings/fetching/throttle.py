"""One pace a host, shared by all workers: a slot is a key in Valkey that lives as long as the pause."""

from __future__ import annotations

import time
from datetime import timedelta
from functools import cache

from django.conf import settings
from redis import Redis

LOOK_EACH = 0.05


class NoSlot(RuntimeError):
    """The time is up before this host may be asked again."""


def wait_for_slot(host: str, pause: timedelta, deadline: float | None) -> None:
    """Returns when `host` may be asked. `deadline` is of time.monotonic(). Raises NoSlot, or RedisError."""
    # Django's cache counts whole seconds: a pause below one would be none.
    milliseconds = round(pause.total_seconds() * 1000)
    if milliseconds <= 0:
        return
    valkey = _valkey(settings.VALKEY_URL)
    while not valkey.set(f"pace:{host}", 1, px=milliseconds, nx=True):
        if deadline is not None and time.monotonic() > deadline:
            raise NoSlot(f"{host} was asked too recently, and the fetch's time is up")
        time.sleep(LOOK_EACH)


@cache
def _valkey(url: str) -> Redis:
    return Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5)
