"""Database, broker, cache, workers, scheduler, index and disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from redis.exceptions import RedisError

from jobsite import outages
from jobsite.allinone import EmbeddedError
from jobsite.doctor.findings import Finding, fault, warning, well
from listings.monitoring import figures, live
from listings.search.index.health import index_state

MAX_CLOCK_DIFFERENCE = timedelta(seconds=5)
# A task counts the figures every five minutes, so they are older only if no task was sent or none was taken.
MAX_FIGURES_AGE = timedelta(minutes=15)
MANY_WAITING = 500
LOW_DISK, FULL_DISK = 0.15, 0.05


def check_database() -> Iterator[Finding]:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT version(), clock_timestamp()")
            version, moment = cursor.fetchone()
        missing = MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
    except (DatabaseError, EmbeddedError, ImproperlyConfigured) as error:
        yield fault("database", outages.sentence(error) or str(error).strip(), "Start it, or correct DATABASE_URL.")
        return
    yield well("database", f"{version.partition(' on ')[0]} answers.")
    if missing:
        names = ", ".join(f"{migration.app_label} {migration.name}" for migration, _ in missing[:3])
        yield fault("migrations", f"{len(missing)} not applied: {names}.", "Run `manage.py prepare`.")
    else:
        yield well("migrations", "All are applied.")
    difference = abs(timezone.now() - moment)
    if difference > MAX_CLOCK_DIFFERENCE:
        message = f"This machine and the database are {difference.total_seconds():.0f} s apart."
        yield warning("clock", message, "Set both by a time server: leases and schedules compare these clocks.")
    else:
        yield well("clock", "This machine and the database agree.")


def check_broker() -> Iterator[Finding]:
    queues = live.queue_lengths()
    if queues is None:
        yield fault("broker", "It does not answer.", "Start Valkey, or correct BROKER_URL.")
        return
    waiting = sum(queues.values())
    lengths = ", ".join(f"{length:,} in {name}" for name, length in queues.items())
    if waiting > MANY_WAITING:
        yield warning("broker", f"Messages wait: {lengths}.", "Start more workers, or set WORKERS higher.")
    else:
        yield well("broker", f"It answers; messages that wait: {lengths}.")
    workers = live.workers()
    if workers:
        yield well("workers", f"{len(workers)} answer: {', '.join(workers[:5])}.")
    else:
        yield fault("workers", "None answers.", "Start the site, or `celery -A jobsite worker`.")


def check_cache() -> Iterator[Finding]:
    try:
        cache.set("doctor", 1, 10)
        kept = cache.get("doctor") == 1
        counted: figures.Figures | None = cache.get(figures.KEY)
    except RedisError as error:
        yield fault("cache", outages.sentence(error), "Start Valkey, or correct CACHE_URL.")
        return
    if kept:
        yield well("cache", "It answers.")
    else:
        yield fault("cache", "It forgets at once what it is given.", "Give it more memory, or another server.")
    advice = "Start the site, or `celery -A jobsite beat`, and a worker."
    if counted is None:
        message = "No task has run yet, or the cache was emptied."
        yield warning("scheduler", message, f"Wait five minutes after a start. Then: {advice[0].lower()}{advice[1:]}")
        return
    age = timezone.now() - counted.counted_at
    minutes = f"{age.total_seconds() / 60:.0f} minutes ago"
    if age > MAX_FIGURES_AGE:
        yield fault("scheduler", f"The last task ran {minutes}.", advice)
    else:
        yield well("scheduler", f"The last task ran {minutes}.")


def check_index() -> Iterator[Finding]:
    state = index_state()
    if state.ready:
        yield well("index", f"It holds {state.message}.")
    else:
        advice = "Wait if the site has just started; else start `manage.py indexer`, and look at what it logs."
        yield fault("index", f"Not ready: {state.message}.", advice)


def check_disk() -> Iterator[Finding]:
    disk = live.disk()
    share = disk.free / disk.total
    message = f"{filesizeformat(disk.free)} of {filesizeformat(disk.total)} free at {disk.path}."
    advice = "Free some space, or move DATA_DIR: a full disk stops the database."
    if share < FULL_DISK:
        yield fault("disk", message, advice)
    elif share < LOW_DISK:
        yield warning("disk", message, advice)
    else:
        yield well("disk", message)
