"""How many of a source's responses are kept: a hostile site fills no disk."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from listings.fetching import crawl, snapshots
from listings.models import Fetch, Snapshot, Source
from tests.examples import few
from tests.listings.fetching.stub_server import API, StandIn, vacancy
from tests.listings.fetching.test_pending_pages import add_site, put_job, put_sitemap

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]


def kept_numbers(source: Source) -> list[int]:
    return sorted(Snapshot.objects.filter(fetch__source=source).values_list("fetch__requests", flat=True))


def add_fetches(source: Source, outcome: str, sizes: list[int]) -> None:
    """The first is the oldest, numbered by its count of requests."""
    now = timezone.now()
    for number, size in enumerate(sizes):
        started_at = now - timedelta(hours=len(sizes) - number)
        fetch = Fetch.objects.create(source=source, started_at=started_at, outcome=outcome, requests=number)
        request = {"url": "-", "external_id": "", "lastmod": None}
        Snapshot.objects.create(fetch=fetch, request=request, url="-", status=200, body=b"a" * size, size=size)


@pytest.mark.parametrize("outcome", ["quarantined", "failed", "ok"])
def test_the_last_five_are_kept(source: Source, outcome: str) -> None:
    add_fetches(source, outcome, [10] * 8)
    assert snapshots.prune(source, timezone.now()) == 3
    assert kept_numbers(source) == [3, 4, 5, 6, 7]


def test_large_ones_are_fewer(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MAX_STORED_BYTES", 1000)
    add_fetches(source, "quarantined", [10, 400, 400, 400])
    snapshots.prune(source, timezone.now())
    assert kept_numbers(source) == [2, 3]


def test_the_newest_of_each_kind_is_kept_whatever_its_size(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MAX_STORED_BYTES", 1000)
    add_fetches(source, "ok", [10, 5000])
    add_fetches(source, "failed", [10, 10, 5000])
    snapshots.prune(source, timezone.now())
    assert kept_numbers(source) == [1, 2]


@pytest.mark.parametrize("body", few([b"no JSON", b"<html>captcha</html>"], 1))
def test_odd_and_failed_fetches_of_one_source_stay_few(
    boards: StandIn, source: Source, fetched: Run, body: bytes
) -> None:
    boards.jobs(*map(vacancy, range(1, 5)))
    fetched(source)
    for number in range(7):
        boards.put(API, body + str(number).encode())
        fetched(source)
    assert Snapshot.objects.values("fetch").distinct().count() == 1 + snapshots.MAX_ODD_FETCHES


@pytest.mark.slow
def test_a_fetch_ends_when_the_texts_that_it_holds_are_large(
    boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 10,000 letters, which take four times as much beside an emoji.
    monkeypatch.setattr(crawl, "MAX_HELD_BYTES", 60_000)
    site = add_site()
    put_sitemap(boards, range(4))
    for number in range(4):
        put_job(boards, number, description=f"<p>\U0001f680 {'harbour ' * 1_250}</p>")
    fetched(site)
    assert site.postings.count() == 2
    assert site.pending_pages.count() == 2


def test_a_fetch_ends_when_it_has_filled_its_share(
    boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawl, "MAX_STORED_BYTES", 50_000)
    site = add_site()
    put_sitemap(boards, range(10))
    for number in range(10):
        put_job(boards, number)
        path = f"/tides.example/jobs/{number}"
        status, headers, page = boards.answers[path]
        noise = json.dumps(random.Random(number).randbytes(20_000).hex())
        boards.answers[path] = status, headers, page + f"<!-- {noise} -->".encode()
    fetched(site)
    stored = sum(len(snapshot.body) for snapshot in Snapshot.objects.all())
    assert 50_000 <= stored < 80_000
    assert site.pending_pages.count() > 0
