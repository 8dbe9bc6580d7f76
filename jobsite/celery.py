"""The Celery application: how workers take tasks, and what the scheduler sends. Every task may safely run twice."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from typing import Any

from celery import Celery
from celery.schedules import crontab
from celery.signals import worker_init, worker_shutting_down
from django.conf import settings
from kombu import Queue
from redis.exceptions import RedisError

from jobsite import outages
from listings.facts.registry import load_readers
from listings.fetching import queues
from listings.ingest import process_deaths

log = logging.getLogger(__name__)

# The celery command is not manage.py, which sets this for every other process.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")

# In kB; a process that reads ads takes a quarter of it.
MAX_CHILD_MEMORY = 800_000
SCHEDULE = {
    "listings.queue_due": timedelta(seconds=60),
    "listings.maintain": timedelta(minutes=5),
    "listings.count_figures": timedelta(minutes=5),
    "jobsite.write_sitemaps": timedelta(hours=1),
    "listings.check_pages": crontab(minute=17, hour=4),
    "listings.prune": crontab(minute=47, hour=3),
}


def configuration() -> dict[str, Any]:
    limit = settings.FETCH_TIME_LIMIT
    return {
        "broker_url": settings.CELERY_BROKER_URL,
        "broker_connection_retry_on_startup": True,
        # An unacknowledged message is delivered again after this time; shorter than a task would run it twice.
        "broker_transport_options": {"visibility_timeout": limit + 300, "queue_order_strategy": "priority"},
        # A worker takes from all of them unless its -Q names some, and with Valkey in this order: the fetch of a board
        # waits for the next free process, never behind the employers that were queued before it.
        "task_queues": [Queue(name) for name in queues.IN_ORDER],
        # Acknowledged at the end, so that the message of a killed worker is not lost.
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_ignore_result": True,
        "task_soft_time_limit": limit,
        "task_time_limit": limit + 30,
        # With late acknowledgement, a prefetched message would wait behind a long fetch while other workers idle.
        "worker_prefetch_multiplier": 1,
        # A process that has grown beyond it ends after its task, and another takes its place.
        "worker_max_memory_per_child": MAX_CHILD_MEMORY,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "worker_hijack_root_logger": False,
        "timezone": "UTC",
        "beat_scheduler": "jobsite.scheduler:Scheduler",
        # What expires unseen is not missed: the next message does the same. Without it they pile up in an outage.
        "beat_schedule": {
            name: {"task": name, "schedule": interval, "options": {"expires": 300}}
            for name, interval in SCHEDULE.items()
        },
    }


app = Celery("jobsite")
# The function, not its result: the settings are read when the application is first used.
app.add_defaults(configuration)
app.autodiscover_tasks()


def prepare_worker(**signal: Any) -> None:
    """Before a worker forks its pool, whose processes then share what the readers have compiled."""
    # An embedded database is started by the first who needs it.
    if not settings.EMBEDDED_DATABASE:
        outages.require_database()
    load_readers()
    process_deaths.name_worker()


def stop_worker(**signal: Any) -> None:
    """On the signal to stop: what still runs when the time to end is over gets killed."""
    try:
        process_deaths.note_stop()
    except RedisError:
        log.warning("Valkey is away while the worker stops.")


worker_init.connect(prepare_worker, weak=False)
worker_shutting_down.connect(stop_worker, weak=False)
