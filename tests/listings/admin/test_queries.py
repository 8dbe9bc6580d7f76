"""No page asks more of the database because it shows more rows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from listings.models import Fetch, LedgerRow, Listing, Merge, Report, ReportDecision, Snapshot, Source, Takedown
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.django_db


def fill(upto: int) -> None:
    """Grows everything to `upto` rows; the first of each model also gets `upto` rows of its own."""
    first = source_with()
    for number in range(Source.objects.count(), upto):
        Source.objects.create(name=f"source-{number}", board="remotive")
    for source in Source.objects.all():
        now = timezone.now()
        Fetch.objects.bulk_create(
            Fetch(
                source=source, outcome="ok", started_at=now - timedelta(hours=number + 1), finished_at=now, seen=number
            )
            for number in range(source.fetches.count(), upto)
        )
    fetch = first.fetches.order_by("id")[0]
    for number in range(fetch.snapshots.count(), upto):
        Snapshot.objects.create(
            fetch=fetch, request={}, url=f"https://remotive.example/{number}", status=200, body=b"", size=0
        )
    for number in range(Listing.objects.count(), upto):
        listing_with(f"Work {number}", f"Employer {number}")
    listing = Listing.objects.order_by("id")[0]
    for number in range(listing.merges.count(), upto):
        posting = posting_with(listing, "remoteco")
        Merge.objects.create(listing=listing, posting=posting, reason="the same", merged_at=timezone.now())
        LedgerRow.objects.create(listing=listing, field="title", old="a", new=str(number))
        Report.objects.create(listing=listing, kind="pay", words=str(number))
        ReportDecision.objects.create(report=Report.objects.order_by("id")[0], action="dismiss")
    for listing in Listing.objects.all()[Takedown.objects.count() : upto]:
        Takedown.objects.create(kind="listing", listing=listing, reason="scam", at=timezone.now())


def asked(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def addresses() -> list[str]:
    """Of each model's list and of its first row."""
    listing = Listing.objects.order_by("id")[0]
    first = {
        "source": source_with().pk,
        "fetch": source_with().fetches.order_by("id")[0].pk,
        "listing": listing.pk,
        "company": listing.company_id,
        "report": Report.objects.order_by("id")[0].pk,
        "takedown": Takedown.objects.order_by("id")[0].pk,
    }
    lists = [f"/admin/listings/{model}/" for model in first]
    return lists + [f"/admin/listings/{model}/{key}/change/" for model, key in first.items()]


def test_five_rows_and_twenty_five_ask_the_same(chief: Client) -> None:
    fill(5)
    few = {address: asked(chief, address) for address in addresses()}
    fill(25)
    assert {address: asked(chief, address) for address in few} == few
