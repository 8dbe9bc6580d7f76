"""The made-up boards over HTTP on loopback: /<host>/<path>?<query>, the addresses that BOARD_MIRROR leads to."""

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

from listings.samples.endpoints import respond
from listings.samples.faults import FAULTS, NAMES, SPOILING
from listings.samples.hosts import HOSTS, host_of
from listings.samples.responses import SampleResponse
from listings.samples.state import SampleBoards

IDLE_SECONDS = 30
MIN_CHUNK = 2**16
LOGGED_HEADERS = ("User-Agent", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Accept")


@dataclass
class Server:
    """A running server. Its methods are also at /__misbehave, /__clock and /__log."""

    url: str
    boards: SampleBoards

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def misbehave(self, name: str, host: str = "") -> None:
        """`name` "" ends a fault; `host` "" means all boards. A board's other hosts share its fault."""
        if name and name not in NAMES:
            raise ValueError(f"{name!r} is not one of {', '.join(NAMES)}")
        known_host = host_of(host)
        if host and known_host is None:
            raise ValueError(f"{host!r} is not one of {', '.join(HOSTS)}")
        board = known_host.board if known_host else ""
        others = {key: fault for key, fault in self.boards.faults.items() if key != board and board}
        # One assignment: other threads read the faults without a lock.
        self.boards.faults = others | ({board: name} if name else {})

    def set_clock(self, moment: datetime | None) -> None:
        """Stops the boards' clock at that time, in UTC where it has no zone; None lets it run again."""
        if moment is not None and moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        self.boards.fixed_time = moment

    def log(self) -> list[dict[str, Any]]:
        with self.boards.lock:
            return list(self.boards.log)


class _HttpServer(ThreadingHTTPServer):
    # The default of 5 refuses connections when twenty sources are fetched at once.
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        # Clients hang up on a misbehaving board; their tracebacks would bury any other.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serve(port: int = 0, *, ads: int = 1000, seed: int = 1, speed: float = 1.0) -> Iterator[Server]:
    """Serves in a thread. Raises OSError where the port is taken."""
    boards = SampleBoards(ads, seed, speed)

    # Handlers are made anew for each request and know only their class: each server gets a class of its own.
    class BoundHandler(Handler):
        pass

    http = _HttpServer(("127.0.0.1", port), BoundHandler)
    BoundHandler.server_state = Server(f"http://127.0.0.1:{http.server_address[1]}", boards)
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield BoundHandler.server_state
    finally:
        http.shutdown()
        http.server_close()


class Handler(BaseHTTPRequestHandler):
    # Headers and body are two writes: with Nagle's algorithm the second one waits 40 ms for the client's ACK.
    disable_nagle_algorithm = True
    # 1.0, the default, closes the connection after each response.
    protocol_version = "HTTP/1.1"
    timeout = IDLE_SECONDS
    server_state: Server

    def log_message(self, *args: object) -> None:
        """The boards keep a log of their own."""

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        try:
            if url.path.startswith("/__"):
                self._control(url.path, query)
            else:
                self._serve_board(url.path, query)
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def _control(self, path: str, query: dict[str, str]) -> None:
        status, text = 200, "ok"
        try:
            if path == "/__misbehave":
                self.server_state.misbehave(query.get("name", ""), query.get("host", ""))
            elif path == "/__clock":
                # The plus sign of a time zone arrives as a space where it was not escaped.
                at = query.get("at", "").replace(" ", "+")
                self.server_state.set_clock(datetime.fromisoformat(at) if at else None)
                text = self.server_state.boards.now().isoformat()
            elif path == "/__log":
                text = json.dumps(self.server_state.log())
            else:
                status, text = 404, "Only __misbehave, __clock and __log exist."
        except ValueError as error:
            status, text = 400, str(error)
        content_type = "application/json" if path == "/__log" else "text/plain"
        self._send(SampleResponse(status, content_type, iter([text.encode()])))

    def _serve_board(self, path: str, query: dict[str, str]) -> None:
        _, host, *rest = path.split("/", 2)
        path = "/" + (rest[0] if rest else "")
        headers = {name: self.headers[name] for name in LOGGED_HEADERS if name in self.headers}
        boards = self.server_state.boards
        boards.record(at=time.time(), host=host, path=path, query=query, headers=headers)
        known_host = host_of(host)
        if path == "/robots.txt" and known_host:
            return self._send(SampleResponse(200, "text/plain", iter([known_host.robots.encode()])))
        fault = boards.faults.get(known_host.board if known_host else "") or boards.faults.get("", "")
        if fault in FAULTS:
            return FAULTS[fault](self)
        spoiling = fault if fault in SPOILING else ""
        return self._send(respond(boards, host, path, query, spoiling), truncate=fault == "truncate")

    def _send(self, response: SampleResponse, *, truncate: bool = False) -> None:
        tag = f'"{response.tag}"' if response.tag else ""
        is_unchanged = bool(tag) and self.headers.get("If-None-Match") == tag
        self.send_response(304 if is_unchanged else response.status)
        for name, value in (("ETag", tag), ("Location", response.location)):
            if value:
                self.send_header(name, value)
        if response.changed:
            self.send_header("Last-Modified", format_datetime(response.changed, usegmt=True))
        if is_unchanged:
            self.end_headers()
            return
        self.send_header("Content-Type", response.content_type)
        self.send_header("Vary", "Accept-Encoding")
        pieces = response.pieces
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_header("Content-Encoding", "gzip")
            pieces = _compressed(pieces)
        if response.joined:
            self._send_joined(b"".join(pieces), truncate)
        else:
            self._send_chunked(pieces, truncate)

    def _send_joined(self, body: bytes, truncate: bool) -> None:
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if truncate else body)
        self.close_connection = self.close_connection or truncate

    def _send_chunked(self, pieces: Iterable[bytes], truncate: bool) -> None:
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for place, chunk in enumerate(_chunks(pieces)):
            if truncate and place:
                # Without the empty chunk that ends a whole response.
                self.close_connection = True
                return
            self.wfile.write(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")


def _chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces joined up to MIN_CHUNK bytes: writing a million ads one by one takes longer than making them."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        if len(waiting) >= MIN_CHUNK:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


def _compressed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(1, wbits=31)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()
