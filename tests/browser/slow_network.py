"""The site over a network so slow that a page is drawn while it arrives."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import requests

# Some frames pass between two parts.
PART_BYTES, PAUSE_SECONDS = 400, 0.03
KEPT_HEADERS = ("Content-Type", "Content-Security-Policy")


def parts_of(page: bytes) -> Iterator[bytes]:
    """Cut after a tag, where the browser may draw what it has."""
    start = 0
    for tag in re.finditer(b">", page):
        if tag.end() - start >= PART_BYTES:
            yield page[start : tag.end()]
            start = tag.end()
    yield page[start:]


@contextmanager
def slow_network(site: str) -> Iterator[str]:
    """The address where `site` answers slowly."""

    class Relay(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = requests.get(site + self.path, timeout=60)
            self.send_response(answer.status_code)
            for name in KEPT_HEADERS:
                if name in answer.headers:
                    self.send_header(name, answer.headers[name])
            self.end_headers()
            is_page = answer.headers["Content-Type"].startswith("text/html")
            for part in parts_of(answer.content) if is_page else [answer.content]:
                self.wfile.write(part)
                self.wfile.flush()
                time.sleep(PAUSE_SECONDS if is_page else 0)

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
            """Of no interest: the pages that are asked for are those of the test."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Relay) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_address[1]}"
        server.shutdown()
