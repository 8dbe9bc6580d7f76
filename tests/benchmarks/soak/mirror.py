"""The made-up boards as the site's mirror, with ads in one of their lists that only serve to break something."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import requests

from listings.samples.server import Server

LIST = "/remotive.com/api/remote-jobs"
# Beyond the numbers of the made-up ads.
FIRST_ID = 9_000_000_000
LONG = 1_000_000
RIGHT_TO_LEFT, NUL, SURROGATE = "\u202e", "\x00", "\ud800"


def hostile_jobs() -> list[dict[str, Any]]:
    """Records in the format of the list. Each is one that a reader, the database or a page might stumble over."""
    worst: list[dict[str, Any]] = [
        {"title": "T" * LONG},
        {"company_name": "C" * 9_000},
        {"candidate_required_location": "Nowhere, " * 50_000},
        {"description": "<div>" * 50_000},
        {"description": "<p>" + "$1 - $2, " * 50_000},
        {"description": f"<script>alert(1)</script><img src=x onerror=alert(1)>{NUL}{SURROGATE}"},
        {"title": f"{RIGHT_TO_LEFT}reenignE{NUL}"},
        {"tags": ["t" * 500] * 20_000},
        {"tags": {"a": ["b"]}},
        {"salary": "9" * 100_000},
        {"publication_date": "99999-13-45T00:00:00"},
        {"publication_date": "0001-01-01T00:00:00"},
        {"url": "https://[bad/"},
        {"url": "javascript:alert(1)"},
        {"url": "https://remotive.example/" + "u" * 100_000},
        {"title": None},
        {"title": ["a", ["list"]]},
        {"id": "²³"},
    ]
    plain = {
        "url": "https://remotive.com/remote-jobs/x/",
        "title": "Keeper of lighthouses",
        "company_name": "Fog & Horn",
        "category": "All others",
        "tags": [],
        "job_type": "full_time",
        "publication_date": "2026-01-02T03:04:05",
        "candidate_required_location": "Worldwide",
        "salary": "",
        "description": "<p>You keep the light, the lamp and the log.</p>",
    }
    return [
        {"id": FIRST_ID + number, **plain, "url": f"{plain['url']}{FIRST_ID + number}", **fault}
        for number, fault in enumerate(worst)
    ]


@dataclass
class Mirror:
    """`poisoned`: whether the hostile ads are in the list."""

    url: str
    boards: Server
    poisoned: bool = True


@contextmanager
def mirroring(boards: Server) -> Iterator[Mirror]:
    class BoundHandler(Handler):
        pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), BoundHandler)
    mirror = BoundHandler.mirror = Mirror(f"http://127.0.0.1:{http.server_address[1]}", boards)
    threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield mirror
    finally:
        http.shutdown()
        http.server_close()


class Handler(BaseHTTPRequestHandler):
    mirror: Mirror

    def log_message(self, *args: object) -> None:
        """The boards keep a log of their own."""

    def do_GET(self) -> None:
        try:
            self._answer()
        # A board that drips or breaks off, or a site that was killed.
        except (OSError, requests.RequestException):
            self.close_connection = True

    def _answer(self) -> None:
        address = f"{self.mirror.boards.url}{self.path}"
        with requests.get(address, timeout=60, stream=True, allow_redirects=False) as answer:
            is_list = self.path.partition("?")[0] == LIST and answer.status_code == 200
            self.send_response(answer.status_code)
            # Without the validators of the made-up boards: a 304 would hide that the hostile ads are gone.
            for name in ("Content-Type", "Location", "Retry-After", *(() if is_list else ("Content-Encoding",))):
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.end_headers()
            if is_list:
                self.wfile.write(poison(answer.content) if self.mirror.poisoned else answer.content)
            else:
                # As it was packed: a bomb must not go off here.
                for piece in answer.raw.stream(65_536, decode_content=False):
                    self.wfile.write(piece)


def poison(body: bytes) -> bytes:
    """The list with the hostile ads in it; any other body as it is."""
    try:
        content = json.loads(body)
        content["jobs"].extend(hostile_jobs())
    except (ValueError, KeyError, TypeError):
        return body
    return json.dumps(content).encode()
