"""Many rows written at once by COPY: a third of what INSERT costs, where rows arrive by the hundred thousand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model
from django.db.models.expressions import DatabaseDefault


def next_ids(model: type[Model], count: int) -> list[int]:
    """Ids that nobody else is given, so that rows can name each other before they are written."""
    sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(sequence, [model._meta.db_table, count])
        return [found for (found,) in cursor.fetchall()]


def copy_rows(rows: Sequence[Model]) -> None:
    """Within a transaction. What the first row leaves to the database, an id or a default, all leave to it."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [one for one in meta.concrete_fields if not _left_to_database(getattr(rows[0], one.attname), one)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(one.column)) for one in fields)
    with connection.cursor() as cursor, cursor.copy(f"COPY {quote(meta.db_table)} ({columns}) FROM STDIN") as writer:
        for values in _values(rows, fields):
            writer.write_row(values)
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _left_to_database(value: object, field: Field[Any, Any]) -> bool:
    return isinstance(value, DatabaseDefault) or (value is None and field.primary_key)


def _values(rows: Sequence[Model], fields: Sequence[Field[Any, Any]]) -> Iterator[list[Any]]:
    prepared = [(one.attname, one.get_db_prep_save) for one in fields]
    for row in rows:
        yield [prepare(getattr(row, name), connection) for name, prepare in prepared]
