"""Detail pages that wait to be read, as rows: what one fetch cannot read is left for the next, even after a 304."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from listings.boards.base import Request
from listings.fetching.last_responses import LastResponses
from listings.models import PendingPage, Source

MAX_PENDING = 20_000
"""Per source. A longer list is kept without validators, so that its rest is found again."""
FIRST_RETRY = timedelta(hours=1)
LONGEST_RETRY = timedelta(days=7)
BATCH = 1000


def save_list(source: Source, listing: Request, pages: Sequence[Request], known: LastResponses) -> bool:
    """Make the rows agree with what a list names now.

    Pages that left the list leave the rows, unless another list of the source names them. A page whose
    lastmod is newer is due at once, behind those that were tried less often. Returns False if some pages found no room.
    """
    waiting = [page for page in pages if not is_fetched(page, known.read_pages)]
    named = {page.url for page in pages}
    with transaction.atomic():
        _remove_unlisted(source, listing, named, known)
        room = MAX_PENDING - source.pending_pages.exclude(list_url=listing.url, list_body=listing.body).count()
        for start in range(0, min(len(waiting), room), BATCH):
            rows = [
                PendingPage(
                    source=source,
                    url=page.url,
                    list_url=listing.url,
                    list_body=listing.body,
                    external_id=page.external_id,
                    lastmod=page.lastmod,
                    company=page.company,
                    position=position,
                )
                for position, page in enumerate(waiting[start : min(start + BATCH, room)], start)
            ]
            _upsert(source, rows)
    return len(waiting) <= room


def is_fetched(page: Request, fetched: Mapping[str, datetime | None]) -> bool:
    """True if the page was read, and its list names no newer change of it."""
    if page.external_id not in fetched:
        return False
    read = fetched[page.external_id]
    return page.lastmod is None or (read is not None and page.lastmod <= read)


def _remove_unlisted(source: Source, listing: Request, named: set[str], known: LastResponses) -> None:
    rows = source.pending_pages.filter(list_url=listing.url, list_body=listing.body).values_list(
        "pk", "url", "external_id"
    )
    gone = [(pk, external_id) for pk, url, external_id in rows if url not in named]
    if not gone:
        return
    elsewhere = known.of_other_lists({external_id for _, external_id in gone}, listing)
    unlisted = [pk for pk, external_id in gone if external_id not in elsewhere]
    PendingPage.objects.filter(pk__any=unlisted).delete()


def _upsert(source: Source, rows: Sequence[PendingPage]) -> None:
    urls = [row.url for row in rows]
    known = {
        url: (lastmod, tries, next_try_at)
        for url, lastmod, tries, next_try_at in source.pending_pages.filter(url__any=urls).values_list(
            "url", "lastmod", "tries", "next_try_at"
        )
    }
    for row in rows:
        lastmod, tries, next_try_at = known.get(row.url, (None, 0, None))
        changed = row.lastmod is not None and (lastmod is None or row.lastmod > lastmod)
        # A page that names a newer change in each list must not come before those that were never tried.
        row.tries, row.next_try_at = tries, None if changed else next_try_at
    PendingPage.objects.bulk_create(
        # A list may name a page twice; PostgreSQL updates no row twice in one statement.
        list({row.url: row for row in rows}.values()),
        update_conflicts=True,
        unique_fields=["source", "url"],
        update_fields=[
            "list_url",
            "list_body",
            "external_id",
            "lastmod",
            "company",
            "position",
            "tries",
            "next_try_at",
        ],
    )


def due(source: Source, now: datetime, limit: int) -> list[PendingPage]:
    """The next pages to read: untried ones first, in the order of their lists."""
    ready = source.pending_pages.filter(Q(next_try_at=None) | Q(next_try_at__lte=now))
    return list(ready.order_by("tries", "position", "pk")[: max(0, limit)])


def as_request(page: PendingPage) -> Request:
    return Request(page.url, page.external_id, page.lastmod, page.company)


def start_try(page: PendingPage, now: datetime) -> None:
    """Counted before the request: a page that kills the process must not be the first one next time as well."""
    page.tries += 1
    page.next_try_at = now + min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(page.tries - 1, 10))
    PendingPage.objects.filter(pk=page.pk).update(tries=page.tries, next_try_at=page.next_try_at)


def keep_due(page: PendingPage) -> None:
    """Perhaps not the page's fault: it is due at once, but behind those that were tried less often.

    One page to which the host always answers so must not keep all others from being read.
    """
    page.next_try_at = None
    PendingPage.objects.filter(pk=page.pk).update(next_try_at=None)


def undo_tries(source: Source, urls: Iterable[str]) -> None:
    """Not the pages' fault, or nothing of them was kept: they are due again in their old place."""
    tried = PendingPage.objects.filter(source=source, url__any=list(urls), tries__gt=0)
    tried.update(tries=F("tries") - 1, next_try_at=None)


def remove_read(source: Source, urls: Iterable[str]) -> None:
    """In the transaction that records the responses: removed earlier, a killed process would lose the pages."""
    PendingPage.objects.filter(source=source, url__any=list(urls)).delete()
