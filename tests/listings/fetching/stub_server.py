"""A stand-in for the boards, fetched through BOARD_MIRROR."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

API = "/remotive.com/api/remote-jobs"


def vacancy(number: int, **stated: Any) -> dict[str, Any]:
    """One record of the API, of a made-up company."""
    return {
        "id": number,
        "url": f"https://remotive.com/remote-jobs/software-development/engineer-{number}",
        "title": f"Engineer {number}",
        "company_name": f"Brightwater {number} Ltd",
        "category": "Software Development",
        "tags": ["python"],
        "job_type": "full_time",
        "publication_date": "2026-11-01T09:00:00",
        "candidate_required_location": "Worldwide",
        "salary": "",
        "description": f"<p>Build the tide tables, part {number}.</p>",
        **stated,
    }


@dataclass
class StandIn:
    """Serves what a test puts into `answers`: path → (status, headers, body), and records the requests.

    An answer for a path with its query takes precedence over one for the path alone. `posted`: (path, body), and an
    answer for `path + " " + body` takes precedence over one for the path.
    """

    port: int = 0
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    posted: list[tuple[str, str]] = field(default_factory=list)

    def clear(self) -> None:
        self.posted.clear()
        self.answers.clear()
        self.requests.clear()
        self.queries.clear()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def put(self, path: str, body: bytes | str, status: int = 200, **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, raw)

    def jobs(self, *records: dict[str, Any]) -> None:
        body = {"0-legal-notice": "-", "job-count": len(records), "total-job-count": len(records), "jobs": records}
        self.put(API, json.dumps(body), Content_Type="application/json")


@contextmanager
def standing_in() -> Iterator[StandIn]:
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body are two small writes: Nagle's algorithm would hold the second one back for 40 ms.
        disable_nagle_algorithm = True

        def log_message(self, *args: object) -> None: ...

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            path = self.path.partition("?")[0]
            stand_in.posted.append((path, sent))
            self.answer(stand_in.answers.get(f"{path} {sent}") or stand_in.answers.get(path))

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            stand_in.requests.append(path)
            stand_in.queries.append(query)
            self.answer(stand_in.answers.get(self.path) or stand_in.answers.get(path))

        def answer(self, known: tuple[int, dict[str, str], bytes] | None) -> None:
            status, headers, body = known or (404, {}, b"not here")
            tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            for name, value in {"ETag": tag, **headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in.port = server.server_address[1]
    # shutdown() waits for the end of a poll, by default half a second: too long for every single test.
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        server.server_close()
