"""Running and ending the services' processes. A process is recognised by its working directory: pids are reused."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict

import psutil

from jobsite.allinone.paths import Account, EmbeddedError

MAX_LOG_BYTES = 5_000_000


def clean_environment() -> dict[str, str]:
    """Nothing of the caller's: a PGDATA or LD_LIBRARY_PATH would change what the programs do."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def identity(account: Account | None) -> Identity:
    """Arguments for subprocess that drop root's rights, its supplementary groups included."""
    return Identity(user=account.uid, group=account.gid, extra_groups=[]) if account else Identity()


def run(command: Sequence[str], account: Account | None) -> str:
    """Waits for a short command and returns its output. EmbeddedError: it failed; the message has its last line."""
    process = subprocess.run(
        command,
        capture_output=True,
        text=True,
        # The current folder may be closed to the account, and initdb refuses to start in a folder it cannot read.
        cwd="/",
        env=clean_environment(),
        timeout=120,
        check=False,
        **identity(account),
    )
    if process.returncode != 0:
        lines = (process.stderr or process.stdout).strip().splitlines() or ["no message"]
        raise EmbeddedError(f"{Path(command[0]).name} failed: {lines[-1]}")
    return process.stdout


def spawn(command: Sequence[str], log: Path, account: Account | None = None) -> subprocess.Popen[bytes]:
    """Starts a process in a session of its own, so that Ctrl-C in the terminal does not reach it."""
    if log.exists() and log.stat().st_size > MAX_LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
    # Opened by us and inherited: the account itself could not write into the log folder.
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as output:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env=clean_environment(),
                start_new_session=True,
                **identity(account),
            )
        except OSError as error:
            raise EmbeddedError(f"{command[0]} cannot be started: {error.strerror}.") from error


def processes_in(folder: Path, name: str) -> list[psutil.Process]:
    """Live processes called `name` whose working directory is `folder`, the oldest first."""
    matches = []
    # The kernel reports working directories with symbolic links resolved.
    resolved = str(folder.resolve())
    for process in psutil.process_iter(["name", "cwd", "status", "create_time"]):
        info = process.info
        if info["name"] == name and info["cwd"] == resolved and info["status"] != psutil.STATUS_ZOMBIE:
            matches.append(process)
    return sorted(matches, key=lambda process: (process.info["create_time"], process.pid))


def end(processes: Sequence[psutil.Process], signal_number: int, seconds: float) -> None:
    """Sends the signal, waits up to `seconds`, then kills whatever is left."""
    for process in processes:
        _send(process, signal_number)
    _, survivors = psutil.wait_procs(processes, timeout=seconds)
    for process in survivors:
        _send(process, signal.SIGKILL)
    psutil.wait_procs(survivors, timeout=2)


def _send(process: psutil.Process, signal_number: int) -> None:
    try:
        process.send_signal(signal_number)
    except psutil.NoSuchProcess:
        return


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float) -> bool:
    """True once `ready` is; False if the process ends first or the time is up."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if ready():
            return True
        if process.poll() is not None:
            return False
        time.sleep(0.02)
    return False


def last_line(log: Path) -> str:
    """The log's last line that is not blank, for an error message."""
    lines = [line for line in log.read_text(errors="replace").splitlines()[-20:] if line.strip()]
    return lines[-1].strip() if lines else "the log is empty"
