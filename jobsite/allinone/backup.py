"""The whole database to a file and back, with PostgreSQL's own programs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connection

from jobsite import allinone
from jobsite.allinone.binaries import binaries


class BackupError(Exception):
    """The message holds the first error of PostgreSQL's program, or why the file cannot be used."""


def back_up(target: Path) -> int:
    """Writes a dump that only its owner can read; returns its size in bytes. An existing `target` is replaced last."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges"], stdout=file.fileno())
    except OSError as error:
        raise BackupError(f"{target} cannot be written: {error.strerror}.") from error
    except (BackupError, allinone.EmbeddedError):
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(target)
    return target.stat().st_size


def restore(source: Path) -> None:
    """Replaces the whole database in a single transaction: after an error it is what it was before."""
    command = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction"]
    try:
        with source.open("rb") as file:
            _run([*command, "--exit-on-error", "--dbname", str(connection.settings_dict["NAME"])], stdin=file.fileno())
    except OSError as error:
        raise BackupError(f"{source} cannot be read: {error.strerror}.") from error


def _run(command: list[str], *, stdin: int = subprocess.DEVNULL, stdout: int = subprocess.DEVNULL) -> None:
    if settings.EMBEDDED_DATABASE:
        # The programs connect by themselves, not through Django's backend, which would start the server.
        allinone.ensure()
    process = subprocess.run(
        [str(binaries() / command[0]), *command[1:]],
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=_environment(),
        check=False,
    )
    if process.returncode != 0:
        lines = process.stderr.strip().splitlines() or ["no message"]
        raise BackupError(f"{command[0]} failed: {lines[0]}")


def _environment() -> dict[str, str]:
    """The connection's parameters. On the command line every user of the machine could read the password."""
    database = connection.settings_dict
    variables = {
        "PGHOST": database.get("HOST"),
        "PGPORT": database.get("PORT"),
        "PGUSER": database.get("USER"),
        "PGPASSWORD": database.get("PASSWORD"),
        "PGDATABASE": database.get("NAME"),
        "PGSSLMODE": (database.get("OPTIONS") or {}).get("sslmode"),
        "PGSSLROOTCERT": (database.get("OPTIONS") or {}).get("sslrootcert"),
    }
    return {"PATH": os.environ.get("PATH", ""), **{name: str(value) for name, value in variables.items() if value}}
