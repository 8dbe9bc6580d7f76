"""Who uses the services. Each process holds a shared lock; who starts or stops them holds the other one."""

from __future__ import annotations

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from jobsite.allinone.paths import EmbeddedError, Places
from jobsite.allinone.postgres import Postgres
from jobsite.allinone.valkey import Valkey


def open_lock(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise EmbeddedError(f"DATA_DIR {path.parent} cannot be written: {error.strerror}.") from error


class StartsNothing(EmbeddedError):
    """This process promised to start no service."""


class Services:
    """Those of `postgres` and `valkey` that no address of a real server stands in for."""

    def __init__(self, places: Places, *, postgres: bool, valkey: bool, durable: bool = True) -> None:
        self.places = places
        self.parts: list[Postgres | Valkey] = []
        if postgres:
            self.parts.append(Postgres(places, durable=durable))
        if valkey:
            self.parts.append(Valkey(places, durable=durable))
        self._held: int | None = None
        self._holder = 0

    def hold(self) -> None:
        """Starts what does not run, and keeps it running until `release` or this process's end."""
        if not self.parts:
            return
        with self._changing():
            if self._held is None or self._holder != os.getpid():
                # A forked child opens the file anew: the parent's lock is the parent's to drop.
                self._held = open_lock(self.places.data_dir / "users.lock")
                self._holder = os.getpid()
                fcntl.flock(self._held, fcntl.LOCK_SH)
            try:
                for part in self.parts:
                    if not part.alive():
                        part.start()
            except BaseException:
                # One that did start must not outlive a failure or a Ctrl-C.
                self._let_go()
                raise

    def release(self) -> None:
        """Stops the services where nobody else holds them."""
        if self._held is not None and self._holder == os.getpid():
            with self._changing():
                self._let_go()

    def _let_go(self) -> None:
        if self._held is None:
            return
        try:
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        else:
            self.stop()
        os.close(self._held)
        self._held = None

    def stop(self) -> None:
        for part in reversed(self.parts):
            part.stop()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        self.places.make_data_dir()
        lock = open_lock(self.places.data_dir / "change.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


@cache
def services() -> Services:
    """Those that the settings ask for."""
    from django.conf import settings

    return Services(
        settings.PLACES,
        postgres=settings.EMBEDDED_DATABASE,
        valkey=settings.EMBEDDED_VALKEY,
        durable=settings.EMBEDDED_DURABLE,
    )


_refusal = ""
_ensured_by = 0


def forbid(reason: str) -> None:
    """From now on `ensure` refuses: for commands that promise to start nothing."""
    global _refusal
    _refusal = reason


def ensure() -> None:
    """Called at each new connection; the first one of a process starts what it needs and ties it to its end."""
    global _ensured_by
    if _ensured_by == os.getpid():
        return
    if _refusal:
        raise StartsNothing(_refusal)
    services().hold()
    if not _ensured_by:
        atexit.register(services().release)
    _ensured_by = os.getpid()


def forget() -> None:
    """The next `ensure` looks again whether the services run."""
    global _ensured_by
    _ensured_by = 0
