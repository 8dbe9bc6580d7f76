from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from jobsite.allinone import DataPaths, Services
from tests.processes import end_processes_of

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


@contextmanager
def data_folder() -> Iterator[Path]:
    """Empty, with a short path, and open for PostgreSQL's user. What runs in it at the end is killed."""
    folder = Path(tempfile.mkdtemp(dir=settings.DATA_DIR))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        end_processes_of(folder)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    with data_folder() as path:
        yield path


def blank_environment(folder: Path) -> dict[str, str]:
    """The environment of a machine on which nothing is configured but the data directory."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**inherited, "ENV_FILE": os.devnull, "DATA_DIR": str(folder), "EMBEDDED_DURABLE": "no"}


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    return blank_environment(folder)


@pytest.fixture
def manage(environment: Mapping[str, str]) -> Manage:
    """Runs manage.py in a process of its own: `manage("migrate", PORT="8001")`. Each costs two seconds of one core."""

    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={**environment, **variables},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


def services_in(folder: Path, *, durable: bool = False) -> Services:
    return Services(DataPaths(folder, explicit=True), postgres=True, valkey=True, durable=durable)
