"""Small things of the lists and of a job that people stumble over."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser.conftest import OpenReader, Show
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
def test_a_page_with_few_results_ends_with_its_footer(reader: OpenReader, some_listings: None) -> None:
    """However long the list of filters is that scrolls beside them."""
    person = reader(width=1280)
    person.page.set_viewport_size({"width": 1280, "height": 450})
    person.open("/jobs/?category=design")
    filters = person.page.locator("#filter-sheet")
    assert filters.evaluate("sheet => sheet.scrollHeight > sheet.clientHeight + 100")
    assert person.page.evaluate("scrollBy(0, 9999), scrollY + innerHeight") <= end_of_footer(person.page) + 1


def end_of_footer(page: Page) -> float:
    bottom: float = page.locator("footer").last.evaluate("footer => footer.getBoundingClientRect().bottom + scrollY")
    return bottom


BREAKS_A_WORD = """cell => {
    const text = cell.firstChild, range = document.createRange();
    return [...text.data.matchAll(/\\S+/g)].some(({ index, 0: word }) => {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1;
    });
}"""


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 360])
def test_no_word_of_the_report_is_broken_on_a_phone(reader: OpenReader, show: Show, width: int) -> None:
    show(make_a_job_for_a_region)
    person = reader(width=width)
    person.open("/fit/?my_country=DE&my_tz=Europe/Berlin")
    headings = person.page.locator(".by-category thead th:not(:first-child)")
    expect(headings.nth(1)).to_have_text("Depends on your region")
    kind = person.page.locator(".by-category tbody th", has_text="DevOps and infrastructure")
    assert [cell.evaluate(BREAKS_A_WORD) for cell in [*headings.all(), *kind.all()]] == [False] * 5
    assert person.page.evaluate("document.documentElement.scrollWidth") <= width


def make_a_job_for_a_region() -> None:
    facts = {"residence": {"include": ["DE-BY"]}, "category": "infrastructure"}
    listing_with("Keeper of tides", facts=facts)


@pytest.mark.slow
def test_nothing_of_a_similar_job_lies_over_the_way_to_apply(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360, touch=True)
    page = person.page
    person.open("/jobs/?q=python")
    page.locator(".card h3 a").first.tap()
    bar = page.locator(".listing-head .apply")
    save = page.locator(".card .marks button").first
    save.scroll_into_view_if_needed()
    offset = box(save)["y"] - box(bar)["y"] - 10
    page.evaluate("offset => scrollBy({ top: offset, behavior: 'instant' })", offset)
    place = box(save)
    center = [place["x"] + place["width"] / 2, place["y"] + place["height"] / 2]
    assert bar.evaluate("(bar, [x, y]) => bar.contains(document.elementFromPoint(x, y))", center)


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
    line, pay = page.locator(".kept-card .facts:has(.pay)"), page.locator(".kept-card .pay").first
    assert box(pay)["x"] + box(pay)["width"] <= box(line)["x"] + box(line)["width"]
    assert box(pay)["y"] + box(pay)["height"] <= box(line)["y"] + box(line)["height"] + 1
