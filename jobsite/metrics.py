"""Figures for Prometheus at /metrics, for whoever holds the token, or on this machine alone if there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ipaddress import ip_address

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from jobsite.allinone import EmbeddedError
from listings.monitoring import figures, live
from listings.search.index.health import index_state

# A request that names another client was passed on by a proxy: that it comes from this machine means nothing then.
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP")


def metrics(request: HttpRequest) -> HttpResponse:
    if not may_read(request):
        message = "Metrics need the token of METRICS_TOKEN, or a request from this machine if there is none.\n"
        return HttpResponse(message, status=403, content_type="text/plain; charset=utf-8")
    registry = CollectorRegistry()
    registry.register(SiteCollector())
    response = HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
    response["Cache-Control"] = "no-store"
    return response


def may_read(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        return constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}")
    try:
        is_local = ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
    return is_local and not any(name in request.headers for name in FORWARDED)


class SiteCollector(Collector):
    """Asked anew for each request: the processes of a site have nothing to add up."""

    def collect(self) -> Iterator[Metric]:
        queues = live.queue_lengths()
        yield _labelled("up", "Whether a service answers.", "service", _services(queues).items())
        if queues is not None:
            yield _labelled("queue_messages", "Messages that wait in a queue.", "queue", queues.items())
            yield _gauge("workers", "Workers that answer.", len(live.workers() or ()))
        index = index_state()
        yield _gauge("index_ready", "Whether searches are answered by the index.", index.ready)
        if index.lag_seconds is not None:
            yield _gauge("index_lag_seconds", "Since the indexer last had nothing left to do.", index.lag_seconds)
        disk = live.disk()
        yield _gauge("disk_free_bytes", "Where the index lies.", disk.free)
        yield _gauge("disk_size_bytes", "Where the index lies.", disk.total)
        try:
            yield from _from_database()
        # The services above say that it is down, and the rest is still worth having.
        except (DatabaseError, EmbeddedError):
            return


def _services(queues: object) -> dict[str, bool]:
    return {"broker": queues is not None, "database": live.database_answers()}


def _from_database() -> Iterator[Metric]:
    now, last_hour = timezone.now(), live.fetch_hours()[-1]
    waiting = live.due(now)
    yield _gauge("sources_due", "Sources whose time has come.", waiting.sources)
    late = (now - waiting.oldest).total_seconds() if waiting.oldest else 0
    yield _gauge("sources_late_seconds", "How long the first of them has waited.", late)
    results = {"good": last_hour.good, "odd": last_hour.odd, "failed": last_hour.failed}
    yield _labelled("fetches_this_hour", "Fetches that began since the hour, by result.", "result", results.items())
    counted = figures.latest()
    yield _gauge("figures_age_seconds", "Since what follows was counted.", (now - counted.counted_at).total_seconds())
    yield _gauge("listings_open", "Jobs that readers see.", counted.open_listings)
    yield _gauge("listings_new_today", "Jobs found today (UTC).", counted.today.new)
    yield _gauge("listings_closed_today", "Jobs closed today (UTC).", counted.today.closed)
    if counted.newest_posted_at:
        age = (now - counted.newest_posted_at).total_seconds()
        yield _gauge("newest_listing_age_seconds", "Since the newest job was published.", age)
    yield _labelled("facts_stated_ratio", "Share of open jobs that state a fact.", "fact", counted.stated.items())
    yield _gauge("ads", "Ads kept.", counted.ads)
    yield _gauge("ads_with_refused_facts", "Ads with a fact that a lint refused.", counted.ads_with_refused_facts)
    yield _gauge("database_bytes", "Size of the database.", counted.database_bytes)


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(f"elsewhere_{name}", text, value=value)


def _labelled(name: str, text: str, label: str, values: Iterable[tuple[str, float]]) -> Metric:
    family = GaugeMetricFamily(f"elsewhere_{name}", text, labels=[label])
    for value, number in values:
        family.add_metric([value], float(number))
    return family
