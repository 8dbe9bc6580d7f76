"""Which board reads an address: known by the address itself, else by what answers there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from listings.boards import BOARDS
from listings.boards.base import Board, Response
from listings.boards.formats.shapes import shape_of

ANY_FEED, ANY_SITE = "feed", "jobposting"


@dataclass(frozen=True, slots=True)
class Detected:
    """`options` as the board wants them; `why` in words for an admin."""

    board: Board
    options: Mapping[str, str]
    why: str


def by_address(url: str, company: str = "") -> Detected | None:
    """An employer's token on a hiring system, or a board's own site; None where the address alone does not tell."""
    for board in BOARDS.values():
        found = board.place.search(url) if board.place else None
        if found:
            options = {"token": unquote(found[1]), **({"company": company} if company else {})}
            return Detected(board, options, f"the address names {unquote(found[1])!r} on {board.title}")
    host = bare(url)
    for board in BOARDS.values():
        needs = any(option.required for option in board.options.values())
        if host and host == bare(board.home) and not needs and not board.place:
            return Detected(board, {}, f"the address is {board.title}'s own")
    return None


def by_answer(response: Response, url: str, company: str = "") -> Detected:
    """A feed, or pages whose markup is read."""
    shape = shape_of(response.body)
    start = response.body.lstrip()[:2000]
    options = {"address": url, **({"company": company} if company else {})}
    if shape == "an RSS feed" or b"<feed" in start or b"<rdf:RDF" in start:
        return Detected(BOARDS[ANY_FEED], options, "a feed answers there")
    return Detected(BOARDS[ANY_SITE], options, f"{shape} answers there; its pages are read by their JobPosting markup")


def bare(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
