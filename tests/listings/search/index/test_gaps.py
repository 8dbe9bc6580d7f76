"""Histories that the cursor cannot be followed through."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.db import connection, transaction

from listings.models import Change, Listing
from listings.search.index import index_versions
from listings.search.index.indexer import Indexer
from listings.search.index.verify import compare
from listings.search.query.search import Search
from listings.search.results.find import find
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db(transaction=True)


def new_listing(title: str) -> Listing:
    with transaction.atomic():
        listing = listing_with(title)
        Change.objects.create(listing_id=listing.pk, kind=Change.Kind.NEW)
    return listing


@pytest.fixture
def restored_tables() -> Iterator[None]:
    """As `restore` on another host leaves the database: the same names, other tables, changes of the past only."""
    yield
    with connection.cursor() as sql:
        sql.execute("DROP TABLE listings_change")
        sql.execute("ALTER TABLE replaced RENAME TO listings_change")


def test_tables_restored_by_another_host_are_noticed_while_it_runs(folder: Path, restored_tables: None) -> None:
    with Indexer(folder) as indexer:
        new_listing("Here")
        indexer.step()
        new_listing("There")
        indexer.step()
        with connection.cursor() as sql:
            sql.execute("CREATE TABLE restored (LIKE listings_change INCLUDING ALL)")
            sql.execute("ALTER TABLE listings_change RENAME TO replaced")
            sql.execute("ALTER TABLE restored RENAME TO listings_change")
        Listing.objects.filter(title="There").update(title="As it was in the backup")
        indexer.step()
    assert find(Search(q="backup")).total == 1


def test_an_indexer_that_slept_past_the_kept_changes_builds_anew(folder: Path) -> None:
    new_listing("Here")
    with Indexer(folder) as indexer:
        indexer.step()
    first = index_versions.current(folder)
    new_listing("Missed")
    Change.objects.all().delete()
    slept = (configured.CHANGE_DAYS + 1) * 86_400
    (folder / "heartbeat.json").write_text(json.dumps({"at": time.time() - slept}))
    with Indexer(folder) as indexer:
        indexer.step()
    assert index_versions.current(folder) != first
    assert not compare()
