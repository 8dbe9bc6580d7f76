"""`manage.py up`: the whole site on one machine, from an empty directory to a page that answers."""

from __future__ import annotations

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
from jobsite.allinone.supervisor import Child, Supervisor, marked
from listings.fetching import leases

MARK = "ELSEWHERE_UP"
Say = Callable[[str], None]


class CannotRun(Exception):
    """The message is one sentence for whoever asked to run the site."""


def bind_address() -> str:
    return f"[{settings.HOST}]:{settings.PORT}" if ":" in settings.HOST else f"{settings.HOST}:{settings.PORT}"


def local_url() -> str:
    """How this machine itself reaches the site."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(settings.HOST, settings.HOST)  # noqa: S104
    return f"http://[{host}]:{settings.PORT}" if ":" in host else f"http://{host}:{settings.PORT}"


def children() -> list[Child]:
    python, manage = sys.executable, str(settings.BASE_DIR / "manage.py")
    web = [python, "-m", "gunicorn", "jobsite.wsgi", "--bind", bind_address(), "--worker-class", "gthread", "--preload"]
    web += ["--workers", str(settings.WEB_WORKERS), "--threads", str(settings.WEB_THREADS), "--log-level", "warning"]
    web += ["--no-control-socket", "--graceful-timeout", "3"]
    celery = [python, "-m", "celery", "-A", "jobsite", "--quiet"]
    worker = [*celery, "worker", "--concurrency", str(settings.WORKERS), "--loglevel", "WARNING", "--without-mingle"]
    scheduler = [*celery, "beat", "--schedule", str(settings.DATA_DIR / "schedule"), "--loglevel", "WARNING"]
    return [
        Child("web", web),
        Child("worker", worker),
        Child("scheduler", [*scheduler, "--pidfile="]),
        Child("indexer", [python, manage, "indexer"]),
        Child("firstrun", [python, manage, "firstrun"], once=True),
    ]


def up(say: Say) -> None:
    """Returns when a signal asked it to stop and everything has ended. CannotRun, EmbeddedError: why it cannot run."""
    # Root's data directory lets others pass; what any process of the site writes there is not theirs to read.
    os.umask(0o077)
    with stopping() as stopped, only_one():
        processes.end(marked(MARK, str(settings.DATA_DIR)), signal.SIGTERM, 3)
        check_port()
        try:
            prepare(say)
            supervise(say, stopped)
        finally:
            connections.close_all()
            allinone.services().release()
        say("Stopped.")


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """A question that is true once somebody asked to stop. Preparing is cut short, in an orderly way."""
    asked = False

    def ask(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        first, asked = not asked, True
        if first and not supervising:
            raise KeyboardInterrupt

    supervising = False

    def stopped() -> bool:
        nonlocal supervising
        supervising = True
        return asked

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ask)
    yield stopped


@contextmanager
def only_one() -> Iterator[None]:
    settings.PLACES.make_data_dir()
    path = settings.DATA_DIR / "up.lock"
    lock = open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        where = path.read_text() or "another process"
        raise CannotRun(
            f"The site already runs on DATA_DIR {settings.DATA_DIR} ({where}): stop that, or choose another DATA_DIR."
        ) from None
    os.ftruncate(lock, 0)
    os.write(lock, f"process {os.getpid()}, {local_url()}".encode())
    try:
        yield
    finally:
        os.ftruncate(lock, 0)
        os.close(lock)


def check_port() -> None:
    host = settings.HOST.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.PORT))
        except OSError as error:
            reason = "is taken" if error.errno == 98 else f"cannot be used ({error.strerror or error})"
            raise CannotRun(
                f"Port {settings.PORT} on {settings.HOST} {reason}: choose another, as in `make run PORT=8080`."
            ) from error


def prepare(say: Say) -> None:
    if settings.EMBEDDED_DATABASE and settings.PLACES.data_moved:
        say(f"PostgreSQL's user cannot reach {settings.DATA_DIR}: its data are in {settings.PLACES.private}")
    with step(say, "Starting the database and the broker"):
        allinone.ensure()
    with step(say, "Bringing the database up to date"):
        call_command("prepare", verbosity=0)
        if settings.EMBEDDED_DATABASE:
            # Nobody else works on this database: what a killed run had leased is free.
            leases.release_leftovers()
    if settings.STATIC_HASHED:
        with step(say, "Collecting static files"):
            collect_static()
    connections.close_all()


@contextmanager
def step(say: Say, words: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    say(f"{words}: {time.monotonic() - began:.1f} s")


def collect_static() -> None:
    make_folder(Path(settings.STATIC_ROOT), 0o700)
    call_command("collectstatic", verbosity=0, interactive=False)


def supervise(say: Say, stopped: Callable[[], bool]) -> None:
    environment = {
        **os.environ,
        "DATA_DIR": str(settings.DATA_DIR),
        "DJANGO_SETTINGS_MODULE": "jobsite.settings",
        "PYTHONUNBUFFERED": "1",
        # Root who runs this has been told by PostgreSQL's user already; the worker reads no pickles.
        "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
        MARK: str(settings.DATA_DIR),
    }
    make_folder(settings.PLACES.logs, 0o700)
    supervisor = Supervisor(
        children(), environment, settings.BASE_DIR, settings.PLACES.logs, lambda name, line: say(f"{name:>9} │ {line}")
    )
    try:
        supervisor.start()
        told = False
        next_look = time.monotonic()
        while not stopped():
            supervisor.watch(0.2)
            if not told and answers():
                told = True
                tell_address(say)
            if time.monotonic() > next_look:
                next_look = time.monotonic() + 2
                keep_services(say)
    finally:
        say("Stopping …")
        supervisor.stop()
        processes.end(marked(MARK, str(settings.DATA_DIR)), signal.SIGKILL, 1)


def keep_services(say: Say) -> None:
    """A database or broker that was killed is started again; its clients connect anew."""
    for part in allinone.services().parts:
        if not part.alive():
            say(f"{type(part).__name__} does not answer: starting it again")
            try:
                allinone.services().hold()
            except allinone.EmbeddedError as error:
                # A full disk may have room again: the next look tries anew.
                say(str(error))


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"{local_url()}/healthz", timeout=1) as response:  # noqa: S310 - our own address
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def tell_address(say: Say) -> None:
    say("")
    say(f"  Elsewhere answers at {settings.SITE_URL}")
    say(f"  Admin: {settings.SITE_URL}/admin/ — make an account with `make admin` in another terminal")
    say(f"  Logs: {settings.PLACES.logs} — stop with Ctrl-C")
    say("")
