"""Several requests in one packet, and what a client does not read of the answers."""

from __future__ import annotations

import re
from contextlib import ExitStack

import pytest

from jobsite.serving import client_connection, connections
from jobsite.serving.connections import ClientServer
from tests.jobsite.serving.small_server import LARGE, PIECES, connect, get, read_all, request, response, serving
from tests.processes import until

ANSWER = re.compile(rb"HTTP/1\.1 (\d+) .*?\r\n\r\n([^H]*)", re.DOTALL)


def test_no_thread_waits_for_a_client_that_asks_for_much_and_reads_nothing(server: ClientServer) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(server.effective_port)) for _ in range(4)]
        for client in clients:
            client.sendall(request("/large") * 80)
        queue = server.task_dispatcher
        until(lambda: queue.finished_count >= len(clients) and not queue.is_busy)
        # One answer each, and the next request of a connection waits until it is read.
        assert queue.finished_count == len(clients)
        assert all(0 < other.total_outbufs_len < 2 * len(LARGE) for other in list(server.active_channels.values()))
        assert get(server.effective_port, "127.0.0.2").endswith(b"hello")


def test_a_client_that_reads_gets_all_answers_in_order(port: int) -> None:
    paths = [f"/?{number}" for number in range(79)]
    text = b"\r\n\r\n".join([*map(request, paths), request("/?last", "Connection: close")])
    answers = ANSWER.findall(response(port, text))
    assert [body for _, body in answers] == [*(str(number).encode() for number in range(79)), b"last"]
    large = request("/large") * 3 + request("/?last", "Connection: close")
    assert response(port, large).count(b"x") == 3 * len(LARGE)


def test_a_response_without_a_body_leaves_the_connection_open(port: int) -> None:
    ending = request("/?last", "Connection: close")
    answers = ANSWER.findall(response(port, request("/unchanged") * 2 + ending))
    assert answers == [(b"304", b""), (b"304", b""), (b"200", b"last")]
    closing = request("/unchanged", "Connection: close")
    assert response(port, closing + ending).count(b"HTTP/1.1") == 1
    old = request("/unchanged").replace(b"HTTP/1.1", b"HTTP/1.0")
    assert response(port, old + ending).count(b"HTTP/1.") == 1


def test_bodies_and_requests_that_come_in_pieces_stay_in_order(port: int) -> None:
    post = request("/", "Content-Length: 5", method="POST")
    text = request("/?1") + post + b"first" + request("/?2") + post + b"again" + request("/?3", "Connection: close")
    with connect(port) as client:
        for start in range(0, len(text), 50):
            client.sendall(text[start : start + 50])
        assert [body for _, body in ANSWER.findall(read_all(client))] == [b"1", b"first", b"2", b"again", b"3"]


def test_a_slow_reader_of_a_long_answer_gets_all_of_it(server: ClientServer) -> None:
    with connect(server.effective_port) as client:
        client.sendall(request("/pieces", "Connection: close"))
        until(lambda: server.task_dispatcher.finished_count == 1)
        assert read_all(client).count(b"x") == PIECES * len(LARGE)


def test_a_connection_over_its_bound_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_connection, "MAX_UNSENT_BYTES", 2 * len(LARGE))
    with serving() as server, connect(server.effective_port) as client, connect(server.effective_port) as reader:
        reader.sendall(request("/large", "Connection: close"))
        client.sendall(request("/pieces"))
        until(lambda: server.task_dispatcher.finished_count == 2)
        until(lambda: len(server.active_channels) == 1)
        assert read_all(reader).count(b"x") == len(LARGE)


@pytest.mark.parametrize(
    ("bound", "sources"),
    [
        ("MAX_UNSENT_PER_CLIENT", ("127.0.0.2", "127.0.0.2")),
        ("MAX_UNSENT_IN_ALL", ("127.0.0.2", "127.0.0.3")),
    ],
)
def test_whoever_keeps_most_of_too_much_is_closed(
    server: ClientServer, bound: str, sources: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, bound, 2 * len(LARGE))
    with connect(server.effective_port, sources[0]) as greedy, connect(server.effective_port, sources[1]) as reader:
        reader.sendall(request("/large", "Connection: close"))
        until(lambda: server.task_dispatcher.finished_count == 1)
        greedy.sendall(request("/pieces"))
        until(lambda: len(server.active_channels) == 1)
        assert read_all(reader).count(b"x") == len(LARGE)


def test_what_clients_leave_within_the_bounds_stays(server: ClientServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_UNSENT_PER_CLIENT", 3 * len(LARGE) // 2)
    with ExitStack() as stack:
        clients = [stack.enter_context(connect(server.effective_port, f"127.0.0.{number}")) for number in (2, 3, 4)]
        for client in clients:
            client.sendall(request("/large", "Connection: close"))
        until(lambda: server.task_dispatcher.finished_count == 3)
        assert [read_all(client).count(b"x") for client in clients] == [len(LARGE)] * 3


def test_a_connection_is_dropped_though_its_request_still_runs(
    server: ClientServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_connection, "SEND_SECONDS", 0.1)
    monkeypatch.setattr(client_connection, "SEND_BYTES_PER_SECOND", 10 * len(LARGE))
    with connect(server.effective_port) as client:
        client.sendall(request("/unfinished"))
        assert client.recv(10)
        until(lambda: not server.active_channels)
        assert server.task_dispatcher.is_busy


@pytest.mark.parametrize("body_length", ["", "Content-Length: 0"])
def test_what_expects_to_continue_with_nothing_is_answered(port: int, body_length: str) -> None:
    headers = ["Expect: 100-continue", "Connection: close", *filter(None, [body_length])]
    answer = response(port, request("/", *headers))
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert answer.endswith(b"hello")


def test_a_body_is_asked_for_where_one_comes_and_is_not_too_long(port: int) -> None:
    headers = ["Expect: 100-continue", "Connection: close"]
    with connect(port) as client:
        client.sendall(request("/?before") + request("/", *headers, "Content-Length: 5", method="POST"))
        received = b""
        while not received.endswith(b"100 Continue\r\n\r\n"):
            received += client.recv(1000)
        assert b"before" in received
        client.sendall(b"after")
        assert read_all(client).endswith(b"\r\n\r\nafter")
    long = f"Content-Length: {connections.MAX_BODY_BYTES}"
    assert response(port, request("/", *headers, long, method="POST")).startswith(b"HTTP/1.1 413 ")


def test_blank_lines_are_no_sign_of_life(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_connection, "RECEIVE_SECONDS", 0.3)
    with connect(port) as client:
        client.settimeout(0.05)
        for _ in range(600):
            try:
                client.sendall(b"\r\n\r\n")
                assert client.recv(100) == b""
                return
            except TimeoutError:
                continue
            except OSError:
                return
    pytest.fail("The connection is still open.")
