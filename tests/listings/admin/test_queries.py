"""No page asks more of the database, or grows without end, because there are more rows."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from listings.models import (
    Company,
    Fetch,
    LedgerRow,
    Listing,
    Merge,
    Posting,
    Report,
    ReportDecision,
    Snapshot,
    Source,
    Takedown,
)
from tests.examples import few
from tests.listings.admin.conftest import fetch_of
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.django_db
MAX_BYTES = 1_000_000
M = TypeVar("M", bound=Model)


def copies(row: M, count: int, changes: Callable[[int], dict[str, Any]] = lambda number: {}) -> list[M]:
    made = []
    for number in range(count):
        twin = copy.copy(row)
        twin.pk = None
        for name, value in changes(number).items():
            setattr(twin, name, value)
        made.append(twin)
    return type(row)._default_manager.bulk_create(made)


def fill(count: int) -> None:
    """`count` rows of each model; the first of each also gets about `count` rows below it."""
    now = timezone.now()
    mark = str(count)
    source = source_with()
    fetch = source.fetches.order_by("id").first() or fetch_of(source)
    listing = Listing.objects.order_by("id").first() or listing_with()
    posting = posting_with(listing, "remoteco")
    merge = Merge.objects.create(listing=listing, posting=posting, reason="the same", merged_at=now)
    report = listing.reports.order_by("id").first() or Report.objects.create(listing=listing, kind="pay", words="Less.")
    copies(source, count, lambda number: {"name": f"source-{mark}-{number}"})
    copies(fetch, count, lambda number: {"started_at": now - timedelta(minutes=number)})
    snapshot = Snapshot(fetch=fetch, request={}, status=200, body=b"", size=0)
    copies(snapshot, count, lambda number: {"url": f"https://remotive.example/{number}"})
    copies(listing.company, count, lambda number: {"key": f"{mark}-{number}", "slug": f"{mark}-{number}"})
    jobs = copies(listing, count, lambda number: {"title": f"Work {number}"})
    postings = copies(
        posting, count, lambda number: {"external_id": f"{mark}-{number}", "url": f"https://remoteco.example/{number}"}
    )
    copies(merge, count, lambda number: {"posting": postings[number]})
    copies(LedgerRow(listing=listing, field="title", old="a"), count, lambda number: {"new": str(number)})
    copies(report, count, lambda number: {"words": str(number)})
    copies(ReportDecision(report=report, action="dismiss"), count)
    copies(Takedown(kind="listing", reason="scam", at=now), count, lambda number: {"listing": jobs[number]})


def addresses() -> list[str]:
    """Of each model's list and of its first row."""
    first = [model.objects.order_by("id")[0] for model in (Source, Fetch, Listing, Company, Report, Takedown)]
    lists = [f"/admin/listings/{row._meta.model_name}/" for row in first]
    return lists + [f"{address}{row.pk}/change/" for address, row in zip(lists, first, strict=True)]


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == 200
    assert len(response.content) < MAX_BYTES, address
    return len(queries)


@pytest.mark.parametrize("many", few([30, 1_000]))
def test_ten_rows_and_a_thousand_ask_the_same(chief: Client, many: int) -> None:
    fill(10)
    before = {address: queries_of(chief, address) for address in addresses()}
    fill(many)
    assert Posting.objects.filter(listing=Listing.objects.order_by("id")[0]).count() > many
    assert {address: queries_of(chief, address) for address in before} == before


def test_the_ads_of_a_listing_stand_on_pages(chief: Client) -> None:
    fill(60)
    page = f"/admin/listings/listing/{Listing.objects.order_by('id')[0].pk}/change/"
    first, third = (chief.get(page, {"postings-page": number}).content.decode() for number in (1, 3))
    assert (first.count(">Take down…</a>"), third.count(">Take down…</a>")) == (25, 12)
    report = Report.objects.order_by("id")[0].pk
    chosen = chief.post(f"/admin/listings/report/{report}/decide/split/").content.decode()
    assert "The newest 50 of 61 merges." in chosen
    assert chosen.count('type="radio"') == 50
