"""Upkeep beside the fetches."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from listings.models import Change, Fetch, LastResponse, Report

RESPONSES_KEPT_FOR = timedelta(days=60)


def prune(now: datetime) -> None:
    """Delete rows past their retention period."""
    Change.objects.filter(at__lt=now - timedelta(days=settings.CHANGE_DAYS)).delete()
    kept = Q(outcome=Fetch.Outcome.RUNNING) | Q(snapshots__isnull=False)
    Fetch.objects.filter(started_at__lt=now - timedelta(days=settings.FETCH_DAYS)).exclude(kept).delete()
    Report.objects.filter(decided_at__lt=now - timedelta(days=settings.FETCH_DAYS)).delete()
    # Of detail pages only. A list's row must stay: without it a 304 could not be understood.
    LastResponse.objects.filter(answered_at__lt=now - RESPONSES_KEPT_FOR, external_id__gt="").delete()
