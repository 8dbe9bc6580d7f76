"""A day of whoever runs the site, in the admin, by mouse and keyboard."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from listings.models import Fetch, Listing, Merge, Report, Snapshot, Source, Takedown
from tests.browser.conftest import OpenReader, Reader, Show
from tests.listings.fetching.stub_server import StandIn, standing_in, vacancy
from tests.listings.making import listing_with, posting_with, source_with

pytestmark = pytest.mark.browser

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Jobs</title><link>https://tide.example/</link>
<item><title>Tide Clerk</title><link>https://tide.example/jobs/1</link><guid>1</guid>
<description>&lt;p&gt;Remote. You must live in Peru.&lt;/p&gt;</description></item></channel></rss>"""


@pytest.fixture
def web(settings: Settings) -> Iterator[StandIn]:
    """What answers in the place of every publisher."""
    cache.clear()
    with standing_in() as stand_in:
        settings.BOARD_MIRROR = stand_in.url
        yield stand_in
    cache.clear()


def make_operator() -> None:
    User.objects.create_superuser("olive")


@pytest.fixture
def operator(reader: OpenReader, show: Show, web: StandIn, settings: Settings) -> Reader:
    """Signed in already. By the form: test_quality.py."""
    show(make_operator)
    client = Client()
    client.force_login(User.objects.get())
    person = reader(width=1440)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    person.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": person.site}])
    return person


def quarantined(source: Source, *numbers: int) -> Fetch:
    now = timezone.now()
    fetch = Fetch.objects.create(
        source=source,
        started_at=now - timedelta(minutes=5),
        finished_at=now,
        outcome=Fetch.Outcome.QUARANTINED,
        quarantine_reason="only 3 ads, where 20 are usual",
    )
    body = json.dumps({"jobs": [vacancy(number) for number in numbers]}).encode()
    url = "https://remotive.com/api/remote-jobs"
    request = {"url": url, "external_id": "", "lastmod": None}
    Snapshot.objects.create(fetch=fetch, request=request, url=url, status=200, body=zlib.compress(body), size=len(body))
    return fetch


def says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_text(text).first).to_be_visible()


def test_adds_a_source_by_its_address_and_is_told_when_it_is_known(operator: Reader, web: StandIn) -> None:
    web.put("/tide.example/feed", FEED, Content_Type="application/rss+xml")
    page = operator.page
    operator.open("/admin/listings/source/")
    page.get_by_role("link", name="Add a source by its URL").click()
    page.get_by_label("URL:", exact=True).fill("tide.example/feed")
    page.get_by_label("Employer, if the ads do not name it").fill("Tidewell")
    page.get_by_role("button", name="Preview").click()
    says(page, "Detected because the response is a feed.")
    says(page, "You must live in Peru")
    page.get_by_role("button", name="Add this source").click()
    says(page, "was added and is paused. It waits: paused.")
    expect(page.locator("#id_option_address")).to_have_value("https://tide.example/feed")
    operator.open("/admin/listings/source/by-address/")
    page.get_by_label("URL:", exact=True).fill("https://tide.example/feed/")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="It is a source already")).to_be_visible()
    page.get_by_role("button", name="Resume: feed-tide-example-feed").click()
    says(page, "resumed; it is fetched again on schedule.")
    assert Source.objects.get().enabled
    assert operator.problems == []


@pytest.mark.slow
def test_enables_a_hiring_system_and_fetches_from_the_filtered_list(operator: Reader) -> None:
    Source.objects.create(name="lever", board="lever", enabled=False)
    source = source_with()
    page = operator.page
    operator.open("/admin/listings/source/?board__exact=lever")
    page.get_by_role("button", name="Resume: lever").click()
    says(page, "lever: resumed")
    assert operator.path == "/admin/listings/source/?board__exact=lever"
    operator.open("/admin/listings/source/?board__exact=remotive")
    page.get_by_role("button", name="Fetch now: remotive").click()
    expect(page.get_by_role("status")).to_have_text("a fetch is queued")
    now = timezone.now()
    Fetch.objects.create(source=source, started_at=now, finished_at=now, outcome="ok", seen=12, new=3)
    Source.objects.filter(pk=source.pk).update(lease_until=None)
    expect(page.get_by_role("status")).to_contain_text("12 seen, 3 new, 0 closed")
    assert operator.path == "/admin/listings/source/?board__exact=remotive"
    assert operator.problems == []


@pytest.mark.slow
def test_accepts_one_odd_fetch_and_dismisses_another(operator: Reader) -> None:
    listing_with("Tide engineer", ad={"external_id": "1"})
    accepted, other = quarantined(source_with(), 1, 2, 3), quarantined(source_with(), 4)
    page = operator.page
    operator.open(f"/admin/listings/fetch/{accepted.pk}/change/")
    page.get_by_role("link", name="Accept…").click()
    expect(page.get_by_role("row", name="New up to 2")).to_be_visible()
    page.get_by_role("button", name="Accept").click()
    says(page, "accepted; its snapshots are being read")
    operator.open("/admin/")
    page.locator(f'a[href="/admin/listings/fetch/{other.pk}/change/"]').click()
    page.get_by_role("button", name="Dismiss").click()
    says(page, "dismissed; nothing of it is written")
    page.get_by_role("button", name="Undo the dismissal").click()
    says(page, "quarantined again")
    assert LogEntry.objects.filter(content_type__model="fetch").count() == 3
    assert operator.problems == []


