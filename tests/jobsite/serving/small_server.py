"""A web server of its own for a test, whose application is a few lines, and clients of it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from jobsite.serving.connections import ClientServer, listen
from jobsite.serving.fair_queue import FairQueue
from jobsite.serving.worker import head_without_body, turn
from jobsite.serving.worker_loads import WorkerLoad, WorkerLoads

# More than the system keeps of what a client does not read.
LARGE = b"x" * 14_000_000


PIECES = 3


class Site:
    """Echoes the query or the body of a request, or sends much; `/unfinished` then waits for `done`.

    `/unchanged` has no body.
    """

    def __init__(self) -> None:
        self.done = threading.Event()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"] == "/unchanged":
            start_response("304 Not Modified", [("ETag", '"1"')])
            return [b""]
        body = self.body(environ)
        start_response("200 OK", [("Content-Length", str(sum(map(len, body))))])
        if environ["PATH_INFO"] == "/unfinished":
            return self.unfinished(body)
        return body

    def body(self, environ: dict[str, Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/":
            return [environ["QUERY_STRING"].encode() or environ["wsgi.input"].read() or b"hello"]
        return [LARGE] * (PIECES if environ["PATH_INFO"] == "/pieces" else 1)

    def unfinished(self, body: list[bytes]) -> Iterator[bytes]:
        yield from body
        self.done.wait(60)


@contextmanager
def serving(
    max_connections: int = 500, listener: socket.socket | None = None, load: WorkerLoad | None = None
) -> Iterator[ClientServer]:
    listener = listener or socket.create_server(("127.0.0.1", 0))
    load = load or WorkerLoads(1).claim([])
    connections: dict[int, Any] = {}
    queue, stop, site = FairQueue(2), threading.Event(), Site()
    server = listen(listener, head_without_body(site), connections, queue, max_connections, load)

    def loop() -> None:
        while not stop.is_set():
            turn(0.02, connections, queue, [server])

    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield server
    finally:
        stop.set()
        site.done.set()
        thread.join()
        queue.shutdown()
        for connection in list(connections.values()):
            connection.close()


def connect(port: int, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=300, source_address=(source, 0))


def request(path: str = "/", *headers: str, method: str = "GET") -> bytes:
    return "\r\n".join((f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", "")).encode()


def response(port: int, text: bytes, source: str = "127.0.0.1") -> bytes:
    """Everything that is sent until the connection is closed."""
    with connect(port, source) as client:
        client.sendall(text)
        return read_all(client)


def read_all(client: socket.socket) -> bytes:
    received = bytearray()
    while chunk := client.recv(65536):
        received += chunk
    return bytes(received)


def get(port: int, source: str = "127.0.0.1") -> bytes:
    return response(port, request("/", "Connection: close"), source)
