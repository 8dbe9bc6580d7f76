from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from listings.search.index import reader
from listings.search.index.indexer import Indexer


@pytest.fixture(autouse=True)
def always_current(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers look for commits and swaps at every search, so that no test has to wait until they do."""
    monkeypatch.setattr(reader, "CHECK_INTERVAL", 0.0)


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.INDEX_DIR = tmp_path / "index"
    return tmp_path / "index"


@pytest.fixture
def indexer(folder: Path) -> Iterator[Indexer]:
    with Indexer(folder) as made:
        yield made
