"""Who chooses again before the first answer has come gets the last choice, in the list and in the search box's form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.browser.conftest import OpenReader, Reader
from tests.browser.javascript import SWAPPING
from tests.processes import until

pytestmark = pytest.mark.browser
ORDER_KEPT = "#kept [name=sort]"


@pytest.fixture
def quick(reader: OpenReader, some_listings: None) -> Reader:
    person = reader()
    person.open("/jobs/?q=python")
    return person


class SlowLists:
    """Requests for other lists, which are answered one after another when somebody says so."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[Route] = []
        self.ended: list[Request] = []
        page.on("requestfinished", lambda request: self.ended.append(request))
        page.on("requestfailed", lambda request: self.ended.append(request))
        page.route("**/jobs/?*", lambda route: self.held.append(route))

    def until(self, condition: Callable[[], bool]) -> None:
        # Routes and requests are only told of while the page is talked to.
        until(lambda: self.page.evaluate("true") and condition())

    def await_requests(self, count: int) -> None:
        self.until(lambda: len(self.held) == count)

    def answer(self) -> None:
        """Until nobody waits for another list."""
        while self.page.locator(SWAPPING).count():
            for route in [route for route in self.held if route.request not in self.ended]:
                route.continue_()
                self.until(partial(self.ended.__contains__, route.request))


def test_the_last_of_two_lists_is_shown(quick: Reader) -> None:
    """Its address, its jobs, and the form of the search box."""
    page = quick.page
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    page.wait_for_url("**sort=new**")
    expect(page.locator(SWAPPING)).to_have_count(0)
    lists = SlowLists(page)
    page.get_by_role("button", name="Search jobs").click()
    page.get_by_role("link", name="Next page").click()
    lists.await_requests(2)
    lists.answer()
    page.wait_for_url("**page=2**")
    expect(page.locator("#results > section .card")).to_have_count(4)
    expect(page.locator("#kept [name=sort]")).to_have_value("new")
    expect(page.locator("#announcement")).to_contain_text("page 2 of 2")
    assert quick.problems == []


def test_no_choice_is_lost(quick: Reader) -> None:
    page = quick.page
    lists = SlowLists(page)
    page.locator(".filters").get_by_role("link", name="Software engineering").click()
    page.locator("#f-sort-new").click()
    page.locator("#f-salary-none").click()
    page.locator("#f-residence-stated").click()
    lists.await_requests(1)
    lists.answer()
    page.wait_for_url("**/jobs/?q=python&category=engineering&residence=stated&salary=none&sort=new")
    expect(page.locator("#f-residence-stated")).to_be_checked()
    assert quick.problems == []


@pytest.mark.slow
def test_a_choice_follows_one_that_failed(quick: Reader) -> None:
    page = quick.page
    lists = SlowLists(page)
    page.locator(".filters").get_by_role("link", name="Software engineering").click()
    page.locator("#f-sort-new").click()
    lists.await_requests(1)
    lists.held[0].abort()
    lists.await_requests(2)
    lists.answer()
    page.wait_for_url("**/jobs/?q=python&sort=new")
    expect(page.locator(".orders a[aria-current]")).to_have_text("Newest")


@pytest.mark.slow
def test_a_step_back_ends_the_wait(quick: Reader) -> None:
    page = quick.page
    page.locator("#f-sort-new").click()
    page.wait_for_url("**sort=new**")
    expect(page.locator(SWAPPING)).to_have_count(0)
    held: list[Route] = []
    page.route("**/jobs/?*salary=none*", lambda route: held.append(route))
    page.locator("#f-salary-none").click()
    until(lambda: page.evaluate("true") and len(held) == 1)
    page.go_back()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Best match")
    page.locator("#f-sort-salary").click()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Highest pay")
    assert quick.path == "/jobs/?q=python&sort=salary"
    assert quick.problems == []


def test_a_currency_without_an_amount_waits_for_it(quick: Reader) -> None:
    page = quick.page
    requests = len(quick.requests)
    currency = page.locator("#f-currency")
    currency.select_option("EUR")
    page.locator("#f-period").select_option("month")
    page.locator("#f-sort-new").click()
    page.wait_for_url("**sort=new**")
    assert len([url for url in quick.requests[requests:] if "/jobs/?" in url]) == 1
    expect(page.locator(SWAPPING)).to_have_count(0)
    expect(currency).to_have_value("EUR")
    page.locator("#salary_min").fill("4000")
    page.locator("#salary_min").press("Enter")
    page.wait_for_url("**salary_min=4000&currency=EUR&period=month**")
    expect(page.locator(SWAPPING)).to_have_count(0)
    assert quick.problems == []


@pytest.mark.slow
def test_a_list_that_does_not_come_is_told(quick: Reader) -> None:
    page = quick.page
    page.route("**/jobs/?*", lambda route: route.abort("internetdisconnected"))
    page.locator("#f-sort-new").click()
    message = page.get_by_text("The list did not come. Check your connection and try again.")
    expect(message).to_be_visible()
    expect(message).to_be_in_viewport()
    page.unroute("**/jobs/?*")
    page.locator("#f-sort-new").click()
    page.wait_for_url("**sort=new**")
    expect(message).to_have_count(0)


@pytest.mark.slow
def test_a_job_opens_by_itself_where_its_module_does_not_come(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=1440, fresh=True)
    page = person.page
    page.route("**/job-pane*.js", lambda route: route.abort())
    person.open("/jobs/?q=python")
    title = page.locator(".card h3 a").first
    address = title.get_attribute("href")
    title.click()
    page.wait_for_url(f"**{address}")
    expect(page.locator(".pane")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
