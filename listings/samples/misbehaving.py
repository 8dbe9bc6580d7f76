"""How boards go wrong: each fault answers a request its own way, bounded in time and size."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

HUGE_BYTES = 2 * 1024**3
DRIPS = 600
CAPTCHA = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Verify you are human.</body></html>"
WRONG_TYPE = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>We moved</h1></body></html>"
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><rss><channel><title>&j;</title></channel></rss>"
)


def _answer(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _slow(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(DRIPS))
    handler.end_headers()
    for _ in range(DRIPS):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.2)


def _huge(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(HUGE_BYTES // 2**20):
        handler.wfile.write(b" " * 2**20)


def _bomb(handler: BaseHTTPRequestHandler) -> None:
    body = gzip.compress(b" " * 300 * 2**20, 9)
    _answer(handler, 200, body, Content_Type="application/json", Content_Encoding="gzip")


def _entities(handler: BaseHTTPRequestHandler) -> None:
    """For data in JSON, nesting takes the place of entities."""
    if "api" in handler.path:
        _answer(handler, 200, b'{"jobs":' + b"[" * 200_000 + b"]" * 200_000 + b"}", Content_Type="application/json")
    else:
        _answer(handler, 200, LAUGHS, Content_Type="application/rss+xml")


def _itself(handler: BaseHTTPRequestHandler) -> None:
    _, host, *rest = handler.path.split("/", 2)
    _answer(handler, 302, Location=f"https://{host}/{rest[0] if rest else ''}")


FAULTS: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "500": lambda handler: _answer(handler, 500, b"oops"),
    "429": lambda handler: _answer(handler, 429, b"slow down", Retry_After="120"),
    "403": lambda handler: _answer(handler, 403, b"no"),
    "wrong-type": lambda handler: _answer(handler, 200, WRONG_TYPE, Content_Type="text/html"),
    "captcha": lambda handler: _answer(handler, 200, CAPTCHA, Content_Type="text/html"),
    "blank": lambda handler: _answer(handler, 200, b"", Content_Type="application/json"),
    "slow": _slow,
    "huge": _huge,
    "gzip-bomb": _bomb,
    "entity-bomb": _entities,
    "redirect-loop": _itself,
    "redirect-private": lambda handler: _answer(handler, 302, Location="http://169.254.169.254/latest/meta-data/"),
}
SPOILED = ("truncate", "invalid-utf8", "empty", "half", "broken-records")
"""Faults of an answer that is otherwise the board's own."""


def spoil(fault: str, pieces: Iterator[bytes]) -> bytes:
    body = b"".join(pieces)
    return body.replace(b"Pay", b"P\xff\xfey").replace(b"e", b"\xc3", 3) if fault == "invalid-utf8" else body
