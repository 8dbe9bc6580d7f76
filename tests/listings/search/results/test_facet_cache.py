"""Counts are made once for one state of the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from listings.models import Change
from listings.search.index import reader
from listings.search.index.indexer import Indexer
from listings.search.query.search import Search
from listings.search.results.facet_cache import Counts, FacetCache
from listings.search.results.facets import FacetCount
from listings.search.results.find import find
from tests.listings.making import listing_with


def test_a_state_is_counted_once_and_the_oldest_is_forgotten() -> None:
    counted: list[str] = []

    def count(name: str) -> Counts:
        counted.append(name)
        return {"category": [FacetCount(name, name, len(counted))]}

    kept = FacetCache(max_entries=2)
    for name in ("a", "a", "b", "a", "c", "a", "b"):
        assert kept.get(name, lambda name=name: count(name))["category"][0][0] == name  # type: ignore[misc]
    assert counted == ["a", "b", "c", "b"]


@pytest.mark.django_db(transaction=True)
def test_what_comes_later_is_counted(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "CHECK_INTERVAL", 0.0)
    settings.INDEX_DIR = tmp_path / "index"
    with Indexer(settings.INDEX_DIR) as indexer:
        for total in (1, 2, 3):
            with transaction.atomic():
                listing = listing_with(f"Writer {total}", f"Employer {total}", facts={"category": "writing"})
                Change.objects.create(listing_id=listing.pk, kind=Change.Kind.NEW)
            indexer.step()
            for page in (1, 2):
                found = find(Search(q="writer", per_page=1, page=page))
                assert found.total == total
                assert [(value, count) for value, _, count in found.counts["category"]] == [("writing", total)]