@pytest.mark.slow
def test_decides_a_report_and_changes_their_mind(operator: Reader) -> None:
    listing = listing_with("Lamp keeper", "Fyrholm", html="<p>Send us <b>money</b> first.</p>")
    Report.objects.create(listing=listing, kind="fraud", words="They want money.")
    page = operator.page
    operator.open("/admin/")
    expect(page.get_by_role("heading", name="Sources that need attention")).to_be_visible()
    page.get_by_role("link", name="It looks like fraud: Lamp keeper").click()
    says(page, "They want money.")
    says(page, "Send us money first.")
    page.get_by_label("Note").fill("Asked the police")
    page.get_by_role("button", name="Hide…").click()
    says(page, "1 job with 1 ad disappears from the site immediately.")
    expect(page.get_by_label("Reason")).to_have_value("scam")
    expect(page.get_by_label("Note")).to_have_value("Asked the police")
    page.get_by_role("button", name="Hide", exact=True).click()
    says(page, "Taken down: a scam.")
    assert operator.open(listing.get_absolute_url()) == 410
    page.go_back()
    page.get_by_role("button", name="Undo: taken down").click()
    says(page, re.compile("undone .* by olive"))
    assert operator.open(listing.get_absolute_url()) == 200
    assert Report.objects.get().state == "new"


@pytest.mark.slow
def test_undoes_a_merge_and_takes_it_back(operator: Reader) -> None:
    listing = listing_with("Lamp keeper")
    posting = posting_with(listing, "weworkremotely")
    Merge.objects.create(listing=listing, posting=posting, reason="equal texts", merged_at=timezone.now())
    page = operator.page
    operator.open(f"/admin/listings/listing/{listing.pk}/change/")
    page.get_by_role("link", name=re.compile("^Unmerge")).click()
    says(page, "not merged again unless you undo it")
    page.get_by_role("button", name="Unmerge").click()
    says(page, "the posting now has its own listing")
    assert Listing.objects.visible().count() == 2
    page.get_by_role("link", name=re.compile("^Merge again")).click()
    page.get_by_role("button", name="Merge again").click()
    says(page, "the posting is back in this listing")
    assert Listing.objects.visible().count() == 1
    assert operator.problems == []


@pytest.mark.slow
def test_takes_a_domain_down_and_finds_why_a_job_is_missing(operator: Reader) -> None:
    listing = listing_with("Lamp keeper", ad={"url": "https://jobs.fyrholm.example/7"})
    page = operator.page
    operator.open("/admin/listings/takedown/")
    page.get_by_label("Take a domain down").fill("fyrholm.example")
    page.get_by_role("button", name="Continue…").click()
    says(page, "Whatever is fetched of it from now on stays down, too.")
    page.get_by_label("Reason").select_option("legal")
    page.get_by_label("Note").fill("Letter of 3 May")
    page.get_by_role("button", name="Take down").click()
    says(page, "domain: fyrholm.example: taken down")
    assert operator.open(listing.get_absolute_url()) == 410
    # Somebody asks where the job is, by the address of its ad.
    operator.open("/admin/listings/listing/")
    page.get_by_role("searchbox").or_(page.locator("#searchbar")).first.fill("https://jobs.fyrholm.example/7")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Lamp keeper").click()
    says(page, re.compile("by olive: a legal request, with the domain fyrholm.example. Letter of 3 May"))
    assert Takedown.objects.get().by == "olive"
    operator.open("/admin/listings/takedown/")
    page.get_by_role("button", name=re.compile("^Lift")).click()
    says(page, "is shown again")
    assert operator.open(listing.get_absolute_url()) == 200


@pytest.mark.slow
def test_pauses_many_after_a_look_and_undoes_it(operator: Reader) -> None:
    for number in range(3):
        Source.objects.create(name=f"source-{number}", board="remotive")
    page = operator.page
    operator.open("/admin/listings/source/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("pause")
    page.locator("button[name=index]").click()
    expect(page.get_by_role("heading", name="Pause: 3 sources")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    says(page, "Pause: 3 sources done.")
    assert not Source.objects.filter(enabled=True).exists()
    page.get_by_role("link", name="Undo…").click()
    page.get_by_role("button", name="Undo").click()
    says(page, "Resume: 3 sources done.")
    assert Source.objects.filter(enabled=True).count() == 3


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, pytest.param(768, marks=pytest.mark.slow)])
def test_no_page_is_wider_than_the_screen(operator: Reader, width: int) -> None:
    listing = listing_with("Lamp keeper", ad={"url": "https://jobs.fyrholm.example/" + "x" * 300})
    report = Report.objects.create(listing=listing, kind="fraud", words="y" * 500)
    source = Source.objects.create(
        name="feed-fyr", board="feed", options={"address": "https://fyrholm.example/" + "z" * 90}
    )
    operator.page.set_viewport_size({"width": width, "height": 800})
    for path in (
        "/admin/",
        "/admin/listings/takedown/",
        f"/admin/listings/takedown/new/?posting={listing.postings.get().pk}",
        f"/admin/listings/report/{report.pk}/change/",
        f"/admin/listings/source/{source.pk}/change/",
        "/admin/listings/source/add/?board=feed",
        "/admin/listings/source/by-address/",
    ):
        operator.open(path)
        assert operator.page.evaluate("document.documentElement.scrollWidth") <= width, path
