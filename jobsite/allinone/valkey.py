"""Valkey on this machine: queued messages and what workers share, on disk within a second."""

from __future__ import annotations

import signal
from pathlib import Path

import redis

from jobsite.allinone import processes
from jobsite.allinone.binaries import valkey_binary
from jobsite.allinone.paths import DataPaths, EmbeddedError, make_folder

START_SECONDS = 30
STOP_SECONDS = 2.0
MAX_MEMORY = "512mb"


class Valkey:
    def __init__(self, paths: DataPaths, *, durable: bool = True) -> None:
        self.paths = paths
        self.durable = durable

    @property
    def log(self) -> Path:
        return self.paths.logs / "valkey.log"

    def is_alive(self) -> bool:
        if not self.paths.valkey_socket.exists():
            return False
        client = redis.Redis(unix_socket_path=str(self.paths.valkey_socket), socket_timeout=5)
        try:
            # Until the stored messages are read back, PING gets the error LOADING.
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()

    def start(self) -> None:
        """Call only with the start lock held: ends what a kill left behind."""
        binary = valkey_binary()
        paths = self.paths
        paths.make_data_dir()
        paths.make_sockets_dir()
        for folder in (paths.logs, paths.valkey, paths.valkey_socket.parent):
            make_folder(folder, 0o700)
        self.stop()
        process = processes.spawn(self._command(binary), self.log)
        if not processes.wait_until(self.is_alive, process, START_SECONDS):
            raise EmbeddedError(f"Valkey did not start: {processes.last_line(self.log)} (see {self.log})")

    def stop(self) -> None:
        processes.end(processes.processes_in(self.paths.valkey, "valkey-server"), signal.SIGTERM, STOP_SECONDS)

    def _command(self, binary: Path) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.paths.valkey_socket),
            "unixsocketperm": "700",
            "dir": str(self.paths.valkey),
            "daemonize": "no",
            # The append-only file is enough; snapshots would fork a copy of the process for nothing.
            "save": "",
            "appendonly": "yes" if self.durable else "no",
            "appendfsync": "everysec",
            "maxmemory": MAX_MEMORY,
            # What is cached has an expiry and may go, the least recently used first; queued messages have none.
            "maxmemory-policy": "volatile-lru",
            "loglevel": "warning",
        }
        arguments = [argument for name, value in options.items() for argument in (f"--{name}", value)]
        return [str(binary), *arguments]
