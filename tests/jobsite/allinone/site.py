"""`manage.py up` on a data directory of its own, as `make run` starts it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from django.conf import settings

from tests.jobsite.conftest import blank_environment, data_folder
from tests.processes import free_port, processes_of, until

# What distinguishes each process of a site: words of its command line. The oldest match is the parent of its kind.
PARTS: dict[str, Callable[[list[str]], bool]] = {
    "web": lambda words: "gunicorn" in words,
    "worker": lambda words: "celery" in words and "worker" in words,
    "scheduler": lambda words: "celery" in words and "beat" in words,
    "indexer": lambda words: "indexer" in words,
    "postgres": lambda words: words[0].endswith("/postgres") and "-D" in words,
    "valkey": lambda words: "/valkey-server" in words[0],
}


class Site:
    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.log = folder / "up.log"
        few_processes = {"WEB_WORKERS": "1", "WORKERS": "2"}
        self.environment = {**blank_environment(folder), "PORT": str(self.port), **few_processes, **variables}
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up"],
                cwd=settings.BASE_DIR,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def wait_for(self, pattern: str) -> None:
        """For a line of its output."""

        def is_printed() -> bool:
            output = self.log.read_text()
            assert self.process is not None
            assert self.process.poll() is None, output
            return re.search(pattern, output) is not None

        until(is_printed, log=self.log)

    def get(self, path: str) -> bytes:
        """The body of a successful response; OSError otherwise."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=300) as response:
            body: bytes = response.read()
            return body

    def answers(self, path: str) -> bool:
        with suppress(OSError):
            self.get(path)
            return True
        return False

    def pids(self, part: str) -> list[int]:
        """The oldest first."""
        matches: list[tuple[float, int]] = []
        for process in processes_of(self.folder):
            with suppress(psutil.NoSuchProcess):
                words = process.cmdline()
                if words and PARTS[part](words):
                    matches.append((process.create_time(), process.pid))
        return [pid for _, pid in sorted(matches)]

    def kill(self, part: str) -> int:
        pid = self.pids(part)[0]
        os.kill(pid, signal.SIGKILL)
        return pid

    def kill_supervisor(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None

    def stop(self, signal_number: int = signal.SIGTERM) -> None:
        """Ends it as its user would; nothing of it may be left."""
        if self.process is not None:
            process, self.process = self.process, None
            process.send_signal(signal_number)
            process.wait(120)
            assert process.returncode == 0, self.log.read_text()
            assert processes_of(self.folder) == []


@contextmanager
def new_site(**variables: str) -> Iterator[Site]:
    """Not started yet."""
    with data_folder() as folder:
        site = Site(folder, **variables)
        yield site
        site.stop()
