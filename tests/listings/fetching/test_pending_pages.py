"""Detail pages are remembered until they were read: neither a 304 nor a refused page hides those behind it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from listings.boards import BOARDS
from listings.fetching import pending_pages
from listings.models import Fetch, LastResponse, Listing, PendingPage, Source
from tests.examples import few
from tests.listings.fetching.stub_server import StandIn

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
SITE = "tides.example"
PER_FETCH = 6


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Source:
    """A site with a sitemap, of which a fetch reads six pages."""
    monkeypatch.setitem(BOARDS, "jobposting", replace(BOARDS["jobposting"], details_per_fetch=PER_FETCH))
    return add_site()


def add_site() -> Source:
    options = {"address": f"https://{SITE}/sitemap.xml", "company": "", "remote_only": "yes"}
    return Source.objects.create(name="tides", board="jobposting", options=options)


def url(number: int) -> str:
    return f"https://{SITE}/jobs/{number}"


def put_sitemap(boards: StandIn, numbers: range | list[int], **lastmods: str) -> None:
    entries = "".join(
        f"<url><loc>{url(number)}</loc><lastmod>{lastmods.get(f'job{number}', '2026-11-01')}</lastmod></url>"
        for number in numbers
    )
    body = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
    boards.put(f"/{SITE}/sitemap.xml", body, Content_Type="application/xml")


def put_job(boards: StandIn, number: int, status: int = 200, description: str = "") -> None:
    markup = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": f"Tide Reader {number}",
        "description": description or f"<p>Read the tides of harbour {number} from home.</p>",
        "datePosted": "2026-11-01",
        "hiringOrganization": {"@type": "Organization", "name": f"Brightwater {number} Ltd"},
        "jobLocationType": "TELECOMMUTE",
    }
    page = f'<html><body><script type="application/ld+json">{json.dumps(markup)}</script></body></html>'
    boards.put(f"/{SITE}/jobs/{number}", page, status, Content_Type="text/html")


def jobs_requested(boards: StandIn) -> list[int]:
    """Since the last call."""
    numbers = [int(path.rpartition("/")[2]) for path in boards.requests if "/jobs/" in path]
    boards.requests.clear()
    return numbers


@pytest.mark.slow
def test_a_304_hides_no_page_that_was_never_read(boards: StandIn, fetched: Run) -> None:
    """At full size: forty pages a fetch."""
    site = add_site()
    put_sitemap(boards, range(100))
    for number in range(100):
        put_job(boards, number)
    for total in (40, 80, 100, 100):
        fetched(site)
        assert Listing.objects.open().count() == total
        assert site.pending_pages.count() == 100 - total
    # The sitemap itself was read once, and answered 304 since.
    assert LastResponse.objects.get(url__endswith="sitemap.xml").etag
    assert site.fetches.filter(outcome="unchanged").count() == 1


def test_a_page_that_failed_is_read_later(boards: StandIn, site: Source, fetched: Run) -> None:
    put_sitemap(boards, range(3))
    for number in range(3):
        put_job(boards, number, status=500 if number == 1 else 200)
    fetch = fetched(site)
    assert (fetch.outcome, Listing.objects.count(), site.pending_pages.count()) == ("ok", 2, 1)
    assert "500" in site.last_error
    put_job(boards, 1)
    fetched(site)
    assert Listing.objects.count() == 2, "it is not tried again at once"
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        fetched(site)
    assert (Listing.objects.count(), site.pending_pages.count()) == (3, 0)


@pytest.mark.parametrize("status", few([404, 500, 403, 410, 502], 2))
def test_a_refused_page_does_not_starve_those_behind_it(
    boards: StandIn, site: Source, fetched: Run, status: int
) -> None:
    put_sitemap(boards, range(10))
    for number in range(10):
        put_job(boards, number, status=status if number == 0 else 200)
    assert fetched(site).outcome == "ok"
    assert jobs_requested(boards) == list(range(PER_FETCH))
    fetched(site)
    assert jobs_requested(boards) == list(range(PER_FETCH, 10))
    assert Listing.objects.open().count() == 9


@pytest.mark.parametrize("status", few([429, 503]))
def test_a_host_that_asks_to_wait_ends_the_crawl(boards: StandIn, site: Source, fetched: Run, status: int) -> None:
    put_sitemap(boards, range(5))
    for number in range(5):
        put_job(boards, number)
    boards.put(f"/{SITE}/jobs/2", "slow down", status, Retry_After="86000")
    fetch = fetched(site)
    assert jobs_requested(boards) == [0, 1, 2]
    assert (fetch.outcome, fetch.complete, Listing.objects.count()) == ("ok", False, 2)
    assert site.next_fetch_at > timezone.now() + timedelta(hours=23)
    # The page may not be to blame, but it may: those behind it come first.
    fetched(site)
    assert jobs_requested(boards) == [3, 4, 2]
    put_job(boards, 2)
    fetched(site)
    assert (jobs_requested(boards), Listing.objects.count()) == ([2], 5)


def test_three_refused_pages_in_a_row_are_a_failure_of_the_source(boards: StandIn, site: Source, fetched: Run) -> None:
    put_sitemap(boards, range(8))
    for number in range(8):
        put_job(boards, number, status=403 if 2 <= number <= 4 else 200)
    fetch = fetched(site)
    assert jobs_requested(boards) == [0, 1, 2, 3, 4]
    assert (fetch.outcome, site.failures) == ("failed", 1)
    assert "3 pages in a row" in site.last_error
    # What was read is kept, and the next crawl begins with what was not tried.
    assert Listing.objects.count() == 2
    fetched(site)
    assert jobs_requested(boards) == [5, 6, 7]
    assert (site.failures, Listing.objects.count()) == (0, 5)


def test_what_left_the_list_waits_no_longer(boards: StandIn, site: Source, fetched: Run) -> None:
    put_sitemap(boards, range(12))
    for number in range(12):
        put_job(boards, number)
    fetched(site)
    put_sitemap(boards, range(9))
    boards.requests.clear()
    fetched(site)
    assert jobs_requested(boards) == list(range(PER_FETCH, 9))
    assert not PendingPage.objects.exists()


def test_a_newer_lastmod_is_read_again_at_once(boards: StandIn, site: Source, fetched: Run) -> None:
    put_sitemap(boards, range(2))
    put_job(boards, 0)
    put_job(boards, 1, status=500)
    fetched(site)
    jobs_requested(boards)
    put_sitemap(boards, range(2), job0="2026-11-05", job1="2026-11-05")
    fetched(site)
    assert jobs_requested(boards) == [0, 1]


def test_waiting_pages_are_bounded_and_none_is_lost(
    boards: StandIn, site: Source, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending_pages, "MAX_PENDING", 8)
    put_sitemap(boards, range(18))
    for number in range(18):
        put_job(boards, number)
    fetched(site)
    assert site.pending_pages.count() == 2
    assert LastResponse.objects.get(url__endswith="sitemap.xml").etag == "", "a 304 would hide the rest"
    for _ in range(3):
        fetched(site)
    assert Listing.objects.open().count() == 18


def test_a_page_that_kills_its_fetch_is_not_the_first_one_again(site: Source) -> None:
    first = PendingPage.objects.create(source=site, url=url(7), list_url="x", external_id=url(7), position=0)
    PendingPage.objects.create(source=site, url=url(8), list_url="x", external_id=url(8), position=1)
    # Tried, and never heard of again.
    pending_pages.start_try(first, timezone.now())
    assert [page.url for page in pending_pages.due(site, timezone.now(), 5)] == [url(8)]
    later = timezone.now() + timedelta(hours=2)
    assert [page.url for page in pending_pages.due(site, later, 5)] == [url(8), url(7)]


def test_a_dry_run_reads_pages_and_leaves_them_waiting(boards: StandIn, site: Source, fetched: Run) -> None:
    put_sitemap(boards, range(3))
    for number in range(3):
        put_job(boards, number)
    assert fetched(site, dry_run=True).new == 3
    assert not Listing.objects.exists()
    assert len(pending_pages.due(site, timezone.now(), 10)) == 3
    assert fetched(site).new == 3


def test_an_address_too_long_to_store_is_one_rejected_record(boards: StandIn, site: Source, fetched: Run) -> None:
    # Not compressible: a long address of one letter would fit into an index all the same.
    long = "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(100))
    put_sitemap(boards, range(3))
    body = boards.answers[f"/{SITE}/sitemap.xml"][2].decode()
    body = body.replace("</urlset>", f"<url><loc>https://{SITE}/jobs/{long}</loc></url></urlset>")
    boards.put(f"/{SITE}/sitemap.xml", body, Content_Type="application/xml")
    for number in range(3):
        put_job(boards, number)
    for outcome in ("ok", "unchanged"):
        fetch = fetched(site)
        assert (fetch.outcome, Listing.objects.open().count()) == (outcome, 3)
        if outcome == "ok":
            assert fetch.rejections[0]["reason"] == "its address is longer than 2,000 bytes"
