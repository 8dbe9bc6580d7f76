"""Three people look for work, from the front page to the ad: by mouse, by touch, by keyboard, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenReader, Reader, Show
from tests.browser.javascript import BY_DEFAULT_WITH, BY_DEFAULT_WITHOUT, LATE_MODULES, SWAPPING
from tests.browser.market import open_market, tell_home
from tests.browser.test_situation import choose_place

pytestmark = pytest.mark.browser


@pytest.fixture
def market(show: Show) -> None:
    show(open_market)


def card(page: Page, company: str) -> Locator:
    return page.locator(".card", has=page.get_by_text(company, exact=True))


def titles(page: Page) -> list[str]:
    return page.locator(".card h3 a").all_text_contents()


def state_situation(person: Reader, place: str, *, javascript: bool, zone: str = "", pay: str = "") -> None:
    """From any page, for this visit."""
    page = person.page
    page.get_by_role("link", name=re.compile("(Set|Change) my situation")).click()
    choose_place(page, place, javascript=javascript)
    if zone:
        page.get_by_label("Time zone").select_option(zone)
    if pay:
        page.get_by_label("At least, per year").fill(pay)
    page.get_by_role("button", name="Use for this visit").click()


@BY_DEFAULT_WITH
def test_python_from_berlin_above_70_000(reader: OpenReader, market: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    page.get_by_label("What kind of work?").fill("python")
    page.get_by_role("button", name="Search jobs").click()
    page.wait_for_url("**/jobs/?*")
    state_situation(person, "Germany", javascript=javascript, pay="70000")

    expect(page.locator(".situation")).to_contain_text("Germany")
    expect(page.locator(".fits")).to_contain_text("3 open to you")
    expect(card(page, "Copper Lane")).to_contain_text("Not open to you")
    expect(card(page, "Quiet Systems")).to_contain_text("Eligibility not stated")
    # A publisher that printed a guide to it looks for nobody who writes it.
    expect(card(page, "Fernhill Press")).to_have_count(0)
    page.get_by_role("link", name="3 open to you").click()
    expect(page.locator(".card")).to_have_count(3)
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    page.wait_for_url("**sort=new*")
    assert titles(page) == ["Senior Python Engineer", "Python Backend Developer", "Python Developer"]

    expect(page.get_by_label("Currency")).to_have_value("EUR")
    page.get_by_role("textbox", name="At least").fill("70000")
    page.get_by_role("button", name="Apply filters").click()
    page.wait_for_url("**salary_min=70000*")
    if javascript:
        expect(page.locator(SWAPPING)).to_have_count(0)
    expect(page.locator(".card")).to_have_count(2)
    expect(card(page, "Mill & Meadow")).to_have_count(0)
    expect(card(page, "Lantern Freight").locator(".pay")).to_contain_text("€72–85k a year")
    card(page, "Lantern Freight").get_by_role("link").first.click()
    head = page.locator(".listing-head")
    expect(head).to_contain_text("Open to you")
    expect(page.get_by_role("main")).to_contain_text("€72,000")
    expect(page.get_by_role("main")).to_contain_text("must be based in Germany")
    page.go_back()
    expect(page.locator(".card")).to_have_count(2)
    assert person.left == []
    assert person.problems == []


@BY_DEFAULT_WITHOUT
@pytest.mark.slow
def test_support_from_lagos(reader: OpenReader, market: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    tell_home(page, "Nigeria", javascript=javascript)
    page.get_by_label("What kind of work?").fill("customer support")
    page.locator("h1").click()
    page.get_by_role("button", name="Search jobs").click()
    page.wait_for_url("**/jobs/?*")
    expect(page.locator(".fits")).to_contain_text("2 open to you")
    american = card(page, "Prairie Telecom")
    expect(american.locator(".verdict summary")).to_have_text("Not open to you")
    american.locator(".verdict summary").click()
    expect(american.locator("q")).to_contain_text("must reside in the United States")
    page.get_by_role("link", name="2 open to you").click()
    expect(page.locator(".card")).to_have_count(2)
    assert set(titles(page)) == {"Customer Support Specialist", "Customer Support Agent"}
    # The broadest place alone says less than the own country.
    expect(card(page, "Baobab Pay")).to_contain_text("Nigeria")
    assert person.problems == []


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_contract_design_from_ohio(reader: OpenReader, market: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?category=design")
    state_situation(person, "Ohio", javascript=javascript)
    page.locator(".filters").get_by_role("link", name=re.compile("^Contract")).click()
    expect(card(page, "Northbound Games")).to_have_count(0)
    expect(page.locator(".card")).to_have_count(3)
    excluding = card(page, "Granite Health")
    expect(excluding.locator(".verdict summary")).to_have_text("Not open to you")
    excluding.locator(".verdict summary").click()
    expect(excluding.locator("q")).to_contain_text("except Ohio and Iowa")
    expect(card(page, "Juniper Goods").locator(".verdict summary")).to_have_text("Open to you")
    page.get_by_role("list", name="Filters to add").get_by_role("link", name="open to you 2 jobs").click()
    expect(page.locator(".card")).to_have_count(2)
    expect(card(page, "Slate & Sons").locator(".pay")).to_contain_text("$60–75 an hour")
    assert person.problems == []


def test_on_a_phone(reader: OpenReader, market: None) -> None:
    person = reader(width=360, touch=True)
    page = person.page
    person.open("/")
    page.get_by_label("What kind of work?").fill("designer")
    page.get_by_label("What kind of work?").press("Enter")
    page.wait_for_url("**/jobs/?*")
    expect(page.locator(".card")).to_have_count(4)
    page.get_by_text("Filters", exact=True).tap()
    page.locator("#filter-sheet").get_by_role("link", name=re.compile("^Contract")).tap()
    page.get_by_role("button", name="Show 3 jobs", exact=True).tap()
    expect(page.locator(".card")).to_have_count(3)
    card(page, "Slate & Sons").get_by_role("link").first.tap()
    apply = page.get_by_role("link", name=re.compile("^Apply"))
    expect(apply.first).to_be_in_viewport(ratio=1)
    page.mouse.wheel(0, 4000)
    expect(apply.first).to_be_in_viewport(ratio=1)
    assert page.locator("html").evaluate("page => page.scrollWidth") <= 360
    assert person.problems == []


@pytest.mark.slow
def test_by_keyboard_alone(reader: OpenReader, market: None) -> None:
    person = reader()
    page = person.page
    person.open("/situation/")

    def press_tab_to(target: Locator, most: int = 80, key: str = "Tab") -> None:
        for _ in range(most):
            page.keyboard.press(key)
            if target.evaluate_all("elements => elements.includes(document.activeElement)"):
                return
        raise AssertionError(f"{target} is not reached")

    press_tab_to(page.locator("#place-find"), 30)
    page.keyboard.type("germany")
    page.keyboard.press("Enter")
    press_tab_to(page.get_by_role("button", name="Use for this visit"))
    page.keyboard.press("Enter")
    page.wait_for_url("**my_country=DE*")
    page.evaluate(LATE_MODULES)
    page.keyboard.press("/")
    page.keyboard.type("python")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=python*")
    # Or the next keys would go on in the box.
    expect(page.locator("#found")).to_be_focused()
    press_tab_to(page.get_by_role("link", name="3 open to you"), key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**fit=open*")
    expect(page.locator(".card")).to_have_count(3)
    expect(page.locator(SWAPPING)).to_have_count(0)
    first = titles(page)[0]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    press_tab_to(page.get_by_role("link", name=re.compile("^Apply")), 30)
    assert person.problems == []
