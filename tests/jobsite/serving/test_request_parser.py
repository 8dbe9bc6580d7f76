"""Requests that are made to be read slowly: the loop of a worker reads them all."""

from __future__ import annotations

import time

import pytest
from waitress.adjustments import Adjustments

from jobsite.serving.connections import MAX_HEADER_BYTES
from jobsite.serving.request_parser import MAX_HEADERS, SingleRequestParser
from tests.examples import few
from tests.jobsite.serving.small_server import request, response

MUCH = MAX_HEADER_BYTES - 100
# Each takes seconds where it is read in quadratic time.
MAX_SECONDS = 1.0


def parsed(*packets: bytes) -> SingleRequestParser:
    """After so many packets, or fewer if the request is complete before."""
    parser = SingleRequestParser(Adjustments(max_request_header_size=MAX_HEADER_BYTES))
    for packet in packets:
        if not parser.completed:
            parser.received(packet)
    return parser


@pytest.mark.parametrize(
    "text",
    [
        b"GET a://" + b"1" * MUCH + b" HTTP/x\r\n\r\n",
        b"GET / HTTP/1.1\r\nX: " + b" " * MUCH + b"x\x01\r\n\r\n",
        b"GET / HTTP/1.1\r\nX:" + b"\r\n " * (MUCH // 3) + b"x\x01\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n",
    ],
    ids=["digits", "blanks", "folds", "address", "length"],
)
def test_what_takes_long_to_read_is_refused_at_once(text: bytes) -> None:
    started = time.thread_time()
    parser = parsed(text)
    assert time.thread_time() - started < MAX_SECONDS
    assert parser.completed
    assert parser.error.code == 400


@pytest.mark.parametrize("line", few([b"a:\r\n", b"aa:\t\r\n", b"a:\n"]))
def test_headers_without_end_are_refused_unread(line: bytes) -> None:
    parser = parsed(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n" + line * (MUCH // len(line)) + b"X:\r\n\r\nhello")
    assert parser.completed
    assert parser.error.code == 431
    assert not parser.headers


def test_as_many_headers_as_proxies_add_are_read() -> None:
    lines = b"".join(b"X-%d: y\r\n" % number for number in range(MAX_HEADERS - 1))
    parser = parsed(b"GET / HTTP/1.1\r\n" + lines + b"\r\n")
    assert parser.error is None
    assert len(parser.headers) == MAX_HEADERS - 1


def test_the_connection_of_too_many_headers_is_closed(port: int) -> None:
    answer = response(port, request("/", *["X: y"] * MAX_HEADERS) + request("/?next"))
    assert answer.startswith(b"HTTP/1.1 431 ")
    assert answer.count(b"HTTP/1.1 ") == 1


def test_blanks_and_folds_around_a_value_are_no_part_of_it() -> None:
    text = b"GET /?a:%20b HTTP/1.1 \r\nX-First:  \t a: b \r\nX-Second:\r\n  c\r\n\td\r\nX-Third:\r\n\r\n"
    headers = parsed(text).headers
    assert (headers["X_FIRST"], headers["X_SECOND"], headers["X_THIRD"]) == ("a: b", "c d", "")


def test_a_body_in_chunks_is_refused_unread(port: int) -> None:
    chunks = request("/", "Transfer-Encoding: chunked", method="POST") + b"5\r\nhello\r\n0\r\n\r\n"
    answer = response(port, chunks + request("/?next"))
    assert answer.startswith(b"HTTP/1.1 411 Length Required\r\n")
    assert answer.count(b"HTTP/1.1 ") == 1
