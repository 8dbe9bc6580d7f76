"""Upkeep beside the fetches."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber

from listings.models import Change, Fetch, LastResponse, LedgerRow, Report

RESPONSES_KEPT_FOR = timedelta(days=60)


def prune(now: datetime) -> None:
    """Delete rows past their retention period."""
    Change.objects.filter(at__lt=now - timedelta(days=settings.CHANGE_DAYS)).delete()
    kept = Q(outcome=Fetch.Outcome.RUNNING) | Q(snapshots__isnull=False)
    Fetch.objects.filter(started_at__lt=now - timedelta(days=settings.FETCH_DAYS)).exclude(kept).delete()
    Report.objects.filter(decided_at__lt=now - timedelta(days=settings.FETCH_DAYS)).delete()
    # Of detail pages only. A list's row must stay: without it a 304 could not be understood.
    LastResponse.objects.filter(answered_at__lt=now - RESPONSES_KEPT_FOR, external_id__gt="").delete()
    _prune_histories()


def _prune_histories() -> None:
    """Keep the newest rows of each listing."""
    counted = LedgerRow.objects.order_by().values("listing").annotate(rows=Count("pk"))
    long = counted.filter(rows__gt=LedgerRow.MAX_ROWS).values_list("listing", flat=True)
    age = Window(RowNumber(), partition_by=F("listing"), order_by=[F("at").desc(), F("pk").desc()])
    numbered = LedgerRow.objects.order_by().filter(listing__in=list(long)).annotate(age=age)
    LedgerRow.objects.filter(pk__in=numbered.filter(age__gt=LedgerRow.MAX_ROWS).values("pk")).delete()
