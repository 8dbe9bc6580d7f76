"""How a made-up board misbehaves: each fault by name, bounded in time, size and memory."""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

from listings.samples.hosts import host_of

HUGE_BYTES = 2 * 1024**3
BOMB_BYTES = 300 * 1024**2
CHUNK = b" " * 2**20
DRIPS, DRIP_SECONDS = 600, 0.2
NESTING_DEPTH = 200_000
RETRY_AFTER = "120"
# Where cloud providers serve a machine's credentials.
PRIVATE_ADDRESS = "http://169.254.169.254/latest/meta-data/"
# The title is that of the most common one; block pages are recognised by it.
CAPTCHA = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Verify you are human.</body></html>"
WRONG_TYPE = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>We moved</h1></body></html>"
# Ten entities, each ten times the one before: "a billion laughs" to a parser that expands them.
ENTITY_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(9))
    + b"]><rss><channel><title>&j;</title></channel></rss>"
)


def expected_type(path: str) -> str:
    """The content type with which a board answers at that address. `path` begins with the host."""
    host = host_of(path.split("/")[1])
    if host is None or "/job-details/" in path or ".example/jobs/" in path:
        return "text/html"
    return host.content_type


def _respond(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def _stream(handler: BaseHTTPRequestHandler, piece: bytes, times: int, pause: float) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", expected_type(handler.path))
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    for _ in range(times):
        handler.wfile.write(piece)
        handler.wfile.flush()
        time.sleep(pause)


def _gzip_bomb() -> bytes:
    """Members of a megabyte behind one another: to compress it all would take seconds."""
    packer = zlib.compressobj(9, wbits=31)
    return (packer.compress(CHUNK) + packer.flush()) * (BOMB_BYTES // len(CHUNK))


def _send_entity_bomb(handler: BaseHTTPRequestHandler) -> None:
    """JSON has no entities: there, nesting takes their place."""
    nested = b'{"jobs":' + b"[" * NESTING_DEPTH + b"]" * NESTING_DEPTH + b"}"
    content_type = expected_type(handler.path)
    body = nested if content_type == "application/json" else ENTITY_BOMB
    _respond(handler, 200, body, Content_Type=content_type)


def _redirect_in_circles(handler: BaseHTTPRequestHandler) -> None:
    # A loop of two: a client might notice an address that redirects to itself, and still go round in this one.
    _, host, *rest = handler.path.split("/", 2)
    address = rest[0] if rest else ""
    if address.endswith("again=1"):
        target = address.removesuffix("again=1").rstrip("?&")
    else:
        target = f"{address}{'&' if '?' in address else '?'}again=1"
    _respond(handler, 302, Location=f"https://{host}/{target}")


FAULTS: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "500": lambda handler: _respond(handler, 500, b"oops"),
    "429": lambda handler: _respond(handler, 429, b"slow down", Retry_After=RETRY_AFTER),
    "403": lambda handler: _respond(handler, 403, b"no"),
    "wrong-type": lambda handler: _respond(handler, 200, WRONG_TYPE, Content_Type="text/html"),
    "captcha": lambda handler: _respond(handler, 200, CAPTCHA, Content_Type="text/html"),
    "blank": lambda handler: _respond(handler, 200, b"", Content_Type=expected_type(handler.path)),
    "slow": lambda handler: _stream(handler, b" ", DRIPS, DRIP_SECONDS),
    "huge": lambda handler: _stream(handler, CHUNK, HUGE_BYTES // len(CHUNK), 0),
    "gzip-bomb": lambda handler: _respond(
        handler, 200, _gzip_bomb(), Content_Type=expected_type(handler.path), Content_Encoding="gzip"
    ),
    "entity-bomb": _send_entity_bomb,
    "redirect-loop": _redirect_in_circles,
    "redirect-private": lambda handler: _respond(handler, 302, Location=PRIVATE_ADDRESS),
}
# For "broken-records": what makes each board's records unreadable while the whole keeps its shape.
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
# In text where there is some; sitemaps have none, so there in the addresses.
INVALID = (
    (b" the ", b" t\xff\xfee "),
    (b"/job-details/", b"/job-details/\xff"),
    (b".example/jobs/", b".example/jobs/\xff"),
)
# Faults that alter an otherwise correct response.
SPOILING = ("truncate", "invalid-utf8", "empty", "half", "broken-records")
NAMES = (*FAULTS, *SPOILING)


def spoil(fault: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Piece by piece. "empty" and "half" choose the ads, and "truncate" cuts what is sent: not here."""
    changes = {"invalid-utf8": INVALID, "broken-records": BROKEN}.get(fault, ())
    for piece in pieces:
        for correct, broken in changes:
            piece = piece.replace(correct, broken)
        yield piece
