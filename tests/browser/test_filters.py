"""Filters in use: nothing closes, jumps or is forgotten when one is chosen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader
from tests.browser.javascript import LATE_MODULES, SWAPPING
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with
from tests.processes import until

pytestmark = pytest.mark.browser
# Pixels.
FINGER_HEIGHT = 24


def test_the_sheet_stays_open_while_choosing(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360)
    page = person.page
    person.open("/jobs/")
    sheet = page.locator("#filter-sheet")
    page.get_by_text("Filters", exact=True).click()
    design = sheet.get_by_role("link", name="Design")
    # Up from behind the button at the end, where nobody could press it.
    design.hover()
    place = design.bounding_box()
    design.click()
    show = page.get_by_role("button", name="Show 1 job", exact=True)
    expect(show).to_be_visible()
    assert person.path == "/jobs/?category=design"
    # What was pressed stays under the finger, whatever came or went above it.
    moved = design.bounding_box()
    assert place is not None
    assert moved is not None
    assert abs(moved["y"] - place["y"]) < FINGER_HEIGHT
    expect(design).to_be_focused()
    show.click()
    expect(sheet).not_to_have_attribute("open", "")
    expect(page.locator("#found")).to_be_focused()
    expect(page.locator(".card")).to_be_visible()
    assert person.problems == []


# What Android's way back asks of a page.
CLOSE_REQUEST = "() => watchers.at(-1).requestClose()"
RECORD_WATCHERS = """
    window.watchers = [];
    window.CloseWatcher = class extends CloseWatcher {
        constructor() { super(); watchers.push(this); }
        destroy() { super.destroy(); watchers.pop(); }
    };
