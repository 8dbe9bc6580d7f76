"""Answers that are no answer: a page where data was due, a challenge instead of a page, nothing."""

from __future__ import annotations

import re

from listings.boards.base import Board, Response

LOOKED_AT = 4096
SHORT_PAGE = 20_000
CHALLENGE = re.compile(
    rb"just a moment|checking your browser|cf-challenge|cf_chl|attention required|are you a robot|verify you are human"
    rb"|captcha|enable javascript and cookies|access denied|ddos protection|unusual traffic",
    re.IGNORECASE,
)


def block_reason(board: Board, response: Response) -> str:
    """Empty, or why this is not what the board serves, in words for an admin."""
    body = response.body.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not body:
        return "an empty answer"
    page = _is_page(body)
    if page and _is_challenge(body):
        return "a page that asks whether we are human, instead of an answer"
    if page and board.expects in ("json", "xml") and not response.request.external_id:
        return f"a web page where {board.expects.upper()} was due"
    return ""


def _is_page(body: bytes) -> bool:
    start = body[:LOOKED_AT].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start)


def _is_challenge(body: bytes) -> bool:
    """By its title, or by its words where the page is too short to be anything else."""
    title = re.search(rb"<title[^>]*>(.*?)</title>", body[:LOOKED_AT], re.IGNORECASE | re.DOTALL)
    if title and CHALLENGE.search(title[1]):
        return True
    return len(body) < SHORT_PAGE and bool(CHALLENGE.search(body))
