"""The made-up boards' responses as bytes: each source's whole list, made before anything is measured."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from listings.samples.allocation import EMPLOYER_NUMBERS, SYSTEMS
from listings.samples.employers import employer
from listings.samples.endpoints import respond
from listings.samples.state import SampleBoards
from tests.sample_boards import tokens

# A board's name and a source's options.
SourceSpec = tuple[str, dict[str, str]]
MAX_REQUESTS = 2000


def every_source(employers: int) -> list[SourceSpec]:
    """Every board without options, `employers` of each hiring system, a site and a feed."""
    keyless: list[SourceSpec] = [
        (board.name, {})
        for board in BOARDS.values()
        if board.status == "live" and not any(option.required for option in board.options.values())
    ]
    hiring = [
        (system, {"token": token, "company": employer(1, EMPLOYER_NUMBERS[token]).name})
        for system in SYSTEMS
        for token in tokens(system, employers)
    ]
    site = ("jobposting", {"address": "https://saltmarsh.example/sitemap.xml"})
    feed = ("feed", {"address": "https://lowwater.example/?feed=job_feed"})
    return [*keyless, *hiring, site, feed]


def stored(boards: SampleBoards, source: SourceSpec) -> list[Response]:
    """All responses of a source's board, in the order of a crawl."""
    name, options = source
    board = BOARDS[name].configured(options)
    queue = list(board.start(board.checked_options(options), None))
    requested: set[str] = set()
    responses: list[Response] = []
    while queue and len(requested) < MAX_REQUESTS:
        request = queue.pop(0)
        if request.url in requested:
            continue
        requested.add(request.url)
        response = response_to(boards, request)
        responses.append(response)
        queue += board.parse(response).follow
    return responses


def response_to(boards: SampleBoards, request: Request) -> Response:
    parts = urlsplit(request.url)
    response = respond(boards, parts.netloc, parts.path, dict(parse_qsl(parts.query)), "")
    return Response(request, b"".join(response.pieces), request.url, response.status, response.content_type)


def at_a_moment(ads: int) -> SampleBoards:
    """Boards whose clock stands still."""
    return SampleBoards(ads, fixed_time=datetime.now(UTC))
