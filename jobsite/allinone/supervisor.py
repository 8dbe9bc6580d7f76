"""Keeps a set of processes running, each in a group of its own, and ends every one of them."""

from __future__ import annotations

import ctypes
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from logging.handlers import RotatingFileHandler
from pathlib import Path

import psutil

GRACE_SECONDS = 4.0
FIRST_DELAY, LONGEST_DELAY = 1.0, 60.0
STEADY_SECONDS = 60.0
LARGEST_LOG, KEPT_LOGS = 5_000_000, 3
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Child:
    """`once`: an exit with code 0 means that its work is done."""

    name: str
    command: Sequence[str]
    once: bool = False


def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


LIBC = _libc()


def end_with_parent() -> None:
    """Runs in the child before its program: a killed supervisor must not leave it behind."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass(slots=True)
class Running:
    child: Child
    log: logging.Logger
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    delay: float = FIRST_DELAY
    start_at: float = 0.0
    done: bool = False
    partial: bytes = b""


@dataclass(slots=True)
class Supervisor:
    """`say(name, line)` shows what children print; it also goes to `logs`/<name>.log, rotated by size."""

    children: Sequence[Child]
    environment: Mapping[str, str]
    folder: Path
    logs: Path
    say: Callable[[str, str], None]
    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    running: list[Running] = field(default_factory=list)

    def start(self) -> None:
        for child in self.children:
            self.running.append(Running(child, rotating_log(self.logs / f"{child.name}.log")))
        self.watch(0)

    def watch(self, seconds: float) -> None:
        """Passes on what children print for so long, then starts those that are due and notices those that ended."""
        self._read(seconds)
        now = time.monotonic()
        for running in self.running:
            if running.process is not None and running.process.poll() is not None:
                self._ended(running, now)
            if running.process is None and not running.done and now >= running.start_at:
                self._spawn(running, now)

    def stop(self) -> None:
        """Asks every leader, then kills every group; after this no process of theirs is left."""
        live = [running for running in self.running if running.process is not None]
        for running in live:
            _signal(running, os.kill, signal.SIGTERM)
        until = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < until and any(one.process and one.process.poll() is None for one in live):
            self._read(0.05)
        for running in live:
            _signal(running, os.killpg, signal.SIGKILL)
        for running in live:
            if running.process:
                running.process.wait(timeout=2)
        # Those that children have started are not ours to wait for: killed, they still take a moment to go.
        until = time.monotonic() + 2
        while time.monotonic() < until and any(one.process and has_members(one.process.pid) for one in live):
            time.sleep(0.01)
        self._read(0)

    def _spawn(self, running: Running, now: float) -> None:
        running.process = subprocess.Popen(
            running.child.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
            env=dict(self.environment),
            start_new_session=True,
            preexec_fn=end_with_parent,  # safe: this process has one thread
        )
        running.started = now
        output = running.process.stdout
        if output is not None:
            os.set_blocking(output.fileno(), False)
            self.selector.register(output, selectors.EVENT_READ, (running, output))

    def _ended(self, running: Running, now: float) -> None:
        """Ends what is left of its group, and decides when it is started again."""
        process = running.process
        assert process is not None
        _signal(running, os.killpg, signal.SIGKILL)
        self._read(0)
        running.process = None
        if running.child.once and process.returncode == 0:
            running.done = True
            return
        if now - running.started > STEADY_SECONDS:
            running.delay = FIRST_DELAY
        self._tell(running, f"ended ({_ending(process.returncode)}); starts again in {running.delay:.0f} s")
        running.start_at = now + running.delay
        running.delay = min(running.delay * 2, LONGEST_DELAY)

    def _read(self, seconds: float) -> None:
        if not self.selector.get_map():
            time.sleep(seconds)
            return
        for key, _ in self.selector.select(seconds):
            running, output = key.data
            chunk = output.read1(65536)
            if not chunk:
                self.selector.unregister(output)
                output.close()
            *lines, running.partial = (running.partial + chunk).split(b"\n")
            for line in lines:
                self._tell(running, line.decode(errors="replace").rstrip())

    def _tell(self, running: Running, line: str) -> None:
        if line:
            running.log.info(line)
            # Of a traceback, its last line says what went wrong; the whole of it is in the log.
            if not line[0].isspace() and not line.startswith("Traceback "):
                self.say(running.child.name, line)


def _signal(running: Running, send: Callable[[int, int], None], number: int) -> None:
    if running.process is not None:
        try:
            send(running.process.pid, number)
        except ProcessLookupError:
            return


def _ending(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"code {code}"


def rotating_log(path: Path) -> logging.Logger:
    handler = RotatingFileHandler(path, maxBytes=LARGEST_LOG, backupCount=KEPT_LOGS)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log = logging.Logger(str(path))
    log.addHandler(handler)
    return log


def has_members(group: int) -> bool:
    """Whether a process of the group still runs; one that only waits to be buried does not."""
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                return True
        except (psutil.AccessDenied, psutil.NoSuchProcess, OSError):
            continue
    return False


def marked(variable: str, value: str) -> list[psutil.Process]:
    """Processes whose environment was started with variable=value; those of other users are not ours to see."""
    own = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    found = []
    for process in psutil.process_iter():
        if process.pid in own:
            continue
        try:
            if process.environ().get(variable) == value:
                found.append(process)
        except (psutil.AccessDenied, psutil.NoSuchProcess, OSError):
            continue
    return found
