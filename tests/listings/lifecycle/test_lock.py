"""A process that stops in the middle of its work does not keep the others from theirs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

import psutil
import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection, connections
from pytest_django import Settings

from jobsite.timeouts import Timeouts
from listings.ingest.failures import is_ours
from listings.lifecycle import lock
from listings.lifecycle.lock import listings_lock
from tests.listings.indexing import FORKED, PATIENCE
from tests.processes import until

pytestmark = pytest.mark.django_db(transaction=True)
ENDED = 7
"""Exit code of a process that went on and found its session ended."""


def freeze() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def freeze_between_statements() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET idle_in_transaction_session_timeout = '1s'")
    with listings_lock():
        freeze()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")


def freeze_in_a_copy() -> None:
    """PostgreSQL waits for the rest of it without any limit of its own."""
    with (
        listings_lock(),
        connection.cursor() as cursor,
        cursor.copy("COPY listings_change (listing_id, kind) FROM STDIN") as writer,
    ):
        writer.write_row((1, "new"))
        freeze()


def _run(work: Callable[[], None]) -> None:
    try:
        work()
    except (DatabaseError, InterfaceError, psycopg.Error) as error:
        os._exit(ENDED if is_ours(error) else 1)


@contextmanager
def frozen(work: Callable[[], None]) -> Iterator[BaseProcess]:
    # A connection must not be shared with the child.
    connections.close_all()
    process = FORKED.Process(target=_run, args=(work,), daemon=True)
    process.start()
    try:
        until(lambda: psutil.Process(process.pid).status() == psutil.STATUS_STOPPED, PATIENCE)
        yield process
    finally:
        process.kill()
        process.join()


@pytest.mark.parametrize("work", [freeze_between_statements, freeze_in_a_copy])
def test_a_frozen_process_loses_the_lock(settings: Settings, work: Callable[[], None]) -> None:
    settings.DATABASE_TIMEOUTS = Timeouts(1, 30, 1)
    with frozen(work) as process:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '500ms'")
        with listings_lock(), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        os.kill(process.pid or 0, signal.SIGCONT)
        process.join(PATIENCE)
        assert process.exitcode == ENDED


def test_a_process_that_works_is_not_ended(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATABASE_TIMEOUTS = Timeouts(1, 30, 60)
    monkeypatch.setattr(lock, "MAX_ATTEMPTS", 2)
    with frozen(freeze_in_a_copy):
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"), listings_lock():
            pass
        assert lock.end_frozen_holders() == 0


def test_the_lock_is_taken_once_and_given_back(settings: Settings) -> None:
    for _ in range(2):
        with listings_lock(), listings_lock():
            assert lock.end_frozen_holders() == 0
