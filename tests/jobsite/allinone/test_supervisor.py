from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from jobsite.allinone.supervisor import Child, Supervisor, processes_with
from tests.processes import alive

STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, "-c", "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)"])
print("ready", flush=True)
time.sleep(60)
"""


class Console:
    """A supervisor in a folder of its own, and the lines that it printed."""

    def __init__(self, folder: Path, *children: Child) -> None:
        self.lines: list[str] = []
        self.mark = str(folder)
        environment = {**os.environ, "TEST_MARK": self.mark}
        self.supervisor = Supervisor(
            children, environment, folder, folder, lambda name, line: self.lines.append(f"{name}: {line}")
        )

    def watch_until(self, done: Callable[[], bool], seconds: float = 120) -> None:
        until = time.monotonic() + seconds
        while not done():
            assert time.monotonic() < until, self.lines
            self.supervisor.watch(0.05)

    def leftovers(self) -> list[psutil.Process]:
        return [process for process in processes_with("TEST_MARK", self.mark) if alive(process)]


def python(name: str, code: str, *, once: bool = False) -> Child:
    return Child(name, [sys.executable, "-c", code], once=once)


def test_a_dead_child_is_started_again_later_each_time(folder: Path) -> None:
    console = Console(folder, python("brief", "print('here', flush=True); raise SystemExit(3)"))
    console.supervisor.start()
    for exits in (1, 2):
        console.watch_until(lambda: sum("ended" in line for line in console.lines) == exits)  # noqa: B023 - called at once
        # As if the delay had passed.
        console.supervisor.states[0].start_at = 0
    console.watch_until(lambda: console.lines.count("brief: here") == 3)
    console.supervisor.stop()
    assert console.lines[:4] == [
        "brief: here",
        "brief: ended (exit code 3), restarting in 1 s",
        "brief: here",
        "brief: ended (exit code 3), restarting in 2 s",
    ]


def test_a_child_with_one_task_is_not_started_again(folder: Path) -> None:
    console = Console(
        folder, python("once", "print('done')", once=True), python("steady", "import time; time.sleep(60)")
    )
    console.supervisor.start()
    console.watch_until(lambda: console.supervisor.states[0].done)
    console.supervisor.watch(0)
    assert console.supervisor.states[0].process is None
    assert console.lines == ["once: done"]
    console.supervisor.stop()


def test_stopping_ends_children_and_theirs_that_do_not_listen(folder: Path) -> None:
    console = Console(folder, python("stubborn", STUBBORN))
    console.supervisor.start()
    console.watch_until(lambda: "stubborn: ready" in console.lines)
    assert len(console.leftovers()) == 2
    console.supervisor.stop()
    assert console.leftovers() == []


def test_a_killed_leader_takes_its_own_with_it(folder: Path) -> None:
    console = Console(folder, python("stubborn", STUBBORN))
    console.supervisor.start()
    console.watch_until(lambda: "stubborn: ready" in console.lines)
    leader = console.supervisor.states[0].process
    assert leader is not None
    # Long enough that no new one counts as a leftover.
    console.supervisor.states[0].delay = 3600
    leader.kill()
    console.watch_until(lambda: any("SIGKILL" in line for line in console.lines))
    console.watch_until(lambda: console.leftovers() == [])
    console.supervisor.stop()


def test_the_console_gets_what_went_wrong_and_the_log_gets_all(folder: Path) -> None:
    console = Console(folder, python("wrong", "def f():\n    raise ValueError('no such thing')\nf()", once=True))
    console.supervisor.start()
    console.watch_until(lambda: any("ended" in line for line in console.lines))
    console.supervisor.stop()
    assert console.lines[0] == "wrong: ValueError: no such thing"
    log = (folder / "wrong.log").read_text()
    assert "Traceback" in log
    assert "no such thing" in log


def test_logs_are_rotated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobsite.allinone.supervisor.MAX_LOG_BYTES", 2_000)
    console = Console(
        folder, python("chatty", "print('x' * 99 + '\\n', end='') or [print('x' * 99) for _ in range(99)]", once=True)
    )
    console.supervisor.start()
    console.watch_until(lambda: console.supervisor.states[0].done)
    console.supervisor.stop()
    logs = sorted(path.name for path in folder.glob("chatty.log*"))
    assert logs == ["chatty.log", "chatty.log.1", "chatty.log.2", "chatty.log.3"]
    assert all((folder / name).stat().st_size <= 2_000 for name in logs)
