"""What lists name fills no memory: neither that of the fetch that reads them, nor that of all later ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from listings.fetching import crawl, last_responses
from listings.models import Fetch, Source
from tests.listings.fetching.stub_server import StandIn
from tests.listings.fetching.test_pending_pages import SITE, add_site, put_job, url

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def put_index(boards: StandIn, names: list[str]) -> None:
    entries = "".join(f"<sitemap><loc>https://{SITE}/{name}.xml</loc></sitemap>" for name in names)
    body = f'<sitemapindex xmlns="{NAMESPACE}">{entries}</sitemapindex>'
    boards.put(f"/{SITE}/sitemap.xml", body, Content_Type="application/xml")


def put_jobs(boards: StandIn, name: str, numbers: range) -> None:
    entries = "".join(f"<url><loc>{url(number)}</loc></url>" for number in numbers)
    boards.put(f"/{SITE}/{name}.xml", f'<urlset xmlns="{NAMESPACE}">{entries}</urlset>', Content_Type="application/xml")
    for number in numbers:
        put_job(boards, number)


def test_lists_behind_those_that_name_too_much_wait(
    boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = add_site()
    put_index(boards, ["jobs-1", "jobs-2", "jobs-3"])
    for number in range(3):
        put_jobs(boards, f"jobs-{number + 1}", range(2 * number, 2 * number + 2))
    # The index names three addresses, and the first sitemap two.
    monkeypatch.setattr(crawl, "MAX_LISTED_BYTES", 4 * last_responses.ID_BYTES)
    fetch = fetched(site)
    assert (fetch.outcome, fetch.complete, fetch.present) == ("ok", False, 2)
    assert "2 lists not read" in fetch.error
    assert site.postings.open().count() == 2, "the pages that are known by then are read"


def test_a_large_site_is_read_as_a_whole(boards: StandIn, fetched: Run) -> None:
    site = add_site()
    put_index(boards, ["jobs-1", "jobs-2"])
    put_jobs(boards, "jobs-1", range(3))
    put_jobs(boards, "jobs-2", range(3, 6))
    fetch = fetched(site)
    assert (fetch.present, fetch.error, site.postings.open().count()) == (6, "", 6)


def kept_lists(site: Source) -> list[str]:
    rows = site.last_responses.filter(external_id="").order_by("pk")
    return [row.url.rpartition("/")[2] for row in rows]


def test_the_lists_of_a_site_that_renames_them_do_not_pile_up(
    boards: StandIn, fetched: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = add_site()
    monkeypatch.setattr(last_responses, "MAX_KEPT_BYTES", 4 * last_responses.ROW_BYTES)
    for day in range(6):
        put_index(boards, [f"jobs-{day}"])
        put_jobs(boards, f"jobs-{day}", range(1))
        with time_machine.travel(timezone.now() + timedelta(days=day)):
            assert fetched(site).outcome == "ok"
    assert kept_lists(site)[-1] == "jobs-5.xml"
    assert len(kept_lists(site)) <= 5
    assert site.postings.open().count() == 1
