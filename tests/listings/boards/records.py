"""One made-up record through a board, for the tests of its quirks."""

from __future__ import annotations

import json
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad, Page, Request, Response


def page_of(board: str, value: Any, url: str = "-", **asked: Any) -> Page:
    """`value` is sent as JSON, or as it is where it is bytes."""
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return BOARDS[board].parse(Response(Request(url, **asked), body))


def ad_of(board: str, value: Any) -> Ad:
    page = page_of(board, value)
    assert page.rejected == []
    (ad,) = page.ads
    return ad
