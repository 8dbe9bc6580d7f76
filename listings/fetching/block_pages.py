"""Recognises responses that hold no data: a web page instead of JSON, a bot check instead of a page, nothing at all."""

from __future__ import annotations

import re

from listings.boards.base import Board, Response

SNIFFED_BYTES = 4096
MAX_CHALLENGE_BYTES = 20_000
CHALLENGE = re.compile(
    rb"just a moment|checking your browser|cf-challenge|cf_chl|attention required|are you a robot|verify you are human"
    rb"|captcha|enable javascript and cookies|access denied|ddos protection|unusual traffic",
    re.IGNORECASE,
)


def block_reason(board: Board, response: Response) -> str:
    """Why the response cannot be what the board publishes, as a noun phrase for admins; "" if it can."""
    body = response.body.lstrip(b"\xef\xbb\xbf \t\r\n")
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
    start = body[:SNIFFED_BYTES].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start)


def _is_challenge(body: bytes) -> bool:
    title = re.search(rb"<title[^>]*>(.*?)</title>", body[:SNIFFED_BYTES], re.IGNORECASE | re.DOTALL)
    if title and CHALLENGE.search(title[1]):
        return True
    # Only in a short page: a long one may be an ad that mentions captchas, or a form protected by one.
    return len(body) < MAX_CHALLENGE_BYTES and bool(CHALLENGE.search(body))
