"""Updates many rows by one prepared statement: Django's bulk_update builds a CASE for each value, under the lock."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import Model
from psycopg import sql


def update_rows(rows: Sequence[Model], names: Sequence[str]) -> None:
    """Save these fields of rows of one model, within the current transaction."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [field for field in meta.concrete_fields if field.name in names]
    columns = sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(str(field.column))) for field in fields)
    key = meta.pk
    converters = [(field.attname, field.get_db_prep_save) for field in [*fields, key]]
    values = [[convert(getattr(row, name), connection) for name, convert in converters] for row in rows]
    names_of = sql.Identifier(meta.db_table), columns, sql.Identifier(str(key.column))
    statement = sql.SQL("UPDATE {} SET {} WHERE {} = %s").format(*names_of).as_string()
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
