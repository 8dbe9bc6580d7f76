"""A full round over all kinds of sources at once: nothing twice, nothing lost, and nothing new the second time."""

from __future__ import annotations

from datetime import UTC, datetime
from html import unescape

import pytest
from django.db.models import Count
from django.test import Client
from pytest_django import Settings

from listings.boards import BOARDS
from listings.models import Listing, Posting, Source
from listings.samples.server import serve
from tests.benchmarks.round import fetch, run_rounds, table

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ADS = 500
"""Of the first three boards; all twenty-five sources show some twelve hundred."""


@pytest.mark.slow
def test_a_round_over_every_kind_of_source_adds_up(settings: Settings, client: Client) -> None:
    with serve(ads=ADS) as server:
        settings.BOARD_MIRROR = server.url
        report = run_rounds(server)
    shown = "\n".join(table(report))
    assert report.problems == [], shown
    assert len(report.first) >= 20
    assert sum(done.seen for done in report.first) >= 1000, shown
    read = {done.source.board for done in report.first}
    assert {board.name for board in BOARDS.values() if board.status == "live"} <= read
    boards_of = Listing.objects.open().annotate(boards=Count("postings__source__board", distinct=True))
    assert boards_of.filter(boards__gte=3).exists(), "some vacancies are on three boards or more"
    assert Posting.objects.filter(facts__workplace="hybrid").exists()
    assert not Posting.objects.filter(closed_at=None, facts__workplace="onsite").exists()
    # A made-up vacancy of four boards is one card.
    merged = boards_of.order_by("-boards", "pk").first()
    assert merged is not None
    page = client.get(merged.get_absolute_url())
    assert page.status_code == 200
    for posting in merged.postings.select_related("source"):
        assert posting.source.publisher in unescape(page.content.decode())


def test_what_is_not_remote_is_read_once_and_counted_each_time(settings: Settings, client: Client) -> None:
    with serve(ads=100) as server:
        settings.BOARD_MIRROR = server.url
        server.set_clock(NOON)
        source = Source.objects.create(name="general", board="arbeitnow")
        first = fetch(source)
        source.last_responses.all().delete()
        again = fetch(source)
    assert first.not_remote == again.not_remote > 0
    assert again.same == first.new > 0
    assert Posting.objects.filter(source=source).count() == first.new
