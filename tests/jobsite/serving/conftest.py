"""A server for each test that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from jobsite.serving.connections import ClientServer
from tests.jobsite.serving.small_server import serving


@pytest.fixture
def server() -> Iterator[ClientServer]:
    with serving() as running:
        yield running


@pytest.fixture
def port(server: ClientServer) -> int:
    return int(server.effective_port)
