"""Pauses between requests to one host, shared by all workers: a slot is a Valkey key that expires with the pause."""

from __future__ import annotations

import time
from datetime import timedelta
from functools import cache

from django.conf import settings
from redis import Redis

POLL_SECONDS = 0.05


class NoSlot(RuntimeError):
    """The deadline passed before the host may be requested again."""


def wait_for_slot(host: str, pause: timedelta, deadline: float | None) -> None:
    """Return when `host` may be requested. `deadline`: of time.monotonic(). Raises NoSlot or RedisError."""
    # In milliseconds and past Django's cache, which rounds down to whole seconds: half a second would be no pause.
    milliseconds = round(pause.total_seconds() * 1000)
    if milliseconds <= 0:
        return
    valkey = _valkey(settings.VALKEY_URL)
    while not valkey.set(slot_key(host), 1, px=milliseconds, nx=True):
        if deadline is not None and time.monotonic() > deadline:
            raise NoSlot(f"time ran out during the pause between requests to {host}")
        time.sleep(POLL_SECONDS)


def slot_key(host: str) -> str:
    return f"pace:{host}"


@cache
def _valkey(url: str) -> Redis:
    return Redis.from_url(url, socket_timeout=5, socket_connect_timeout=5)
