"""What the made-up boards answer, as bytes: each source's whole list, made before anything is measured."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

from listings.boards import BOARDS
from listings.boards.base import Board, Request, Response
from listings.samples.employers import employer
from listings.samples.slots import NUMBERS, SYSTEMS, tokens
from listings.samples.speaking import answer
from listings.samples.state import Boards

Wanted = tuple[str, dict[str, str]]
MOST_REQUESTS = 2000


def every_source(employers: int) -> list[Wanted]:
    """Every keyless board, some employers of each hiring system, a site and a feed."""
    keyless: list[Wanted] = [
        (board.name, {})
        for board in BOARDS.values()
        if board.status == "live" and not any(option.required for option in board.options.values())
    ]
    hiring = [
        (system, {"token": token, "company": employer(1, NUMBERS[token]).name})
        for system in SYSTEMS
        for token in tokens(system, employers)
    ]
    site = ("jobposting", {"address": "https://saltmarsh.example/sitemap.xml"})
    feed = ("feed", {"address": "https://lowwater.example/?feed=job_feed"})
    return [*keyless, *hiring, site, feed]


def stored(boards: Boards, wanted: Wanted) -> list[Response]:
    """All that the source's board says, in the order in which it would be asked."""
    name, options = wanted
    board = BOARDS[name].configured(options)
    waiting = list(board.start(board.checked_options(options), None))
    asked: set[str] = set()
    kept: list[Response] = []
    while waiting and len(asked) < MOST_REQUESTS:
        request = waiting.pop(0)
        if request.url in asked:
            continue
        asked.add(request.url)
        response = said(boards, request)
        kept.append(response)
        waiting += followed(board, response)
    return kept


def said(boards: Boards, request: Request) -> Response:
    parts = urlsplit(request.url)
    given = answer(boards, parts.netloc, parts.path, dict(parse_qsl(parts.query)), "")
    return Response(request, b"".join(given.pieces), request.url, given.status, given.kind)


def followed(board: Board, response: Response) -> Iterator[Request]:
    yield from board.parse(response).follow


def at_a_moment(ads: int) -> Boards:
    return Boards(ads, fixed=datetime.now(UTC))
