"""Small things of the lists and of a job that people stumble over."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.conftest import OpenReader
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser


def box(locator: Locator) -> FloatRect:
    place = locator.bounding_box()
    assert place is not None
    return place


@pytest.mark.slow
@pytest.mark.parametrize("width", [pytest.param(360, marks=pytest.mark.slow), 1280])
def test_following_a_search_moves_nothing(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open("/jobs/?q=python&category=engineering")
    feeds, card = page.locator(".follow .feeds"), page.locator(".card").first
    before = box(feeds), box(card)
    page.get_by_role("button", name="Follow this search").click()
    expect(page.get_by_role("button", name=re.compile("^Following"))).to_be_visible()
    assert (box(feeds), box(card)) == before


@pytest.mark.slow
def test_the_count_says_what_is_hidden(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=python")
    page.locator(".card").first.get_by_role("button", name=re.compile("^Hide")).click()
    expect(page.locator("#found")).to_have_text("24 open jobs for “python”, 1 hidden by you on this page")
    page.reload()
    expect(page.locator("#found")).to_have_text("24 open jobs for “python”, 1 hidden by you on this page")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#found")).to_have_text("24 open jobs for “python”")


@pytest.mark.slow
def test_a_card_has_one_ring_and_keys_stand_beside_what_they_do(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open("/jobs/")
    person.page.keyboard.press("j")
    link = person.page.locator(".card h3 a").first
    expect(link).to_be_focused()
    expect(link).to_have_css("outline-style", "none")
    expect(person.page.locator(".card").first).to_have_css("outline-style", "solid")
    person.page.keyboard.press("?")
    key = box(person.page.locator("dialog kbd", has_text="Escape"))
    text = box(person.page.locator("dialog dd", has_text="Close the job"))
    assert key["x"] + key["width"] <= text["x"]


@pytest.mark.slow
def test_marks_that_are_not_shown_leave_no_gap(reader: OpenReader, some_listings: None) -> None:
    html = "<p>You know <b>Django</b>, Node.js; we pay €60k to €70k.</p>"
    spans = {"salary": [{"field": "text", "start": 34, "end": 46}]}
    facts = {"salary": {"min": 60_000, "max": 70_000, "currency": "EUR", "period": "year"}, "spans": spans}
    person = reader()
    person.open(listing_with("Keeper of bees", html=html, facts=facts).get_absolute_url())
    mark = person.page.locator(".ad-text mark").first
    width = box(mark)["width"]
    expect(mark).to_have_css("padding-inline-start", "0px")
    person.page.get_by_label("Highlight the words").check()
    assert box(mark)["width"] == width


@pytest.mark.slow
def test_the_words_of_the_ad_push_no_hours_aside(reader: OpenReader, some_listings: None) -> None:
    facts = {
        "residence": {"include": ["DE"], "exclude": []},
        "hours": {"overlap_hours": 4, "overlap_with": "Europe/Berlin"},
        "evidence": {"residence": "Candidates must live in Germany, Austria or Switzerland, and nowhere else"},
    }
    person = reader()
    page = person.page
    address = listing_with("Keeper of bees", facts=facts).get_absolute_url()
    person.open(f"{address}?my_country=DE&my_tz=Europe/Berlin")
    hours = page.locator(".for-you .hours")
    before = box(hours)
    page.locator(".for-you summary").click()
    expect(page.locator(".for-you .verdict p")).to_be_visible()
    assert box(hours) == before
    assert page.locator("html").evaluate("root => root.scrollWidth") <= 1280


@pytest.mark.slow
def test_pills_do_not_touch_on_a_small_phone(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=320)
    person.open("/jobs/?category=engineering&my_pay=60000")
    filters, offered = box(person.page.locator("#filter-sheet > summary")), box(person.page.locator(".offered a").first)
    apart = [offered["x"] - filters["x"] - filters["width"], offered["y"] - filters["y"] - filters["height"]]
    assert max(apart) >= 8


@pytest.mark.slow
def test_the_pay_of_a_saved_job_is_whole(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    salary = {"min": 105_000, "max": 135_000, "currency": "EUR", "period": "year"}
    listing_with("Tide keeper", "Quiet Harbour Observatory", facts={"salary": salary})
    reindex()
    person = reader()
    page = person.page
    person.open("/jobs/?q=tide")
    page.locator(".card").first.get_by_role("button", name=re.compile("^Save")).click()
    person.open("/saved/")
    line, pay = page.locator(".kept-card .facts").first, page.locator(".kept-card .pay").first
    assert box(pay)["x"] + box(pay)["width"] <= box(line)["x"] + box(line)["width"]
    assert box(pay)["y"] + box(pay)["height"] <= box(line)["y"] + box(line)["height"] + 1
