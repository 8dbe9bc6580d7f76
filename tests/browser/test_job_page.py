"""The page of a job: its words marked on request, its past, a mistake reported; with JavaScript and without."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import expect

from listings.models import LedgerRow, Listing, Report
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme, Show, make_some_listings
from tests.browser.javascript import BY_DEFAULT_WITH, BY_DEFAULT_WITHOUT
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser


def make_keeper() -> None:
    make_some_listings()
    salary = {"min": 60000, "max": 70000, "currency": "EUR", "period": "year", "period_stated": True}
    facts = {"salary": salary, "evidence": {"salary": "€60k"}}
    spans = {"spans": {"salary": [{"field": "text", "start": 7, "end": 11}]}}
    listing = listing_with("Keeper of bees", "Hive", html="<p>We pay €60k a year.</p>", facts={**facts, **spans})
    LedgerRow.objects.create(listing=listing, field="salary", old="€50k", new="€60k")


@pytest.fixture
def address(show: Show) -> str:
    show(make_keeper)
    return Listing.objects.get(title="Keeper of bees").get_absolute_url()


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_marks_the_words_on_request(reader: OpenReader, address: str, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open(address)
    mark = page.locator(".ad-text mark")
    expect(mark).to_have_text("€60k")
    expect(mark).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_label("Highlight the words behind the facts").check()
    expect(mark).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    page.get_by_label("Highlight the words behind the facts").uncheck()
    page.locator(".fact-sheet").get_by_role("link", name="€60k").click()
    expect(mark).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.locator(".entries li").first).to_contain_text("Pay changed")
    expect(page.locator(".entries del")).to_have_text("€50k")


@BY_DEFAULT_WITH
@pytest.mark.slow
def test_reports_a_mistake(reader: OpenReader, address: str, javascript: bool) -> None:
    cache.clear()
    person = reader(javascript=javascript)
    page = person.page
    person.open(address)
    page.get_by_role("link", name="Report a mistake").click()
    page.get_by_label("The pay is wrong").check()
    page.get_by_label("In a few words").fill("It is 50k.")
    page.get_by_role("button", name="Send report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you.")
    page.get_by_role("link", name="Back to the job").click()
    assert person.path == address
    assert Report.objects.get().words == "It is 50k."
    assert page.context.cookies() == []


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_a_closed_job_says_so_and_leads_to_others(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    closed = listing_with("Python developer 99", closed_at=timezone.now() - timedelta(days=3), closed_reason="gone")
    person = reader(javascript=javascript)
    person.open(closed.get_absolute_url())
    expect(person.page.locator(".state")).to_contain_text("Closed on")
    expect(person.page.get_by_role("link", name="Apply")).to_have_count(0)
    person.page.locator(".similar .card h3 a").first.click()
    expect(person.page.get_by_role("heading", level=1)).not_to_have_text("Python developer 99")
    assert person.problems == []


@BY_DEFAULT_WITH
def test_numbers_are_english_for_all_readers(reader: OpenReader, address: str, javascript: bool) -> None:
    for locale in ("de-DE", "en-IN", "en-US"):
        person = reader(javascript=javascript, locale=locale)
        person.open(address)
        expect(person.page.locator(".fact-sheet:not(.dates)")).to_contain_text("€60,000–70,000 a year")


@pytest.mark.slow
def test_its_picture_can_be_drawn(reader: OpenReader, address: str) -> None:
    person = reader()
    person.open(address)
    picture = person.page.locator("meta[property='og:image']").get_attribute("content") or ""
    assert person.open(urlsplit(picture).path) == 200
    assert person.page.locator("img").evaluate("picture => [picture.naturalWidth, picture.naturalHeight]") == [
        1200,
        630,
    ]


@pytest.mark.slow
def test_paper_shows_the_job_alone(reader: OpenReader, address: str) -> None:
    person = reader(scheme="dark")
    person.open(address)
    person.page.emulate_media(media="print")
    for part in (".site-header", ".site-footer", ".apply", ".marks", ".situation"):
        assert not any(one.is_visible() for one in person.page.locator(part).all()), part
    expect(person.page.locator(".ad-text")).to_be_visible()
    expect(person.page.locator("h1")).to_have_css("color", "rgb(0, 0, 0)")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing(reader: OpenReader, address: str, scheme: Scheme) -> None:
    person = reader(scheme=scheme)
    number = address.split("/")[2].partition("-")[0]
    for path in (address, f"/jobs/{number}/report", f"/jobs/{number}/report?sent=yes"):
        person.open(path)
        assert violations(person.page) == [], path


@pytest.mark.slow
@BY_DEFAULT_WITHOUT
def test_filters_are_a_sheet_on_a_phone(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    person = reader(javascript=javascript, width=360)
    page = person.page
    person.open("/jobs/")
    page.get_by_text("Filters", exact=True).click()
    expect(page.locator(".filters > details")).to_have_css("position", "fixed")
    page.locator(".filters > details > summary").click()
    expect(page.locator(".filters > details")).not_to_have_css("position", "fixed")
    page.get_by_text("Filters", exact=True).click()
    page.locator(".filters").get_by_role("link", name="Design").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("1 open job")
    expect(page.get_by_role("link", name="Gardener of servers")).to_be_visible()
    assert person.path == "/jobs/?category=design"
