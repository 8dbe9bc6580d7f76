"""The web server's limits, on a server of its own whose application is a few lines."""

from __future__ import annotations

import socket
import sys
import threading
from contextlib import ExitStack
from ipaddress import ip_network
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from jobsite.serving import client_connection, connections
from jobsite.serving.connections import ClientServer, listen
from jobsite.serving.fair_queue import FairQueue
from jobsite.serving.worker import turn
from jobsite.serving.worker_loads import WorkerLoads
from tests.jobsite.serving.small_server import LARGE, Site, connect, get, response, serving
from tests.processes import until


@pytest.mark.parametrize(
    "beginning",
    [b"", b"GET / HTTP/1.1\r\nHost: loc", b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na"],
)
def test_no_thread_waits_for_a_request_that_is_not_complete(port: int, beginning: bytes) -> None:
    with ExitStack() as stack:
        for _ in range(50):
            stack.enter_context(connect(port)).sendall(beginning)
        assert get(port, "127.0.0.2").endswith(b"hello")


def test_no_thread_waits_for_a_reader_of_a_response(port: int) -> None:
    with ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(connect(port)).sendall(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert get(port, "127.0.0.2").endswith(b"hello")


def test_a_request_that_does_not_end_is_cut(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # On a busy machine the answer takes a while, too, and has no longer.
    monkeypatch.setattr(client_connection, "RECEIVE_SECONDS", 1)
    with connect(port) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        pieces = threading.Event()

        def drip() -> None:
            while not pieces.wait(0.05):
                try:
                    client.sendall(b"X-A: b\r\n")
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        try:
            assert client.recv(100).startswith(b"HTTP/1.1 408 Request Timeout\r\n")
        finally:
            pieces.set()
            thread.join()


@pytest.mark.parametrize("request_text", [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"])
def test_a_silent_connection_is_closed(port: int, request_text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_connection, "RECEIVE_SECONDS", 0.3)
    monkeypatch.setattr(client_connection, "IDLE_SECONDS", 0.3)
    assert response(port, request_text)[-5:] in (b"", b"hello")


def test_a_reader_who_takes_nothing_is_dropped(server: ClientServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_connection, "SEND_SECONDS", 0.1)
    monkeypatch.setattr(client_connection, "SEND_BYTES_PER_SECOND", len(LARGE))
    with connect(server.effective_port) as client:
        client.sendall(b"GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert client.recv(10)
        until(lambda: not server.active_channels)


def test_urgent_data_ends_a_connection(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads it, and the loop would not wait for anything else."""
    monkeypatch.setattr(client_connection, "RECEIVE_SECONDS", 0.5)
    with connect(port) as client:
        client.sendall(b"GET / HTTP/1.1\r\n")
        client.send(b"!", socket.MSG_OOB)
        try:
            received = client.recv(100)
        except ConnectionResetError:
            received = b""
        assert received == b""


@pytest.mark.skipif(sys.platform != "linux", reason="this system does not tell how many connections wait")
def test_a_crowd_that_waits_is_accepted_in_one_turn() -> None:
    """A reader stands in line behind all that one client has opened."""
    channels: dict[int, Any] = {}
    queue = FairQueue(2)
    with socket.create_server(("127.0.0.1", 0), backlog=200) as listener, ExitStack() as stack:
        server = listen(listener, Site(), channels, queue, 500, WorkerLoads(1).claim([]))
        clients = [stack.enter_context(connect(int(server.effective_port))) for _ in range(connections.CROWD + 1)]
        assert connections.waiting_connections(listener) == len(clients)
        turn(0.1, channels, queue, [server])
        assert len(server.active_channels) == len(clients)
        for channel in list(channels.values()):
            channel.close()
        queue.shutdown()


def test_requests_are_bounded_before_they_are_read(port: int) -> None:
    body = f"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {connections.MAX_BODY_BYTES + 1}\r\n\r\n".encode()
    assert response(port, body).startswith(b"HTTP/1.1 413 ")
    header = b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + b"a" * connections.MAX_HEADER_BYTES
    with connect(port) as client:
        client.sendall(header)
        assert client.recv(100).split()[1] == b"431"
    assert response(port, b"nonsense\r\n\r\n").split()[1] == b"400"


def test_a_body_comes_whole_and_head_without_one(port: int) -> None:
    post = b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 60000\r\n\r\n" + b"b" * 60_000
    assert response(port, post).endswith(b"b" * 60_000)
    head = response(port, b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert b"\r\nContent-Length: 5\r\n" in head
    assert head.endswith(b"\r\n\r\n")


def closed(client: socket.socket) -> bool:
    client.setblocking(False)
    try:
        return client.recv(1) == b""
    except BlockingIOError:
        return False


def test_a_client_with_many_connections_loses_its_oldest(port: int) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(port)) for _ in range(connections.MAX_CONNECTIONS_PER_CLIENT + 1)]
        until(lambda: closed(clients[0]))
        assert not closed(clients[1])
        assert get(port).endswith(b"hello")


def test_a_proxy_may_have_more(port: int, settings: Settings) -> None:
    settings.TRUSTED_PROXIES = (ip_network("127.0.0.1"),)
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(port)) for _ in range(connections.MAX_CONNECTIONS_PER_CLIENT + 5)]
        assert get(port).endswith(b"hello")
        assert not any(map(closed, clients))


def test_a_full_server_drops_the_oldest_and_serves_the_newest() -> None:
    with serving(max_connections=10) as server, ExitStack() as stack:
        port = int(server.effective_port)
        clients = [stack.enter_context(connect(port, f"127.0.0.{number}")) for number in range(2, 22)]
        until(lambda: closed(clients[0]))
        assert get(port).endswith(b"hello")


@pytest.mark.parametrize(("crowd", "accepted"), [(connections.CROWD, 1), (-1, 3)])
def test_another_worker_has_time_to_take_new_connections(
    crowd: int, accepted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "CROWD", crowd)
    listener, polled, queue = socket.create_server(("127.0.0.1", 0)), dict[int, Any](), FairQueue(1)
    server = connections.listen(listener, Site(), polled, queue, 10, WorkerLoads(1).claim([]))
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(connect(server.effective_port))
        turn(0.1, polled, queue, [server])
        assert len(server.active_channels) == accepted
        queue.shutdown()
        for connection in list(polled.values()):
            connection.close()
