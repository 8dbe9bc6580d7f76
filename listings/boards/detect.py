"""Which board reads an address: known by the address itself, or by the response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from listings.boards import BOARDS
from listings.boards.base import Board, Response
from listings.boards.formats.shapes import shape_of

ANY_FEED, ANY_SITE = "feed", "jobposting"


@dataclass(frozen=True, slots=True)
class Detection:
    """The board, its options, and the reason in words for admins."""

    board: Board
    options: Mapping[str, str]
    why: str


def by_address(url: str, company: str = "") -> Detection | None:
    """An employer's token on a hiring system, or a board's own site; None where the address says neither."""
    # Tokens first: they say more than the host alone.
    for board in BOARDS.values():
        match = board.place.search(url) if board.place else None
        if match:
            token = unquote("/".join(filter(None, match.groups())))
            options = {"token": token, **({"company": company} if company else {})}
            return Detection(board, options, f"the address contains the token {token!r} of {board.title}")
    host = host_of(url)
    for board in BOARDS.values():
        needs_options = any(option.required for option in board.options.values())
        if host and host == host_of(board.home) and not needs_options and not board.place:
            return Detection(board, {}, f"it is an address of {board.title}")
    return None


def by_answer(response: Response, url: str, company: str = "") -> Detection:
    """A board whose pages are known by a mark, any feed, or any site with markup in its pages."""
    shape = shape_of(response.body)
    start = response.body.lstrip()[:2000]
    options = {"address": url, **({"company": company} if company else {})}
    for board in BOARDS.values():
        if board.page_mark and board.page_mark in response.body:
            return Detection(board, options, f"the response is a page of {board.title}")
    if shape == "an RSS feed" or b"<feed" in start or b"<rdf:RDF" in start:
        return Detection(BOARDS[ANY_FEED], options, "the response is a feed")
    return Detection(BOARDS[ANY_SITE], options, f"the response is {shape}; ads are read from JobPosting markup")


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
