from __future__ import annotations

from collections.abc import Iterator

import pytest

from listings.web import context_processors
from tests.listings.indexing import jobs, no_index, reindex, shared_index

__all__ = ["jobs", "no_index", "reindex", "shared_index"]


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    context_processors.forget()
    yield
    context_processors.forget()
