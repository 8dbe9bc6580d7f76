"""Fixtures that make the search see, or miss, what a test has made."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

import pytest

Reindex = Callable[[], None]


def skip_without_search() -> None:
    if find_spec("listings.search.results") is None:
        pytest.skip("the search has not arrived yet")


@pytest.fixture
def reindex() -> Reindex:
    """Call it after making listings, and the search finds them."""
    skip_without_search()
    return lambda: None


@pytest.fixture
def no_index() -> None:
    """The index is gone, and being rebuilt."""
    skip_without_search()
