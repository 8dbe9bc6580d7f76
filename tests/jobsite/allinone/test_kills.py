"""Any process may be killed in the middle of a round: after a restart the site holds what it would have held."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
import requests

from jobsite.allinone.paths import Places
from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.samples.server import Server, serve
from tests.processes import ROOT, free_port, until

ADS = 4_000
STARTED_IN = 60
READ_WHOLE = ("remotive", "weworkremotely")
"""The boards that list all their ads at once: after any disturbance, one more round brings the rest."""
KEPT = f"""
    FROM listings_posting p JOIN listings_source s ON s.id = p.source_id WHERE s.board IN {READ_WHOLE}
"""
DONE = f"""
    SELECT count(DISTINCT s.board) FROM listings_fetch f JOIN listings_source s ON s.id = f.source_id
    WHERE f.outcome IN ('ok', 'unchanged') AND s.board IN {READ_WHOLE}
"""
VICTIMS: dict[str, Callable[[list[str]], bool]] = {
    "worker": lambda words: "celery" in words and "worker" in words,
    "scheduler": lambda words: "celery" in words and "beat" in words,
    "indexer": lambda words: "indexer" in words,
    "postgres": lambda words: words[0].endswith("/postgres") and "-D" in words,
    "valkey": lambda words: "/valkey-server" in words[0],
}


@pytest.fixture(scope="module")
def boards() -> Iterator[Server]:
    with serve(ads=ADS) as server:
        server.set_clock(datetime.now(UTC))
        yield server


@pytest.fixture(scope="module")
def expected(boards: Server) -> set[tuple[str, str]]:
    """What an undisturbed round brings, read from the boards themselves."""
    found: set[tuple[str, str]] = set()
    for name in READ_WHOLE:
        for request in BOARDS[name].start({}, None):
            body = requests.get(f"{boards.url}/{request.url.removeprefix('https://')}", timeout=60).content
            found |= {(name, ad.external_id) for ad in BOARDS[name].parse(Response(Request("-"), body)).ads}
    return found


class Site:
    """`manage.py up` on a data directory of its own."""

    def __init__(self, folder: Path, mirror: str) -> None:
        self.folder = folder
        self.log = folder / "up.log"
        self.mirror = mirror
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "ENV_FILE")}
        environment = {
            **kept,
            "DATA_DIR": str(self.folder),
            "PORT": str(free_port()),
            "BOARD_MIRROR": self.mirror,
            "EMBEDDED_DURABLE": "no",
        }
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up"], cwd=ROOT, env=environment, stdout=out, stderr=out
            )

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            assert self.process.wait(15) is not None
            self.process = None

    def victim(self, name: str) -> psutil.Process | None:
        """The process to kill: the parent of its kind, among those that belong to this data directory."""
        for process in psutil.process_iter(["cmdline", "environ", "ppid"]):
            words = process.info["cmdline"] or []
            at = (process.info["environ"] or {}).get("DATA_DIR", "")
            ours = str(self.folder) in " ".join([*words, at])
            if words and ours and VICTIMS[name](words):
                return process
        return None

    def read(self, query: str) -> list[tuple[object, ...]]:
        at: dict[str, Any] = dict(Places(self.folder, chosen=True).database_settings)
        with psycopg.connect(host=at["HOST"], port=at["PORT"] or None, user=at["USER"], dbname=at["NAME"]) as connected:
            return connected.execute(query.encode()).fetchall()

    def count(self, query: str) -> int:
        try:
            return int(str(self.read(query)[0][0]))
        except psycopg.Error:
            return 0


@pytest.fixture
def site(boards: Server) -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="elsewhere-kill-", dir="/tmp", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o711)
        running = Site(folder, boards.url)
        try:
            yield running
        finally:
            running.stop()


@pytest.mark.parametrize("names", [["scheduler", "indexer", "valkey"], ["worker"], ["postgres"]], ids=" ".join)
def test_a_kill_in_the_middle_loses_and_doubles_nothing(
    site: Site, expected: set[tuple[str, str]], names: list[str]
) -> None:
    site.start()
    until(lambda: site.count(f"SELECT count(*) {KEPT}") > 500, STARTED_IN, site.log)
    for name in names:
        victim = site.victim(name)
        assert victim is not None, name
        victim.send_signal(signal.SIGKILL)
    killed_at = site.count(f"SELECT count(*) {KEPT}")
    assert killed_at < len(expected)
    time.sleep(1)
    site.stop()
    site.start()
    until(lambda: site.count(DONE) == len(READ_WHOLE), 4 * STARTED_IN, site.log)
    kept = site.read(f"SELECT s.board, p.external_id {KEPT}")
    assert len(kept) == len(expected)
    assert {(str(board), str(external_id)) for board, external_id in kept} == expected
    assert site.count("SELECT count(*) FROM listings_posting WHERE closed_at < coalesce(expires_at, 'infinity')") == 0
    assert site.count("SELECT count(*) FROM listings_listing WHERE leading_id IS NULL") == 0
