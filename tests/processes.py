"""Processes of ours, started for a test against the test's own database and broker, and ended with it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psutil
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def database_url() -> str:
    """The address of the test database, for another process."""
    at = connection.settings_dict
    user, password = quote(at["USER"] or "", safe=""), quote(at["PASSWORD"] or "", safe="")
    host = quote(at["HOST"] or "", safe="")
    port = f":{at['PORT']}" if at["PORT"] else ""
    return f"postgres://{user}{':' + password if password else ''}@{host}{port}/{at['NAME']}"


@contextmanager
def running(*command: str, log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own group, ended (SIGTERM, then SIGKILL after 10 s) at the end."""
    env = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "VALKEY_URL": settings.VALKEY_URL,
        "BROKER_URL": settings.CELERY_BROKER_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "BOARD_MIRROR": settings.BOARD_MIRROR,
        "INDEX_DIR": str(settings.INDEX_DIR),
        **environment,
    }
    with log.open("ab") as out:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, env=env, stdout=out, stderr=out, start_new_session=True
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def until(condition: Callable[[], bool], seconds: float = 30, log: Path | None = None) -> None:
    """Waits for something to become true; fails with the end of the log where it does not."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            tail = log.read_text(errors="replace")[-3000:] if log and log.exists() else ""
            raise AssertionError(f"it did not come true in {seconds} s\n{tail}")
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def alive(process: psutil.Process) -> bool:
    """A process may end between being found and being asked."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
