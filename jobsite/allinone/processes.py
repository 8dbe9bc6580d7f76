"""Running and ending the services' processes. A process is told by its working directory: pids are used again."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypedDict

import psutil

from jobsite.allinone.paths import Account, EmbeddedError

LARGEST_LOG = 5_000_000


def environment() -> dict[str, str]:
    """Nothing of ours: a PGDATA or LD_LIBRARY_PATH of the caller would change what the binaries do."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def identity(account: Account | None) -> Identity:
    return Identity(user=account.uid, group=account.gid, extra_groups=[]) if account else Identity()


def run(command: Sequence[str], account: Account | None) -> str:
    """Waits for a short command of the service; EmbeddedError holds its last words where it fails."""
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd="/",
        env=environment(),
        timeout=120,
        check=False,
        **identity(account),
    )
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip().splitlines() or ["no message"]
        raise EmbeddedError(f"{Path(command[0]).name} failed: {words[-1]}")
    return done.stdout


def spawn(command: Sequence[str], log: Path, account: Account | None = None) -> subprocess.Popen[bytes]:
    """A process of its own session, so that a Ctrl-C at the terminal does not reach it."""
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as output:
        try:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env=environment(),
                start_new_session=True,
                **identity(account),
            )
        except OSError as error:
            raise EmbeddedError(f"{command[0]} cannot be started: {error.strerror}.") from error


def running_in(folder: Path, name: str) -> list[psutil.Process]:
    """Live processes called `name` that work in `folder`, their first one first."""
    found = []
    # The kernel tells working directories without their symbolic links.
    place = str(folder.resolve())
    for process in psutil.process_iter(["name", "cwd", "status", "create_time"]):
        info = process.info
        if info["name"] == name and info["cwd"] == place and info["status"] != psutil.STATUS_ZOMBIE:
            found.append(process)
    return sorted(found, key=lambda process: (process.info["create_time"], process.pid))


def end(processes: Sequence[psutil.Process], signal_number: int, seconds: float) -> None:
    """Asks with the signal, then kills what is left after `seconds`."""
    for process in processes:
        _send(process, signal_number)
    _, left = psutil.wait_procs(processes, timeout=seconds)
    for process in left:
        _send(process, 9)
    psutil.wait_procs(left, timeout=2)


def _send(process: psutil.Process, signal_number: int) -> None:
    try:
        process.send_signal(signal_number)
    except psutil.NoSuchProcess:
        return


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float) -> bool:
    """True once ready; False where the process ended or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if ready():
            return True
        if process.poll() is not None:
            return False
        time.sleep(0.02)
    return False


def tail(log: Path) -> str:
    """The log's last line that says something, for an error message."""
    lines = [line for line in log.read_text(errors="replace").splitlines()[-20:] if line.strip()]
    return lines[-1].strip() if lines else "it wrote nothing"
