"""PostgreSQL on this machine: one cluster in the data directory, reached through a Unix socket only."""

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
from jobsite.allinone.binaries import binaries_for, major_version
from jobsite.allinone.paths import (
    SYSTEM_USER,
    Account,
    DataPaths,
    EmbeddedError,
    can_reach,
    make_folder,
    system_account,
    user_name,
)

START_SECONDS = 60
STOP_SECONDS = 3.0
# The first version whose own locale provider sorts and folds case alike on every machine.
BUILTIN_LOCALE_SINCE = 17


class Postgres:
    def __init__(self, paths: DataPaths, *, durable: bool = True) -> None:
        self.paths = paths
        self.durable = durable

    @property
    def log(self) -> Path:
        return self.paths.logs / "postgres.log"

    def is_alive(self) -> bool:
        """True if it accepts connections."""
        if not (self.paths.postgres_socket_dir / ".s.PGSQL.5432").exists():
            return False
        try:
            self._connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Call only with the start lock held: ends what a kill left behind, creates the cluster if there is none."""
        account = self._account()
        self._require_reachable_data(account)
        programs = binaries_for(account, self.paths.private_dir, self._data_major())
        major = self._require_same_major(programs)
        self._make_folders(account)
        self._end_leftovers()
        if not self.paths.postgres_data.exists():
            self._create_cluster(programs, major, account)
        process = processes.spawn(self._command(programs), self.log, account)
        if not processes.wait_until(self.is_alive, process, START_SECONDS):
            raise EmbeddedError(f"PostgreSQL did not start: {processes.last_line(self.log)} (see {self.log})")
        self._create_database()

    def stop(self) -> None:
        """A fast shutdown. Whatever has not ended in time is killed, and recovers at the next start."""
        # Only the postmaster, which is the oldest; it ends its children itself.
        processes.end(self._running()[:1], signal.SIGINT, STOP_SECONDS)
        processes.end(self._running(), signal.SIGQUIT, 1.0)

    def _account(self) -> Account | None:
        """The owner of an existing cluster; for a new one a system user, created if possible."""
        if os.geteuid() != 0:
            return None
        if self.paths.postgres.exists() and (owner := self.paths.postgres.stat()).st_uid != 0:
            return Account(user_name(owner.st_uid), owner.st_uid, owner.st_gid)
        useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
        if useradd and SYSTEM_USER not in {user.pw_name for user in pwd.getpwall()}:
            options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]
            # If this fails, as in a read-only image, PostgreSQL runs as nobody.
            subprocess.run([useradd, *options, SYSTEM_USER], capture_output=True, check=False, timeout=30)
        return system_account()

    def _require_reachable_data(self, account: Account | None) -> None:
        """Before anything is written: an error must leave the directory as it was."""
        data_dir = self.paths.data_dir
        if account and self.paths.explicit and not can_reach(data_dir, account.uid, account.gid):
            raise EmbeddedError(
                f"DATA_DIR {data_dir} is out of reach for the user {account.name}, as whom PostgreSQL runs because it "
                "refuses to run as root: choose a DATA_DIR that others may enter (chmod o+x), or set DATABASE_URL."
            )

    def _data_major(self) -> int | None:
        version_file = self.paths.postgres_data / "PG_VERSION"
        # Before version 10 a major version had two parts.
        return int(version_file.read_text().partition(".")[0]) if version_file.exists() else None

    def _require_same_major(self, programs: Path) -> int:
        data, major = self._data_major(), major_version(programs)
        assert major is not None, "binaries_for chose these programs by their version"
        if data not in (None, major):
            raise EmbeddedError(
                f"{self.paths.postgres_data} holds data of PostgreSQL {data}, but the programs in {programs} are of "
                f"version {major}: install PostgreSQL {data} as well, run `manage.py backup FILE`, then "
                "`manage.py restore FILE` with an empty DATA_DIR; or set DATABASE_URL to a server of that version."
            )
        return major

    def _make_folders(self, account: Account | None) -> None:
        paths = self.paths
        paths.make_data_dir()
        make_folder(paths.postgres.parent, paths.folder_mode)
        paths.make_sockets_dir()
        make_folder(paths.logs, 0o700)
        for folder in (paths.postgres, paths.postgres_socket_dir):
            make_folder(folder, 0o700)
            if account and folder.stat().st_uid == 0:
                os.chown(folder, account.uid, account.gid)

    def _create_cluster(self, programs: Path, major: int, account: Account | None) -> None:
        # Renamed when it is whole: a run killed in the middle must not leave half a cluster in the data's place.
        unfinished = self.paths.postgres / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [str(programs / "initdb"), "-D", str(unfinished), "-U", "postgres", "--auth=trust", "--encoding=UTF8"]
        if major >= BUILTIN_LOCALE_SINCE:
            command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        else:
            command += ["--locale=C.UTF-8"]
        processes.run(command if self.durable else [*command, "--no-sync"], account)
        unfinished.rename(self.paths.postgres_data)

    def _command(self, programs: Path) -> list[str]:
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.paths.postgres_socket_dir),
            "unix_socket_permissions": "0700",
            "max_connections": "60",
            "shared_buffers": "128MB",
            "log_min_messages": "warning",
        }
        if not self.durable:
            options |= {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
        command = [str(programs / "postgres"), "-D", str(self.paths.postgres_data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        return command

    def _running(self) -> list[psutil.Process]:
        return processes.processes_in(self.paths.postgres_data, "postgres")

    def _end_leftovers(self) -> None:
        # A killed postmaster leaves children that hold its shared memory, and a new one would refuse to start.
        processes.end(self._running(), signal.SIGQUIT, STOP_SECONDS)
        # Its pid may belong to a process of somebody else by now, and PostgreSQL would take that for a live server.
        (self.paths.postgres_data / "postmaster.pid").unlink(missing_ok=True)
        for lock in self.paths.postgres_socket_dir.glob(".s.PGSQL.5432*"):
            lock.unlink(missing_ok=True)

    def _create_database(self) -> None:
        with self._connect("postgres") as connection:
            exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [SYSTEM_USER]).fetchone()
            if not exists:
                connection.execute(f"CREATE DATABASE {SYSTEM_USER}")

    def _connect(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.paths.postgres_socket_dir),
            port=5432,
            user="postgres",
            dbname=database,
            connect_timeout=5,
            # CREATE DATABASE cannot run in a transaction.
            autocommit=True,
        )
