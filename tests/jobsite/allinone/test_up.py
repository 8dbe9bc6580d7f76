"""The whole site under its supervisor, as `make run` starts it, with a board mirror that nobody answers at."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from jobsite.allinone.supervisor import marked
from jobsite.allinone.up import MARK
from tests.jobsite.conftest import Manage
from tests.processes import free_port, until

Start = Callable[[], "Up"]


class Up:
    def __init__(self, folder: Path, environment: Mapping[str, str], port: int) -> None:
        self.folder = folder
        self.port = port
        self.output = folder / "output"
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up"],
                cwd=settings.BASE_DIR,
                env={**environment, "PORT": str(port)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_for(self, words: str, seconds: float = 40) -> None:
        until = time.monotonic() + seconds
        while not re.search(words, self.output.read_text()):
            assert self.process.poll() is None, self.output.read_text()
            assert time.monotonic() < until, self.output.read_text()
            time.sleep(0.1)

    def get(self, path: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
            status: int = response.status
            return status

    def answers(self, path: str) -> bool:
        try:
            return self.get(path) == 200
        except OSError:
            return False

    def pids(self, *words: str) -> list[int]:
        """Of its children and services whose command line holds all of `words`, the oldest first."""
        found: set[tuple[float, int]] = set()
        for one in [*marked(MARK, str(self.folder)), *in_folder(self.folder)]:
            # Between finding a process and asking it, it may end.
            with suppress(psutil.NoSuchProcess):
                command = " ".join(one.cmdline())
                if all(word in command for word in words):
                    found.add((one.create_time(), one.pid))
        return [pid for _, pid in sorted(found)]

    def has_another(self, killed: int, *words: str) -> bool:
        now = self.pids(*words)
        return bool(now) and killed not in now

    def stop(self, number: int) -> float:
        began = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(15)
        return time.monotonic() - began

    def left(self) -> list[psutil.Process]:
        return [*marked(MARK, str(self.folder)), *in_folder(self.folder)]


def in_folder(folder: Path) -> list[psutil.Process]:
    return [
        one
        for one in psutil.process_iter(["cwd", "status"])
        if one.info["cwd"]
        and Path(one.info["cwd"]).is_relative_to(folder)
        and one.info["status"] != psutil.STATUS_ZOMBIE
    ]


@pytest.fixture
def start(folder: Path, environment: Mapping[str, str]) -> Iterator[Start]:
    started: list[Up] = []
    port = free_port()
    nobody = f"http://127.0.0.1:{free_port()}"

    def begin() -> Up:
        started.append(Up(folder, {**environment, "BOARD_MIRROR": nobody, "WEB_WORKERS": "1", "WORKERS": "1"}, port))
        return started[-1]

    yield begin
    for one in started:
        if one.process.poll() is None:
            one.process.terminate()
            one.process.wait(15)
    for process in marked(MARK, str(folder)):
        process.kill()


def open_to_others(path: Path) -> bool:
    """A file that has gone meanwhile, as those do that services write beside and then rename, is nobody's."""
    try:
        return bool(path.stat().st_mode & 0o044)
    except FileNotFoundError:
        return False


def test_up_serves_one_site_per_directory_and_port_and_stops_wholly(start: Start, folder: Path, manage: Manage) -> None:
    site = start()
    site.wait_for(r"answers at http://localhost:\d+")
    assert site.get("/healthz") == 200
    assert site.get("/about/") == 200
    style = re.search(
        rb'href="(/static/css/[^"]+\.css)"', urllib.request.urlopen(f"http://127.0.0.1:{site.port}/about/").read()
    )
    assert style is not None
    assert re.search(r"\.[0-9a-f]{12}\.css$", style[1].decode())
    assert site.get(style[1].decode()) == 200

    twice = manage("up", PORT=str(free_port()))
    assert twice.returncode == 1
    assert f"The site already runs on DATA_DIR {folder} (process {site.process.pid}, " in twice.stderr
    taken = manage("up", PORT=str(site.port), DATA_DIR=f"{folder}/another")
    assert taken.returncode == 1
    assert f"Port {site.port} on 127.0.0.1 is taken: choose another" in taken.stderr
    restore = manage("restore", "--yes", str(folder / "any"))
    assert "already runs" in restore.stderr

    assert (folder / "static").stat().st_mode & 0o077 == 0
    kept = [path for path in folder.rglob("*") if not path.is_relative_to(folder / "static") and path != site.output]
    assert [path for path in kept if open_to_others(path)] == []
    assert site.stop(signal.SIGTERM) < 10
    assert site.process.returncode == 0, site.output.read_text()
    assert site.left() == []


def test_up_survives_the_death_of_each_part_and_its_own(start: Start) -> None:
    site = start()
    site.wait_for("answers at")
    for words in (("valkey-server",), ("postgres", "-D"), ("gunicorn",), ("celery", "worker")):
        killed = site.pids(*words)[0]
        os.kill(killed, signal.SIGKILL)
        # Whoever misses a service first starts it again: the supervisor, or a child that connects.
        until(partial(site.has_another, killed, *words), 40, site.output)
    until(lambda: site.answers("/about/"), 40, site.output)

    before = {process.pid for process in marked(MARK, str(site.folder))}
    site.process.kill()
    site.process.wait()
    again = start()
    again.wait_for("answers at")
    assert again.get("/about/") == 200
    assert before.isdisjoint({process.pid for process in marked(MARK, str(site.folder))})
    assert again.stop(signal.SIGINT) < 10
    assert again.left() == []


def test_up_can_be_stopped_while_it_prepares(start: Start) -> None:
    site = start()
    site.wait_for("Starting the database")
    assert site.stop(signal.SIGTERM) < 10
    assert site.left() == []
