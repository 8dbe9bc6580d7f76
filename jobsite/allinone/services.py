"""Who uses the services. Each process holds a shared lock; starting and stopping needs the exclusive one."""

from __future__ import annotations

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from jobsite.allinone.paths import DataPaths, EmbeddedError
from jobsite.allinone.postgres import Postgres
from jobsite.allinone.valkey import Valkey


def open_lock(path: Path) -> int:
    """A file descriptor for flock, which the kernel drops with the process, however it ends."""
    try:
        # Not inherited by children: a service with a copy of the descriptor would hold the lock for ever.
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise EmbeddedError(f"DATA_DIR {path.parent} cannot be written: {error.strerror}.") from error


class StartForbidden(EmbeddedError):
    """This process promised to start no service."""


class Services:
    """PostgreSQL and Valkey, or the one of them that is not replaced by a real server's address."""

    def __init__(self, paths: DataPaths, *, postgres: bool, valkey: bool, durable: bool = True) -> None:
        self.paths = paths
        self.parts: list[Postgres | Valkey] = []
        if postgres:
            self.parts.append(Postgres(paths, durable=durable))
        if valkey:
            self.parts.append(Valkey(paths, durable=durable))
        self._user_lock: int | None = None
        self._holder_pid = 0

    def hold(self) -> None:
        """Starts what is not running, and keeps it running until `release` or the end of this process."""
        if not self.parts:
            return
        with self._start_lock():
            # After a fork the descriptor is shared with the parent: the child opens the file again for its own lock.
            if self._user_lock is None or self._holder_pid != os.getpid():
                self._user_lock = open_lock(self.paths.data_dir / "users.lock")
                self._holder_pid = os.getpid()
                fcntl.flock(self._user_lock, fcntl.LOCK_SH)
            try:
                for part in self.parts:
                    if not part.is_alive():
                        part.start()
            # Ctrl-C included: a service that did start must not outlive the failure of the other.
            except BaseException:
                self._let_go()
                raise

    def release(self) -> None:
        """Stops the services unless another process holds them."""
        if self._user_lock is not None and self._holder_pid == os.getpid():
            with self._start_lock():
                self._let_go()

    def _let_go(self) -> None:
        if self._user_lock is None:
            return
        try:
            # Granted only if no other process has the shared lock, so this is the last user.
            fcntl.flock(self._user_lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        else:
            self.stop()
        os.close(self._user_lock)
        self._user_lock = None

    def stop(self) -> None:
        for part in reversed(self.parts):
            part.stop()

    @contextmanager
    def _start_lock(self) -> Iterator[None]:
        """One process at a time starts or stops services."""
        self.paths.make_data_dir()
        lock = open_lock(self.paths.data_dir / "change.lock")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


@cache
def services() -> Services:
    """The services that the settings call for."""
    # Imported late: settings import this package, and reading them here would start with half of them.
    from django.conf import settings

    return Services(
        settings.DATA_PATHS,
        postgres=settings.EMBEDDED_DATABASE,
        valkey=settings.EMBEDDED_VALKEY,
        durable=settings.EMBEDDED_DURABLE,
    )


_refusal = ""
_ensured_by_pid = 0


def forbid(reason: str) -> None:
    """From now on `ensure` raises StartForbidden: for commands that promise to start nothing."""
    global _refusal
    _refusal = reason


def ensure() -> None:
    """Starts the services before the first connection of this process, and releases them at its end."""
    global _ensured_by_pid
    # Called at each new connection, so this must cost nothing. A forked child has another pid and holds anew.
    if _ensured_by_pid == os.getpid():
        return
    if _refusal:
        raise StartForbidden(_refusal)
    services().hold()
    if not _ensured_by_pid:
        atexit.register(services().release)
    _ensured_by_pid = os.getpid()


def forget() -> None:
    """Makes the next `ensure` check again whether the services run."""
    global _ensured_by_pid
    _ensured_by_pid = 0
