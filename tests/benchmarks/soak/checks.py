"""What has to be equal at the end: the database and the boards, the index and the database, the database and itself."""

from __future__ import annotations

import subprocess
import sys
import time

import requests
from django.conf import settings

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Response
from tests.benchmarks.soak.mirror import Mirror
from tests.jobsite.allinone.site import Site
from tests.jobsite.allinone.site_database import SiteDatabase
from tests.sample_boards import tokens

# These list all their ads at once. Of the first, what they no longer show stays open for weeks.
LISTING_BOARDS = ("remotive", "weworkremotely")
# Of the second, it is closed after two looks: employers' hiring systems, each with the options of its source.
CLOSING_BOARDS = {
    system: {"token": tokens(system, 1)[0], "company": "An employer"} for system in ("greenhouse", "lever", "recruitee")
}
PATIENCE_SECONDS = 900
HEALTHY_FETCHES = """
    SELECT s.id, count(f.id) FROM listings_source s LEFT JOIN listings_fetch f
    ON f.source_id = s.id AND f.outcome IN ('ok', 'unchanged', 'accepted') AND f.started_at > %s
    WHERE s.board = ANY(%s) GROUP BY s.id
"""
OPEN_IDS = """
    SELECT p.external_id FROM listings_posting p JOIN listings_source s ON s.id = p.source_id
    WHERE s.board = %s AND p.closed_at IS NULL
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


def settle(database: SiteDatabase) -> None:
    """Return when every complete board has been read twice after the last fault. Raises TimeoutError."""
    since = database.rows("SELECT clock_timestamp()")[0][0]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while waiting := [
        source_id
        for source_id, count in database.rows(HEALTHY_FETCHES, since, [*LISTING_BOARDS, *CLOSING_BOARDS])
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


def add_employers(site: Site) -> None:
    """One source for each of the closing boards."""
    code = f"""
from listings.models import Source
for board, options in {CLOSING_BOARDS!r}.items():
    Source.objects.create(name=board, board=board, options=options)
"""
    manage(site, "shell", "-c", code).check_returncode()


def manage(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(
        command, cwd=settings.BASE_DIR, env=site.environment, capture_output=True, text=True, check=False
    )


def problems(site: Site, mirror: Mirror, database: SiteDatabase) -> list[str]:
    """A sentence each; none if all is equal."""
    differences = [
        f"{count} {name}" for name, query in INCONSISTENCIES.items() if (count := int(database.rows(query)[0][0]))
    ]
    for board in (*LISTING_BOARDS, *CLOSING_BOARDS):
        stored = {row[0] for row in database.rows(OPEN_IDS, board)}
        shown = ids_shown(mirror, board)
        if missing := shown - stored:
            differences.append(f"{board}: {len(missing)} of {len(shown)} ads are missing")
        if board in CLOSING_BOARDS and (extra := stored - shown):
            differences.append(f"{board}: {len(extra)} ads are open that it no longer shows")
    verified = manage(site, "index", "--verify")
    if "hold the same listings" not in verified.stdout:
        differences.append(f"index --verify: {verified.stdout}{verified.stderr}")
    return differences


def ids_shown(mirror: Mirror, name: str) -> set[str]:
    """External ids of the remote jobs on a board now, read by its own parser."""
    # Needs Django, which is only set up once the program runs.
    from listings.lifecycle.closing import is_remote

    options = CLOSING_BOARDS.get(name, {})
    board = BOARDS[name].configured(options)
    ids: set[str] = set()
    for request in board.start(board.checked_options(options), None):
        body = requests.get(f"{mirror.url}/{request.url.removeprefix('https://')}", timeout=60).content
        ads = board.parse(Response(request, body)).ads
        ids |= {ad.external_id for ad in ads if is_remote(facts.read(ad, board)["workplace"], board)}
    return ids
