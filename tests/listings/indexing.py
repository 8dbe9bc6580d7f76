"""Fixtures that make the search see, or miss, what a test has made."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from listings.search.index.indexer import Indexer

Reindex = Callable[[], None]


@pytest.fixture
def reindex(settings: Settings, tmp_path: Path) -> Reindex:
    """Call it after making listings, and the search finds exactly what is open then."""
    built = count()

    def rebuild() -> None:
        # A folder of its own each time: readers look for changes in theirs twice a second only.
        settings.INDEX_DIR = tmp_path / f"index-{next(built)}"
        with Indexer(settings.INDEX_DIR) as indexer:
            indexer.rebuild()

    return rebuild


@pytest.fixture
def no_index(settings: Settings, tmp_path: Path) -> None:
    """The index is gone, and being rebuilt."""
    settings.INDEX_DIR = tmp_path / "no index"
