"""What one client may cost. Pages that are made anew are paid for with the processor time that they took.

Each client has a bucket in Valkey that fills at a steady rate and is emptied by what its pages cost; in debt it has to
wait. Static files, health checks, files of the sitemap and answers that the browser's cache already has cost nothing.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from typing import Any, cast

import redis
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from listings.search.results.processor_time import used_seconds
from listings.web.client_address import client_id
from listings.web.refusals import TOO_MANY
from listings.web.unfinished_pages import UnfinishedPages

LOG = logging.getLogger(__name__)
# How long a client is recognised by the same hash.
SALT_SECONDS = 600
# Seconds of processor time below which a response is free: redirects, small files, pages from a cache.
FREE_SECONDS = 0.003
# Of a response that says so: it must not lengthen the debt. Other limits answer with whole pages of the same status.
REFUSAL = "is_refusal"
# A Valkey that does not answer is asked again after this time, and nobody is refused meanwhile.
TIMEOUT_SECONDS, RETRY_SECONDS = 0.5, 5.0
# The key holds when the debt will be paid off, in milliseconds. In one step, as requests of a client run in parallel.
CHARGE = """
local now = tonumber(ARGV[1])
local paid_at = math.max(now, math.max(now, tonumber(redis.call('GET', KEYS[1]) or '0')) + tonumber(ARGV[2]))
redis.call('SET', KEYS[1], string.format('%.0f', paid_at), 'PX', string.format('%.0f', paid_at - now + 1))
return string.format('%.0f', paid_at)
"""

View = Callable[..., HttpResponse]


class ClientDebts:
    """The debts of clients. Without Valkey nobody has any: pages matter more than limits."""

    def __init__(self) -> None:
        self.retry_at = 0.0

    def seconds_to_wait(self, request: HttpRequest) -> int:
        """Until this client may ask for another page that has to be made; 0 if it may now."""
        paid_at = self._ask(request, lambda key: connection(settings.CACHE_URL).get(key))
        if not paid_at:
            return 0
        # The debt that a full bucket allows is paid off in this time.
        allowed = settings.CLIENT_BURST / (settings.CLIENT_SHARE / 100)
        return max(0, math.ceil(float(paid_at) / 1000 - time.time() - allowed))

    def charge(self, request: HttpRequest, seconds: float) -> None:
        """Less than nothing gives back what was charged before."""

        def add(key: str) -> Any:
            now, debt = time.time() * 1000, seconds * 1000 / (settings.CLIENT_SHARE / 100)
            return connection(settings.CACHE_URL).eval(CHARGE, 1, key, f"{now:.0f}", f"{debt:.0f}")

        self._ask(request, add)

    def _ask(self, request: HttpRequest, question: Callable[[str], Any]) -> Any:
        if not settings.CLIENT_SHARE or time.monotonic() < self.retry_at:
            return None
        try:
            answer = question(f"spent-{client_id(request, SALT_SECONDS)}")
        except redis.RedisError as error:
            if not self.retry_at:
                LOG.warning("Clients have no limits until Valkey answers again: %s.", type(error).__name__)
            self.retry_at = time.monotonic() + RETRY_SECONDS
            return None
        self.retry_at = 0.0
        return answer


DEBTS = ClientDebts()
UNFINISHED = UnfinishedPages()


@cache
def connection(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS)


class SpendingMiddleware:
    """Measures what a response costs, and refuses to make one for a client in debt."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        started = used_seconds()
        with UNFINISHED.making(request) as page:
            response = self.get_response(request)
        cost = used_seconds() - started
        if cost <= FREE_SECONDS or response.status_code == HTTPStatus.NOT_MODIFIED or hasattr(response, REFUSAL):
            cost = 0.0
        if cost != page.charged:
            DEBTS.charge(request, cost - page.charged)
        return response

    def process_view(self, request: HttpRequest, view: View, args: object, kwargs: object) -> HttpResponse | None:
        if getattr(view, "is_free", False) or (response := refusal(request)) is None:
            return None
        setattr(response, REFUSAL, True)
        return response


def charge_unfinished() -> float:
    """Charges pages for what they have cost so far: a process that is killed while it makes one charges nobody then.

    Returns the processor time of the page that has used most, in seconds.
    """
    for request, seconds in UNFINISHED.uncharged():
        DEBTS.charge(request, seconds)
    return UNFINISHED.most_used


def free(view: View) -> View:
    """For views that only hand out what is there."""
    cast(Any, view).is_free = True
    return view


def refusal(request: HttpRequest) -> HttpResponse | None:
    """The answer to a client in debt; None for all others."""
    seconds = DEBTS.seconds_to_wait(request)
    return TOO_MANY.response(request, seconds) if seconds else None