"""


@pytest.mark.slow
def test_escape_and_the_way_back_of_a_phone_close_the_sheet(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360)
    page = person.page
    page.add_init_script(RECORD_WATCHERS)
    person.open("/jobs/")
    sheet, opener = page.locator("#filter-sheet"), page.locator("#filter-sheet > summary")
    opener.click()
    page.wait_for_function("() => watchers.length === 1")
    sheet.get_by_role("link", name="Design").click()
    expect(page.get_by_role("button", name="Show 1 job", exact=True)).to_be_visible()
    expect(page.locator(SWAPPING)).to_have_count(0)
    assert page.evaluate("watchers.length") == 1
    page.keyboard.press("Escape")
    expect(sheet).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()
    opener.press("Enter")
    page.wait_for_function("() => watchers.length === 1")
    # Of the sheet's own list of places, the first one.
    box = sheet.get_by_role("combobox", name="Open or unclear in")
    box.click()
    expect(sheet.locator(".suggestions [role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet.locator(".suggestions [role=option]").first).to_be_hidden()
    expect(sheet).to_have_attribute("open", "")
    page.evaluate(CLOSE_REQUEST)
    expect(sheet).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()
    assert person.path == "/jobs/?category=design"
    assert person.problems == []


@pytest.mark.slow
def test_a_step_back_closes_the_sheet(reader: OpenReader, some_listings: None) -> None:
    """Also where the page came from elsewhere; what was chosen stays, and the next step back takes it off."""
    person = reader(width=360)
    page = person.page
    person.open("/")
    page.get_by_role("button", name="Search jobs").click()
    page.wait_for_url("**/jobs/**")
    page.evaluate(LATE_MODULES)
    address = person.path
    sheet, opener = page.locator("#filter-sheet"), page.locator("#filter-sheet > summary")
    opener.click()
    page.wait_for_function("() => history.state?.sheet")
    page.go_back()
    expect(sheet).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()
    assert person.path == address
    opener.click()
    page.wait_for_function("() => history.state?.sheet")
    sheet.get_by_role("link", name="Design").click()
    expect(page.get_by_role("button", name="Show 1 job", exact=True)).to_be_visible()
    expect(page.locator(SWAPPING)).to_have_count(0)
    page.go_back()
    expect(sheet).not_to_have_attribute("open", "")
    page.wait_for_url("**/jobs/?category=design**")
    expect(page.locator(".card")).to_have_count(1)
    page.go_back()
    expect(page.locator(".card")).to_have_count(20)
    assert person.path == address
    page.go_back()
    page.wait_for_url(f"{person.site}/")
    assert person.problems == []


@pytest.mark.slow
def test_closing_the_sheet_leaves_no_step(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360)
    page = person.page
    person.open("/guide/")
    person.open("/jobs/")
    page.locator("#filter-sheet > summary").click()
    page.wait_for_function("() => history.state?.sheet")
    page.get_by_role("button", name="Show 25 jobs", exact=True).click()
    page.wait_for_function("() => !history.state?.sheet")
    page.go_back()
    page.wait_for_url("**/guide/")


@pytest.mark.slow
def test_a_box_keeps_the_focus(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?tz=Europe/Berlin&overlap=1&salary_min=10000")
    for name, kind in (("salary", "none"), ("hours", "none"), ("experience", "none"), ("residence", "stated")):
        box = page.locator(f"#f-{name}-{kind}")
        box.focus()
        page.keyboard.press("Space")
        expect(page.locator("#results")).to_have_attribute("data-address", re.compile(f"{name}={kind}"))
        expect(page.locator(f"#f-{name}-{kind}")).to_be_focused()
        expect(page.locator(SWAPPING)).to_have_count(0)
    # Who types a pay and goes on to its currency.
    page.locator("#salary_min").fill("20000")
    page.keyboard.press("Tab")
    expect(page.locator("#results")).to_have_attribute("data-address", re.compile("salary_min=20000"))
    expect(page.locator(SWAPPING)).to_have_count(0)
    expect(page.locator("#f-currency")).to_be_focused()


@pytest.mark.slow
@pytest.mark.parametrize("width", [1200, pytest.param(1440, marks=pytest.mark.slow)])
def test_choosing_far_below_keeps_the_results_in_view(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open("/jobs/")
    page.mouse.move(width - 200, 500)
    page.mouse.wheel(0, 750)
    until(lambda: page.evaluate("scrollY") > 600)
    choice = page.locator(".filters").get_by_role("link", name="Contract")
    choice.scroll_into_view_if_needed()
    choice.click()
    expect(page.locator(".chips:not(.offered)")).to_be_visible()
    expect(page.locator("#found")).to_have_text("1 open job")
    expect(page.locator("#found")).to_be_in_viewport(ratio=1)
    expect(page.locator(".card").first).to_be_in_viewport(ratio=1)
    expect(choice).to_be_focused()
    expect(choice).to_be_in_viewport(ratio=1)
    assert person.problems == []


@pytest.mark.slow
def test_choosing_beside_the_top_of_the_list_moves_nothing(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=1440)
    page = person.page
    person.open("/jobs/")
    page.evaluate("scrollTo(0, 60)")
    page.locator(".filters").get_by_role("link", name="Software engineering").click()
    expect(page.locator(".chips:not(.offered)")).to_be_visible()
    assert page.evaluate("scrollY") == 60


@pytest.mark.slow
def test_a_pay_is_applied_while_its_writer_pauses(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    listing_with("Tide keeper", facts={"salary": {"min": 60_000, "max": 90_000, "currency": "USD", "period": "year"}})
    reindex()
    person = reader(width=1440)
    page = person.page
    person.open("/jobs/")
    apply = page.get_by_role("button", name="Apply filters")
    # It would cover other filters, and each change is applied at once.
    expect(apply).to_have_css("position", "static")
    box = page.locator("#salary_min")
    box.press_sequentially("50000")
    expect(page.locator("#found")).to_have_text("1 open job")
    expect(box).to_have_value("50000")
    expect(box).to_be_focused()
    assert person.problems == []


@pytest.mark.slow
def test_choosing_keeps_the_place_in_the_filters(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    group = page.locator(".group", has_text="Company")
    group.locator("summary").first.click()
    group.get_by_text("8 more").click()
    last = group.get_by_role("link").last
    last.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, 60)")
    name = last.get_attribute("id")
    last.click()
    expect(page.locator(".chips:not(.offered)")).to_be_visible()
    expect(page.locator(f"[id='{name}']")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 60
    expect(group.get_by_role("link").first).to_be_visible()
    assert page.locator("#found").evaluate("heading => heading === document.activeElement") is False
    chip = page.locator(".chips:not(.offered) a").first
    chip.hover()
    # Nor does a filter look struck out under the pointer.
    expect(chip).to_have_css("text-decoration-line", "none")


@pytest.mark.slow
def test_a_bar_of_the_pay_asks_for_as_much(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    listing_with("Tide keeper", facts={"salary": {"min": 60_000, "max": 90_000, "currency": "USD", "period": "year"}})
    reindex()
    person = reader()
    page = person.page
    person.open("/jobs/")
    # Its top pay counts: the bar below is empty, and so no link.
    expect(page.get_by_role("link", name="from 60,000 USD a year")).to_have_count(0)
    page.get_by_role("link", name="from 80,000 USD a year").click()
    expect(page.locator("#salary_min")).to_have_value("80000")
    assert person.path == "/jobs/?salary_min=80000"


@pytest.mark.slow
def test_a_swap_breaks_no_rule_of_the_policy(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    # As browser extensions and tools for pictures leave it behind: htmx would copy it as an inline style.
    page.locator("#salary_min").evaluate("field => { field.style.caretColor = 'red'; }")
    page.locator(".filters").get_by_role("link", name="Design").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("1 open job")
    assert person.problems == []


@pytest.mark.slow
def test_the_box_has_the_words_of_the_search_that_is_shown(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=gardener+germany")
    page.get_by_role("link", name=re.compile("^Open in Germany or unclear, for “gardener”")).click()
    expect(page.locator("#found")).to_have_text("1 open job for “gardener”")
    expect(page.locator(SWAPPING)).to_have_count(0)
    expect(page.get_by_label("Search the jobs")).to_have_value("gardener")
    page.get_by_role("button", name="Search jobs").click()
    expect(page.locator("#found")).to_have_text("1 open job for “gardener”")
