"""Reads snapshots again: after a parser was corrected, or because an admin accepts a quarantined fetch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import islice

from django.db import transaction
from django.utils import timezone

from listings.boards.base import BrokenShape, Page, Rejected, Request
from listings.fetching import deadly_responses, leases, snapshots
from listings.fetching.ad_pages import AdOwners
from listings.fetching.last_responses import LastResponses
from listings.ingest.process_deaths import EndsProcesses
from listings.ingest.short_ads import completed_ads, ids_with_pages
from listings.ingest.writer import BATCH, Ingest
from listings.lifecycle.refused import Refused
from listings.models import Fetch, LedgerRow, Snapshot, Source


def replay(source: Source, *, apply: bool) -> tuple[Fetch, list[LedgerRow]]:
    """Parse the newest snapshots again. Returns a Fetch with its counts, and at most 1,000 changes.

    Without `apply`, everything is rolled back, the Fetch included. Raises Refused and BrokenShape.
    """
    lease = leases.lease_source(source)
    if lease is None or not lease.begin():
        raise Refused(f"A fetch of {source} is under way.")
    try:
        newest = list(snapshots.newest(source))
        if not newest:
            raise Refused(f"There is no snapshot of {source} yet.")
        fetch = Fetch(source=source, started_at=timezone.now(), outcome=Fetch.Outcome.DRY_RUN)
        last_row = LedgerRow.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with nullcontext() if apply else transaction.atomic():
            read(newest, Ingest(source, fetch, newest[-1].taken_at, lease.hold))
            rows = list(LedgerRow.objects.filter(pk__gt=last_row).select_related("listing")[:1000])
            fetch.outcome = Fetch.Outcome.OK
            fetch.finished_at = timezone.now()
            fetch.save()
            if not apply:
                transaction.set_rollback(True)
    finally:
        lease.release()
    return fetch, rows


def accept(fetch: Fetch) -> None:
    """Write the ads of a quarantined fetch. Closes nothing. Raises Refused while another fetch is running."""
    source = fetch.source
    lease = leases.lease_source(source)
    if lease is None or not lease.begin():
        raise Refused(f"A fetch of {source} is under way.")
    try:
        # Only now that the lease is ours: the message may come twice.
        fetch.refresh_from_db()
        if fetch.outcome != Fetch.Outcome.QUARANTINED:
            return
        try:
            read(fetch.snapshots.all(), Ingest(source, fetch, fetch.started_at, lease.hold))
        except BrokenShape as error:
            fetch.error = f"The snapshots cannot be read: {error}."
        else:
            fetch.outcome, fetch.complete = Fetch.Outcome.ACCEPTED, True
            Source.objects.filter(pk=source.pk).update(failures=0, last_error="", last_ok_at=fetch.started_at)
        fetch.save()
    finally:
        lease.release()


def read(rows: Iterable[Snapshot], ingest: Ingest) -> None:
    """Parse and write. Raises BrokenShape for a list; a broken detail page is a rejected record."""
    ads = completed_ads(_pages(rows, ingest))
    while batch := list(islice(ads, BATCH)):
        ingest.page(batch)


def _pages(rows: Iterable[Snapshot], ingest: Ingest) -> Iterator[tuple[Request, Page]]:
    """All but their ads is written here, a page at a time: bodies are large."""
    owners = AdOwners(LastResponses(ingest.source))
    for snapshot in rows:
        response = snapshots.response(snapshot)
        try:
            with deadly_responses.watched(ingest.source, response.request):
                page = ingest.source.board_config.parse(response)
        except (BrokenShape, EndsProcesses) as error:
            if not response.request.external_id:
                raise BrokenShape(str(error)) from error
            page = Page(rejected=[Rejected(response.request.url, str(error))])
        if response.request.external_id:
            page = owners.of_its_own(response.request, page)
        else:
            owners.add_list([*page.present, *(ad.external_id for ad in page.ads), *ids_with_pages(page)])
        ingest.page([], page.rejected, page.present)
        yield response.request, page
