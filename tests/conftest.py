from __future__ import annotations

import fcntl
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from jobsite import allinone
from tests.emptying import quickly_emptied_tables
from tests.examples import examples
from tests.processes import data_dirs, end_processes_of
from tests.settings import PREFIX
from tests.static_files import share_static_files

# An example's time says nothing on a busy machine, nor does that of making it up.
hypothesis.settings.register_profile(
    "unhurried",
    deadline=None,
    max_examples=examples(40),
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("unhurried")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Every process collects ten thousand tests, which stay: to look for garbage among them takes seconds."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves the slow tests out of an everyday run (see tests/examples.py): to skip thousands would take its time."""
    if os.environ.get("SLOW") == "1":
        return
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("slow")])
    items[:] = [item for item in items if not item.get_closest_marker("slow")]


@pytest.fixture(scope="session", autouse=True)
def services() -> None:
    """PostgreSQL and Valkey for the whole run. Embedded ones are stopped when the process ends."""
    clear_leftovers()
    allinone.ensure()


@pytest.fixture(scope="session", autouse=True)
def quickly_emptied() -> Iterator[None]:
    with quickly_emptied_tables():
        yield


@pytest.fixture(scope="session", autouse=True)
def shared_static_files() -> None:
    share_static_files()


@pytest.fixture(scope="session", autouse=True)
def no_pings() -> None:
    """No test has workers that would answer a ping: nobody waits for them."""
    # Models cannot be imported before Django is set up, which comes after this file is read.
    from listings.monitoring import live

    live.PING_SECONDS = 0.02


def clear_leftovers() -> None:
    """Ends the processes of runs that were killed, and removes their folders."""
    for folder in Path("/tmp").glob(f"{PREFIX}*"):
        lock_file = folder / "run.lock"
        if not lock_file.exists() or folder.stat().st_uid != os.geteuid():
            continue
        with lock_file.open("r+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # That run is still going on.
            except BlockingIOError:
                continue
            end_processes_of(folder)
            shutil.rmtree(folder, ignore_errors=True)
    # A run that was stopped halfway may have removed its folder and left a process.
    for data_dir in data_dirs():
        for path in (data_dir, *data_dir.parents):
            if path.name.startswith(PREFIX) and not path.exists():
                end_processes_of(path)
