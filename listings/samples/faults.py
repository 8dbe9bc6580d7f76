"""How a board answers when it misbehaves: each fault by name, bounded in time, size and memory."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from http.server import BaseHTTPRequestHandler

from listings.samples.hosts import host_of

HUGE_BYTES = 2 * 1024**3
BOMB_BYTES = 300 * 1024**2
CHUNK = b" " * 2**20
DRIPS, DRIP_SECONDS = 600, 0.2
NESTED = 200_000
RETRY_AFTER = "120"
PRIVATE = "http://169.254.169.254/latest/meta-data/"
CAPTCHA = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Verify you are human.</body></html>"
WRONG_TYPE = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>We moved</h1></body></html>"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><rss><channel><title>&j;</title></channel></rss>"
)


def due(path: str) -> str:
    """The content type that a board's address is expected to answer with. `path` begins with the host."""
    known = host_of(path.split("/")[1])
    if known is None or "/job-details/" in path or ".example/jobs/" in path:
        return "text/html"
    return known.kind


def _answer(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _endless(handler: BaseHTTPRequestHandler, piece: bytes, times: int, pause: float) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", due(handler.path))
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(times):
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(pause)


@lru_cache(maxsize=1)
def _bomb() -> bytes:
    packer = zlib.compressobj(6, wbits=31)
    return b"".join([*(packer.compress(CHUNK) for _ in range(BOMB_BYTES // len(CHUNK))), packer.flush()])


def _entities(handler: BaseHTTPRequestHandler) -> None:
    """For data in JSON, nesting takes the place of entities."""
    nested = b'{"jobs":' + b"[" * NESTED + b"]" * NESTED + b"}"
    kind = due(handler.path)
    _answer(handler, 200, nested if kind == "application/json" else LAUGHS, Content_Type=kind)


def _itself(handler: BaseHTTPRequestHandler) -> None:
    """A loop of two, for those who only notice an address that leads to itself."""
    _, host, *rest = handler.path.split("/", 2)
    address = rest[0] if rest else ""
    turn = address.removesuffix("again=1").rstrip("?&") if address.endswith("again=1") else None
    longer = f"{address}{'&' if '?' in address else '?'}again=1"
    _answer(handler, 302, Location=f"https://{host}/{longer if turn is None else turn}")


FAULTS: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "500": lambda handler: _answer(handler, 500, b"oops"),
    "429": lambda handler: _answer(handler, 429, b"slow down", Retry_After=RETRY_AFTER),
    "403": lambda handler: _answer(handler, 403, b"no"),
    "wrong-type": lambda handler: _answer(handler, 200, WRONG_TYPE, Content_Type="text/html"),
    "captcha": lambda handler: _answer(handler, 200, CAPTCHA, Content_Type="text/html"),
    "blank": lambda handler: _answer(handler, 200, b"", Content_Type=due(handler.path)),
    "slow": lambda handler: _endless(handler, b" ", DRIPS, DRIP_SECONDS),
    "huge": lambda handler: _endless(handler, CHUNK, HUGE_BYTES // len(CHUNK), 0),
    "gzip-bomb": lambda handler: _answer(
        handler, 200, _bomb(), Content_Type=due(handler.path), Content_Encoding="gzip"
    ),
    "entity-bomb": _entities,
    "redirect-loop": _itself,
    "redirect-private": lambda handler: _answer(handler, 302, Location=PRIVATE),
}
BROKEN = (
    (b'"url"', b'"uri"'),
    (b'"slug"', b'"slag"'),
    (b'"guid"', b'"good"'),
    (b'"comment_text": "', b'"comment_text": "|<p>'),
    (b'"absolute_url"', b'"absolute_uri"'),
    (b'"hostedUrl"', b'"hostedUri"'),
    (b'"jobUrl"', b'"jobUri"'),
    (b'"careers_url"', b'"careers_uri"'),
    (b"<id>", b"<id>no number: "),
    (b"<link>https", b"<link>gopher"),
    (b"<guid>https", b"<guid>gopher"),
    (b"/job-details/", b"/job-details/x"),
    (b"__NEXT_DATA__", b"__NEXT__"),
    (b"JobPosting", b"Posting"),
)
INVALID = (
    (b" the ", b" t\xff\xfee "),
    (b"/job-details/", b"/job-details/\xff"),
    (b".example/jobs/", b".example/jobs/\xff"),
)
SPOILED = ("truncate", "invalid-utf8", "empty", "half", "broken-records")
"""Faults of an answer that is otherwise the board's own."""
NAMES = (*FAULTS, *SPOILED)


def spoil(fault: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Piece by piece. "empty" and "half" are matters of which ads are shown, "truncate" of sending."""
    changes = {"invalid-utf8": INVALID, "broken-records": BROKEN}.get(fault, ())
    for piece in pieces:
        for found, instead in changes:
            piece = piece.replace(found, instead)
        yield piece
