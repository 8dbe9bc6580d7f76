"""What has to be equal at the end: the database and the boards, the index and the database, the database and itself."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import Any

import psycopg
import requests
from django.conf import settings

from jobsite.allinone import DataPaths
from listings.boards import BOARDS
from listings.boards.base import Request, Response
from tests.benchmarks.soak.mirror import Mirror
from tests.jobsite.allinone.site import Site

# These list all their ads at once: what they do not show is closed, and nothing else is.
COMPLETE_BOARDS = ("remotive", "weworkremotely")
PATIENCE_SECONDS = 900
HEALTHY_FETCHES = """
    SELECT s.id, count(f.id) FROM listings_source s LEFT JOIN listings_fetch f
    ON f.source_id = s.id AND f.outcome IN ('ok', 'unchanged', 'accepted') AND f.started_at > %s
    WHERE s.board = ANY(%s) GROUP BY s.id
"""
# An ad that is no longer shown is closed after so many.
NEEDED_FETCHES = 2
# Each names what must not be there.
INCONSISTENCIES = {
    "listings without an ad that speaks for them": "SELECT count(*) FROM listings_listing WHERE leading_id IS NULL",
    "listings whose leading ad belongs to another": """
        SELECT count(*) FROM listings_listing l JOIN listings_posting p ON p.id = l.leading_id
        WHERE p.listing_id <> l.id""",
    "open listings without an open ad, or closed ones with one": """
        SELECT count(*) FROM listings_listing l WHERE (l.closed_at IS NULL) <> EXISTS (
            SELECT 1 FROM listings_posting p WHERE p.listing_id = l.id AND p.closed_at IS NULL)""",
    "ads stored twice": """
        SELECT count(*) FROM (
            SELECT 1 FROM listings_posting GROUP BY source_id, external_id HAVING count(*) > 1) AS twice""",
    "titles that are too long": "SELECT count(*) FROM listings_listing WHERE length(title) > 500",
}


class Database:
    """The site's own, from outside."""

    def __init__(self, site: Site) -> None:
        self.paths = DataPaths(site.folder, explicit=True)

    def rows(self, query: str, *parameters: Any) -> list[tuple[Any, ...]]:
        at: dict[str, Any] = dict(self.paths.database_settings)
        with psycopg.connect(
            host=at["HOST"], port=at["PORT"], user=at["USER"], dbname=at["NAME"], autocommit=True
        ) as connection:
            result = connection.execute(query.encode(), parameters)
            return result.fetchall() if result.description else []

    def count(self, query: str, *parameters: Any) -> int:
        """0 while the database is down."""
        try:
            return int(self.rows(query, *parameters)[0][0] or 0)
        except psycopg.Error:
            return 0


def settle(database: Database) -> None:
    """Return when every complete board has been read twice after the last fault. Raises TimeoutError."""
    since = database.rows("SELECT clock_timestamp()")[0][0]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while waiting := [
        source_id
        for source_id, count in database.rows(HEALTHY_FETCHES, since, list(COMPLETE_BOARDS))
        if count < NEEDED_FETCHES
    ]:
        if time.monotonic() > deadline:
            raise TimeoutError(f"Sources {waiting} were not read in {PATIENCE_SECONDS} s.")
        # As if time had passed: a fetch that met a fault has put its source off.
        database.rows(
            "UPDATE listings_source SET next_fetch_at = now(), failures = 0 WHERE id = ANY(%s) AND lease_token IS NULL",
            waiting,
        )
        # The scheduler leases what is due each minute.
        time.sleep(10)


def problems(site: Site, mirror: Mirror, database: Database) -> list[str]:
    """A sentence each; none if all is equal."""
    found = [f"{count} {name}" for name, query in INCONSISTENCIES.items() if (count := int(database.rows(query)[0][0]))]
    for board in COMPLETE_BOARDS:
        stored = database.rows(
            "SELECT p.external_id FROM listings_posting p JOIN listings_source s ON s.id = p.source_id"
            " WHERE s.board = %s AND p.closed_at IS NULL",
            board,
        )
        shown = ids_shown(mirror, board)
        if {row[0] for row in stored} != shown:
            missing, extra = shown - {row[0] for row in stored}, {row[0] for row in stored} - shown
            found.append(f"{board}: {len(missing)} ads are missing, {len(extra)} too many are open")
    verified = subprocess.run(
        [sys.executable, "manage.py", "index", "--verify"],
        cwd=settings.BASE_DIR, env=site.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "hold the same listings" not in verified.stdout:
        found.append(f"index --verify: {verified.stdout}{verified.stderr}")
    return found


def ids_shown(mirror: Mirror, name: str) -> set[str]:
    """External ids on a board now, read by its own parser."""
    ids: set[str] = set()
    for request in BOARDS[name].start({}, None):
        body = requests.get(f"{mirror.url}/{request.url.removeprefix('https://')}", timeout=60).content
        ids |= {ad.external_id for ad in BOARDS[name].parse(Response(Request("-"), body)).ads}
    return ids
