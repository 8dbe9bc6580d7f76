"""Our own processes, started for a test on its database and broker, and ended with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import psutil
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent


def database_url() -> str:
    """The URL of the test database, for another process."""
    database = connection.settings_dict
    user, password = quote(database["USER"] or "", safe=""), quote(database["PASSWORD"] or "", safe="")
    host = quote(database["HOST"] or "", safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    return f"postgres://{user}{':' + password if password else ''}@{host}{port}/{database['NAME']}"


@contextmanager
def running(*command: str, log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process in a group of its own, ended by SIGTERM or, after 10 s, by SIGKILL."""
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


def until(condition: Callable[[], bool], seconds: float = 120, log: Path | None = None) -> None:
    """Waits for the condition; fails with the end of the log. The limit is for a busy machine, not part of a test."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            tail = log.read_text(errors="replace")[-3000:] if log and log.exists() else ""
            raise AssertionError(f"not true after {seconds} s\n{tail}")
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def alive(process: psutil.Process) -> bool:
    # A process may end between being found and being examined.
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def processes_of(folder: Path) -> list[psutil.Process]:
    """Live processes that work in `folder` or have it as their DATA_DIR, except this one and its ancestors."""
    # A process may do both.
    return list(dict.fromkeys(process for process, path in _processes_and_folders() if path.is_relative_to(folder)))


def data_dirs() -> set[Path]:
    """The working directories and data directories of all other processes, whether they still exist or not."""
    return {path for _, path in _processes_and_folders()}


def _processes_and_folders() -> Iterator[tuple[psutil.Process, Path]]:
    lineage = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    for process in psutil.process_iter(["cwd", "environ", "status"]):
        if process.info["status"] != psutil.STATUS_ZOMBIE and process.pid not in lineage:
            for path in {process.info["cwd"], (process.info["environ"] or {}).get("DATA_DIR")}:
                if path:
                    yield process, Path(path)


def end_processes_of(folder: Path) -> None:
    """Supervisors first: they restart others. PostgreSQL last: killed at once, it would leave shared memory behind."""
    processes, servers = processes_of(folder), []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            if process.name() == "postgres":
                servers.append(process)
            else:
                process.kill()
    for process in servers:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal.SIGQUIT)
    psutil.wait_procs(servers, timeout=20)
    # Again, for those that were started meanwhile.
    leftovers = processes_of(folder) if processes else []
    for process in leftovers:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(leftovers, timeout=20)
