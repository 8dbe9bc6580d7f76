"""What `make` reports if something is missing. Its own exit code is 2, whatever fails."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
NO_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\n'
TOO_OLD = "#!/bin/sh\nexit 1\n"


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "requirements.lock").touch()
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run(
        ["make", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (None, "is missing: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)."),
        (TOO_OLD, "is too old: Python 3.11 or newer is needed. Choose one, as in make run PYTHON=python3.12."),
        (
            NO_VENV,
            "cannot make a virtual environment: install its package venv (Debian: apt-get install python3-venv).",
        ),
    ],
)
def test_a_missing_python_is_one_sentence(folder: Path, script: str | None, sentence: str) -> None:
    python = folder / "python"
    if script is not None:
        python.write_text(script)
        python.chmod(0o755)
    done = make(folder, "run", f"PYTHON={python}")
    assert done.returncode != 0
    assert done.stderr.splitlines()[0] == f"{python} {sentence}"
    assert not (folder / ".venv").exists()


@pytest.mark.skipif(Path("/Applications").exists(), reason="make finds Chrome on a Mac")
def test_a_missing_browser_fails_with_the_line_that_installs_it(folder: Path) -> None:
    for program in ("sh", "id", "printf"):
        (folder / program).symlink_to(shutil.which(program) or program)
    fails = make(folder, "browser", "BROWSERS=no-such-browser", f"SHELL={folder}/sh", f"PATH={folder}")
    assert fails.returncode != 0
    assert "apt-get install -y --no-install-recommends chromium" in fails.stderr
    assert make(folder, "browser", "BROWSERS=no-such-browser", "BROWSER=0").returncode == 0
    assert make(folder, "browser", "BROWSERS=sh").returncode == 0


def test_help_names_the_targets() -> None:
    done = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = [line.split()[1] for line in done.stdout.splitlines()]
    assert targets == [
        "help",
        "run",
        "test",
        "lint",
        "facts",
        "bench",
        "relevance",
        "loading",
        "screenshots",
        "soak",
        "audit",
        "admin",
        "lock",
    ]
