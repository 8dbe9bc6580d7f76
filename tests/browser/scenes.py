"""Rows and an index that many tests look at: made once for each module, put back after a test that changed them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from jobsite import guide_boards
from listings.search.index.indexer import Indexer
from listings.web import context_processors

Make = Callable[[], None]
"""Makes rows in an empty database."""

# Written by migrations, changed by no test.
CONSTANT_TABLES = {ContentType._meta.db_table, Permission._meta.db_table}


@dataclass(frozen=True, slots=True)
class Scene:
    """A copy of every table that has rows, and the index of them."""

    tables: dict[str, bytes]
    index_dir: Path


class Scenes:
    """Of one module. The database holds the rows of the last that was shown, and what the tests since have changed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scenes: dict[Make, Scene] = {}
        self.shown: Make | None = None
        self.transaction_id = 0

    def show(self, make: Make) -> Path:
        """The database holds what `make` makes, and nothing else. Returns the folder of the index."""
        if make is not self.shown or self.are_rows_changed():
            self.clear()
            if make in self.scenes:
                restore(self.scenes[make].tables)
            else:
                make()
                self.scenes[make] = Scene(copies(), self._index())
            self.shown, self.transaction_id = make, next_transaction_id()
        return self.scenes[make].index_dir

    def are_rows_changed(self) -> bool:
        return next_transaction_id() != self.transaction_id

    def clear(self) -> None:
        context_processors.forget()
        guide_boards.forget()
        self.shown = None
        # Truncating would take fifty times as long: it makes new files for every table and its indexes.
        with connection.cursor() as cursor:
            cursor.execute(";".join(f'DELETE FROM "{table}"' for table in changing_tables()))

    def _index(self) -> Path:
        folder = self.folder / f"index-{len(self.scenes)}"
        with Indexer(folder) as indexer:
            indexer.rebuild()
        return folder


def next_transaction_id() -> int:
    """Only transactions that write count."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        number: int = cursor.fetchone()[0]
    return number


def changing_tables() -> list[str]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(tables) - CONSTANT_TABLES)


def copies() -> dict[str, bytes]:
    tables = {}
    with connection.cursor() as cursor:
        for table in changing_tables():
            with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                tables[table] = b"".join(rows)
    return {table: rows for table, rows in tables.items() if rows}


def restore(tables: dict[str, bytes]) -> None:
    # In one transaction the order of the tables does not matter: foreign keys are checked at its end.
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in tables.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN') as into:
                into.write(rows)


@contextmanager
def scenes_of_module(folder: Path) -> Iterator[Scenes]:
    scenes = Scenes(folder)
    yield scenes
    scenes.clear()
