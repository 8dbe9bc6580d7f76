"""Change rows in commit order, and the identity of the database they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from listings.search.index.index_versions import Cursor
from listings.search.index.schema import edition

BATCH_SIZE = 5000
MAX_UNSETTLED = 100_000
END_OF_TRANSACTION = 2**63 - 1

# Ids alone would skip a transaction that commits late, so the order is that of transactions.
# Rows with an xid from the future came with a restored dump, from another cluster's count; a rebuild has read them.
READ_CHANGES = """
SELECT xid, id, listing_id, xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS is_settled
FROM listings_change
WHERE (xid, id) > (%s, %s) AND xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
ORDER BY xid, id LIMIT %s
"""
HAS_WAITING = """
SELECT EXISTS (
    SELECT FROM listings_change
    WHERE (xid, id) > (%s, %s) AND xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    AND at < clock_timestamp() - make_interval(secs => %s)
)
"""
# The table's own oid differs after a restore into the same database. No view or catalogue is searched for the
# database: on a busy machine these now and then had no row for it.
IDENTITY = """
SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()), current_database(),
    'listings_change'::regclass::oid, (SELECT timeline_id FROM pg_control_checkpoint()))
"""
OLDEST_OPEN_TRANSACTION = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`is_settled`: no open transaction can still commit before it, so the cursor may pass it."""

    xid: int
    id: int
    listing_id: int
    is_settled: bool


def read_changes(cursor: Cursor, *, limit: int = BATCH_SIZE) -> list[ChangeRow]:
    """Visible changes after the cursor, oldest transaction first; more than `limit` if open ones hold it back."""
    rows = _read_changes(cursor, limit)
    if len(rows) == limit and not rows[-1].is_settled:
        # One long transaction must not hide everything committed after it behind a full batch of unsettled rows.
        rows = _read_changes(cursor, MAX_UNSETTLED)
    return rows


def _read_changes(cursor: Cursor, limit: int) -> list[ChangeRow]:
    with connection.cursor() as sql:
        sql.execute(READ_CHANGES, [cursor.xid, cursor.id, limit])
        columns = [column.name for column in sql.description or ()]
        return [ChangeRow(**dict(zip(columns, row, strict=True))) for row in sql.fetchall()]


def has_waiting(cursor: Cursor, seconds: float) -> bool:
    """Has any change after the cursor waited for longer than that?"""
    return bool(_single_value(HAS_WAITING, cursor.xid, cursor.id, seconds))


def differ_in_timeline_only(database: str, other: str) -> bool:
    """True after a failover, which loses few changes; any other difference means another database altogether."""
    return database.rpartition("/")[0] == other.rpartition("/")[0]


def database_identity() -> str:
    """Names this database as long as its history is one: a restored or another one differs."""
    return str(_single_value(IDENTITY))


def new_cursor() -> Cursor:
    """A cursor before every change that a scan begun now could miss."""
    # All transactions before this one have ended, so that a scan begun now sees what they did.
    return Cursor(edition(), database_identity(), int(_single_value(OLDEST_OPEN_TRANSACTION)) - 1, END_OF_TRANSACTION)


def _single_value(statement: str, *values: float) -> Any:
    with connection.cursor() as sql:
        sql.execute(statement, values)
        return sql.fetchone()[0]
