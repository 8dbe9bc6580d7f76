"""How the tables are emptied after a test that commits.

Django truncates them all, which writes a new file for every table and index, and then makes its content types and
permissions anew: most of a second, for some dozens of rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.management.commands import flush
from django.db.backends.postgresql.operations import DatabaseOperations

KEPT = {"django_content_type", "auth_permission"}
"""They are the same after each test."""


def delete_rows(
    self: DatabaseOperations, style: Any, tables: list[str], *, reset_sequences: bool = False, **options: Any
) -> list[str]:
    """Takes the place of `sql_flush`. In any order: Django's constraints are checked at the end of the transaction."""
    assert not reset_sequences, "TRUNCATE … RESTART IDENTITY would do it"
    return ["; ".join(f"DELETE FROM {self.quote_name(table)}" for table in tables if table not in KEPT)]


@contextmanager
def quickly_emptied_tables() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", delete_rows)
        patch.setattr(flush, "emit_post_migrate_signal", lambda *arguments, **options: None)
        yield
