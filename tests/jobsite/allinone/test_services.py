"""PostgreSQL and Valkey in a data directory: who starts them, who stops them, and what a kill leaves."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from django.conf import settings

from jobsite.allinone import DataPaths, EmbeddedError, Services
from tests.forks import FORKED, start_copy
from tests.jobsite.conftest import Manage, data_folder, services_in
from tests.listings.indexing import PATIENCE
from tests.processes import until

# Imports what the command line does once for all; a process for each command would take two seconds.
COMMANDS = """
import sys
import manage
for arguments in (["check"], ["help"], ["version"], ["makemigrations", "--check"]):
    sys.argv = ["manage.py", *arguments]
    manage.main()
"""


@pytest.fixture(scope="module")
def used_folder() -> Iterator[Path]:
    """Has a cluster from the first test on: creating one takes longer than starting it."""
    with data_folder() as folder:
        yield folder


@pytest.fixture
def services(used_folder: Path) -> Iterator[Services]:
    """Not started yet; stopped at the end."""
    services = services_in(used_folder)
    yield services
    services.release()
    services.stop()


def processes_in(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cwd"])
        if process.info["cwd"] and Path(process.info["cwd"]).is_relative_to(folder)
    ]


class AnotherUser:
    """Another process that may hold the services of `folder`. Begun before this one holds them, or it had its locks."""

    def __init__(self, folder: Path) -> None:
        self._here, there = FORKED.Pipe()
        self.process = start_copy(_use, folder, there)

    def hold(self) -> None:
        self._here.send("hold")
        assert self._here.poll(PATIENCE)
        assert self._here.recv() == "held"

    def let_go(self) -> None:
        self._here.send("let go")
        self.process.join(PATIENCE)
        assert self.process.exitcode == 0


def _use(folder: Path, orders: Connection) -> None:
    services = services_in(folder)
    assert orders.recv() == "hold"
    services.hold()
    orders.send("held")
    assert orders.recv() == "let go"
    services.release()


def rows(services: Services, query: str) -> list[tuple[object, ...]]:
    host = str(services.paths.postgres_socket_dir)
    with psycopg.connect(host=host, user="postgres", dbname="elsewhere", autocommit=True) as connection:
        result = connection.execute(query)
        return result.fetchall() if result.description else []


def valkey(services: Services) -> redis.Redis:
    return redis.Redis.from_url(services.paths.valkey_url)


def test_services_start_serve_and_stop(services: Services, used_folder: Path) -> None:
    services.hold()
    assert rows(services, "SELECT lower('ÄÖ'), current_setting('listen_addresses')") == [("äö", "")]
    with valkey(services) as client:
        assert client.ping()
    for process in processes_in(used_folder):
        # A backend that served us may end while we look.
        with suppress(psutil.NoSuchProcess):
            assert process.net_connections("inet") == []
    services.release()
    assert processes_in(used_folder) == []


def test_data_and_sockets_belong_to_their_owners_only(services: Services, used_folder: Path) -> None:
    services.hold()
    paths = services.paths
    for path in (paths.postgres, paths.postgres_data, paths.postgres_socket_dir, paths.valkey, paths.logs):
        assert path.stat().st_mode & 0o077 == 0, path
    for socket in (paths.postgres_socket_dir / ".s.PGSQL.5432", paths.valkey_socket):
        assert stat.S_ISSOCK(socket.stat().st_mode)
    for path in used_folder.rglob("*"):
        # PostgreSQL removes temporary files while we look.
        with suppress(FileNotFoundError):
            assert path.is_dir() or path.stat().st_mode & 0o077 == 0, path


def test_the_last_user_to_let_go_stops_the_services(services: Services, used_folder: Path) -> None:
    first, second = AnotherUser(used_folder), AnotherUser(used_folder)
    first.hold()
    services.hold()
    first.let_go()
    assert rows(services, "SELECT 1") == [(1,)]
    second.hold()
    services.release()
    assert processes_in(used_folder)
    second.let_go()
    assert processes_in(used_folder) == []


@pytest.mark.slow
def test_services_of_a_killed_process_are_taken_over(services: Services, used_folder: Path) -> None:
    pid_file = used_folder / "postgres" / "data" / "postmaster.pid"
    other = AnotherUser(used_folder)
    other.hold()
    postmaster = pid_file.read_text().split()[0]
    other.process.kill()
    other.process.join()
    services.hold()
    assert pid_file.read_text().split()[0] == postmaster
    services.release()
    assert processes_in(used_folder) == []


@pytest.mark.slow
def test_killed_services_start_again_with_what_was_written(used_folder: Path) -> None:
    services = services_in(used_folder, durable=True)
    services.hold()
    rows(services, "CREATE TABLE kept AS SELECT 1 AS n")
    with valkey(services) as client:
        client.rpush("queue", "message")
        # Written to its file at once, and to the disk within a second; only a crash of the machine needs the latter.
        for process in processes_in(used_folder):
            # PostgreSQL's processes end with the first of them.
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
    services.hold()
    assert rows(services, "SELECT n FROM kept") == [(1,)]
    with valkey(services) as client:
        assert client.lrange("queue", 0, -1) == [b"message"]
    services.release()


@pytest.mark.slow
def test_a_pid_file_with_the_pid_of_somebody_else_does_not_matter(services: Services, used_folder: Path) -> None:
    services.hold()
    pid_file = used_folder / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    postmaster = psutil.Process(int(lines[0]))
    postmaster.kill()
    until(lambda: not postmaster.is_running() or postmaster.status() == psutil.STATUS_ZOMBIE)
    # The pid of a live process of the same user: by itself, PostgreSQL would refuse to start.
    owner = (used_folder / "postgres").stat().st_uid if os.geteuid() == 0 else None
    bystander = subprocess.Popen(["sleep", "600"], cwd="/", user=owner)
    try:
        pid_file.write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n")
        services.hold()
        assert rows(services, "SELECT 1") == [(1,)]
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


@pytest.mark.slow
def test_a_half_made_cluster_is_made_anew(folder: Path) -> None:
    (folder / "postgres" / "unfinished").mkdir(parents=True)
    (folder / "postgres" / "unfinished" / "PG_VERSION").write_text("18\n")
    services = services_in(folder)
    services.hold()
    assert rows(services, "SELECT 1") == [(1,)]
    services.release()


@pytest.mark.slow
def test_a_directory_that_cannot_be_written_is_named(folder: Path, manage: Manage) -> None:
    (folder / "file").touch()
    result = manage("migrate", DATA_DIR=str(folder / "file"))
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == f"DATA_DIR {folder}/file cannot be written: Not a directory.\n"


@pytest.mark.slow
def test_a_command_starts_what_it_needs_and_stops_it(folder: Path, manage: Manage) -> None:
    result = manage("shell", "-v0", "-c", "from django.db import connection; connection.cursor().execute('SELECT 1')")
    assert result.returncode == 0, result.stderr
    assert (folder / "postgres" / "data" / "PG_VERSION").exists()
    assert processes_in(folder) == []


def test_commands_that_need_no_database_start_nothing(folder: Path, environment: dict[str, str]) -> None:
    result = subprocess.run(
        [sys.executable, "-c", COMMANDS],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    for output in ("no issues", "Available subcommands", "No changes detected"):
        assert output in result.stdout
    assert {path.name for path in folder.iterdir()} <= {"secret_key"}


@pytest.mark.slow
def test_a_long_path_with_spaces_works(folder: Path) -> None:
    services = services_in(folder / ("a long name with spaces " * 5).strip())
    try:
        services.hold()
        assert rows(services, "SELECT 1") == [(1,)]
        with valkey(services) as client:
            assert client.ping()
    finally:
        services.release()
        shutil.rmtree(services.paths.sockets)
        if services.paths.private_dir.exists():
            services.paths.private_dir.rmdir()


@pytest.mark.slow
def test_a_directory_behind_a_symbolic_link_works(used_folder: Path, folder: Path) -> None:
    (folder / "link").symlink_to(used_folder)
    services = Services(DataPaths(folder / "link", explicit=True), postgres=True, valkey=True, durable=False)
    services.hold()
    assert rows(services, "SELECT 1") == [(1,)]
    services.release()
    assert processes_in(used_folder) == []


def test_a_service_that_cannot_start_takes_the_other_down_again(used_folder: Path) -> None:
    shutil.rmtree(used_folder / "valkey", ignore_errors=True)
    (used_folder / "valkey").mkdir()
    (used_folder / "valkey" / "appendonlydir").write_text("in the way")
    services = services_in(used_folder, durable=True)
    with pytest.raises(EmbeddedError, match=r"Valkey did not start: .*logs/valkey\.log"):
        services.hold()
    assert processes_in(used_folder) == []
