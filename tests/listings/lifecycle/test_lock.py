"""A process that stops in the middle of its work does not keep the others from theirs."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from jobsite.timeouts import Timeouts
from listings.lifecycle import lock
from listings.lifecycle.lock import LISTINGS_LOCK, listings_lock
from tests.examples import few
from tests.listings.indexing import PATIENCE
from tests.processes import database_url, until

pytestmark = pytest.mark.django_db(transaction=True)
ENDED = 7
"""Exit code of a process that went on and found its session ended."""


# A process of its own, not a fork: this one may have threads, whose locks a fork would hold for ever.
FREEZE = """
import os, signal, sys, psycopg
try:
    with psycopg.connect(sys.argv[1]) as connection:
        connection.execute(f"SET idle_in_transaction_session_timeout = {sys.argv[2]}")
        connection.execute(f"SELECT pg_advisory_xact_lock({sys.argv[3]})")
        if sys.argv[4] == "in a copy":
            with connection.cursor().copy("COPY listings_change (listing_id, kind) FROM STDIN") as copy:
                copy.write_row((1, "new"))
                os.kill(os.getpid(), signal.SIGSTOP)
        else:
            os.kill(os.getpid(), signal.SIGSTOP)
            connection.execute("SELECT 1")
except psycopg.Error:
    sys.exit(7)
"""


@contextmanager
def frozen(place: str, idle: str) -> Iterator[subprocess.Popen[bytes]]:
    arguments = [database_url(), f"'{idle}'", str(LISTINGS_LOCK), place]
    process = subprocess.Popen([sys.executable, "-c", FREEZE, *arguments], stderr=subprocess.DEVNULL)
    try:
        until(lambda: psutil.Process(process.pid).status() == psutil.STATUS_STOPPED, PATIENCE)
        yield process
    finally:
        process.kill()
        process.wait()


# PostgreSQL waits for the rest of a copy without any limit of its own.
@pytest.mark.parametrize("place", few(["in a copy", "between statements"]))
def test_a_frozen_process_loses_the_lock(settings: Settings, place: str) -> None:
    settings.DATABASE_TIMEOUTS = Timeouts(1, 30, 1)
    with frozen(place, "1s") as process:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '500ms'")
        with listings_lock(), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        process.send_signal(signal.SIGCONT)
        assert process.wait(PATIENCE) == ENDED


def test_a_process_that_works_is_not_ended(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATABASE_TIMEOUTS = Timeouts(1, 30, 60)
    monkeypatch.setattr(lock, "MAX_ATTEMPTS", 2)
    with frozen("in a copy", "1min"):
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"), listings_lock():
            pass
        assert lock.end_frozen_holders() == 0


def test_the_lock_is_taken_once_and_given_back(settings: Settings) -> None:
    for _ in range(2):
        with listings_lock(), listings_lock():
            assert lock.end_frozen_holders() == 0
