"""How often somebody may try to sign in: each failure beyond a few doubles the wait, by address and by name.

A stranger who tries an admin's name again and again must not keep the admin out: nobody waits longer than some minutes
for a name, and a browser in which that admin has signed in before does not wait for it at all.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
from dataclasses import dataclass

import redis
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from listings.web.client_address import client_id
from listings.web.spending import connection

LOG = logging.getLogger(__name__)
HOUR = 3600
FIRST_WAIT = 5


@dataclass(frozen=True, slots=True)
class Limit:
    """`free` failures without a wait; each further one doubles it up to `longest` seconds.

    `window`: seconds after the last failure in which they are remembered.
    """

    kind: str
    free: int
    longest: int
    window: int

    def wait_after(self, failures: int) -> int:
        beyond = failures - self.free
        return min(self.longest, FIRST_WAIT * 2 ** min(beyond - 1, 20)) if beyond > 0 else 0


BY_ADDRESS = Limit("address", free=5, longest=900, window=HOUR)
BY_NAME = Limit("name", free=10, longest=300, window=24 * HOUR)
# How long failures are kept for the notice after the next success.
NOTICE_SECONDS = 90 * 24 * HOUR


class Attempt:
    """One try to sign in as `name`. It counts as a failure until it succeeds, so that many at once are many."""

    def __init__(self, request: HttpRequest, name: str, *, is_known_device: bool) -> None:
        self.request, self.name, self.is_known_device = request, name, is_known_device
        self.valkey = connection(settings.CACHE_URL)

    def seconds_to_wait(self) -> int:
        """0: it may be made, and is counted. Without Valkey there is no limit."""
        try:
            keys = self._keys()
            wait = max((int(self.valkey.ttl(f"{key}-wait")) for key in keys.values()), default=0)
            if wait > 0:
                return wait
            for limit, key in keys.items():
                failures = int(self.valkey.incr(key))
                self.valkey.expire(key, limit.window)
                if seconds := limit.wait_after(failures):
                    self.valkey.set(f"{key}-wait", 1, ex=seconds)
        except redis.RedisError as error:
            LOG.warning("Sign-ins have no limit until Valkey answers again: %s.", type(error).__name__)
        return 0

    def succeed(self) -> None:
        """Forgets the failures before it."""
        try:
            self.valkey.delete(*(name for key in self._keys().values() for name in (key, f"{key}-wait")))
        except redis.RedisError as error:
            LOG.warning("A sign-in could not be counted: %s.", type(error).__name__)

    def _keys(self) -> dict[Limit, str]:
        keys = {BY_ADDRESS: f"login-address-{client_id(self.request, HOUR)}"}
        if not self.is_known_device:
            keys[BY_NAME] = name_key(self.name)
        return keys


def name_key(name: str) -> str:
    # What was typed may be a password in the wrong field.
    digest = hmac.new(settings.SECRET_KEY.encode(), name.casefold().encode(), hashlib.sha256).hexdigest()
    return f"login-name-{digest[:32]}"


def count_failure(user: AbstractBaseUser) -> None:
    """For the notice at this user's next sign-in."""
    try:
        valkey = connection(settings.CACHE_URL)
        valkey.incr(notice_key(user))
        valkey.expire(notice_key(user), NOTICE_SECONDS)
    except redis.RedisError as error:
        LOG.warning("A failed sign-in could not be counted: %s.", type(error).__name__)


def take_failures(user: AbstractBaseUser) -> int:
    """The number of failures since the last sign-in, which are then forgotten."""
    try:
        return int(connection(settings.CACHE_URL).getdel(notice_key(user)) or 0)
    except redis.RedisError as error:
        LOG.warning("Failed sign-ins could not be read: %s.", type(error).__name__)
        return 0


def notice_key(user: AbstractBaseUser) -> str:
    return f"login-failures-{user.pk}"


def forget(name: str) -> None:
    """Ends the wait for this name."""
    connection(settings.CACHE_URL).delete(name_key(name), f"{name_key(name)}-wait")
