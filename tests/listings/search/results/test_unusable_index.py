"""A damaged index is a rebuild to come; a mistake of ours is an error, and never looks like one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from listings.search.index import index_versions
from listings.search.index.reader import IndexReader
from listings.search.index.searcher import IndexUnusable, NotReady, index_errors
from tests.examples import few
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(reindex: Reindex) -> None:
    for number in range(3):
        listing_with(f"Python developer {number}", facts={"residence": {"include": ["DE"]}})
    reindex()


def truncate(*kinds: str) -> None:
    folder = Path(settings.INDEX_DIR)
    for path in (folder / index_versions.current(folder)).iterdir():
        if path.suffix.removeprefix(".") in kinds:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("kind", few(["idx", "fast", "term", "pos", "fieldnorm", "store"], 2))
def test_a_damaged_index_is_served_as_a_rebuild(jobs: None, client: Client, kind: str) -> None:
    truncate(kind)
    page = client.get("/jobs/?q=python")
    assert page.status_code == 200
    assert "The search is being rebuilt." in page.content.decode()
    assert not page.has_header("ETag")
    assert client.get("/jobs.json?q=python").status_code == 503
    assert client.get("/jobs/suggest?q=pyth").json() == {"suggestions": []}


def test_a_missing_index_is_one_kind_of_an_unusable_one(tmp_path: Path) -> None:
    assert issubclass(NotReady, IndexUnusable)
    assert not issubclass(IndexUnusable, ValueError)
    with pytest.raises(NotReady):
        IndexReader(tmp_path).searcher()


class PanicException(BaseException):
    """As pyo3 raises it, whose own class cannot be imported."""


@pytest.mark.parametrize("error", [ValueError("damaged"), OSError("gone"), PanicException("flipped bits")])
def test_whatever_tantivy_raises_means_an_unusable_index(error: BaseException) -> None:
    with pytest.raises(IndexUnusable, match=str(error)), index_errors():
        raise error


@pytest.mark.parametrize("error", [TypeError("a mistake of ours"), KeyboardInterrupt()])
def test_other_errors_pass(error: BaseException) -> None:
    with pytest.raises(type(error)), index_errors():
        raise error


def fail(*args: Any, **options: Any) -> Any:
    raise ValueError("a mistake of ours")


OURS: list[tuple[str, str]] = [
    ("listings.search.index.compile_search.StoredTerms.fitting_residences", "/jobs/?country=DE"),
    ("listings.search.index.compile_search.StoredTerms.fitting_residences", "/jobs.json?country=DE"),
    ("listings.search.index.compile_text.text_plan", "/jobs/?q=mistake"),
    ("listings.search.index.compile_text.text_plan", "/jobs.rss?q=mistakes"),
    ("listings.search.results.facets.age_ranges", "/jobs/?category=engineering"),
    ("listings.search.results.autocomplete.search_for", "/jobs/suggest?q=pyth"),
]


@pytest.mark.parametrize(("function", "address"), OURS)
def test_a_mistake_of_ours_is_an_error_that_is_logged(
    jobs: None,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    function: str,
    address: str,
) -> None:
    replaced: Callable[..., Any] = fail
    monkeypatch.setattr(function, replaced)
    client.raise_request_exception = False
    assert client.get(address).status_code == 500
    assert "a mistake of ours" in caplog.text
