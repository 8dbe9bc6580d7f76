"""How long each kind of process may wait for the database, and keep it waiting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import ImproperlyConfigured

from jobsite.environment import Environment

Kind = Literal["web", "workers", "migrations"]
MAX_SECONDS = 86_400
CONNECT_SECONDS = 10
_kind: Kind = "workers"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds; 0: no limit. `lock`: for a lock. `statement`: for a whole statement. `idle`: between two statements of
    a transaction, after which PostgreSQL ends the session and frees its locks."""

    lock: int
    statement: int
    idle: int

    @property
    def server_options(self) -> str:
        values = {
            "lock_timeout": self.lock,
            "statement_timeout": self.statement,
            "idle_in_transaction_session_timeout": self.idle,
        }
        return " ".join(f"-c {name}={seconds}s" for name, seconds in values.items() if seconds)


VARIABLES: dict[Kind, str] = {
    "web": "DATABASE_TIMEOUTS_WEB",
    "workers": "DATABASE_TIMEOUTS_WORKERS",
    "migrations": "DATABASE_TIMEOUTS_MIGRATIONS",
}
DEFAULTS: dict[Kind, Timeouts] = {
    "web": Timeouts(5, 30, 30),
    "workers": Timeouts(30, 300, 60),
    "migrations": Timeouts(60, 0, 600),
}


def use(kind: Kind) -> None:
    """What this process is, if it is no worker. Call it before the settings are read."""
    global _kind
    _kind = kind


def read(env: Environment) -> Timeouts:
    """Those of this process, from "lock, statement, idle"."""
    name = VARIABLES[_kind]
    parts = env.strings(name, [])
    if not parts:
        return DEFAULTS[_kind]
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() and int(part) <= MAX_SECONDS for part in parts):
        raise ImproperlyConfigured(f"{name}: {env.text(name)!r} is not three numbers of seconds, such as 5, 30, 30.")
    return Timeouts(*(int(part) for part in parts))


def applied(database: Mapping[str, Any], timeouts: Timeouts) -> dict[str, Any]:
    """An entry of DATABASES with these timeouts. Options of its own come last, and so take precedence."""
    options = dict(database.get("OPTIONS") or {})
    server_options = f"{timeouts.server_options} {options.pop('options', '')}".strip()
    if server_options:
        options["options"] = server_options
    return {**database, "OPTIONS": {"connect_timeout": CONNECT_SECONDS, **options}}
