"""`manage.py up`: the whole site on one machine, from an empty directory to a page that answers."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from jobsite import allinone
from jobsite.allinone import processes
from jobsite.allinone.paths import make_folder
from jobsite.allinone.services import open_lock
from jobsite.allinone.supervisor import Child, Supervisor, processes_with
from listings.fetching import leases

# In the environment of all processes of a site, with its data directory: how a later run finds what a kill left.
MARKER = "ELSEWHERE_UP"
SERVICE_CHECK_SECONDS = 2
Echo = Callable[[str], None]


class CannotRun(Exception):
    """The message is one sentence for whoever started the command."""


def local_url() -> str:
    """The site's address as seen from this machine; a wildcard address is no destination."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(settings.HOST, settings.HOST)  # noqa: S104
    return f"http://[{host}]:{settings.PORT}" if ":" in host else f"http://{host}:{settings.PORT}"


def children() -> list[Child]:
    python, manage = sys.executable, str(settings.BASE_DIR / "manage.py")
    web = [python, "-m", "gunicorn", "jobsite.wsgi", "--config", "python:jobsite.serving.config"]
    celery = [python, "-m", "celery", "-A", "jobsite", "--quiet"]
    worker = [*celery, "worker", "--concurrency", str(settings.WORKERS), "--loglevel", "WARNING", "--without-mingle"]
    scheduler = [*celery, "beat", "--schedule", str(settings.DATA_DIR / "schedule"), "--loglevel", "WARNING"]
    return [
        Child("web", web),
        Child("worker", worker),
        # A pid file left by a kill would keep beat from starting; the supervisor runs only one anyway.
        Child("scheduler", [*scheduler, "--pidfile="]),
        Child("indexer", [python, manage, "indexer"]),
        Child("firstrun", [python, manage, "firstrun"], once=True),
    ]


def up(echo: Echo) -> None:
    """Returns after a signal, when every process has ended. CannotRun, EmbeddedError: why the site cannot run."""
    # Others may pass through root's data directory, but not read what any process of the site writes there.
    os.umask(0o077)
    with stop_signals() as stop_requested, single_instance():
        # We hold the lock, so these belong to a run that was killed.
        processes.end(processes_with(MARKER, str(settings.DATA_DIR)), signal.SIGTERM, 3)
        check_port()
        try:
            prepare(echo)
            supervise(echo, stop_requested)
        finally:
            connections.close_all()
            allinone.services().release()
        echo("Stopped.")


@contextmanager
def stop_signals() -> Iterator[Callable[[], bool]]:
    """Yields a function that is true once a signal asked to stop. Until its first call, a signal interrupts instead."""
    stop_requested = polled = False

    def handle(number: int, frame: FrameType | None) -> None:
        nonlocal stop_requested
        is_first, stop_requested = not stop_requested, True
        # Nobody polls while the site is prepared. A second signal must not interrupt the cleaning up.
        if is_first and not polled:
            raise KeyboardInterrupt

    def poll() -> bool:
        nonlocal polled
        polled = True
        return stop_requested

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handle)
    yield poll


@contextmanager
def single_instance() -> Iterator[None]:
    """One `up` or `restore` for each data directory."""
    settings.DATA_PATHS.make_data_dir()
    path = settings.DATA_DIR / "up.lock"
    lock = open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = path.read_text() or "another process"
        raise CannotRun(
            f"The site is already running on DATA_DIR {settings.DATA_DIR} ({holder}): "
            "stop it, or choose another DATA_DIR."
        ) from None
    # The file's content is only for the message above; the lock itself goes with the process.
    os.ftruncate(lock, 0)
    os.write(lock, f"process {os.getpid()}, {local_url()}".encode())
    try:
        yield
    finally:
        os.ftruncate(lock, 0)
        os.close(lock)


