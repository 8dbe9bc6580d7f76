"""The reading half of a fetch: the pages of a source in turn, kept as snapshots and parsed."""

from __future__ import annotations

import logging
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from listings.boards.base import BrokenShape, Page, Rejected, Request
from listings.boards.bounds import MAX_ADDRESS, MAX_RECORDS_OF_FETCH, is_indexable, is_keepable
from listings.fetching import deadly_responses, error_responses, pending_pages, snapshots
from listings.fetching.ad_pages import AdOwners
from listings.fetching.block_pages import BlockPage, read_page
from listings.fetching.http_client import FetchError, HttpClient, HttpResult, PacingFailed
from listings.fetching.last_responses import LastResponses, RequestKey, bytes_of
from listings.ingest.failures import is_a_records, reason
from listings.ingest.process_deaths import EndsProcesses
from listings.models import Fetch, LastResponse, PendingPage, Source

log = logging.getLogger(__name__)

GONE = (404, 410)
FORBIDDEN = 403
HOST_REFUSES = (429, 503)
LIST_REFUSED = (FORBIDDEN, *HOST_REFUSES)
MAX_REQUESTS = 2000
MAX_BYTES = 512 * 1024 * 1024
# Of snapshots: text takes a fifth of its bytes, what is made to fill disks all of them.
MAX_STORED_BYTES = 128 * 1024 * 1024
# Of the ads' texts in memory: one letter beyond the first 65,536 of Unicode makes each letter of its text take four.
MAX_HELD_BYTES = 192 * 1024 * 1024
# Of what lists name, in memory: the addresses of 100,000 ads.
MAX_LISTED_BYTES = 30 * 1024 * 1024
MAX_UNANSWERED = 3
MAX_FORBIDDEN = 3
# Pages in a row that are refused by hosts to which the source's own leads: an ad's author may have chosen one of them.
MAX_REFUSED_ELSEWHERE = 3
# Pages in a row that fail in another way there: those behind them wait for the next fetch, as when time is up.
MAX_FAILED_ELSEWHERE = 10


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A successful response. `page` is None for a 304: ids, links and cursor are those of the previous response.

    `storable`: the validators may be kept, because a later 304 would hide nothing.
    """

    request: Request
    result: HttpResult
    page: Page | None
    external_ids: list[str]
    complete: bool
    links: tuple[Request, ...] = ()
    cursor: Mapping[str, Any] | None = None
    storable: bool = True

    @property
    def counted_ids(self) -> Sequence[str]:
        """By which the fetch is judged: the page of an ad counts as one, however many it describes."""
        return [self.request.external_id] if self.request.external_id else self.external_ids


@dataclass(slots=True)
class Crawl:
    """Requests what the source's next fetch should read, until its time is up.

    `errors`: pages that could not be read. `odd`: why the responses are not to be believed. `broken`: why they cannot
    be parsed. `blocked`: why the host is taken to refuse us. `finished` is False if time, or the host's patience,
    ended first; `retry_after` is what the host asked for then. `beyond`: lists not read, as those before named so much.
    """

    source: Source
    fetch: Fetch
    client: HttpClient
    deadline: float
    progress: Callable[[int, int], None] = lambda done, waiting: None
    pages: list[FetchedPage] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    errors: list[FetchError] = field(default_factory=list)
    odd: str = ""
    broken: str = ""
    blocked: str = ""
    finished: bool = True
    beyond: int = 0
    retry_after: timedelta | None = None
    cursor: Mapping[str, Any] | None = None
    _known: LastResponses = field(init=False)
    _owners: AdOwners = field(init=False)
    _budget: int = 0
    _requested: set[RequestKey] = field(default_factory=set)
    _stored_bytes: int = 0
    _held_bytes: int = 0
    _listed_bytes: int = 0
    _unanswered: int = 0
    _forbidden: int = 0
    _refused: int = 0
    _failed_elsewhere: int = 0

    def __post_init__(self) -> None:
        self._known = LastResponses(self.source)

    def run(self) -> None:
        options = self.source.board_config.checked_options(self.source.options)
        self._known.forget_rest()
        self._budget = self.source.board_config.details_per_fetch
        # Lists first: they tell which pages wait, and which are gone.
        self._read_lists(deque(self.source.board_config.start(options, self.source.cursor)))
        if not (self.odd or self.broken or self.blocked) and self.finished:
            self._read_details()

    def _read_lists(self, waiting: deque[Request]) -> None:
        while waiting and not self.odd and not self.broken:
            request = waiting.popleft()
            if request.key in self._requested:
                continue
            if self._is_time_up():
                self.finished = False
                return
            if self._listed_bytes >= MAX_LISTED_BYTES:
                # The pages that are known by now are read all the same.
                self.beyond = 1 + len(waiting)
                return
            fetched = self._request(request)
            if self._should_back_off():
                self.finished = False
                return
            self.progress(len(self._requested), len(waiting))
            if fetched is not None:
                waiting.extend(self._links_to_follow(fetched))

    def _links_to_follow(self, fetched: FetchedPage) -> Iterator[Request]:
        for link in fetched.links:
            if link.until_known and not self._shows_new(fetched):
                continue
            if link.until_known or fetched.cursor is not None:
                if self._budget <= 0:
                    # The rest of a long list is left to the next fetches: this one is not complete.
                    self.finished = False
                    continue
                self._budget -= 1
            yield link

    def _shows_new(self, fetched: FetchedPage) -> bool:
        """True if it lists an ad that no response before this fetch listed."""
        return not self._known.ids.issuperset(fetched.external_ids)

    def _read_details(self) -> None:
        pages = pending_pages.due(self.source, timezone.now(), self._budget)
        if pages:
            lists = ((fetched.request.key, fetched.external_ids) for fetched in self.pages)
            self._owners = AdOwners(self._known, lists)
        for number, pending in enumerate(pages):
            request = pending_pages.as_request(pending)
            if request.key in self._requested:
                continue
            if self._is_time_up():
                return
            self._read_detail(pending, request)
            self.progress(len(self._requested), len(pages) - number - 1)
            if self.blocked or not self.finished or self._failed_elsewhere >= MAX_FAILED_ELSEWHERE:
                return

    def _read_detail(self, pending: PendingPage, request: Request) -> None:
        """A refused page is that page's own trouble, and the next ones are tried; a refusing host ends the crawl.

        Not the host that a redirect led to: whoever writes an ad may choose that.
        """
        pending_pages.start_try(pending, timezone.now())
        errors = len(self.errors)
        self._request(request)
        error = self.errors[-1] if len(self.errors) > errors else None
        is_elsewhere = error is not None and error.is_elsewhere
        self._forbidden = self._forbidden + 1 if error and error.status == FORBIDDEN and not is_elsewhere else 0
        is_refused = error is not None and error.status in HOST_REFUSES
        self._failed_elsewhere = self._failed_elsewhere + 1 if is_elsewhere and not is_refused else 0
        self._refused = self._refused + 1 if is_refused else 0
        if error and is_refused and (not error.is_elsewhere or self._refused >= MAX_REFUSED_ELSEWHERE):
            pending_pages.keep_due(pending)
            self.finished, self.retry_after = False, error.retry_after
        elif self._unanswered >= MAX_UNANSWERED:
            self.finished = False
        elif self._forbidden >= MAX_FORBIDDEN:
            self.blocked = f"{MAX_FORBIDDEN} pages in a row were refused; the last: {error}"

    def _is_time_up(self) -> bool:
        if time.monotonic() > self.deadline or len(self._requested) >= MAX_REQUESTS:
            return True
        # All of it stays in memory until the fetch has been judged.
        records = len(self.rejected) + sum(len(fetched.page.ads) for fetched in self.pages if fetched.page)
        received = self.fetch.received_bytes + self.client.robots_bytes
        is_large = received >= MAX_BYTES or self._stored_bytes >= MAX_STORED_BYTES
        return records >= MAX_RECORDS_OF_FETCH or is_large or self._held_bytes >= MAX_HELD_BYTES

    def _should_back_off(self) -> bool:
        """After a refused list, or several requests in a row without an answer."""
        refused = bool(self.errors) and self.errors[-1].status in LIST_REFUSED
        return self._unanswered >= MAX_UNANSWERED or refused

    def _request(self, request: Request) -> FetchedPage | None:
        self._requested.add(request.key)
        last = self._known.rows.get(request.key)
        try:
            result = self.client.get(
                request, etag=last.etag if last else "", last_modified=last.last_modified if last else ""
            )
        except FetchError as error:
            if isinstance(error, PacingFailed):
                raise
            self._record_failure(request, error)
            return None
        self._unanswered = 0
        self.fetch.requests += 1
        if self.fetch.requests == 1:
            # Now: killed later, this fetch must still count when the publisher's minimum interval is kept.
            Fetch.objects.filter(pk=self.fetch.pk).update(requests=1)
        self.fetch.received_bytes += result.size
        fetched = self._unchanged(request, result, last) if result.response is None else self._parsed(request, result)
        if fetched is not None:
            self._listed_bytes += bytes_of(fetched.external_ids) + bytes_of(link.url for link in fetched.links)
            self.cursor = fetched.cursor if fetched.cursor is not None else self.cursor
            self.pages.append(fetched)
        return fetched

    def _unchanged(self, request: Request, result: HttpResult, last: LastResponse | None) -> FetchedPage:
        if last is None:
            return FetchedPage(request, result, None, [], complete=False)
        links = tuple(Request(**link) for link in last.links)
        return FetchedPage(request, result, None, last.external_ids, last.complete, links, last.cursor)

    def _parsed(self, request: Request, result: HttpResult) -> FetchedPage | None:
        page = self._page(request, result)
        if page is None:
            return None
        follow = [link for link in page.follow if self._is_storable(link)]
        details = [link for link in follow if link.external_id]
        # A detail page proves one ad; a list proves every ad that it names.
        external_ids = [ad.external_id for ad in page.ads] + list(page.present)
        external_ids += [link.external_id for link in details]
        # Those of rejected ads would break the whole fetch.
        external_ids = list(filter(is_keepable, external_ids))
        links = tuple(link for link in follow if not link.external_id)
        storable = True
        if not request.external_id:
            storable = pending_pages.save_list(self.source, request, details, self._known)
        # Its snapshot keeps the body: those of a whole crawl would fill the memory.
        result = replace(result, response=None)
        if not page.ads:
            page = replace(page, present=(), follow=())
        return FetchedPage(request, result, page, external_ids, page.complete, links, page.cursor, storable)

    def _is_storable(self, link: Request) -> bool:
        # Both are indexed: PostgreSQL refuses longer keys, and the whole fetch would fail on one bad link, every time.
        if not is_keepable(link.url + link.body + link.external_id):
            trouble = "its address holds characters that cannot be stored"
        elif is_indexable(link.url + link.body) and is_indexable(link.external_id):
            return True
        else:
            trouble = f"its address is longer than {MAX_ADDRESS:,} bytes"
        self.rejected.append(Rejected(f"{link.url[:100]}…", trouble))
        return False

    def _record_failure(self, request: Request, error: FetchError) -> None:
        if error.answer:
            error_responses.keep(self.fetch, error.answer)
        if error.status is not None:
            self.fetch.requests += 1
            self._unanswered = 0
        elif not (request.external_id and error.is_elsewhere):
            self._unanswered += 1
        if request.external_id and error.status in GONE:
            self.gone.append(request.external_id)
        else:
            self.errors.append(error)

    def _page(self, request: Request, result: HttpResult) -> Page | None:
        response = result.response
        assert response is not None
        self._stored_bytes += len(snapshots.keep(self.fetch, response).body)
        is_detail = bool(request.external_id)
        is_odd = False
        try:
            with deadly_responses.watched(self.source, request):
                page = read_page(self.source.board_config, response)
        except BrokenShape as error:
            trouble, is_odd = str(error), isinstance(error, BlockPage)
        except EndsProcesses as error:
            trouble = str(error)
        except Exception as error:
            if not is_a_records(error):
                raise
            log.exception("%s: %s cannot be parsed.", self.source, request.url)
            trouble = f"Internal error: {reason(error)}"
        else:
            page = self._owners.of_its_own(request, page) if is_detail else page
            self.rejected.extend(page.rejected)
            self._held_bytes += sum(sys.getsizeof(ad.html) for ad in page.ads)
            return page
        if is_detail:
            self.rejected.append(Rejected(request.url, trouble))
        elif is_odd:
            self.odd = trouble
        else:
            self.broken = f"{request.url}: {trouble}"
        return None


def remember(source: Source, pages: list[FetchedPage], now: datetime) -> None:
    """Store validators and contents of the responses, once they were believed and written."""
    rows = [
        LastResponse(
            source=source,
            url=fetched.request.url,
            body=fetched.request.body,
            etag=fetched.result.etag if fetched.storable else "",
            last_modified=fetched.result.last_modified if fetched.storable else "",
            external_id=fetched.request.external_id,
            lastmod=fetched.request.lastmod,
            external_ids=fetched.external_ids,
            links=[_link(link) for link in fetched.links],
            cursor=dict(fetched.cursor) if fetched.cursor is not None else None,
            complete=fetched.complete,
            answered_at=now,
        )
        for fetched in pages
        if fetched.page is not None
    ]
    LastResponse.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "url", "body"],
        update_fields=[
            "etag",
            "last_modified",
            "external_id",
            "lastmod",
            "external_ids",
            "links",
            "cursor",
            "complete",
            "answered_at",
        ],
    )
    pending_pages.remove_read(source, (fetched.request.url for fetched in pages if fetched.request.external_id))


def _link(link: Request) -> dict[str, Any]:
    """A further page of a list as JSON; such links have neither an external id nor a lastmod."""
    return {"url": link.url, "company": link.company, "until_known": link.until_known, "body": link.body}
