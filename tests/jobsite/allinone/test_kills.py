"""Any process may be killed in the middle of a round: the site ends up with what it would have had anyway."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import requests
from celery import Celery

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.samples.server import Server, serve
from tests.jobsite.allinone.site import new_site
from tests.jobsite.allinone.site_database import SiteDatabase
from tests.processes import until

# Each of the boards below has two batches of them, so that a kill after the first one interrupts it.
ADS = 1_200
# These list all their ads at once, so one undisturbed fetch of each brings everything.
COMPLETE_BOARDS = ("remotive", "weworkremotely")
POSTINGS = f"""
    FROM listings_posting p JOIN listings_source s ON s.id = p.source_id WHERE s.board IN {COMPLETE_BOARDS}
"""
COUNT = f"SELECT count(*) {POSTINGS}"
FETCHED = f"""
    SELECT count(DISTINCT s.board) FROM listings_fetch f JOIN listings_source s ON s.id = f.source_id
    WHERE f.outcome IN ('ok', 'unchanged') AND f.started_at > %s AND s.board IN {COMPLETE_BOARDS}
"""
# One group after the other, each further into the round.
KILLS = (["worker"], ["postgres", "scheduler", "indexer", "valkey"])


@pytest.fixture(scope="module")
def boards() -> Iterator[Server]:
    with serve(ads=ADS) as server:
        server.set_clock(datetime.now(UTC))
        yield server


@pytest.fixture(scope="module")
def expected(boards: Server) -> set[tuple[str, str]]:
    """What an undisturbed round brings, read from the boards themselves."""
    ads: set[tuple[str, str]] = set()
    for name in COMPLETE_BOARDS:
        for request in BOARDS[name].start({}, None):
            body = requests.get(f"{boards.url}/{request.url.removeprefix('https://')}", timeout=300).content
            ads |= {(name, ad.external_id) for ad in BOARDS[name].parse(Response(Request("-"), body)).ads}
    return ads


class Database(SiteDatabase):
    """With what this test changes in it."""

    def now(self) -> datetime:
        moment: datetime = self.rows("SELECT clock_timestamp()")[0][0]
        return moment

    def leave_out_other_boards(self) -> None:
        """Boards that this test does not compare only cost time."""
        self.rows(f"UPDATE listings_source SET enabled = false WHERE board NOT IN {COMPLETE_BOARDS}")

    def make_due(self) -> None:
        """As if time had passed: a fetch that noticed the kill has put its source off by a minute or more."""
        self.rows("UPDATE listings_source SET next_fetch_at = now() WHERE lease_token IS NULL")
        broker = self.paths.valkey_url.replace("unix://", "redis+socket://").replace("?db=", "?virtual_host=")
        Celery(broker=broker).send_task("listings.queue_due")


@pytest.mark.slow
def test_kills_in_the_middle_lose_and_double_nothing(boards: Server, expected: set[tuple[str, str]]) -> None:
    with new_site(BOARD_MIRROR=boards.url, STATIC_HASHED="no") as site:
        database = Database(site)
        site.start()
        # The first fetches are queued seconds after the sources are made.
        until(lambda: database.count("SELECT count(*) FROM listings_source") > 0, 600, site.log)
        database.leave_out_other_boards()
        stored = interrupted = 0
        for parts in KILLS:
            if stored < len(expected):
                until(lambda: database.count(COUNT) > stored, 600, site.log)  # noqa: B023 - called at once
            for part in parts:
                site.kill(part)
            site.stop()
            site.start()
            site.wait_for("Elsewhere is running at")
            restarted_at = database.now()
            stored = database.count(COUNT)
            assert stored > 0
            database.leave_out_other_boards()
            interrupted += stored < len(expected)
            database.make_due()
        # An idle machine may have stored everything before the last kills, which then hit the reading of known ads.
        assert interrupted
        until(lambda: database.count(FETCHED, restarted_at) == len(COMPLETE_BOARDS), 600, site.log)
        postings = database.rows(f"SELECT s.board, p.external_id {POSTINGS}")
        assert len(postings) == len(expected)
        assert set(postings) == expected
        closed = "SELECT count(*) FROM listings_posting WHERE closed_at < coalesce(expires_at, 'infinity')"
        assert database.rows(closed) == [(0,)]
        assert database.rows("SELECT count(*) FROM listings_listing WHERE leading_id IS NULL") == [(0,)]
