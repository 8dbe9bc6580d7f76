"""Gunicorn's settings: it keeps the workers running, replaces them and stops them; the worker itself is ours."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from django.conf import settings

from jobsite import timeouts
from jobsite.serving.memory import keep_one_heap, load_before_fork
from jobsite.serving.worker_loads import WorkerLoads

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

    from jobsite.serving.worker import BufferingWorker

# Before the settings are read.
timeouts.use("web")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobsite.settings")
keep_one_heap()

host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
bind = f"{host}:{settings.PORT}"
worker_class = "jobsite.serving.worker.BufferingWorker"
# Loaded before the fork, so that the workers share the memory of the code.
preload_app = True
workers = settings.WEB_WORKERS
threads = settings.WEB_THREADS
# A worker is replaced after so many requests: whatever leaks is bounded.
max_requests, max_requests_jitter = 50_000, 10_000
graceful_timeout = 3
loglevel = "warning"
control_socket_disable = True

# While workers are replaced there are more of them.
loads = WorkerLoads(4 * workers)


def when_ready(arbiter: object) -> None:
    """Called by gunicorn when it has loaded the application, before it starts workers."""
    load_before_fork()


def pre_fork(arbiter: Arbiter, worker: BufferingWorker) -> None:
    """Called by gunicorn for each worker it starts."""
    worker.load = loads.claim(other.load for other in arbiter.WORKERS.values())
