"""Fixtures: a source, a stand-in for the boards, and one fetch here and now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from pytest_django import Settings

from listings.fetching import leases
from listings.fetching.run import run as run_fetch
from listings.models import Fetch, Source
from tests.listings.fetching.stub_server import StandIn, standing_in


@pytest.fixture
def boards(settings: Settings) -> Iterator[StandIn]:
    with standing_in() as stand_in:
        settings.BOARD_MIRROR = stand_in.url
        yield stand_in


@pytest.fixture(autouse=True)
def clean_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def source(db: None) -> Source:
    return Source.objects.create(name="remotive", board="remotive")


@pytest.fixture
def fetched() -> Callable[..., Fetch]:
    """Runs one fetch of a source in this process. Returns the Fetch; the source is refreshed."""

    def run(source: Source, *, dry_run: bool = False) -> Fetch:
        lease = leases.lease_source(source)
        assert lease is not None
        fetch = run_fetch(lease, dry_run=dry_run)
        assert fetch is not None
        source.refresh_from_db()
        fetch.refresh_from_db()
        return fetch

    return run
