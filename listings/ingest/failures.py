"""Whose fault an error is: the record's that was being written, or our own services'."""

from __future__ import annotations

import psycopg
from billiard.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError
from redis.exceptions import ConnectionError as ValkeyUnreachable
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as ValkeyTimeout

from listings.boards.bounds import shortened

# Classes of SQLSTATE: connection, invalid transaction state (timeouts, read-only), rollback (deadlock), resources (full
# disk), object in use (lock timeout), intervention (shutdown, statement timeout), system.
OUR_STATES = frozenset(["08", "25", "40", "53", "55", "57", "58"])
VALKEY_ERRORS = (ValkeyUnreachable, ValkeyTimeout, ResponseError)
MAX_REASON = 300


class MayNotWrite(RuntimeError):
    """This fetch has lost its right to write: nothing about its records is wrong."""


def is_ours(error: BaseException) -> bool:
    """True if our database or Valkey failed. A limit of the database that a record exceeds is that record's fault."""
    if isinstance(error, VALKEY_ERRORS):
        return True
    # In the middle of a COPY, the driver's errors come as they are; everywhere else Django wraps them.
    driver = error if isinstance(error, psycopg.Error) else error.__cause__
    if state := getattr(driver, "sqlstate", None):
        return str(state)[:2] in OUR_STATES
    # The server said nothing: the connection is lost, or there was none.
    return isinstance(error, (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError))


def is_a_records(error: Exception) -> bool:
    """True if another record may well be written after it."""
    return not (isinstance(error, (MayNotWrite, SoftTimeLimitExceeded)) or is_ours(error))


def reason(error: BaseException) -> str:
    """For admins, on one line."""
    message = next(iter(str(error).strip().splitlines()), "")
    return shortened(f"{type(error).__name__}: {message}" if message else type(error).__name__, MAX_REASON)
