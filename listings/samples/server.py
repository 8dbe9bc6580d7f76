"""The made-up boards over HTTP on loopback: /<host>/<path>?<query>, as BOARD_MIRROR asks."""

from __future__ import annotations

import json
import sys
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from listings.samples.answers import SampleResponse
from listings.samples.hosts import HOSTS, host_of
from listings.samples.misbehaving import FAULTS, NAMES, SPOILED
from listings.samples.speaking import answer
from listings.samples.state import Boards

IDLE_SECONDS = 30
PIECE = 2**16
OF_INTEREST = ("User-Agent", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Accept")


@dataclass
class Server:
    """The running boards: where they are, and what a test may ask of them."""

    url: str
    boards: Boards

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def misbehave(self, name: str, host: str = "") -> None:
        """`name` "" ends it; `host` "" means every board. A board's other host names share its fault."""
        if name and name not in NAMES:
            raise ValueError(f"{name!r} is none of {', '.join(NAMES)}")
        known = host_of(host)
        if host and known is None:
            raise ValueError(f"{host!r} is none of {', '.join(HOSTS)}")
        board = known.board if known else ""
        kept = {key: fault for key, fault in self.boards.faults.items() if key != board and board}
        self.boards.faults = kept | ({board: name} if name else {})

    def set_clock(self, moment: datetime | None) -> None:
        """An aware moment at which the boards stand still; None lets time pass again."""
        if moment is not None and moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        self.boards.fixed = moment

    def log(self) -> list[dict[str, Any]]:
        with self.boards.lock:
            return list(self.boards.log)


class _Http(ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are a part of what is served here; anything else is told as usual."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(port: int = 0, *, ads: int = 1000, seed: int = 1, speed: float = 1.0) -> Iterator[Server]:
    """Serves in a thread. Raises OSError where the port is taken."""
    boards = Boards(ads, seed, speed)

    class Bound(Handler):
        pass

    http = _Http(("127.0.0.1", port), Bound)
    Bound.running = Server(f"http://127.0.0.1:{http.server_address[1]}", boards)
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield Bound.running
    finally:
        http.shutdown()
        http.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    running: Server

    def log_message(self, *args: object) -> None:
        """The boards keep a log of their own."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        try:
            if asked.path.startswith("/__"):
                self._control(asked.path, query)
            else:
                self._board(asked.path, query)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _control(self, path: str, query: dict[str, str]) -> None:
        status, said = 200, "ok"
        try:
            if path == "/__misbehave":
                self.running.misbehave(query.get("name", ""), query.get("host", ""))
            elif path == "/__clock":
                # An unescaped plus of a zone arrives as a space.
                at = query.get("at", "").replace(" ", "+")
                self.running.set_clock(datetime.fromisoformat(at) if at else None)
                said = self.running.boards.now().isoformat()
            elif path == "/__log":
                said = json.dumps(self.running.log())
            else:
                status, said = 404, "__misbehave, __clock and __log are known"
        except ValueError as error:
            status, said = 400, str(error)
        self._send(
            SampleResponse(status, "application/json" if path == "/__log" else "text/plain", iter([said.encode()]))
        )

    def _board(self, path: str, query: dict[str, str]) -> None:
        _, host, *rest = path.split("/", 2)
        path = "/" + (rest[0] if rest else "")
        headers = {name: self.headers[name] for name in OF_INTEREST if name in self.headers}
        boards = self.running.boards
        boards.remember(at=time.time(), host=host, path=path, query=query, headers=headers)
        known = host_of(host)
        if path == "/robots.txt" and known:
            return self._send(SampleResponse(200, "text/plain", iter([known.robots.encode()])))
        fault = boards.faults.get(known.board if known else "") or boards.faults.get("", "")
        if fault in FAULTS:
            return FAULTS[fault](self)
        spoiled = fault if fault in SPOILED else ""
        return self._send(answer(boards, host, path, query, spoiled), cut=fault == "truncate")

    def _send(self, given: SampleResponse, *, cut: bool = False) -> None:
        tag = f'"{given.tag}"' if given.tag else ""
        same = bool(tag) and self.headers.get("If-None-Match") == tag
        self.send_response(304 if same else given.status)
        for name, value in (("ETag", tag), ("Location", given.location)):
            if value:
                self.send_header(name, value)
        if given.changed:
            self.send_header("Last-Modified", format_datetime(given.changed, usegmt=True))
        if same:
            self.end_headers()
            return
        self.send_header("Content-Type", given.kind)
        self.send_header("Vary", "Accept-Encoding")
        pieces = given.pieces
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            pieces = _packed(pieces)
        if given.few:
            self._whole(b"".join(pieces), cut)
        else:
            self._streamed(pieces, cut)

    def _whole(self, body: bytes, cut: bool) -> None:
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        self.close_connection = self.close_connection or cut

    def _streamed(self, pieces: Iterable[bytes], cut: bool) -> None:
        """In chunks; a cut one ends without the last."""
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for place, piece in enumerate(_gathered(pieces)):
            if cut and place:
                self.close_connection = True
                return
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Small pieces together: a million tiny writes would be most of the time."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= PIECE:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(1, wbits=31)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
