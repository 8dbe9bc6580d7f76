"""Fixtures that make the search see, or miss, what a test has made."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

from listings.search.index.indexer import Indexer
from tests.forks import start_copy

Reindex = Callable[[], None]
PATIENCE = 120.0
"""Seconds to wait for what takes a moment on an idle machine, and may take long on a busy one."""


@pytest.fixture
def reindex(settings: Settings, tmp_path: Path) -> Reindex:
    """Call it after making listings, and the search finds exactly what is open then."""
    versions = count()

    def rebuild() -> None:
        # A folder of its own each time: readers look for changes in theirs twice a second only.
        settings.INDEX_DIR = tmp_path / f"index-{next(versions)}"
        with Indexer(settings.INDEX_DIR) as indexer:
            indexer.rebuild()

    return rebuild


@pytest.fixture(scope="module")
def shared_index(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Path]:
    """The index of what the test module's `make_jobs` makes, once for all its tests: each would spend half a second.

    The transactions of the tests lie within this one, so that what they change is taken back as usual. The jobs are
    there for every later test of the module, even one that does not use this fixture: it belongs in another module.
    """
    folder = tmp_path_factory.mktemp("index")
    with django_db_blocker.unblock(), transaction.atomic():
        request.module.make_jobs()
        with Indexer(folder) as indexer:
            indexer.rebuild()
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def jobs(shared_index: Path, settings: Settings, db: None) -> None:
    """The jobs that `make_jobs` of the test module makes, for tests that leave the index as it is."""
    settings.INDEX_DIR = shared_index


@pytest.fixture
def no_index(settings: Settings, tmp_path: Path) -> None:
    """The index is gone, and being rebuilt."""
    settings.INDEX_DIR = tmp_path / "no index"


@contextmanager
def indexing(folder: Path) -> Iterator[BaseProcess]:
    """An indexer in a process of its own, killed at the end.

    Forked, because starting Django anew takes seconds: `manage.py indexer` itself is started where it is tested.
    """
    process = start_copy(_follow, folder)
    try:
        yield process
    finally:
        process.kill()
        process.join()


def _follow(folder: Path) -> None:
    with Indexer(folder) as indexer:
        indexer.follow(threading.Event())
