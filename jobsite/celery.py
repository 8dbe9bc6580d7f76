"""The Celery application: how workers take work, and what the scheduler starts. Every task may safely run twice."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

from celery import Celery
from celery.schedules import crontab
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")

EACH = {
    "queue_due": timedelta(seconds=60),
    "maintain": timedelta(minutes=5),
    "check_pages": crontab(minute=17, hour=4),
    "prune": crontab(minute=47, hour=3),
}


def configuration() -> dict[str, Any]:
    """Read when the application is first used. A killed worker's message comes again after the visibility timeout."""
    limit = settings.FETCH_TIME_LIMIT
    return {
        "broker_url": settings.CELERY_BROKER_URL,
        "broker_connection_retry_on_startup": True,
        "broker_transport_options": {"visibility_timeout": limit + 300},
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_ignore_result": True,
        "task_soft_time_limit": limit,
        "task_time_limit": limit + 30,
        "worker_prefetch_multiplier": 1,
        "worker_cancel_long_running_tasks_on_connection_loss": True,
        "worker_hijack_root_logger": False,
        "timezone": "UTC",
        "beat_schedule": {
            name: {"task": f"listings.{name}", "schedule": each, "options": {"expires": 300}}
            for name, each in EACH.items()
        },
    }


app = Celery("jobsite")
app.add_defaults(configuration)
app.autodiscover_tasks()
