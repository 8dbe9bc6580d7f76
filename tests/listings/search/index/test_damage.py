"""The cases of damage, in a process of their own."""

from __future__ import annotations

import subprocess
import sys

from tests.processes import ROOT


def test_every_damage_is_noticed_and_mended() -> None:
    """Files that are mapped lose their end: should one be read nevertheless, the kernel ends the whole process."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "tests/listings/search/index/damage_cases.py",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
