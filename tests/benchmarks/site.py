"""The whole site in a process of its own with its sample jobs, for tools that look at it as a reader's browser does."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS = 180
SETTLED = 300
"""So many sample jobs are enough to look at."""


@contextmanager
def running_site(folder: Path, **variables: str) -> Iterator[str]:
    """Its address, once it shows sample jobs; what it keeps is in `folder`. Raises TimeoutError where it does not.

    `variables`: further settings.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.mkdir(parents=True, exist_ok=True)
    # Where root starts it, the database runs as somebody else, who must reach it.
    folder.chmod(0o755)
    # No board is to be asked for what a tool looks at: nothing listens there.
    settings = {"BOARD_MIRROR": "http://127.0.0.1:1"}
    # One client may not do as much as a tool does.
    settings |= {
        "DATA_DIR": str(folder),
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
        "CLIENT_SHARE": "0",
    }
    settings |= variables
    kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "VALKEY_URL")}
    with (folder / "site.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "up"], cwd=ROOT, env={**kept, **settings}, stdout=log, stderr=log
        )
        try:
            yield ready(f"http://localhost:{port}", process, folder / "site.log")
        finally:
            process.terminate()
            process.wait(60)


def ready(address: str, process: subprocess.Popen[bytes], log: Path) -> str:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            found = requests.get(f"{address}/jobs.json", timeout=5)
            pages = requests.get(f"{address}/jobs/?page={SETTLED // 20}", timeout=5, allow_redirects=False)
            if found.ok and pages.status_code == 200:
                return address
        except requests.RequestException:
            pass  # It is still starting; the time that it may take is bounded.
        time.sleep(1)
    raise TimeoutError(f"The site shows no sample jobs. The end of its log:\n{log.read_text()[-2000:]}")


@contextmanager
def chromium() -> Iterator[Browser]:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise SystemExit("Chromium is missing: apt-get install chromium")
    switches = ["--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=switches + (["--no-sandbox"] if os.geteuid() == 0 else [])
        )
        yield browser
        browser.close()
