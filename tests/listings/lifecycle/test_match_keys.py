"""Match keys made again for kept ads, while fetches write."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from django.db import connection

from listings.boards.base import Ad
from listings.dedup.features import MatchFeatures, match_features
from listings.lifecycle import match_keys, recluster
from listings.models import MatchKey, Posting
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
ALL = 50_000


@pytest.fixture
def unread() -> None:
    for number in range(3):
        listing_with(f"Baker {number}", html="<p>Fully remote. You bake bread.</p>")


@pytest.mark.usefixtures("unread")
def test_no_text_is_compared_while_others_wait_for_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    in_transaction = []
    before = len(connection.savepoint_ids)

    def noting(ad: Ad, folded_text: str) -> MatchFeatures:
        in_transaction.append(len(connection.savepoint_ids) > before)
        return match_features(ad, folded_text)

    monkeypatch.setattr(match_keys, "match_features", noting)
    recluster.recluster()
    assert in_transaction == [False] * 3
    assert MatchKey.objects.count() == 3
    assert not match_keys.stale().exists()


@pytest.mark.usefixtures("unread")
def test_slow_ads_are_stored_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match_keys, "READ_SECONDS", -1)
    stored = []
    store = match_keys._store

    def noting(computed: Mapping[int, match_keys.ComputedKey]) -> None:
        stored.append(len(computed))
        store(computed)

    monkeypatch.setattr(match_keys, "_store", noting)
    assert match_keys.update(match_keys.missing(), ALL) == 3
    assert stored == [1, 1, 1]
    assert not match_keys.missing().exists()


@pytest.mark.usefixtures("unread")
def test_what_a_fetch_has_changed_meanwhile_is_left_to_the_next_batch() -> None:
    computed = match_keys._compute(match_keys.stale())
    changed = Posting.objects.order_by("pk")[0]
    Posting.objects.filter(pk=changed.pk).update(content_hash=b"other")
    match_keys._store(computed)
    assert list(match_keys.stale()) == [changed]
