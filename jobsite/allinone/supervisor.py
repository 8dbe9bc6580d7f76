"""Keeps a set of processes running, each in a group of its own, and ends all of them."""

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
# The delay before a restart doubles each time, and starts over for a child that ran longer than STABLE_SECONDS.
MIN_DELAY, MAX_DELAY = 1.0, 60.0
STABLE_SECONDS = 60.0
MAX_LOG_BYTES, OLD_LOGS = 5_000_000, 3
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Child:
    """`once`: its work is done when it exits with code 0, so it is not started again."""

    name: str
    command: Sequence[str]
    once: bool = False


def _libc() -> ctypes.CDLL | None:
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


# Loaded before any fork: loading a library between fork and exec can deadlock.
LIBC = _libc()


def end_with_parent() -> None:
    """Runs in the child before its program, so that a killed supervisor leaves no child behind (on Linux)."""
    if LIBC is not None:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass(slots=True)
class ChildState:
    """Times are those of time.monotonic(); `partial_line`: output after the last newline."""

    child: Child
    log: logging.Logger
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    delay: float = MIN_DELAY
    start_at: float = 0.0
    done: bool = False
    partial_line: bytes = b""

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None


@dataclass(slots=True)
class Supervisor:
    """Passes each line that children print to `echo(name, line)`, and to `logs`/<name>.log, rotated by size."""

    children: Sequence[Child]
    environment: Mapping[str, str]
    folder: Path
    logs: Path
    echo: Callable[[str, str], None]
    selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    states: list[ChildState] = field(default_factory=list)

    def start(self) -> None:
        for child in self.children:
            self.states.append(ChildState(child, rotating_log(self.logs / f"{child.name}.log")))
        self.watch(0)

    def watch(self, seconds: float) -> None:
        """Passes on output for that long, then notices children that have ended and starts those that are due."""
        self._read(seconds)
        now = time.monotonic()
        for state in self.states:
            if state.process is not None and state.process.poll() is not None:
                self._handle_exit(state, now)
            if state.process is None and not state.done and now >= state.start_at:
                self._spawn(state, now)

    def stop(self) -> None:
        """Sends SIGTERM to each child, then SIGKILL to each group. No process of theirs is left afterwards."""
        started = [state for state in self.states if state.process is not None]
        for state in started:
            _signal(state, os.kill, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < deadline and any(state.is_running for state in started):
            # Also drains the pipes: a child that blocks on a full one could not end.
            self._read(0.05)
        for state in started:
            _signal(state, os.killpg, signal.SIGKILL)
        for state in started:
            if state.process:
                state.process.wait(timeout=2)
        # Grandchildren are not ours to wait for, and need a moment to disappear after SIGKILL.
        deadline = time.monotonic() + 2
        while time.monotonic() < deadline and any(
            state.process and has_members(state.process.pid) for state in started
        ):
            time.sleep(0.01)
        self._read(0)

    def _spawn(self, state: ChildState, now: float) -> None:
        state.process = subprocess.Popen(
            state.child.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=self.folder,
            env=dict(self.environment),
            start_new_session=True,
            preexec_fn=end_with_parent,  # safe: this process has one thread
        )
        state.started_at = now
        output = state.process.stdout
        if output is not None:
            os.set_blocking(output.fileno(), False)
            self.selector.register(output, selectors.EVENT_READ, (state, output))

    def _handle_exit(self, state: ChildState, now: float) -> None:
        """Ends the rest of its group, and schedules the restart."""
        process = state.process
        assert process is not None
        _signal(state, os.killpg, signal.SIGKILL)
        # What it printed last says why it ended, so that comes before our own line.
        self._read(0)
        state.process = None
        if state.child.once and process.returncode == 0:
            state.done = True
            return
        if now - state.started_at > STABLE_SECONDS:
            state.delay = MIN_DELAY
        self._report(state, f"ended ({_exit_reason(process.returncode)}), restarting in {state.delay:.0f} s")
        state.start_at = now + state.delay
        state.delay = min(state.delay * 2, MAX_DELAY)

    def _read(self, seconds: float) -> None:
        # select() without files returns at once, and the caller's loop would spin.
        if not self.selector.get_map():
            time.sleep(seconds)
            return
        for key, _ in self.selector.select(seconds):
            state, output = key.data
            chunk = output.read1(65536)
            if not chunk:
                self.selector.unregister(output)
                output.close()
            *lines, state.partial_line = (state.partial_line + chunk).split(b"\n")
            for line in lines:
                self._report(state, line.decode(errors="replace").rstrip())

    def _report(self, state: ChildState, line: str) -> None:
        if line:
            state.log.info(line)
            # The last line of a traceback is enough for the console; the log has all of it.
            if not line[0].isspace() and not line.startswith("Traceback "):
                self.echo(state.child.name, line)


def _signal(state: ChildState, send: Callable[[int, int], None], number: int) -> None:
    if state.process is not None:
        try:
            send(state.process.pid, number)
        except ProcessLookupError:
            return


def _exit_reason(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def rotating_log(path: Path) -> logging.Logger:
    handler = RotatingFileHandler(path, maxBytes=MAX_LOG_BYTES, backupCount=OLD_LOGS)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    # Not getLogger(): that one lives as long as the process and would pass every line on to the root logger.
    log = logging.Logger(str(path))
    log.addHandler(handler)
    return log


def has_members(group: int) -> bool:
    """True if a process of the group is still running; zombies do not count."""
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                return True
        except (psutil.AccessDenied, psutil.NoSuchProcess, OSError):
            continue
    return False


def processes_with(variable: str, value: str) -> list[psutil.Process]:
    """Processes started with `variable`=`value` in their environment, except this one and its ancestors."""
    lineage = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    matches = []
    for process in psutil.process_iter():
        if process.pid in lineage:
            continue
        try:
            if process.environ().get(variable) == value:
                matches.append(process)
        # Environments of other users' processes are closed to us, and any process may end while we look.
        except (psutil.AccessDenied, psutil.NoSuchProcess, OSError):
            continue
    return matches
