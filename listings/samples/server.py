"""The made-up boards over HTTP on loopback: /<host>/<path>?<query>, as BOARD_MIRROR asks."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from typing import Any
from urllib.parse import parse_qs, urlsplit

from listings.samples import formats
from listings.samples.misbehaving import FAULTS, SPOILED, spoil
from listings.samples.state import CACHED_UP_TO, FEEDS, Boards
from listings.samples.vacancies import Vacancy

API_HOSTS = ("remotive.com", "farboard.example")
FEED_HOSTS = ("weworkremotely.com", "openroad.example")
PAGE_HOSTS = ("remote.co", "homeport.example")
HOSTS = {"api": API_HOSTS, "feeds": FEED_HOSTS, "pages": PAGE_HOSTS}
AGGREGATES = ("remote-jobs", "remote-programming-jobs")
ROBOTS = b"User-agent: *\nAllow: /\nDisallow: /private/\n"
Answer = tuple[int, str, Iterable[bytes]]


@dataclass
class Server:
    """The running boards: where they are, and what a test may ask of them."""

    url: str
    boards: Boards

    def misbehave(self, name: str, host: str = "") -> None:
        """`name` "" ends it; `host` "" means every board."""
        if name and name not in (*FAULTS, *SPOILED):
            raise ValueError(f"{name!r} is none of {', '.join((*FAULTS, *SPOILED))}")
        self.boards.faults = {key: fault for key, fault in self.boards.faults.items() if key != host and host}
        if name:
            self.boards.faults[host] = name

    def set_clock(self, moment: datetime | None) -> None:
        self.boards.fixed = moment

    def log(self) -> list[dict[str, Any]]:
        return list(self.boards.log)


@contextmanager
def serve(port: int = 0, *, ads: int = 1000, seed: int = 1, speed: float = 1.0) -> Iterator[Server]:
    """Serves in a thread. Raises OSError where the port is taken."""
    boards = Boards(ads, seed, speed)
    handler = type("Handler", (Handler,), {"boards": boards})
    http = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server = Server(f"http://127.0.0.1:{http.server_address[1]}", boards)
    handler.server_facade = server  # type: ignore[attr-defined]  # made above, one class a server
    threading.Thread(target=http.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    boards: Boards
    server_facade: Server

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
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _control(self, path: str, query: dict[str, str]) -> None:
        status, said = 200, "ok"
        try:
            if path == "/__misbehave":
                self.server_facade.misbehave(query.get("name", ""), query.get("host", ""))
            elif path == "/__clock":
                self.boards.fixed = datetime.fromisoformat(query["at"]) if query.get("at") else None
            elif path == "/__log":
                said = json.dumps(self.server_facade.log())
            else:
                status, said = 404, "__misbehave, __clock and __log are known"
        except ValueError as error:
            status, said = 400, str(error)
        self._send(status, "application/json", said.encode())

    def _board(self, path: str, query: dict[str, str]) -> None:
        _, host, *rest = path.split("/", 2)
        path = "/" + (rest[0] if rest else "")
        self.boards.remember(
            host=host,
            path=path,
            query=query,
            agent=self.headers.get("User-Agent"),
            tag=self.headers.get("If-None-Match"),
        )
        if path == "/robots.txt":
            return self._send(200, "text/plain", ROBOTS)
        fault = self.boards.faults.get(host) or self.boards.faults.get("", "")
        if fault in FAULTS:
            return FAULTS[fault](self)
        status, kind, pieces = self._answer(host, path, query, fault)
        if fault in SPOILED:
            body = spoil(fault, iter(pieces))
            return self._send(status, kind, body, cut=fault == "truncate")
        if self.boards.ads > CACHED_UP_TO and status == 200:
            return self._stream(kind, pieces)
        return self._send(status, kind, b"".join(pieces))

    def _answer(self, host: str, path: str, query: dict[str, str], fault: str) -> Answer:
        moment = self.boards.now()
        if host in API_HOSTS and path == "/api/remote-jobs":
            return 200, "application/json", self._api(query, fault, moment)
        slug = path.removesuffix(".rss").rpartition("/")[2]
        if host in FEED_HOSTS and path.endswith(".rss") and slug in (*FEEDS, *AGGREGATES):
            ads = _spoiled(self.boards.feed(slug, moment), fault)
            body = formats.feed_body(f"Openroad: {FEEDS.get(slug, 'newest')}", ads)
            if fault == "broken-records":
                body = (piece.replace(b"<link>https", b"<link>gopher").replace(b"<guid>", b"<id>") for piece in body)
            return 200, "application/rss+xml; charset=utf-8", body
        if host in PAGE_HOSTS and path == "/latest-jobs-sitemap.xml":
            shown = _spoiled(self.boards.shown(self.boards.pages, moment), fault)
            return 200, "application/xml", formats.sitemap_body(shown)
        if host in PAGE_HOSTS and path.startswith("/job-details/"):
            return self._page(path[-36:], moment, fault)
        return 404, "text/plain", [b"not here"]

    def _api(self, query: dict[str, str], fault: str, moment: datetime) -> Iterator[bytes]:
        slots = self.boards.in_api
        total = len(slots)
        first = min(total, int(query.get("offset", "0")))
        count = min(total - first, int(query.get("limit", str(total))))
        if fault == "empty":
            count = total = 0
        if fault == "half":
            count = total = total // 2
        ads = self.boards.shown(slots[first : first + count], moment)
        body = formats.remotive_body(ads, count, total)
        return (piece.replace(b'"url"', b'"uri"') for piece in body) if fault == "broken-records" else body

    def _page(self, uuid: str, moment: datetime, fault: str) -> Answer:
        one = self.boards.page(uuid, moment)
        if one is None:
            return (410 if self.boards.gone(uuid, moment) else 404), "text/html", [b"<html>This job is gone.</html>"]
        body = formats.job_page(one)
        return 200, "text/html; charset=utf-8", [body[:200] if fault == "broken-records" else body]

    def _send(self, status: int, kind: str, body: bytes, *, cut: bool = False) -> None:
        tag = '"' + hashlib.sha256(body).hexdigest()[:20] + '"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        packed = "gzip" in self.headers.get("Accept-Encoding", "") and len(body) > 1000 and not cut
        body = gzip.compress(body, 1) if packed else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", tag)
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)
        self.close_connection = self.close_connection or cut

    def _stream(self, kind: str, pieces: Iterable[bytes]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in pieces:
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")


def _spoiled(ads: Iterable[Vacancy], fault: str) -> Iterator[Vacancy]:
    if fault == "empty":
        return iter(())
    return islice(ads, 0, None, 2) if fault == "half" else iter(ads)
