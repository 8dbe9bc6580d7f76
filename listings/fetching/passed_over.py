"""Ads that were not kept, as they are not remote, read again from the snapshots after a new version of the facts."""

from __future__ import annotations

import logging

from django.db.models import QuerySet
from django.utils import timezone

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import BrokenShape
from listings.fetching import leases, snapshots, stored_pages
from listings.ingest.counts import Counts
from listings.ingest.short_ads import ids_with_pages
from listings.ingest.writer import Ingest
from listings.models import Fetch, Posting, Source

log = logging.getLogger(__name__)
MAX_SOURCES = 20


def waiting() -> QuerySet[Source]:
    """Sources whose snapshots an older version of the facts read last."""
    mixed = [board.name for board in BOARDS.values() if not board.remote_only]
    with_snapshots = Source.objects.filter(board__in=mixed, fetches__snapshots__isnull=False).distinct()
    return with_snapshots.filter(passed_over_version__lt=facts.VERSION).order_by("pk")


def read_again(limit: int = MAX_SOURCES) -> int:
    """Read the passed-over ads of at most `limit` sources, without a request. Returns how many sources were read.

    A source that is being fetched waits for the next run.
    """
    return sum(_read_source(source) for source in waiting()[:limit])


def _read_source(source: Source) -> bool:
    lease = leases.lease_source(source)
    if lease is None or not lease.begin():
        return False
    try:
        _write_unknown(source, lease)
    except BrokenShape as error:
        # The board's parser has changed since: the next fetch reads what is there now.
        log.warning("%s: a snapshot cannot be read again: %s", source, error)
    finally:
        lease.release()
    Source.objects.filter(pk=source.pk).update(passed_over_version=facts.VERSION)
    return True


def _write_unknown(source: Source, lease: leases.Lease) -> None:
    """Keep the ads that are remote by now. A Fetch tells of them, if there are any."""
    fetch: Fetch | None = None
    counts, seen_ids = Counts(), set[str]()
    for snapshot, page in stored_pages.read(source, snapshots.newest(source)):
        # What a list refers to is read where its own page is.
        followed = ids_with_pages(page)
        ads = [ad for ad in page.ads if ad.external_id not in followed]
        # Known ads are left alone: an old response proves neither that they are open nor how they read today.
        ids = [ad.external_id for ad in ads]
        known = set(Posting.objects.filter(source=source, external_id__any=ids).values_list("external_id", flat=True))
        unknown = [ad for ad in ads if ad.external_id not in known]
        if not unknown:
            continue
        fetch = fetch or Fetch(source=source, started_at=timezone.now(), outcome=Fetch.Outcome.REREAD)
        # Written as of the day on which the board served them.
        Ingest(source, fetch, snapshot.taken_at, lease.hold, counts, seen_ids).page(unknown)
    if fetch is not None:
        fetch.finished_at = timezone.now()
        fetch.save()
