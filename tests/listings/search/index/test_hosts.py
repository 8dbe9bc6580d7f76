"""Several web hosts keep an index each, of one database; an index that grew old is built anew."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django.fixtures import Settings

from listings.models import Change, Listing
from listings.search.index import freshness, index_versions
from listings.search.index.indexer import Indexer
from listings.search.index.verify import compare
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)


def changed(listing: Listing) -> None:
    with transaction.atomic():
        Change.objects.create(listing_id=listing.pk, kind=Change.Kind.CHANGED)


def test_three_hosts_hold_the_same(settings: Settings, tmp_path: Path) -> None:
    folders = [tmp_path / f"host-{number}" for number in range(3)]
    with ExitStack() as stack:
        hosts = [stack.enter_context(Indexer(folder)) for folder in folders]
        for number in range(12):
            listing = listing_with(f"Writer {number}")
            changed(listing)
            # Each host looks when it comes to it.
            hosts[number % 3].step()
            if number % 4 == 0:
                Listing.objects.filter(pk=listing.pk).update(closed_at=timezone.now())
                changed(listing)
        for host in hosts:
            while host.step():
                pass
    for folder in folders:
        settings.INDEX_DIR = folder
        assert find(Search(q="writer")).total == 9
        assert not compare()


def test_an_index_whose_freshness_runs_out_is_built_anew(settings: Settings, tmp_path: Path) -> None:
    settings.INDEX_DIR = tmp_path / "index"
    listing_with("Writer")
    with Indexer(settings.INDEX_DIR) as indexer:
        indexer.step()
        first = indexer.name
        old = f"generation-{time.time_ns() - int((freshness.MAX_INDEX_AGE + 60) * 1e9)}"
        for suffix in ("", ".json"):
            (settings.INDEX_DIR / f"{first}{suffix}").rename(settings.INDEX_DIR / f"{old}{suffix}")
        index_versions.swap(settings.INDEX_DIR, old)
    with Indexer(settings.INDEX_DIR) as indexer:
        indexer.step()
        assert index_versions.current(settings.INDEX_DIR) not in (first, old)
    assert find(Search(q="writer")).total == 1
