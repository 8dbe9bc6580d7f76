"""Xapian, by the bindings for the system's Python (Debian: python3-xapian)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.search.peers.engine import Engine
from tests.benchmarks.search.peers.questions import Question, Row

PYTHON = "/usr/bin/python3"
PROGRAM = Path(__file__).with_name("xapian_program.py")


class Xapian(Engine):
    name = "xapian"

    @classmethod
    def is_installed(cls) -> bool:
        if not Path(PYTHON).exists():
            return False
        return subprocess.run([PYTHON, "-c", "import xapian"], capture_output=True, check=False).returncode == 0

    def command(self, folder: str) -> list[str]:
        # Isolated: beside the program stands a module that has the name of the bindings.
        return [PYTHON, "-I", str(PROGRAM), folder]

    def add(self, rows: Sequence[Row]) -> None:
        self._done({"add": rows})

    def ready(self) -> None:
        self._done({"ready": True})

    def total(self, question: Question) -> int:
        return int(self._done({"ask": question}))

    def _done(self, said: dict[str, Any]) -> Any:
        return json.loads(self.answer(json.dumps(said)))
