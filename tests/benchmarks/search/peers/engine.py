"""An engine in a process of its own, which answers each command with one line."""

from __future__ import annotations

import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Self

from tests.benchmarks.search.peers.questions import Question, Row


class Engine(ABC):
    name: ClassVar[str]

    @classmethod
    @abstractmethod
    def is_installed(cls) -> bool: ...

    @abstractmethod
    def command(self, folder: str) -> list[str]: ...

    @abstractmethod
    def add(self, rows: Sequence[Row]) -> None: ...

    @abstractmethod
    def ready(self) -> None:
        """All rows are there."""

    @abstractmethod
    def total(self, question: Question) -> int:
        """How many match; the first page and every group are found and counted, too."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            self.command(self._folder.name), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()
        self._folder.cleanup()

    @property
    def pid(self) -> int:
        return self._process.pid

    def answer(self, command: str) -> str:
        """ValueError if the process has ended."""
        if self._process.stdin is None or self._process.stdout is None:
            raise ValueError(f"{self.name} has no pipes")
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise ValueError(f"{self.name} ended with {self._process.wait()}")
        return line
