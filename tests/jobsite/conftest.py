from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from django.conf import settings

from jobsite.allinone import Places, Services

Manage = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Empty, short, and open to pass for PostgreSQL's user; what runs in it is stopped in the end."""
    path = Path(tempfile.mkdtemp(dir=settings.DATA_DIR))
    path.chmod(0o711)
    yield path
    Services(Places(path, chosen=True), postgres=True, valkey=True).stop()
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def embedded_services(folder: Path) -> Services:
    return Services(Places(folder, chosen=True), postgres=True, valkey=True, durable=False)


@pytest.fixture
def environment(folder: Path) -> dict[str, str]:
    """Of a machine where nothing is configured, but for the data directory."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "ENV_FILE": os.devnull, "DATA_DIR": str(folder), "EMBEDDED_DURABLE": "no"}


@pytest.fixture
def manage(environment: Mapping[str, str]) -> Manage:
    def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={**environment, **variables},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run
