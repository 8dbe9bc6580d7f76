"""The asking half of a fetch: a board's addresses in turn, their answers kept and read."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from listings.boards.base import BrokenShape, Page, Rejected, Request
from listings.fetching import snapshots
from listings.fetching.block_pages import block_reason
from listings.fetching.http_client import FetchError, HttpClient, HttpResult
from listings.models import Fetch, LastResponse, Source

GONE = (404, 410)
MOST_REQUESTS = 2000
MOST_UNANSWERED = 3


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One address that answered well. `page` None: it answered 304, and shows whom it showed before."""

    request: Request
    answer: HttpResult
    page: Page | None
    shown: list[str]
    complete: bool


@dataclass(slots=True)
class Crawl:
    """Asks everything that the source's next fetch should, politely, until its time is up.

    `errors` are addresses that gave no answer; `odd` is the reason to distrust what came; `finished` is False where
    time or the publisher's patience ended first.
    """

    source: Source
    fetch: Fetch
    fetcher: HttpClient
    deadline: float
    progress: Callable[[int, int], None] = lambda done, waiting: None
    read: list[FetchedPage] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    errors: list[FetchError] = field(default_factory=list)
    odd: str = ""
    broken: str = ""
    finished: bool = True
    unanswered: int = 0
    cursor: Mapping[str, Any] | None = None
    known: dict[str, LastResponse] = field(default_factory=dict)
    budget: int = 0
    seen_before: set[str] | None = None

    def run(self) -> None:
        options = self.source.board_config.checked_options(self.source.options)
        self.known = {last.url: last for last in self.source.last_responses.all()}
        details = {last.external_id: last.lastmod for last in self.known.values() if last.external_id}
        waiting = deque(self.source.board_config.start(options, self.source.cursor))
        asked: set[str] = set()
        self.budget = self.source.board_config.details_per_fetch
        while waiting and not self.odd and not self.broken:
            request = waiting.popleft()
            if request.url in asked:
                continue
            if time.monotonic() > self.deadline or len(asked) >= MOST_REQUESTS:
                self.finished = False
                break
            asked.add(request.url)
            read = self._ask(request)
            if self._told_to_wait():
                self.finished = False
                break
            self.progress(len(asked), len(waiting))
            if read is None or read.page is None:
                continue
            waiting.extend(self._led_on(read, read.page, details))

    def _led_on(self, read: FetchedPage, page: Page, details: Mapping[str, datetime | None]) -> Iterator[Request]:
        for follow in page.follow:
            if _settled(follow, details) or (follow.until_known and not self._shows_new(read)):
                continue
            if follow.external_id or follow.until_known or page.cursor is not None:
                if self.budget <= 0:
                    # The rest of a long list is left to the next fetches: this one is no whole.
                    self.finished = self.finished and bool(follow.external_id)
                    continue
                self.budget -= 1
            yield follow

    def _shows_new(self, read: FetchedPage) -> bool:
        """An ad that no answer before this fetch showed."""
        if self.seen_before is None:
            self.seen_before = {external_id for last in self.known.values() for external_id in last.external_ids}
        return not self.seen_before.issuperset(read.shown)

    def _told_to_wait(self) -> bool:
        """By its answer, or by several in a row that never came."""
        return self.unanswered >= MOST_UNANSWERED or bool(self.errors and self.errors[-1].status in (403, 429, 503))

    def _ask(self, request: Request) -> FetchedPage | None:
        last = self.known.get(request.url)
        try:
            answer = self.fetcher.get(
                request, etag=last.etag if last else "", last_modified=last.last_modified if last else ""
            )
        except FetchError as error:
            self._failed(request, error)
            return None
        self.unanswered = 0
        self.fetch.requests += 1
        self.fetch.received_bytes += answer.size
        if answer.response is None:
            read = FetchedPage(request, answer, None, last.external_ids if last else [], bool(last and last.complete))
        else:
            page = self._page(request, answer)
            if page is None:
                return None
            shown = [ad.external_id for ad in page.ads] + list(page.present)
            # A followed page speaks for itself alone, its feed speaks for all that it names.
            shown += [follow.external_id for follow in page.follow if follow.external_id]
            read = FetchedPage(request, answer, page, shown, page.complete)
            self.cursor = page.cursor if page.cursor is not None else self.cursor
        self.read.append(read)
        return read

    def _failed(self, request: Request, error: FetchError) -> None:
        if error.status is not None:
            self.fetch.requests += 1
        if request.external_id and error.status in GONE:
            self.gone.append(request.external_id)
        else:
            self.errors.append(error)
            self.unanswered += 1

    def _page(self, request: Request, answer: HttpResult) -> Page | None:
        response = answer.response
        assert response is not None
        snapshots.keep(self.fetch, response)
        detail = bool(request.external_id)
        odd = block_reason(self.source.board_config, response)
        if odd and not detail:
            self.odd = odd
            return None
        try:
            page = self.source.board_config.parse(response)
        except BrokenShape as error:
            if detail:
                self.rejected.append(Rejected(request.url, odd or str(error)))
            else:
                self.broken = f"{request.url}: {error}"
            return None
        self.rejected.extend(page.rejected)
        return page


def remember(source: Source, reads: list[FetchedPage], now: datetime) -> None:
    """Validators and presence, stored only once what came was believed and written."""
    rows = [
        LastResponse(
            source=source,
            url=read.request.url,
            etag="" if _leads_on(read) else read.answer.etag,
            last_modified="" if _leads_on(read) else read.answer.last_modified,
            external_id=read.request.external_id,
            lastmod=read.request.lastmod,
            external_ids=read.shown,
            complete=read.complete,
            answered_at=now,
        )
        for read in reads
        if read.page is not None
    ]
    LastResponse.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["source", "url"],
        update_fields=["etag", "last_modified", "external_id", "lastmod", "external_ids", "complete", "answered_at"],
    )


def _leads_on(read: FetchedPage) -> bool:
    """To more of its list: a 304 would hide where to, and everything behind it."""
    page = read.page
    return page is not None and (page.cursor is not None or any(not follow.external_id for follow in page.follow))


def _settled(follow: Request, details: Mapping[str, datetime | None]) -> bool:
    """Its page was read, and the feed names no newer change of it."""
    if not follow.external_id or follow.external_id not in details:
        return False
    seen = details[follow.external_id]
    return follow.lastmod is None or (seen is not None and follow.lastmod <= seen)
