"""Facts of kept ads that an older version of the code read."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from listings import facts
from listings.boards.base import Ad, Board
from listings.ingest import backfill
from listings.models import Posting
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> None:
    for number in range(3):
        listing_with(f"Baker {number}", html="<p>Fully remote. We pay $50,000 a year.</p>", ad={"facts_version": 1})


def test_no_ad_is_read_while_others_wait_for_the_lock(old: None, monkeypatch: pytest.MonkeyPatch) -> None:
    in_transaction = []
    before = len(connection.savepoint_ids)
    read = facts.read

    def noting(ad: Ad, board: Board) -> dict[str, Any]:
        in_transaction.append(len(connection.savepoint_ids) > before)
        return read(ad, board)

    monkeypatch.setattr(facts, "read", noting)
    assert backfill.update_facts() == 3
    assert in_transaction == [False] * 3
    assert not backfill.stale_facts().exists()
    assert {posting.facts["salary"]["min"] for posting in Posting.objects.all()} == {50_000}


@pytest.mark.usefixtures("old")
def test_slow_ads_are_stored_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backfill, "READ_SECONDS", -1)
    assert backfill.update_facts() == 3
    assert not backfill.stale_facts().exists()


@pytest.mark.usefixtures("old")
def test_what_a_fetch_has_changed_meanwhile_is_left_to_the_next_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = backfill._read_batch()
    changed = Posting.objects.order_by("pk")[0]
    Posting.objects.filter(pk=changed.pk).update(content_hash=b"other")
    backfill._store(readings)
    assert list(backfill.stale_facts()) == [changed]
