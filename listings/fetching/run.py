"""One fetch of one source from end to end: ask, judge, write, close, and set when it is due again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from billiard.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from listings.boards.base import BadOptions
from listings.fetching import health, schedule, snapshots
from listings.fetching.crawl import Crawl, remember
from listings.fetching.http_client import FetchError, HttpClient
from listings.fetching.leases import Lease, LeaseLost
from listings.ingest.writer import AT_A_TIME, Ingest
from listings.lifecycle import closing, sample_sources
from listings.models import Fetch, Source

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
WRITING_TIME = 0.4
"""Share of the time limit kept for writing what was read."""


def run(lease: Lease, *, dry_run: bool = False, progress: Progress | None = None) -> Fetch | None:
    """Fetches the leased source; None where the lease no longer holds. Errors end up on the Fetch and the source."""
    if not lease.begin():
        return None
    source = Source.objects.get(pk=lease.source_id)
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    round_ = FetchRun(source, fetch, lease, dry_run=dry_run)
    if progress:
        round_.progress = progress
    try:
        round_.run()
    except LeaseLost as error:
        log.warning("%s: %s", source, error)
        round_.end(Fetch.Outcome.LOST, str(error))
    except SoftTimeLimitExceeded:
        round_.fail(f"It took longer than {settings.FETCH_TIME_LIMIT} seconds.")
    except (OperationalError, InterfaceError) as error:
        round_.lose(f"The database failed: {error}")
        raise
    except Exception as error:
        round_.fail(f"A fault of our own: {type(error).__name__}: {error}")
        raise
    finally:
        lease.release()
    return fetch


@dataclass(slots=True)
class FetchRun:
    source: Source
    fetch: Fetch
    lease: Lease
    dry_run: bool = False
    progress: Progress = field(default=lambda what, done, waiting: None)

    def run(self) -> None:
        asking = self._ask()
        if asking is None:
            return
        if asking.broken or not asking.read:
            error = asking.errors[0] if asking.errors else None
            self.fail(asking.broken or str(error or "its board named no address to ask"), error)
            return
        if reason := self._odd(asking):
            self.quarantine(reason)
            return
        self._write(asking)

    def _ask(self) -> Crawl | None:
        deadline = time.monotonic() + settings.FETCH_TIME_LIMIT * (1 - WRITING_TIME)
        fetcher = HttpClient(delay=self.source.board_config.delay, mirror=self.source.mirror, deadline=deadline)
        asking = Crawl(self.source, self.fetch, fetcher, deadline)
        asking.progress = lambda done, waiting: self.progress("asking", done, waiting)
        try:
            asking.run()
        except BadOptions as error:
            self.fail(f"Its options do not suit the board: {error}")
            return None
        if asking.odd:
            self.quarantine(asking.odd)
            return None
        return asking

    def _odd(self, asking: Crawl) -> str:
        shown = {external_id for read in asking.read for external_id in read.shown}
        self.fetch.present = len(shown)
        self.fetch.complete = asking.finished and not asking.errors
        unchanged = all(read.page is None for read in asking.read)
        if unchanged:
            return ""
        return health.odd_reason(
            self.source,
            present=self.fetch.present,
            read=sum(len(read.page.ads) for read in asking.read if read.page),
            rejected=len(asking.rejected),
            complete=self.fetch.complete,
            now=self.fetch.started_at,
        )

    def _write(self, asking: Crawl) -> None:
        """A dry run writes like any other and takes it back, so that its counts are the true ones."""
        with transaction.atomic() if self.dry_run else nullcontext():
            ingest = Ingest(self.source, self.fetch, self.fetch.started_at, self.lease.hold)
            # A page of twenty ads, or of one, is not worth a transaction of its own.
            ads = [ad for read in asking.read if read.page for ad in read.page.ads]
            for done in range(0, len(ads), AT_A_TIME):
                self.progress("writing", done, len(ads) - done)
                ingest.page(ads[done : done + AT_A_TIME])
            shown = {external_id for read in asking.read for external_id in read.shown}
            ingest.page([], asking.rejected, shown)
            self._close(asking, ingest)
            if self.dry_run:
                transaction.set_rollback(True)
        outcome = Fetch.Outcome.UNCHANGED if all(read.page is None for read in asking.read) else Fetch.Outcome.OK
        if self.dry_run:
            self.end(Fetch.Outcome.DRY_RUN)
        else:
            self._succeed(asking, outcome)

    def _close(self, asking: Crawl, ingest: Ingest) -> None:
        closed = closing.close_gone_pages(self.source, asking.gone, self.fetch.started_at)
        whole = self.fetch.complete and all(read.complete for read in asking.read)
        if whole and self.source.board_config.absence == "closes":
            closed += closing.close_missed(self.source, self.fetch.started_at)
        ingest.counts.closed += closed
        self.fetch.closed = ingest.counts.closed

    def _succeed(self, asking: Crawl, outcome: Fetch.Outcome) -> None:
        now = timezone.now()
        trouble = _some_failed(asking)
        with transaction.atomic():
            remember(self.source, asking.read, now)
            self.source.failures = 0
            self.source.last_ok_at = now
            self.source.last_error = trouble
            self.source.last_error_at = now if trouble else None
            self.source.next_fetch_at = schedule.next_after_success(self.source, now)
            if asking.cursor is not None:
                self.source.cursor = dict(asking.cursor)
            health.report_recovery(self.source, now)
            self._save_source()
            self.end(outcome, trouble)
        snapshots.prune(self.source, now)
        if not self.source.is_sample and self.fetch.seen:
            sample_sources.remove()

    def fail(self, words: str, error: FetchError | None = None) -> None:
        now = timezone.now()
        if self.dry_run:
            self.end(Fetch.Outcome.FAILED, words)
            return
        retry_after = error.retry_after if error else None
        next_at = schedule.next_after_failure(
            self.source, now, answered=self.fetch.requests > 0, retry_after=retry_after
        )
        self._trouble(words, now, next_at, sick=self.source.failures + 1 >= health.FAILURES_UNTIL_MAIL)
        self.end(Fetch.Outcome.FAILED, words)

    def lose(self, words: str) -> None:
        """Through no fault of the board: nothing is held against it, and it is asked again soon."""
        connection.close_if_unusable_or_obsolete()
        if not self.dry_run:
            soon = timezone.now() + schedule.FIRST_RETRY
            Source.objects.filter(pk=self.source.pk).update(next_fetch_at=soon)
        self.end(Fetch.Outcome.LOST, words)

    def quarantine(self, reason: str) -> None:
        now = timezone.now()
        self.fetch.quarantine_reason = reason
        self.fetch.complete = False
        if not self.dry_run:
            words = f"An odd answer was set aside: {reason}."
            self._trouble(words, now, schedule.next_after_success(self.source, now), sick=True)
        self.end(Fetch.Outcome.QUARANTINED)
        snapshots.prune(self.source, now)

    def _trouble(self, words: str, now: datetime, next_at: datetime, *, sick: bool) -> None:
        self.source.failures += 1
        self.source.last_error = words
        self.source.last_error_at = now
        self.source.next_fetch_at = next_at
        if sick:
            health.report_trouble(self.source, now)
        self._save_source()

    def _save_source(self) -> None:
        """Only what a fetch may write: an admin may be editing the rest. Not where the lease is another's by now."""
        written = [
            "failures",
            "last_ok_at",
            "last_error",
            "last_error_at",
            "next_fetch_at",
            "cursor",
            "unhealthy_since",
        ]
        Source.objects.filter(pk=self.source.pk, lease_token=self.lease.token).update(
            **{name: getattr(self.source, name) for name in written}
        )

    def end(self, outcome: Fetch.Outcome, error: str = "") -> None:
        self.fetch.outcome = outcome
        self.fetch.error = error
        self.fetch.finished_at = timezone.now()
        if Fetch.objects.filter(pk=self.fetch.pk).exists():
            self.fetch.save()


def _some_failed(asking: Crawl) -> str:
    if not asking.errors:
        return ""
    total = len(asking.read) + len(asking.errors)
    return f"{len(asking.errors)} of {total} addresses failed; the first: {asking.errors[0]}"
