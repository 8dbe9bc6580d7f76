"""What the parts of the site are doing now. Each answer costs a few milliseconds, or says that there is none."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from celery import current_app
from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.models import Count, Min
from django.db.models.functions import TruncHour
from django.utils import timezone
from kombu import Connection, Queue
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from listings.fetching import queues
from listings.models import Fetch, Source

HOURS = 24
# Workers answer at once or not at all, and a page waits for this long.
PING_SECONDS = 0.5
BROKER_SECONDS = 2
BROKER_ERRORS = (OperationalError, RedisError, OSError)
KIND = {
    Fetch.Outcome.OK: "good",
    Fetch.Outcome.UNCHANGED: "good",
    Fetch.Outcome.ACCEPTED: "good",
    Fetch.Outcome.QUARANTINED: "odd",
    Fetch.Outcome.FAILED: "failed",
    Fetch.Outcome.LOST: "failed",
}


@dataclass(frozen=True, slots=True)
class Hour:
    """Fetches that began in one hour: good, odd (set aside), failed or lost."""

    start: datetime
    good: int = 0
    odd: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """Sources whose time has come and that no worker has taken yet."""

    sources: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Disk:
    """Of the file system that holds the site's data, in bytes."""

    path: str
    free: int
    total: int


def fetch_hours(now: datetime | None = None) -> list[Hour]:
    """The last 24 hours, oldest first."""
    now = now or timezone.now()
    first = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=HOURS - 1)
    rows = Fetch.objects.filter(started_at__gte=first, outcome__in=KIND).annotate(hour=TruncHour("started_at"))
    counts: Counter[tuple[datetime, str]] = Counter()
    for hour, outcome, total in rows.values_list("hour", "outcome").annotate(total=Count("pk")).order_by():
        counts[hour, KIND[Fetch.Outcome(outcome)]] += total
    starts = [first + timedelta(hours=number) for number in range(HOURS)]
    return [Hour(start, counts[start, "good"], counts[start, "odd"], counts[start, "failed"]) for start in starts]


def due(now: datetime | None = None) -> Due:
    waiting = Source.objects.due(now or timezone.now()).aggregate(sources=Count("pk"), oldest=Min("next_fetch_at"))
    return Due(waiting["sources"], waiting["oldest"])


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        # The next request must not find the broken connection again.
        connection.close()
        return False
    return True


def queue_lengths() -> dict[str, int] | None:
    """Messages that wait in each queue; None if the broker does not answer."""
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=BROKER_SECONDS) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=BROKER_SECONDS)
            channel = broker.default_channel
            # Not passive: with RabbitMQ, asking for a queue that nobody has used yet would be an error.
            declared = {name: cast(Any, Queue(name)(channel).queue_declare()) for name in queues.IN_ORDER}
            return {name: queue.message_count for name, queue in declared.items()}
    except BROKER_ERRORS:
        return None


def workers() -> list[str] | None:
    """Names of the workers that answer; None if the broker does not."""
    try:
        with Connection(settings.CELERY_BROKER_URL, connect_timeout=BROKER_SECONDS) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=BROKER_SECONDS)
            answers = current_app.control.ping(timeout=PING_SECONDS, connection=broker) or []
    except BROKER_ERRORS:
        return None
    return sorted(name for answer in answers for name in answer)


def disk() -> Disk:
    path = Path(settings.INDEX_DIR)
    while not path.exists() and path != path.parent:
        path = path.parent
    usage = shutil.disk_usage(path)
    return Disk(str(path), usage.free, usage.total)
