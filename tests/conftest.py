from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from jobsite import allinone

PREFIX = "elsewhere-test-"


@pytest.fixture(scope="session", autouse=True)
def services() -> None:
    """PostgreSQL and Valkey run while tests do; embedded ones are stopped by the end of the process."""
    clear_leftovers()
    allinone.ensure()


def clear_leftovers() -> None:
    """Ends the services of runs that were killed, and removes their folders."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if folder.stat().st_uid != os.geteuid() or not (folder / "run.lock").exists():
            continue
        with (folder / "run.lock").open("r+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            places = allinone.Places(folder, chosen=True)
            allinone.Services(places, postgres=True, valkey=True).stop()
            shutil.rmtree(folder, ignore_errors=True)
