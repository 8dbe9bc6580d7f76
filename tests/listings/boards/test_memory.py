"""What parsing takes of memory: one emoji makes each letter of its text take four bytes."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from tests.listings.fetching.stub_server import vacancy

pytestmark = pytest.mark.slow
TEXT = "\N{BEER MUG}" + "tide tables " * 600
ADS = 200


def feed() -> bytes:
    items = (
        f"<item><title>Engineer {number}</title><link>https://harbour.example/{number}</link>"
        f"<description><![CDATA[{TEXT}{number}]]></description></item>"
        for number in range(ADS)
    )
    return f'<rss version="2.0"><channel><title>Jobs at Acme</title>{"".join(items)}</channel></rss>'.encode()


def api() -> bytes:
    jobs = [vacancy(number, description=TEXT + str(number)) for number in range(1, ADS + 1)]
    return json.dumps({"jobs": jobs}, ensure_ascii=False).encode()


# The text as a whole while the ads' own are made of it, or the ads alone.
@pytest.mark.parametrize(("board", "body", "copies"), [("remotive", api(), 9), ("feed", feed(), 6)])
def test_memory_for_a_list_with_emojis(board: str, body: bytes, copies: int) -> None:
    response = Response(Request("https://harbour.example/jobs"), body)
    tracemalloc.start()
    try:
        page = BOARDS[board].parse(response)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(page.ads) == ADS
    assert peak < copies * len(body)
