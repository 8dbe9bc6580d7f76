"""A look at a source before it is one: some of its ads, what they state, and what its publisher allows."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from listings import facts
from listings.boards.base import Ad, BadOptions, Board, BrokenShape, Rejected, Request, Response
from listings.boards.detect import Detection, by_address, by_answer
from listings.fetching.block_pages import block_reason
from listings.fetching.http_client import FetchError, HttpClient

ADS, PAGES, SECONDS = 10, 14, 60
SHORT_DELAY = timedelta(seconds=1)


@dataclass(slots=True)
class Preview:
    """`ads` with their facts, ten at most; `seen` is how many the answers held. `problem`: why nothing can be read."""

    detected: Detection | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    ads: list[tuple[Ad, dict[str, Any]]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    seen: int = 0
    asked: list[str] = field(default_factory=list)
    problem: str = ""

    @property
    def coverage(self) -> list[tuple[str, int]]:
        """Fact → how many of the shown ads state it."""
        return [(name, sum(bool(read[name]) for _, read in self.ads)) for name in facts.NOT_STATED]


def preview_source(url: str, company: str = "", remote_only: bool = False) -> Preview:
    """Asks politely, as any fetch does, and keeps nothing. Every failure ends up in `problem`."""
    trial = Preview()
    try:
        fetcher = HttpClient(delay=SHORT_DELAY, deadline=time.monotonic() + SECONDS)
        trial.detected = by_address(url, company) or by_answer(_asked(fetcher, trial, Request(url)), url, company)
        board = trial.detected.board
        given = dict(trial.detected.options)
        if remote_only and "remote_only" in board.options:
            given["remote_only"] = "yes"
        trial.options = board.checked_options(given)
        board = board.configured(trial.options)
        if not board.is_fetched:
            trial.problem = board.never_fetched_because
            return trial
        _read(fetcher, trial, board)
    except FetchError as error:
        trial.problem = str(error)
    except BadOptions as error:
        trial.problem = f"The address does not suit the board: {error}"
    except BrokenShape as error:
        trial.problem = f"What answers there cannot be read: {error}."
    if not trial.problem and not trial.ads:
        trial.problem = _none_found(trial)
    return trial


def _read(fetcher: HttpClient, trial: Preview, board: Board) -> None:
    waiting = deque(board.start(trial.options, None))
    while waiting and len(trial.ads) < ADS and len(trial.asked) < PAGES:
        request = waiting.popleft()
        response = _asked(fetcher, trial, request)
        if odd := block_reason(board, response):
            raise BrokenShape(odd)
        try:
            page = board.parse(response)
        except BrokenShape as error:
            if not request.external_id:
                raise
            # One page of many: the others may do.
            trial.rejected.append(Rejected(request.url, str(error)))
            continue
        trial.seen += len(page.ads)
        trial.rejected += page.rejected
        trial.ads += [(ad, facts.read(ad, board)) for ad in page.ads[: ADS - len(trial.ads)]]
        waiting.extend(page.follow)


def _asked(fetcher: HttpClient, trial: Preview, request: Request) -> Response:
    trial.asked.append(request.url)
    answer = fetcher.get(request)
    assert answer.response is not None, "without a condition nothing answers 304"
    return answer.response


def _none_found(trial: Preview) -> str:
    if trial.rejected:
        return f"No ad could be read; the first that could not: {trial.rejected[0].reason}."
    return "What answers there holds no ad."
