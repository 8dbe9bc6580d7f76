from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from jobsite.allinone.supervisor import Child, Supervisor, marked
from tests.processes import alive

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"])
print("ready", flush=True)
time.sleep(60)
"""


class Site:
    """A supervisor in a folder of its own, and what it said."""

    def __init__(self, folder: Path, *children: Child) -> None:
        self.said: list[str] = []
        self.mark = str(folder)
        environment = {**os.environ, "TEST_MARK": self.mark}
        self.supervisor = Supervisor(
            children, environment, folder, folder, lambda name, line: self.said.append(f"{name}: {line}")
        )

    def watch_until(self, done: Callable[[], bool], seconds: float = 15) -> None:
        until = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < until, self.said
            self.supervisor.watch(0.05)

    def left(self) -> list[psutil.Process]:
        return [one for one in marked("TEST_MARK", self.mark) if alive(one)]


def python(name: str, code: str, *, once: bool = False) -> Child:
    return Child(name, [sys.executable, "-c", code], once=once)


def test_a_dead_child_is_started_again_later_each_time(folder: Path) -> None:
    site = Site(folder, python("brief", "print('here', flush=True); raise SystemExit(3)"))
    site.supervisor.start()
    site.watch_until(lambda: site.said.count("brief: here") == 3)
    site.supervisor.stop()
    assert site.said[:4] == [
        "brief: here",
        "brief: ended (code 3); starts again in 1 s",
        "brief: here",
        "brief: ended (code 3); starts again in 2 s",
    ]


def test_a_child_with_one_task_is_not_started_again(folder: Path) -> None:
    site = Site(folder, python("once", "print('done')", once=True), python("steady", "import time; time.sleep(60)"))
    site.supervisor.start()
    site.watch_until(lambda: site.supervisor.running[0].done)
    for _ in range(5):
        site.supervisor.watch(0.3)
    assert site.said == ["once: done"]
    site.supervisor.stop()


def test_stopping_ends_children_and_theirs_that_do_not_listen(folder: Path) -> None:
    site = Site(folder, python("stubborn", STUBBORN))
    site.supervisor.start()
    site.watch_until(lambda: "stubborn: ready" in site.said)
    assert len(site.left()) == 2
    began = time.monotonic()
    site.supervisor.stop()
    assert time.monotonic() - began < 8
    assert site.left() == []


def test_a_killed_leader_takes_its_own_with_it(folder: Path) -> None:
    site = Site(folder, python("stubborn", STUBBORN))
    site.supervisor.start()
    site.watch_until(lambda: "stubborn: ready" in site.said)
    leader = site.supervisor.running[0].process
    assert leader is not None
    leader.kill()
    site.watch_until(lambda: any("SIGKILL" in line for line in site.said))
    site.watch_until(lambda: site.left() == [], seconds=0.9)
    site.supervisor.stop()


def test_the_console_gets_what_went_wrong_and_the_log_gets_all(folder: Path) -> None:
    site = Site(folder, python("wrong", "def f():\n    raise ValueError('no such thing')\nf()", once=True))
    site.supervisor.start()
    site.watch_until(lambda: any("ended" in line for line in site.said))
    site.supervisor.stop()
    assert site.said[0] == "wrong: ValueError: no such thing"
    log = (folder / "wrong.log").read_text()
    assert "Traceback" in log
    assert "no such thing" in log


def test_logs_are_rotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobsite.allinone.supervisor.LARGEST_LOG", 2_000)
    site = Site(
        folder, python("chatty", "print('x' * 99 + '\\n', end='') or [print('x' * 99) for _ in range(99)]", once=True)
    )
    site.supervisor.start()
    site.watch_until(lambda: site.supervisor.running[0].done)
    site.supervisor.stop()
    logs = sorted(path.name for path in folder.glob("chatty.log*"))
    assert logs == ["chatty.log", "chatty.log.1", "chatty.log.2", "chatty.log.3"]
    assert all((folder / name).stat().st_size <= 2_000 for name in logs)
