"""One fetch of one source from start to end: crawl, judge, write, close, and set when it is due again."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from billiard.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from redis.exceptions import RedisError

from listings.boards.base import BadOptions
from listings.boards.bounds import shortened
from listings.fetching import (
    admin_mail,
    employer_schedule,
    losses,
    pending_pages,
    plausibility,
    postponing,
    schedule,
    snapshots,
)
from listings.fetching.crawl import Crawl, remember
from listings.fetching.http_client import FetchError, HttpClient, PacingFailed
from listings.fetching.leases import Lease, LeaseLost
from listings.fetching.log_context import fetch_context
from listings.ingest.failures import is_ours
from listings.ingest.short_ads import completed_ads
from listings.ingest.writer import BATCH, Ingest
from listings.lifecycle import closing, sample_sources
from listings.lifecycle.lock import listings_lock
from listings.models import Fetch, Source

log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]
# Share of the time limit kept for writing what was read.
WRITING_TIME = 0.4
MAX_MESSAGE = 2000


def run(lease: Lease, *, dry_run: bool = False, progress: Progress | None = None) -> Fetch | None:
    """Fetch the leased source. None if the lease no longer holds, or if it is too early: the source is then due later.

    Failures are recorded on the Fetch and the source.

    `progress` is called with (step, done, waiting). Unexpected errors are recorded and raised again.
    """
    if not lease.begin():
        return None
    source = Source.objects.select_related("system").get(pk=lease.source_id)
    if postponing.is_postponed(source, lease):
        return None
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    fetch_run = FetchRun(source, fetch, lease, dry_run=dry_run)
    if progress:
        fetch_run.progress = progress
    with fetch_context(fetch.pk, source.name):
        _run(fetch_run, lease)
    return fetch


def _run(fetch_run: FetchRun, lease: Lease) -> None:
    try:
        fetch_run.run()
    except LeaseLost as error:
        log.warning("%s: %s", fetch_run.source, error)
        fetch_run.end(Fetch.Outcome.LOST, str(error))
    except SoftTimeLimitExceeded:
        fetch_run.fail(f"The fetch took longer than {settings.FETCH_TIME_LIMIT} seconds.")
    except PacingFailed as error:
        fetch_run.abandon(str(error))
        raise
    except Exception as error:
        if is_ours(error):
            service = "Valkey" if isinstance(error, RedisError) else "The database"
            fetch_run.abandon(f"{service} failed: {error}")
        else:
            fetch_run.fail(f"Internal error: {type(error).__name__}: {error}")
        raise
    finally:
        lease.release()


@dataclass(slots=True)
class FetchRun:
    source: Source
    fetch: Fetch
    lease: Lease
    dry_run: bool = False
    progress: Progress = field(default=lambda step, done, waiting: None)

    def run(self) -> None:
        crawl = self._crawl()
        if crawl is None:
            return
        if crawl.odd:
            self.quarantine(crawl.odd)
        elif crawl.broken or not crawl.pages:
            error = crawl.errors[0] if crawl.errors else None
            self.fail(crawl.broken or crawl.blocked or str(error or "its board named no address to request"), error)
        elif reason := self._odd_reason(crawl):
            self.quarantine(reason)
        else:
            self._write(crawl)
            return
        self._undo_tries(crawl)

    def _crawl(self) -> Crawl | None:
        deadline = time.monotonic() + settings.FETCH_TIME_LIMIT * (1 - WRITING_TIME)
        client = HttpClient(delay=self.source.board_config.delay, mirror=self.source.mirror, deadline=deadline)
        crawl = Crawl(self.source, self.fetch, client, deadline)
        crawl.progress = lambda done, waiting: self.progress("requesting", done, waiting)
        try:
            crawl.run()
        except BadOptions as error:
            self.fail(f"Its options do not suit the board: {error}.")
            return None
        return crawl

    def _odd_reason(self, crawl: Crawl) -> str:
        self.fetch.present = len({external_id for fetched in crawl.pages for external_id in fetched.counted_ids})
        self.fetch.complete = crawl.finished and not (crawl.errors or crawl.blocked or crawl.beyond or _unread(crawl))
        if all(fetched.page is None for fetched in crawl.pages):
            return ""
        ads = ((fetched, ad) for fetched in crawl.pages if fetched.page for ad in fetched.page.ads)
        return plausibility.odd_reason(
            self.source,
            present=self.fetch.present,
            titles={ad.external_id: ad.title for fetched, ad in ads if ad.external_id in fetched.counted_ids},
            read=sum(len(fetched.page.ads) for fetched in crawl.pages if fetched.page),
            rejected=len(crawl.rejected),
            complete=self.fetch.complete,
            now=self.fetch.started_at,
        )

    def _write(self, crawl: Crawl) -> None:
        """A dry run writes like any other and rolls back, so that its counts are the true ones."""
        with transaction.atomic() if self.dry_run else nullcontext():
            ingest = Ingest(self.source, self.fetch, self.fetch.started_at, self.lease.hold)
            # Ads of all pages together: a page of twenty ads, or of one, is not worth a transaction of its own.
            ads = list(completed_ads((fetched.request, fetched.page) for fetched in crawl.pages if fetched.page))
            for done in range(0, len(ads), BATCH):
                self.progress("writing", done, len(ads) - done)
                ingest.page(ads[done : done + BATCH])
            listed = {external_id for fetched in crawl.pages for external_id in fetched.external_ids}
            ingest.page([], crawl.rejected, listed)
            ingest.counts.closed += closing.close_gone_pages(self.source, crawl.gone, self.fetch.started_at)
            self.fetch.closed = ingest.counts.closed
            if self.dry_run:
                self._count_absences(crawl)
                self._close_missed()
                transaction.set_rollback(True)
        if self.dry_run:
            self._undo_tries(crawl)
            self.end(Fetch.Outcome.DRY_RUN)
        elif crawl.blocked:
            # What was read is written; the rest waits until the host is tried again.
            with listings_lock():
                self.lease.hold()
                remember(self.source, crawl.pages, timezone.now())
            self.fail(crawl.blocked, crawl.errors[-1])
        else:
            self._succeed(crawl)

    def _count_absences(self, crawl: Crawl) -> int:
        complete = self.fetch.complete and all(fetched.complete for fetched in crawl.pages)
        if complete and self.source.board_config.absence == "closes":
            return closing.count_absences(self.source, self.fetch.started_at)
        return 0

    def _close_missed(self) -> None:
        self.fetch.closed += closing.close_missed(self.source, self.fetch.started_at)

    def _succeed(self, crawl: Crawl) -> None:
        now = timezone.now()
        trouble = " ".join(filter(None, [_page_errors(crawl), _beyond_limit(crawl)]))
        unchanged = all(fetched.page is None for fetched in crawl.pages)
        with listings_lock():
            self.lease.hold()
            # One transaction: a process killed in between would count the same absence again in the next fetch.
            missing = self._count_absences(crawl)
            remember(self.source, crawl.pages, now)
            if self.source.system_id:
                employer_schedule.record_answer(self.source, changed=self.fetch.shows_change or missing > 0)
            self.source.failures = 0
            self.source.last_ok_at = now
            self.source.last_error = shortened(trouble, MAX_MESSAGE)
            self.source.last_error_at = now if trouble else None
            earliest = now + (crawl.retry_after or timedelta())
            self.source.next_fetch_at = max(schedule.next_after_success(self.source, now), earliest)
            if crawl.cursor is not None:
                self.source.cursor = dict(crawl.cursor)
            admin_mail.report_recovery(self.source, now)
            self._save_source()
            self.end(Fetch.Outcome.UNCHANGED if unchanged else Fetch.Outcome.OK, trouble)
        # Outside, in batches: maintenance finishes it if this process ends here.
        self._close_missed()
        Fetch.objects.filter(pk=self.fetch.pk).update(closed=self.fetch.closed)
        snapshots.prune(self.source, now)
        if not self.source.is_sample and self.fetch.seen:
            sample_sources.remove()

    def _undo_tries(self, crawl: Crawl) -> None:
        """Nothing of these detail pages was kept, so they are due again at once."""
        pending_pages.undo_tries(
            self.source, (fetched.request.url for fetched in crawl.pages if fetched.request.external_id)
        )

    def fail(self, message: str, error: FetchError | None = None) -> None:
        now = timezone.now()
        if self.dry_run:
            self.end(Fetch.Outcome.FAILED, message)
            return
        retry_after = error.retry_after if error else None
        dies = self._is_gone(error) and employer_schedule.record_gone(self.source, now)
        next_at = schedule.next_after_failure(
            self.source, now, answered=self.fetch.requests > 0, retry_after=retry_after
        )
        self._record_trouble(message, now, next_at, notify=self.source.failures + 1 >= admin_mail.FAILURES_UNTIL_MAIL)
        if dies:
            # Outside the look's transactions, as above: maintenance finishes it.
            self.fetch.closed = closing.close_of_dead_board(self.source, now)
        self.end(Fetch.Outcome.FAILED, message)
        snapshots.prune(self.source, now)

    def _is_gone(self, error: FetchError | None) -> bool:
        """True if an employer's list, not just a page of an ad, answered that it is not there."""
        return bool(self.source.system_id and error and error.status in employer_schedule.GONE)

    def abandon(self, message: str) -> None:
        """Not the board's fault: a first time nothing is held against it. It is fetched again as its terms allow."""
        connection.close_if_unusable_or_obsolete()
        self.end(Fetch.Outcome.LOST, message)
        if self.dry_run:
            return
        now = timezone.now()
        lost = losses.in_a_row(self.source)
        retry_at = losses.retry_at(self.source, lost) or now
        if len(lost) > 1:
            # One is added below.
            self.source.failures = max(self.source.failures, len(lost) - 1)
            summary = f"{len(lost)} fetches in a row were lost; the last: {message}"
            notify = self.source.failures + 1 >= admin_mail.FAILURES_UNTIL_MAIL
            self._record_trouble(summary, now, max(now + schedule.FIRST_RETRY, retry_at), notify=notify)
        else:
            self.source.next_fetch_at = max(now + schedule.FIRST_RETRY, retry_at)
            self._save_source()

    def quarantine(self, reason: str) -> None:
        now = timezone.now()
        self.fetch.quarantine_reason = reason
        self.fetch.complete = False
        if not self.dry_run:
            message = f"An odd response was set aside: {reason}."
            self._record_trouble(message, now, schedule.next_after_odd(self.source, now), notify=True)
        self.end(Fetch.Outcome.QUARANTINED)
        snapshots.prune(self.source, now)

    def _record_trouble(self, message: str, now: datetime, next_at: datetime, *, notify: bool) -> None:
        self.source.failures += 1
        self.source.last_error = shortened(message, MAX_MESSAGE)
        self.source.last_error_at = now
        self.source.next_fetch_at = next_at
        if notify:
            admin_mail.report_trouble(self.source, now)
        self._save_source()

    def _save_source(self) -> None:
        postponing.save(self.source, self.lease)

    def end(self, outcome: Fetch.Outcome, error: str = "") -> None:
        self.fetch.outcome = outcome
        self.fetch.error = shortened(error, MAX_MESSAGE)
        self.fetch.finished_at = timezone.now()
        # The source may have been deleted meanwhile, and its fetches with it.
        if Fetch.objects.filter(pk=self.fetch.pk).exists():
            self.fetch.save()


def _unread(crawl: Crawl) -> int:
    return sum(fetched.page.unread for fetched in crawl.pages if fetched.page)


def _beyond_limit(crawl: Crawl) -> str:
    unread = _unread(crawl)
    reasons = [f"{unread:,} records not read: more than the limit."] if unread else []
    if crawl.beyond:
        reasons.append(f"{crawl.beyond:,} lists not read: those before name more addresses than the limit.")
    return " ".join(reasons)


def _page_errors(crawl: Crawl) -> str:
    if not crawl.errors:
        return ""
    total = len(crawl.pages) + len(crawl.errors)
    return f"{len(crawl.errors)} of {total} addresses failed; the first: {crawl.errors[0]}"