def check_port() -> None:
    """Before anything is started: gunicorn would try five times and then end with a traceback."""
    host = settings.HOST.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As gunicorn does: without it, connections of an earlier run in TIME_WAIT would count as taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.PORT))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            reason = "is already in use" if taken else f"cannot be used ({error.strerror or error})"
            raise CannotRun(
                f"Port {settings.PORT} on {settings.HOST} {reason}: choose another, as in `make run PORT=8080`."
            ) from error


def prepare(echo: Echo) -> None:
    """Services, migrations, sources and static files."""
    if settings.EMBEDDED_DATABASE and settings.DATA_PATHS.is_relocated:
        private_dir = settings.DATA_PATHS.private_dir
        echo(f"PostgreSQL's user cannot reach {settings.DATA_DIR}; the database is kept in {private_dir}.")
    with timed_step(echo, "Starting the database and the broker"):
        allinone.ensure()
    with timed_step(echo, "Migrating the database"):
        call_command("prepare", verbosity=0)
        # Only this process works on an embedded database, so all leases are those of a killed run.
        if settings.EMBEDDED_DATABASE:
            leases.release_leftovers()
    # WhiteNoise warns if the folder is missing, even if it has nothing to serve from there.
    make_folder(Path(settings.STATIC_ROOT), 0o700)
    if settings.STATIC_HASHED:
        with timed_step(echo, "Collecting static files"):
            call_command("collectstatic", verbosity=0, interactive=False)
    # Children are about to be forked; none may share a connection with this process.
    connections.close_all()


@contextmanager
def timed_step(echo: Echo, title: str) -> Iterator[None]:
    started = time.monotonic()
    yield
    echo(f"{title}: {time.monotonic() - started:.1f} s")


def supervise(echo: Echo, stop_requested: Callable[[], bool]) -> None:
    """Runs the children until a stop is requested, and starts dead services again meanwhile."""
    supervisor = Supervisor(
        children(),
        child_environment(),
        settings.BASE_DIR,
        settings.DATA_PATHS.logs,
        lambda name, line: echo(f"{name:>9} │ {line}"),
    )
    make_folder(settings.DATA_PATHS.logs, 0o700)
    try:
        supervisor.start()
        announced = False
        next_check = time.monotonic()
        while not stop_requested():
            supervisor.watch(0.2)
            if not announced and is_answering():
                announced = True
                announce(echo)
            if time.monotonic() > next_check:
                next_check = time.monotonic() + SERVICE_CHECK_SECONDS
                restart_dead_services(echo)
    finally:
        echo("Stopping …")
        supervisor.stop()
        # Whatever left its group, such as a daemon of a daemon, still has the marker.
        processes.end(processes_with(MARKER, str(settings.DATA_DIR)), signal.SIGKILL, 1)


def child_environment() -> dict[str, str]:
    return {
        **os.environ,
        "DATA_DIR": str(settings.DATA_DIR),
        "DJANGO_SETTINGS_MODULE": "jobsite.settings",
        "PYTHONUNBUFFERED": "1",
        # Celery warns root because of pickled messages; this worker accepts JSON only.
        "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
        MARKER: str(settings.DATA_DIR),
    }


def restart_dead_services(echo: Echo) -> None:
    """Starts a killed database or broker again; their clients reconnect by themselves."""
    for part in allinone.services().parts:
        if not part.is_alive():
            echo(f"{type(part).__name__} does not answer; restarting it.")
            try:
                allinone.services().hold()
            except allinone.EmbeddedError as error:
                # The cause may pass, as a full disk does: the next check tries again.
                echo(str(error))


def is_answering() -> bool:
    try:
        with urllib.request.urlopen(f"{local_url()}/healthz", timeout=1) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def announce(echo: Echo) -> None:
    echo("")
    echo(f"  Elsewhere is running at {settings.SITE_URL}")
    echo(f"  Admin: {settings.SITE_URL}/admin/ (create an account with `make admin` in another terminal)")
    echo(f"  Logs: {settings.DATA_PATHS.logs}")
    echo("  Stop with Ctrl-C.")
    echo("")
