"""The page of one ad speaks for that ad: its author neither rewrites others nor has the source set aside."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from listings.boards.base import Ad, Page, Rejected, Request
from listings.fetching import ad_pages, passed_over, pending_pages
from listings.fetching.accept_effect import effect
from listings.fetching.ad_pages import AdOwners
from listings.fetching.last_responses import LastResponses
from listings.fetching.replay import replay
from listings.lifecycle import takedowns
from listings.models import Fetch, LastResponse, Posting, Snapshot, Source, Takedown
from tests.examples import few
from tests.listings.fetching.stub_server import StandIn
from tests.listings.fetching.test_pending_pages import SITE, add_site, put_job, put_sitemap, url

pytestmark = pytest.mark.django_db
Run = Callable[..., Fetch]
HOSTILE = 6
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@pytest.fixture
def site(boards: StandIn, fetched: Run) -> Source:
    """Six honest pages and one more, all read."""
    site = add_site()
    for number in range(HOSTILE + 1):
        put_job(boards, number)
    put_sitemap(boards, range(HOSTILE + 1))
    fetched(site)
    assert Posting.objects.filter(closed_at=None).count() == HOSTILE + 1
    return site


def markup(title: str, address: str, **more: Any) -> dict[str, Any]:
    return {
        "@type": "JobPosting",
        "title": title,
        "url": address,
        "description": "<p>Nobody should work here.</p>",
        "hiringOrganization": "Mimic Ltd",
        "jobLocationType": "TELECOMMUTE",
        **more,
    }


def with_markup(*postings: dict[str, Any]) -> str:
    script = json.dumps([markup("Mimic", url(HOSTILE)), *postings])
    return f'<html><body><script type="application/ld+json">{script}</script></body></html>'


def put_hostile(boards: StandIn, page: str, day: int = 20) -> None:
    boards.put(f"/{SITE}/jobs/{HOSTILE}", page, Content_Type="text/html")
    put_sitemap(boards, range(HOSTILE + 1), **{f"job{HOSTILE}": f"2026-11-{day}"})


def put_thief(boards: StandIn) -> None:
    """Its page rewrites one ad of the sitemap, and closes another."""
    stolen = [markup("Tide Reader 1", url(1)), markup("Tide Reader 2", url(2), validThrough="2026-11-02")]
    put_hostile(boards, with_markup(*stolen, markup("Mimic's second", url(99))))


def pass_over(external_id: str) -> None:
    """As if an older version of the facts had not kept the ad."""
    Posting.objects.filter(external_id=external_id).update(external_id="another")
    Source.objects.update(passed_over_version=0)


def honest_ads() -> list[Posting]:
    return list(Posting.objects.filter(external_id__in=[url(number) for number in range(HOSTILE)]))


def test_a_page_neither_rewrites_nor_closes_the_ads_that_a_list_names(
    boards: StandIn, site: Source, fetched: Run
) -> None:
    put_thief(boards)
    assert fetched(site).outcome == "ok"
    assert all(ad.closed_at is None and "Read the tides" in ad.html for ad in honest_ads())
    # What no other page shows is its own.
    assert Posting.objects.filter(external_id=f"{url(HOSTILE)}#{url(99)}", closed_at=None).exists()


def test_nor_those_that_no_list_names_for_a_while(boards: StandIn, site: Source, fetched: Run) -> None:
    put_thief(boards)
    put_sitemap(boards, [number for number in range(HOSTILE + 1) if number != 1], **{f"job{HOSTILE}": "2026-11-20"})
    fetched(site)
    assert all("Read the tides" in ad.html for ad in honest_ads())


def test_an_ad_still_to_come_is_neither_rewritten_nor_hidden(boards: StandIn, site: Source, fetched: Run) -> None:
    put_hostile(boards, with_markup(markup("Mimic's second", url(50))))
    fetched(site)
    posting = Posting.objects.get(ad__title="Mimic's second")
    takedowns.take_down(Takedown(kind=Takedown.Reach.POSTING, reason=Takedown.Ground.SCAM, posting=posting))
    put_job(boards, 50)
    put_sitemap(boards, [*range(HOSTILE + 1), 50])
    fetched(site)
    assert Posting.objects.get(external_id=url(50)).listing.is_open
    assert Posting.objects.filter(url=url(50)).count() == 2


@pytest.mark.slow
def test_nor_does_it_when_its_snapshot_is_read_again(boards: StandIn, site: Source, fetched: Run) -> None:
    put_thief(boards)
    fetched(site)
    replay(site, apply=True)
    assert all(ad.closed_at is None and "Read the tides" in ad.html for ad in honest_ads())


@pytest.mark.slow
def test_what_accepting_would_change_leaves_out_the_ads_of_others(boards: StandIn, site: Source, fetched: Run) -> None:
    put_thief(boards)
    fetch = fetched(site)
    Posting.objects.filter(external_id=url(1)).update(closed_at=timezone.now())
    changes = effect(fetch)
    # Those of the list, and two that its page alone shows.
    assert (changes.shown, changes.new, changes.reopened) == (HOSTILE + 3, 0, 1)
    # Without the list, the pages that it named last time still belong to it.
    fetch.snapshots.filter(url__endswith=".xml").delete()
    assert effect(fetch).shown == 2


def test_nor_does_it_speak_for_an_ad_that_was_not_kept(boards: StandIn, site: Source, fetched: Run) -> None:
    put_thief(boards)
    fetched(site)
    pass_over(url(1))
    Snapshot.objects.filter(url=url(1)).delete()
    assert passed_over.read_again() == 1
    assert not Posting.objects.filter(external_id=url(1)).exists()


@pytest.mark.slow
def test_a_page_without_an_ad_keeps_no_other_from_being_read_again(boards: StandIn, site: Source, fetched: Run) -> None:
    put_hostile(boards, "<html><body>Nothing here.</body></html>")
    fetched(site)
    put_job(boards, 1, description="<p>Read the tides of another harbour from home.</p>")
    put_sitemap(boards, range(HOSTILE + 1), job1="2026-11-21")
    fetched(site)
    pass_over(url(1))
    passed_over.read_again()
    assert Posting.objects.filter(external_id=url(1)).exists()


@pytest.mark.slow
def test_an_ad_that_no_list_names_is_its_first_pages(boards: StandIn, site: Source, fetched: Run) -> None:
    put_hostile(boards, with_markup(markup("Second", url(99), description="<p>The first page's.</p>")))
    fetched(site)
    # As an older version kept it.
    Posting.objects.filter(url=url(99)).update(external_id=url(99))
    LastResponse.objects.filter(external_id=url(HOSTILE)).update(external_ids=[url(HOSTILE), url(99)])
    thief = with_markup(markup("Second", url(99), description="<p>The other page's.</p>"))
    boards.put(f"/{SITE}/jobs/0", thief, Content_Type="text/html")
    put_sitemap(boards, range(HOSTILE + 1), job0="2026-11-21")
    fetched(site)
    assert "The first page's." in Posting.objects.get(external_id=url(99)).html


def sitemap_of(count: int) -> str:
    entries = "".join(f"<url><loc>{url(1000 + number)}</loc></url>" for number in range(count))
    return f'<?xml version="1.0"?><urlset {NAMESPACE}>{entries}</urlset>'


@pytest.mark.parametrize(
    "page",
    few(
        [
            with_markup(*(markup("", f"{url(HOSTILE)}/{number}") for number in range(30))),
            with_markup(*(markup(f"Mimic {number}", f"{url(HOSTILE)}/{number}") for number in range(250))),
            sitemap_of(250),
        ],
    ),
    ids=["unreadable records", "a flood of ads", "a sitemap"],
)
def test_a_page_has_no_source_set_aside(boards: StandIn, site: Source, fetched: Run, page: str) -> None:
    put_hostile(boards, page)
    fetch = fetched(site)
    assert (fetch.outcome, fetch.present, site.failures) == ("ok", HOSTILE + 1, 0)
    assert fetch.rejected <= 1
    assert Posting.objects.count() <= HOSTILE + 1 + ad_pages.MAX_ADS


@pytest.mark.slow
def test_nor_has_one_whose_ads_all_get_other_titles(boards: StandIn, site: Source, fetched: Run) -> None:
    for day, word in ((20, "Baker"), (21, "Welder")):
        put_hostile(boards, with_markup(*(markup(word * 3, f"{url(HOSTILE)}/{number}") for number in range(9))), day)
        assert fetched(site).outcome == "ok"


def redirect_to_refusing_host(boards: StandIn, *numbers: int) -> None:
    boards.put("/mimic.example/robots.txt", b"", 404)
    boards.put("/mimic.example/", b"", 429, Retry_After="86400")
    for number in numbers:
        boards.put(f"/{SITE}/jobs/{number}", b"", 302, Location="https://mimic.example/")


def test_a_page_that_leads_to_a_refusing_host_delays_neither_others_nor_the_source(
    boards: StandIn, fetched: Run
) -> None:
    site = add_site()
    put_sitemap(boards, range(3))
    for number in (1, 2):
        put_job(boards, number)
    redirect_to_refusing_host(boards, 0)
    fetched(site)
    assert Posting.objects.filter(closed_at=None).count() == 2
    assert site.next_fetch_at - timezone.now() < 1.1 * site.interval


@pytest.mark.slow
def test_three_such_pages_in_a_row_are_the_hosts_refusal(boards: StandIn, fetched: Run) -> None:
    site = add_site()
    put_sitemap(boards, range(4))
    put_job(boards, 3)
    redirect_to_refusing_host(boards, 0, 1, 2)
    fetched(site)
    assert not Posting.objects.exists()
    assert site.next_fetch_at - timezone.now() > 1.9 * site.interval


def test_a_page_keeps_its_own_and_what_nobody_else_shows(source: Source) -> None:
    owners = AdOwners(LastResponses(source), [(("https://x.example/list", ""), ["a", "b"])])
    owners.pages = {"extra": "a"}
    page = Page(
        ads=[Ad(external_id=key, url="https://x.example/", title="T", company="C") for key in ("a", "b", "extra", "c")],
        present=["b"],
        rejected=[Rejected("1", "bad"), Rejected("2", "bad")],
    )
    of_a, of_b = (owners.of_its_own(Request("https://x.example/", key), page) for key in ("a", "b"))
    assert [ad.external_id for ad in of_a.ads] == ["a", "extra", "a#c"]
    assert [ad.external_id for ad in of_b.ads] == ["b", "b#c"]
    assert (len(of_a.rejected), of_a.present) == (1, ())


@pytest.mark.parametrize(
    ("location", "status"),
    [("https://mimic.example/", 403), pytest.param("https://10.0.0.1/", 0, marks=pytest.mark.slow)],
)
def test_pages_that_lead_elsewhere_hold_up_no_others(boards: StandIn, fetched: Run, location: str, status: int) -> None:
    site = add_site()
    boards.put("/mimic.example/", b"", status or 500)
    for number in range(4):
        boards.put(f"/{SITE}/jobs/{number}", b"", 302, Location=location)
    for number in range(4, 8):
        put_job(boards, number)
    put_sitemap(boards, range(8))
    fetch = fetched(site)
    assert (fetch.outcome, Posting.objects.count()) == ("ok", 4)


def test_a_page_that_changes_with_each_list_comes_behind_those_that_were_never_tried(
    boards: StandIn, fetched: Run
) -> None:
    site = add_site()
    put_sitemap(boards, range(3), job0="2026-11-20")
    boards.put(f"/{SITE}/jobs/0", b"", 500)
    fetched(site)
    put_sitemap(boards, range(5), job0="2026-11-21")
    request = Request(f"https://{SITE}/sitemap.xml")
    pages = [Request(url(number), url(number), timezone.now()) for number in (0, 3, 4)]
    pending_pages.save_list(site, request, pages, LastResponses(site))
    due = pending_pages.due(site, timezone.now(), 9)
    assert [page.url for page in due if page.url != url(1)][-1] == url(0)
    assert due[-1].next_try_at is None
