"""How many rows with long texts are in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Sized

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from listings.ingest import backfill
from listings.lifecycle import match_keys
from listings.models import Listing, Posting, text_chunks
from listings.search.index.rows import open_rows
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
# In bytes, and which of them are read together.
LENGTHS = (10, 90, 60, 250, 20, 80)
CHUNKS = ((0, 1), (2,), (3,), (4, 5))


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[Listing]:
    monkeypatch.setattr(text_chunks, "MAX_BYTES", 100)
    # On a busy machine the first ad alone may take as long as a batch may.
    for module in (backfill, match_keys):
        monkeypatch.setattr(module, "READ_SECONDS", 3_600)
    listings = [listing_with(f"Baker {number}", html="é" * (length // 2)) for number, length in enumerate(LENGTHS)]
    Posting.objects.update(facts_version=0)
    return listings


def test_texts_of_a_chunk_are_bounded_together(endless: list[Listing]) -> None:
    pks = [listing.pk for listing in endless]
    chunks = list(text_chunks.id_chunks(Listing.objects.order_by("pk"), "leading__html"))
    assert chunks == [[pks[number] for number in chunk] for chunk in CHUNKS]


@pytest.mark.parametrize(
    "read",
    [
        lambda: list(open_rows()),
        lambda: match_keys._compute(match_keys.stale()),
        backfill._read_batch,
    ],
)
def test_index_and_backfills_read_by_chunks(endless: list[Listing], read: Callable[[], Sized]) -> None:
    with CaptureQueriesContext(connection) as captured:
        assert len(read()) == len(endless)
    statements = [query["sql"] for query in captured]
    assert len([sql for sql in statements if '"html"' in sql and "octet_length" not in sql]) == len(CHUNKS)
