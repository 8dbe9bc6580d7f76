"""A page of one ad costs that ad alone, in a fetch and in the daily check of pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytest_django import Settings
from redis import Redis

from listings.boards import BOARDS
from listings.boards.base import Response
from listings.fetching import gone_pages
from listings.fetching.throttle import slot_key
from listings.models import Fetch, Posting, Source
from tests.listings.fetching import test_pending_pages
from tests.listings.fetching.stub_server import StandIn
from tests.listings.fetching.test_pending_pages import SITE, add_site, put_job, put_sitemap

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
UNREADABLE = "https://x.example\x00/"


@pytest.fixture
def site_of_four(boards: StandIn, fetched: Run) -> Source:
    return make_site_of_four(boards, fetched)


def make_site_of_four(boards: StandIn, fetched: Run) -> Source:
    """The last two of its ads are no longer listed."""
    site = add_site()
    for number in range(4):
        put_job(boards, number)
    put_sitemap(boards, range(4))
    fetched(site)
    put_sitemap(boards, range(2))
    fetched(site)
    assert Posting.objects.filter(source=site, closed_at=None).count() == 4
    put_job(boards, 3, status=410)
    return site


def test_the_page_of_one_ad_does_not_end_the_check_of_the_others(boards: StandIn, site_of_four: Source) -> None:
    boards.put(f"/{SITE}/jobs/2", b"", 302, Location=UNREADABLE)
    assert gone_pages.check_pages() == 1
    assert Posting.objects.filter(closed_at=None).count() == 3


@pytest.mark.slow
def test_nor_does_one_that_leads_to_a_host_which_refuses_it(boards: StandIn, site_of_four: Source) -> None:
    boards.put("/mimic.example/", b"", 429)
    boards.put(f"/{SITE}/jobs/2", b"", 302, Location="https://mimic.example/")
    assert gone_pages.check_pages() == 1


def test_a_slow_source_leaves_time_for_the_next(
    boards: StandIn, site_of_four: Source, fetched: Run, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    put_job(boards, 2, status=410)
    Source.objects.filter(pk=site_of_four.pk).update(name="zenith")
    monkeypatch.setattr(test_pending_pages, "SITE", "other.example")
    make_site_of_four(boards, fetched)
    put_job(boards, 2, status=410)
    valkey = Redis.from_url(settings.VALKEY_URL)
    valkey.delete(slot_key(SITE), slot_key("other.example"))
    # Each host is asked for one page, and the pause before the next is longer than the time for all.
    settings.MIRROR_DELAY, settings.FETCH_TIME_LIMIT = 100, 60
    monkeypatch.setattr(gone_pages, "MAX_SECONDS_PER_SOURCE", 0.5)
    assert gone_pages.check_pages() == 2
    assert Posting.objects.exclude(closed_at=None).values("source").distinct().count() == 2


def test_a_page_that_our_code_stumbles_over_is_passed_over(
    boards: StandIn, site_of_four: Source, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(response: Response) -> bool:
        return bool("".join(["x"][9]))

    monkeypatch.setitem(BOARDS, "jobposting", replace(BOARDS["jobposting"], closed=stumble))
    assert gone_pages.check_pages() == 1
    assert "IndexError" in caplog.text


def test_a_fetch_goes_on_behind_such_a_page(boards: StandIn, fetched: Run) -> None:
    site = add_site()
    put_sitemap(boards, range(4))
    for number in range(4):
        put_job(boards, number)
    boards.put(f"/{SITE}/jobs/1", b"", 302, Location=UNREADABLE)
    assert fetched(site).outcome == "ok"
    assert Posting.objects.filter(closed_at=None).count() == 3
