"""Snapshots read again: after a parser was mended, or because an admin accepts an odd fetch."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext

from django.db import transaction
from django.utils import timezone

from listings.boards.base import BrokenShape, Page, Rejected
from listings.fetching import leases, snapshots
from listings.ingest.writer import Ingest
from listings.lifecycle.refused import Refused
from listings.models import Fetch, LedgerRow, Snapshot, Source


def replay(source: Source, *, apply: bool) -> tuple[Fetch, list[LedgerRow]]:
    """Parses the newest kept snapshots again. Returns the counts and what changes; without `apply` nothing is kept."""
    lease = leases.lease_source(source)
    if lease is None or not lease.begin():
        raise Refused(f"A fetch of {source} is under way.")
    try:
        kept = list(snapshots.newest(source))
        if not kept:
            raise Refused(f"No snapshot of {source} is kept yet.")
        fetch = Fetch(source=source, started_at=timezone.now(), outcome=Fetch.Outcome.DRY_RUN)
        newest_row = LedgerRow.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with nullcontext() if apply else transaction.atomic():
            read(kept, Ingest(source, fetch, kept[-1].taken_at, lease.hold))
            rows = list(LedgerRow.objects.filter(pk__gt=newest_row).select_related("listing")[:1000])
            fetch.outcome = Fetch.Outcome.OK
            fetch.finished_at = timezone.now()
            fetch.save()
            if not apply:
                transaction.set_rollback(True)
    finally:
        lease.release()
    return fetch, rows


def accept(fetch: Fetch) -> None:
    """Writes what a quarantined fetch read. It closes nothing. Raises Refused while another fetch runs."""
    source = fetch.source
    lease = leases.lease_source(source)
    if lease is None or not lease.begin():
        raise Refused(f"A fetch of {source} is under way.")
    try:
        fetch.refresh_from_db()
        if fetch.outcome != Fetch.Outcome.QUARANTINED:
            return
        try:
            read(fetch.snapshots.all(), Ingest(source, fetch, fetch.started_at, lease.hold))
        except BrokenShape as error:
            fetch.error = f"It cannot be read: {error}"
        else:
            fetch.outcome, fetch.complete = Fetch.Outcome.ACCEPTED, True
            Source.objects.filter(pk=source.pk).update(failures=0, last_error="", last_ok_at=fetch.started_at)
        fetch.save()
    finally:
        lease.release()


def read(kept: Iterable[Snapshot], ingest: Ingest) -> None:
    """Parses and writes; a page of one ad that broke is a rejected record, as in a fetch. Raises BrokenShape."""
    for snapshot in kept:
        response = snapshots.response(snapshot)
        try:
            page = ingest.source.board_config.parse(response)
        except BrokenShape as error:
            if not response.request.external_id:
                raise
            page = Page(rejected=[Rejected(response.request.url, str(error))])
        ingest.page(page.ads, page.rejected, page.present)
