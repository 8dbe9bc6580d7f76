"""Change read in commit order, and the database it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from listings.search.index.index_versions import Cursor
from listings.search.index.schema import edition

AT_A_TIME = 5000
MOST_UNSETTLED = 100_000
END_OF_TRANSACTION = 2**63 - 1

# Rows with an xid from the future came with a restored dump, from another cluster's count; a rebuild has read them.
UNREAD = """
SELECT xid, id, listing_id, xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
FROM listings_change
WHERE (xid, id) > (%s, %s) AND xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
ORDER BY xid, id LIMIT %s
"""
WAITING = """
SELECT EXISTS (
    SELECT FROM listings_change
    WHERE (xid, id) > (%s, %s) AND xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    AND at < clock_timestamp() - make_interval(secs => %s)
)
"""
# The table's own oid differs after a restore into the same database.
IDENTITY = """
SELECT s.system_identifier || '/' || d.oid || '/' || 'listings_change'::regclass::oid || '/' || c.timeline_id
FROM pg_control_system() s, pg_control_checkpoint() c, pg_database d WHERE d.datname = current_database()
"""


@dataclass(frozen=True, slots=True)
class Unread:
    """`settled`: no transaction that is still open can come before it, so the cursor may pass it."""

    xid: int
    id: int
    listing_id: int
    settled: bool


def unread(cursor: Cursor, *, most: int = AT_A_TIME) -> list[Unread]:
    """Every visible change after the cursor, oldest transaction first; more where open transactions hold it back."""
    rows = _rows(cursor, most)
    if len(rows) == most and not rows[-1].settled:
        rows = _rows(cursor, MOST_UNSETTLED)
    return rows


def _rows(cursor: Cursor, most: int) -> list[Unread]:
    with connection.cursor() as sql:
        sql.execute(UNREAD, [cursor.xid, cursor.id, most])
        return [Unread(*row) for row in sql.fetchall()]


def waiting(cursor: Cursor, seconds: float) -> bool:
    """Has any change after the cursor waited for longer?"""
    with connection.cursor() as sql:
        sql.execute(WAITING, [cursor.xid, cursor.id, seconds])
        return bool(sql.fetchone()[0])


def same_but_for_timeline(one: str, other: str) -> bool:
    """True after a failover: nearly the same listings, where any other difference means quite another database."""
    return one.rpartition("/")[0] == other.rpartition("/")[0]


def database() -> str:
    """Names this database as long as its history is one: a restored or another one differs."""
    with connection.cursor() as sql:
        sql.execute(IDENTITY)
        return str(sql.fetchone()[0])


def start() -> Cursor:
    """Before every change that a scan begun now could miss."""
    with connection.cursor() as sql:
        sql.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        xmin = int(sql.fetchone()[0])
    return Cursor(edition(), database(), xmin - 1, END_OF_TRANSACTION)
