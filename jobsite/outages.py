"""One sentence for whoever starts a program whose database or Valkey cannot be reached."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import ConnectionError as ValkeyError
from redis.exceptions import TimeoutError as ValkeyTimeout

# Of SQLSTATE: connection, authorisation, unknown database, too many connections, shutdown or start.
UNREACHABLE_STATES = ("08", "28", "3D", "53300", "57P")
MAX_LENGTH = 300


def sentence(error: BaseException) -> str:
    """Without passwords. "" for an error that says something else than that a service cannot be reached."""
    message = _without_passwords(next(iter(str(error).strip().splitlines()), "no reason given"))[:MAX_LENGTH]
    if isinstance(error, (BrokerError, ValkeyError, ValkeyTimeout)):
        return f"Valkey cannot be reached, see VALKEY_URL, CACHE_URL and BROKER_URL: {message}"
    state = getattr(error.__cause__, "sqlstate", None)
    if isinstance(error, (OperationalError, InterfaceError)) and (not state or state.startswith(UNREACHABLE_STATES)):
        return f"The database cannot be reached, see DATABASE_URL: {message}"
    return ""


def require_database(database: BaseDatabaseWrapper | None = None) -> None:
    """Raises SystemExit with the sentence. For programs that would otherwise fail at every task they get."""
    database = database or connection
    try:
        database.ensure_connection()
    except (OperationalError, InterfaceError) as error:
        raise SystemExit(sentence(error) or str(error)) from error
    finally:
        # Forked processes must not share it.
        database.close()


def _without_passwords(message: str) -> str:
    addresses = (settings.VALKEY_URL, settings.CACHE_URL, settings.CELERY_BROKER_URL)
    passwords = {urlsplit(address).password or "" for address in addresses}
    passwords |= {unquote(password) for password in passwords}
    passwords.add(str(connection.settings_dict.get("PASSWORD") or ""))
    for password in passwords - {""}:
        message = message.replace(password, "…")
    return message
