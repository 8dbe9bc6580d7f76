"""A trial fetch of an address before it becomes a source: its board, some of its ads, and their facts."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from listings import facts
from listings.boards.base import Ad, BadOptions, Board, BrokenShape, Rejected, Request, Response
from listings.boards.detect import Detection, by_address, by_answer
from listings.fetching import deadly_responses
from listings.fetching.block_pages import read_page
from listings.fetching.http_client import FetchError, HttpClient
from listings.ingest.prepare import keep_known_fields
from listings.ingest.process_deaths import EndsProcesses
from listings.ingest.short_ads import ids_with_pages

MAX_ADS, MAX_REQUESTS, MAX_SECONDS = 10, 14, 60
# Shorter than a board's own: an admin waits for the page.
DELAY = timedelta(seconds=1)


@dataclass(slots=True)
class Preview:
    """`address`: as an admin entered it. `ads`: at most ten, with their facts. `seen`: how many the responses held.
    `requested`: URLs, in order. `problem`: why the address cannot become a source, for admins; "" if it can.
    """

    address: str
    detected: Detection | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    ads: list[tuple[Ad, dict[str, Any]]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    seen: int = 0
    requested: list[str] = field(default_factory=list)
    problem: str = ""

    @property
    def coverage(self) -> list[tuple[str, int]]:
        """Fact → how many of the ads state it."""
        return [(name, sum(values[name] not in (None, []) for _, values in self.ads)) for name in facts.NOT_STATED]


def preview_source(url: str, company: str = "", remote_only: bool = False) -> Preview:
    """Requests the address as a fetch would, and stores nothing. Never raises: failures end up in `problem`."""
    preview = Preview(url)
    try:
        client = HttpClient(delay=DELAY, deadline=time.monotonic() + MAX_SECONDS)
        preview.detected = by_address(url, company) or _detected(_get(client, preview, Request(url)), url, company)
        board = preview.detected.board
        options = dict(preview.detected.options)
        if remote_only and "remote_only" in board.options:
            options["remote_only"] = "yes"
        preview.options = board.checked_options(options)
        board = board.configured(preview.options)
        if not board.is_fetched:
            preview.problem = board.never_fetched_because
            return preview
        _read_ads(client, preview, board)
    except FetchError as error:
        preview.problem = str(error)
    except BadOptions as error:
        preview.problem = f"The address does not suit the board: {error}."
    except BrokenShape as error:
        preview.problem = f"The response cannot be read: {error}."
    except EndsProcesses as error:
        preview.problem = f"The address is not read: {error}."
    if not preview.problem and not preview.ads:
        preview.problem = _why_empty(preview)
    return preview


def _detected(response: Response, url: str, company: str) -> Detection:
    with deadly_responses.previewed(url):
        return by_answer(response, url, company)


def _read_ads(client: HttpClient, preview: Preview, board: Board) -> None:
    waiting = deque(board.start(preview.options, None))
    # Ads that a list shortens, until their own pages are read.
    short: dict[str, Ad] = {}
    seen: set[str] = set()
    while waiting and len(preview.ads) < MAX_ADS and len(preview.requested) < MAX_REQUESTS:
        request = waiting.popleft()
        response = _get(client, preview, request)
        try:
            with deadly_responses.previewed(preview.address):
                page = read_page(board, response)
        except BrokenShape as error:
            # A broken list ends the preview; of many detail pages, others may be readable.
            if not request.external_id:
                raise
            preview.rejected.append(Rejected(request.url, str(error)))
            continue
        preview.rejected += page.rejected
        followed = ids_with_pages(page)
        unseen = followed - seen
        short.update((ad.external_id, ad) for ad in page.ads if ad.external_id in unseen)
        seen.update(ad.external_id for ad in page.ads)
        whole = [ad for ad in page.ads if ad.external_id not in followed]
        _show(preview, board, [keep_known_fields(ad, short.pop(ad.external_id, ad)) for ad in whole])
        # A vacancy's own page shows more than the next page of a list.
        waiting.extendleft(link for link in reversed(page.follow) if link.external_id in unseen)
        waiting.extend(link for link in page.follow if not link.external_id)
    preview.seen = len(seen)
    _show(preview, board, list(short.values()))


def _show(preview: Preview, board: Board, ads: Sequence[Ad]) -> None:
    with deadly_responses.previewed(preview.address):
        preview.ads += [(ad, facts.read(ad, board)) for ad in ads[: MAX_ADS - len(preview.ads)]]


def _get(client: HttpClient, preview: Preview, request: Request) -> Response:
    preview.requested.append(request.url)
    result = client.get(request)
    assert result.response is not None, "a 304 needs validators, and none were sent"
    return result.response


def _why_empty(preview: Preview) -> str:
    if preview.rejected:
        return f"None of its ads could be read. The first error: {preview.rejected[0].reason}."
    return "The response contains no ads."
