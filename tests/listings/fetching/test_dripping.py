"""Hosts that send a byte now and then: every part of an exchange ends by the same limit."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import requests
from pytest_django import Settings

from listings.boards.base import Request
from listings.fetching import http_client
from listings.fetching.http_client import FetchError, HttpClient
from listings.fetching.transport import TimeLimit, build_adapter
from tests.examples import few

FEED = Request("https://board.example/feed")
PAUSE = 0.05
DRIPS = 1200
"""A minute of them: a host that is cut has sent far fewer."""
OK = b"HTTP/1.1 200 OK\r\n"


class Dripping:
    """`answers`: what is sent at once for a path; where it does not end, bytes drip after it.

    `floods`: what then follows again and again, without a pause.
    """

    def __init__(self) -> None:
        self.answers: dict[str, bytes] = {}
        self.floods: dict[str, bytes] = {}
        self.port = 0
        self.sent = 0
        self.stopped = threading.Event()

    def serve(self, listener: socket.socket) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                head = connection.recv(65536).decode("latin-1").split(" ")
                path = head[1] if len(head) > 1 else ""
                answer = self.answers.get(path, b"")
                connection.sendall(answer)
                while path in self.floods and not self.stopped.is_set():
                    connection.sendall(self.floods[path])
                if answer.endswith(b"done"):
                    return
                for _ in range(DRIPS):
                    if self.stopped.wait(PAUSE):
                        return
                    connection.sendall(b"a")
                    self.sent += 1
            except OSError:
                return


@contextmanager
def dripping() -> Iterator[Dripping]:
    host = Dripping()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host.port = listener.getsockname()[1]
        threading.Thread(target=host.serve, args=(listener,), daemon=True).start()
        try:
            yield host
        finally:
            host.stopped.set()
            listener.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def host(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dripping]:
    # Enough for the robots.txt that comes first, on a busy machine as well.
    monkeypatch.setattr(http_client, "RESPONSE_SECONDS", 2.0)
    with dripping() as made:
        settings.BOARD_MIRROR = f"http://127.0.0.1:{made.port}"
        made.answers["/board.example/robots.txt"] = OK + b"Content-Length: 4\r\nConnection: close\r\n\r\ndone"
        yield made


def redirect(path: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: https://board.example{path}\r\nContent-Length: 0\r\n\r\n".encode()


@pytest.mark.parametrize(
    "start",
    few(
        [
            b"",
            b"HTTP/1.1 2",
            OK,
            OK + b"X-Slow: ",
            OK + b"Content-Length: 100000\r\n\r\n",
            b"HTTP/1.1 100 Continue\r\n",
        ],
        3,
    ),
    ids=["nothing", "status line", "no header", "header", "body", "interim answer"],
)
def test_an_answer_that_drips_is_cut(host: Dripping, start: bytes) -> None:
    host.answers["/board.example/feed"] = start
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta()).get(FEED)
    assert caught.value.kind == "timeout"
    assert host.sent < DRIPS / 2


@pytest.mark.parametrize(
    ("start", "flood"),
    few(
        [
            (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 5000),
            (OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 2000),
            (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2000),
        ],
        2,
    ),
    ids=["chunks", "members", "interim answers"],
)
def test_a_flood_that_says_nothing_costs_little_processor_time(
    host: Dripping, monkeypatch: pytest.MonkeyPatch, start: bytes, flood: bytes
) -> None:
    monkeypatch.setattr(http_client, "RESPONSE_SECONDS", 60.0)
    monkeypatch.setattr(http_client, "RECEIVING_SECONDS", 0.1)
    monkeypatch.setattr(http_client, "MAX_COSTLY", 1)
    host.answers["/board.example/feed"], host.floods["/board.example/feed"] = start, flood
    client = HttpClient(delay=timedelta())
    with pytest.raises(FetchError, match="processor time to receive"):
        client.get(FEED)
    with pytest.raises(FetchError, match="was not requested"):
        client.get(FEED)
    with pytest.raises(FetchError) as caught:
        client.get(Request("https://other.example/feed"))
    assert caught.value.kind == "timeout", "nothing is known of a host that was not requested"


def test_a_robots_file_that_drips_forbids(host: Dripping) -> None:
    host.answers["/board.example/robots.txt"] = OK + b"X-Slow: "
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta()).get(FEED)
    assert (caught.value.kind, host.sent < DRIPS / 2) == ("robots", True)


def test_a_redirect_to_what_drips_is_cut(host: Dripping) -> None:
    host.answers["/board.example/feed"] = redirect("/slow") + b"done"
    host.answers["/board.example/slow"] = OK + b"X-Slow: "
    with pytest.raises(FetchError, match="slow timed out") as caught:
        HttpClient(delay=timedelta()).get(FEED)
    assert caught.value.kind == "timeout"
    assert host.sent < DRIPS / 2


def loopback(host: str, port: int) -> list[str]:
    return ["127.0.0.1"]


def test_the_body_of_a_redirect_is_not_read(host: Dripping) -> None:
    host.answers["/board.example/feed"] = redirect("/here").replace(b"Length: 0", b"Length: 9999")
    host.answers["/board.example/here"] = OK + b"Content-Length: 4\r\nConnection: close\r\n\r\ndone"
    response = HttpClient(delay=timedelta()).get(FEED).response
    assert response is not None
    assert response.body == b"done"


@pytest.mark.parametrize("start", [b"", b"\x16\x03\x03\x40\x00"], ids=["no record", "a long record"])
def test_a_handshake_that_drips_is_cut(start: bytes) -> None:
    with dripping() as host:
        host.answers[""] = host.answers["/"] = start
        with requests.Session() as session:
            session.mount("https://", build_adapter(loopback, lambda address: None, TimeLimit()))
            with pytest.raises(requests.RequestException):
                session.get(f"https://board.example:{host.port}/", timeout=(0.5, 0.5))
        assert host.sent < DRIPS / 2


def test_the_clients_own_deadline_comes_first(host: Dripping, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "RESPONSE_SECONDS", 600)
    host.answers["/board.example/feed"] = OK + b"X-Slow: "
    with pytest.raises(FetchError) as caught:
        HttpClient(delay=timedelta(), deadline=time.monotonic() + 1).get(FEED)
    assert caught.value.kind == "timeout"
    assert host.sent < DRIPS / 2


@pytest.mark.parametrize("path", few(["/board.example/slow", "/other.example/robots.txt"]))
def test_all_redirects_of_a_request_have_one_time(host: Dripping, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setattr(http_client, "RESPONSE_SECONDS", 600)
    monkeypatch.setattr(http_client, "REDIRECTS_SECONDS", 1)
    to_slow = redirect("/slow") if "robots" not in path else redirect("/slow").replace(b"//board", b"//other")
    host.answers["/board.example/feed"] = redirect("/next") + b"done"
    host.answers["/board.example/next"] = to_slow + b"done"
    host.answers[path] = OK + b"X-Slow: "
    client = HttpClient(delay=timedelta())
    with pytest.raises(FetchError) as caught:
        client.get(FEED)
    assert (caught.value.kind, host.sent < DRIPS / 2) == ("timeout", True)
    # The time of the next request is its own.
    host.answers["/board.example/feed"] = OK + b"Content-Length: 4\r\nConnection: close\r\n\r\ndone"
    assert client.get(FEED).status == 200
