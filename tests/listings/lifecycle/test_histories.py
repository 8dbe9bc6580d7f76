"""What is kept of a listing's changes is bounded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from listings.boards.base import Ad
from listings.lifecycle import maintenance
from listings.lifecycle.change_log import differences, ledger_rows
from listings.models import LedgerRow, Listing
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def add_rows(listing: Listing, count: int) -> None:
    now = timezone.now()
    LedgerRow.objects.bulk_create(
        LedgerRow(listing=listing, field="salary", old="", new=str(number), at=now - timedelta(days=number))
        for number in range(count)
    )


def test_the_newest_rows_of_each_listing_are_kept() -> None:
    changing, quiet = listing_with("Baker"), listing_with("Miller")
    add_rows(changing, LedgerRow.MAX_ROWS + 30)
    add_rows(quiet, LedgerRow.MAX_ROWS)
    maintenance.prune(timezone.now())
    for listing in (changing, quiet):
        assert [row.new for row in listing.ledger.all()] == [str(number) for number in range(LedgerRow.MAX_ROWS)]


def test_the_beginnings_of_both_texts_are_kept() -> None:
    old, new = (
        Ad(external_id="1", url="https://b.example/1", title="Baker", company="Millstone", html=word * 40_000)
        for word in ("old ", "new ")
    )
    (row,) = ledger_rows(1, differences(old, new), timezone.now())
    assert (len(row.old), len(row.new)) == (LedgerRow.MAX_VALUE, LedgerRow.MAX_VALUE)
    assert row.new.startswith("new new")
