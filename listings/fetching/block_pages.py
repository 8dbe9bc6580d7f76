"""Recognises responses that hold no data: a web page instead of JSON, a bot check instead of a page, nothing at all."""

from __future__ import annotations

import re

from listings.boards.base import Board, BrokenShape, Page, Response
from listings.boards.formats.shapes import LEADING, first_tag

SNIFFED_BYTES = 4096
MAX_CHALLENGE_BYTES = 20_000
# Some hosts put a script or a style sheet before the page itself.
OF_PAGES = (b"head", b"body", b"script", b"style", b"meta", b"title", b"link", b"noscript", b"center", b"div")
CHALLENGE = re.compile(
    rb"just a moment|checking your browser|cf-challenge|cf_chl|attention required|are you a robot|verify you are human"
    rb"|captcha|enable javascript and cookies|access denied|ddos protection|unusual traffic",
    re.IGNORECASE,
)


class BlockPage(BrokenShape):
    """The response is not what the board publishes. The message is a noun phrase for admins."""


def read_page(board: Board, response: Response) -> Page:
    """What the board reads in a response. Raises BlockPage, or BrokenShape for trouble of another kind.

    What looks like a bot check and yet shows ads is none: ads may mention captchas, and pages be protected by one.
    """
    suspicion = block_reason(board, response)
    try:
        page = board.parse(response)
    except BrokenShape as error:
        if suspicion:
            raise BlockPage(suspicion) from error
        raise
    if suspicion and not response.request.external_id and not (page.ads or page.follow):
        raise BlockPage(suspicion)
    return page


def block_reason(board: Board, response: Response) -> str:
    """Why the response is hardly what the board publishes, as a noun phrase for admins; "" if it may be."""
    body = response.body.lstrip(LEADING)
    if not body:
        return "an empty response"
    is_page = _is_page(body)
    if is_page and _is_challenge(body):
        return "a bot check instead of the requested page"
    # Boards of data link to web pages as well: only their lists have to be data.
    if is_page and board.expects in ("json", "xml") and not response.request.external_id:
        return f"a web page instead of {board.expects.upper()}"
    return ""


def _is_page(body: bytes) -> bool:
    """By its first element: within those of a feed, ads bring pages of their own."""
    name = first_tag(body)
    return name in (b"!doctype html", b"html") or (name in OF_PAGES and b"<html" in body[:SNIFFED_BYTES].lower())


def _is_challenge(body: bytes) -> bool:
    title = re.search(rb"<title[^>]*>(.*?)</title>", body[:SNIFFED_BYTES], re.IGNORECASE | re.DOTALL)
    if title and CHALLENGE.search(title[1]):
        return True
    # Only in a short page: a long one may be an ad that mentions captchas, or a form protected by one.
    return len(body) < MAX_CHALLENGE_BYTES and bool(CHALLENGE.search(body))
