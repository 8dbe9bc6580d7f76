"""The site's own processes while the files of their index are damaged: each answers, and all is mended by itself."""

from __future__ import annotations

import http.client
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import Settings

from jobsite.allinone import up
from jobsite.allinone.supervisor import Supervisor
from listings.search.index import index_versions
from tests.listings.indexing import PATIENCE
from tests.listings.making import listing_with
from tests.listings.search.index.test_damage import (
    delete,
    empty,
    file_of,
    overwrite,
    replace_by_folder,
    truncate,
)
from tests.processes import ROOT, database_url, free_port, until

pytestmark = pytest.mark.django_db(transaction=True)
CASES: list[tuple[str, Callable[[Path], None]]] = [
    ("*.idx", truncate),
    ("*.pos", empty),
    ("*.term", truncate),
    ("*.store", truncate),
    ("*.fast", empty),
    ("*.fieldnorm", truncate),
    ("*.fast", overwrite),
    ("*.store", delete),
    ("meta.json", truncate),
    ("meta.json", overwrite),
    (".managed.json", overwrite),
    ("current", empty),
    ("current", replace_by_folder),
    ("generation-*.json", overwrite),
]
LISTINGS = 10
MAX_LOST_CONNECTIONS = 5
"""Between two looks at the files a worker may still be killed; the next one must not be."""


@pytest.fixture
def site(settings: Settings, folder: Path, tmp_path: Path) -> Iterator[Supervisor]:
    settings.PORT = free_port()
    (tmp_path / "logs").mkdir()
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "VALKEY_URL": settings.VALKEY_URL,
        "SECRET_KEY": settings.SECRET_KEY,
        "INDEX_DIR": str(folder),
        "PORT": str(settings.PORT),
        "WEB_WORKERS": "1",
    }
    children = [child for child in up.children() if child.name in ("web", "indexer")]
    supervisor = Supervisor(children, environment, ROOT, tmp_path / "logs", lambda name, line: None)
    supervisor.start()
    try:
        yield supervisor
    finally:
        supervisor.stop()


@contextmanager
def request(path: str) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", settings.PORT, timeout=300)
    try:
        connection.request("GET", path, headers={"Host": "localhost"})
        yield connection.getresponse()
    finally:
        connection.close()


class Reader:
    """Asks for the jobs again and again, and counts what it did not get."""

    def __init__(self) -> None:
        self.lost = 0

    def total(self) -> int:
        """How many jobs it was told of; 0 while the index is being built."""
        try:
            with request("/jobs.json?q=engineer") as response:
                assert response.status in (200, 503)
                if response.status == 503:
                    assert int(response.headers["Retry-After"]) > 0
                    return 0
                return len(json.load(response)["items"])
        except (OSError, http.client.HTTPException):
            self.lost += 1
            return 0


@pytest.mark.slow
def test_no_damage_lasts(site: Supervisor, folder: Path) -> None:
    for number in range(LISTINGS):
        listing_with(f"Engineer {number}")
    reader = Reader()

    def is_whole() -> bool:
        site.watch(0.05)
        return reader.total() == LISTINGS

    until(is_whole, PATIENCE)
    for pattern, damage in CASES:
        reader.lost, first = 0, index_versions.current(folder)
        damage(file_of(folder, pattern))

        def is_mended(before: str = first) -> bool:
            return is_whole() and index_versions.current(folder) not in ("", before)

        if pattern == ".managed.json":
            until(is_whole, PATIENCE)
        else:
            until(is_mended, PATIENCE)
        assert reader.lost <= MAX_LOST_CONNECTIONS, (pattern, damage)
