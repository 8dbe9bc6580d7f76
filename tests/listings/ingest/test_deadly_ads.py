"""Ads that end the process which reads them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import pytest
from billiard.exceptions import SoftTimeLimitExceeded
from django.core.cache import cache
from django.utils import timezone

from listings import facts
from listings.facts.base import Reading
from listings.ingest import backfill, deadly_ads, process_deaths
from listings.ingest.writer import Ingest
from listings.models import Fetch, Posting, Source
from tests.forks import start_copy
from tests.listings.ingest.test_ingest import an_ad
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db
DEADLY = "Deadly"


def ingested(source: Source) -> Fetch:
    fetch = Fetch.objects.create(source=source, started_at=timezone.now())
    ads = [an_ad(str(number), title=title) for number, title in enumerate(["Baker", DEADLY, "Writer"])]
    Ingest(source, fetch, fetch.started_at).page(ads)
    return fetch


@pytest.fixture
def on_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Call it with what happens while the deadly ad is read."""
    read_all = facts.read_all

    def become(befall: Callable[[], None]) -> None:
        def reading_all(reading: Reading) -> dict[str, Any]:
            if reading.ad.title == DEADLY:
                befall()
            return read_all(reading)

        monkeypatch.setattr(facts, "read_all", reading_all)

    return become


def end_process() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def ingest(source: Source) -> None:
    ingested(source)


def ingest_in_copy(source: Source) -> int | None:
    copy = start_copy(ingest, source)
    copy.join()
    return copy.exitcode


@pytest.mark.django_db(transaction=True)
def test_an_ad_that_kills_is_skipped_alone(source: Source, on_reading: Callable[..., None]) -> None:
    on_reading(end_process)
    # The first death shows only where to watch.
    for _ in range(1 + deadly_ads.MAX_DEATHS):
        assert ingest_in_copy(source) == -signal.SIGKILL
        assert not Posting.objects.exists()
    fetch = ingested(source)
    assert (fetch.new, fetch.rejected) == (2, 1)
    [rejection] = fetch.rejections
    assert rejection["record"] == "1"
    assert "2 processes ended while they read it; it is tried again after 7 days" in rejection["reason"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_was_stopped_blames_no_ad(
    source: Source, on_reading: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(process_deaths.WORKER, "")
    on_reading(end_process)
    for _ in range(deadly_ads.MAX_DEATHS + 2):
        process_deaths.name_worker()
        assert ingest_in_copy(source) == -signal.SIGKILL
        process_deaths.note_stop()
    on_reading(lambda: None)
    assert ingested(source).new == 3


@pytest.mark.usefixtures("clean_cache")
def test_ads_are_watched_closely_only_after_a_death(source: Source, on_reading: Callable[..., None]) -> None:
    def is_close() -> bool:
        with deadly_ads.watch(f"source-{source.pk}") as watch:
            return watch.is_close

    assert not is_close()
    ingested(source)
    assert not is_close()
    with pytest.raises(SoftTimeLimitExceeded), deadly_ads.watch(f"source-{source.pk}"):
        raise SoftTimeLimitExceeded
    assert is_close()
    assert is_close()


def watch(befall: BaseException | None = None, *, seconds: float = 0.0) -> None:
    with deadly_ads.watched(1, "ad"):
        started = time.thread_time()
        while time.thread_time() - started < seconds:
            pass
        if befall:
            raise befall


@pytest.mark.usefixtures("clean_cache")
def test_a_clean_end_blames_no_ad() -> None:
    for befall in (ValueError(), KeyboardInterrupt(), SystemExit(), SoftTimeLimitExceeded()):
        for _ in range(deadly_ads.MAX_DEATHS + 1):
            with pytest.raises(type(befall)):
                watch(befall)
    watch()
    assert cache.get(deadly_ads._key(1, "ad")) is None


@pytest.mark.usefixtures("clean_cache")
def test_an_ad_that_takes_the_time_of_its_fetch_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process_deaths, "LONG_SECONDS", 0.01)
    for _ in range(deadly_ads.MAX_DEATHS):
        with pytest.raises(SoftTimeLimitExceeded):
            watch(SoftTimeLimitExceeded(), seconds=0.02)
    with pytest.raises(deadly_ads.EndsProcesses):
        watch()
    monkeypatch.setattr(facts, "VERSION", facts.VERSION + 1)
    watch()


def test_what_cannot_be_read_again_keeps_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        listing_with(f"Baker {number}", ad={"facts_version": 1, "facts": {"kept": True}})
    read = facts.read

    def stumbling(ad: Any, board: Any) -> dict[str, Any]:
        if "1" in ad.title:
            raise ZeroDivisionError
        return read(ad, board)

    monkeypatch.setattr(facts, "read", stumbling)
    assert backfill.update_facts() == 3
    kept = {posting.ad["title"]: "kept" in posting.facts for posting in Posting.objects.all()}
    assert kept == {"Baker 0": False, "Baker 1": True, "Baker 2": False}
