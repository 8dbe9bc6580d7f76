"""A person says where they live and when they work, sees each job judged, and takes it back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


@pytest.fixture
def open_to_some(some_listings: None, reindex: Reindex) -> None:
    californian = {"include": ["US"], "exclude": ["US-CA"]}
    said = {"residence": "anywhere in the US but California"}
    listing_with("Painter of maps", facts={"residence": californian, "evidence": said})
    hours = {"overlap_hours": 4, "overlap_with": "America/New_York"}
    listing_with("Painter of charts", facts={"residence": {"include": ["US"]}, "hours": hours})
    reindex()


@BOTH
def test_says_it_for_now_and_follows_links(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=painter")
    page.get_by_role("link", name="Set my location").click()
    page.get_by_label("Country", exact=True).select_option(label="United States")
    page.get_by_label("State or province").select_option("US-CA")
    page.get_by_label("Time zone").select_option("America/New_York")
    page.get_by_role("button", name="Use for this visit").click()
    assert person.path == "/jobs/?q=painter&my_country=US&my_state=US-CA&my_tz=America%2FNew_York"
    cards = page.locator(".card")
    expect(cards.filter(has_text="of maps").locator(".verdict summary")).to_have_text("Not open to you")
    cards.filter(has_text="of maps").locator(".verdict summary").click()
    expect(cards.filter(has_text="of maps").locator("q")).to_have_text("anywhere in the US but California")
    expect(cards.filter(has_text="of charts")).to_contain_text("8 hours in common")
    page.get_by_role("link", name="Painter of charts").click()
    expect(page.locator(".listing-head")).to_contain_text("Open to you")
    expect(page.locator(".situation")).to_contain_text("California · New York 9–17")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Jobs").click()
    expect(page.locator(".situation")).to_contain_text("California")
    assert page.context.cookies() == []


@BOTH
def test_remembers_changes_and_forgets(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=painter")
    page.get_by_role("link", name="Set my location").click()
    page.get_by_label("Country", exact=True).select_option("US")
    page.get_by_role("button", name="Remember on this device").click()
    assert person.path == "/jobs/?q=painter"
    expect(page.locator(".card", has_text="of maps")).to_contain_text("Depends on your state")
    assert [cookie.get("name") for cookie in page.context.cookies()] == ["situation"]
    page.get_by_role("link", name="Change my situation").click()
    expect(page.get_by_label("Country", exact=True)).to_have_value("US")
    page.get_by_label("State or province").select_option("US-NY")
    page.get_by_role("button", name="Remember on this device").click()
    expect(page.locator(".card", has_text="of maps")).to_contain_text("Open to you")
    page.get_by_role("button", name="Forget my situation").click()
    expect(page.locator(".card", has_text="of maps")).not_to_contain_text("Open to you")
    assert person.path == "/jobs/?q=painter"
    assert page.context.cookies() == []


def test_offers_the_time_zone_of_the_device(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    person.open("/situation/")
    expect(person.page.get_by_label("State or province")).to_be_hidden()
    person.page.get_by_role("button", name=re.compile("Use this device’s time zone")).click()
    expect(person.page.get_by_label("Time zone")).not_to_have_value("")
    assert person.problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(reader: OpenReader, open_to_some: None, scheme: Scheme) -> None:
    own = "my_country=US&my_tz=Europe/Berlin&my_pay=60000"
    person = reader(scheme=scheme)
    for path in (f"/jobs/?q=painter&{own}", "/situation/", f"/?{own}"):
        person.open(path)
        assert violations(person.page) == [], path


def test_nothing_is_wider_than_320_pixels(reader: OpenReader, open_to_some: None) -> None:
    person = reader(width=320)
    for path in ("/situation/", "/jobs/?my_country=US&my_tz=America/New_York&my_pay=60000&my_currency=EUR"):
        person.open(path)
        assert person.page.locator("html").evaluate("page => page.scrollWidth") <= 320, path
