"""What a rebuild asks of the database."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from listings.search.index.indexer import Indexer
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def test_many_listings_cost_a_rebuild_as_many_queries_as_few(indexer: Indexer) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            listing_with()
        with CaptureQueriesContext(connection) as queries:
            indexer.rebuild()
        counts.append(len(queries))
    assert counts[0] == counts[1]
