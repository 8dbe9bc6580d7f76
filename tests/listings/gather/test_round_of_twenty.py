"""A full round over all kinds of sources at once: nothing twice, nothing lost, and nothing new the second time."""

from __future__ import annotations

import pytest
from django.db.models import Count
from django.test import Client
from django.utils.html import escape
from pytest_django import Settings

from listings.boards import BOARDS
from listings.models import Listing, Posting
from listings.samples.server import serve
from tests.benchmarks.round import keep_books, table

pytestmark = pytest.mark.django_db
ADS = 1000
"""Of the first three boards; all twenty-five sources show some two thousand."""


def test_a_round_over_every_kind_of_source_adds_up(settings: Settings, client: Client) -> None:
    with serve(ads=ADS) as server:
        settings.BOARD_MIRROR = server.url
        books = keep_books(server)
    shown = "\n".join(table(books))
    assert books.wrong == [], shown
    assert len(books.first) >= 20
    assert sum(one.seen for one in books.first) >= 2000, shown
    read = {one.source.board for one in books.first}
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
        assert escape(posting.source.publisher) in page.content.decode()
