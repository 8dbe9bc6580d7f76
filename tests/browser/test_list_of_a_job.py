"""A job and the list beside it belong together: after each step, a reload, and at the ends of a page of results."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenReader, Reader
from tests.browser.test_side_by_side import RESULTS, choose, heading, pane, title

pytestmark = pytest.mark.browser

BY_FIVE = "/jobs/?q=python&per_page=5"


@pytest.fixture
def wide(reader: OpenReader, some_listings: None) -> Reader:
    person = reader(width=1440)
    person.open(RESULTS)
    return person


def expect_marked(page: Page, text: str) -> None:
    """The job is shown, and marked in the list beside it."""
    expect(heading(page)).to_have_text(text)
    expect(pane(page)).to_have_attribute("aria-busy", "false")
    expect(page.locator("#results > section .card h3 a[aria-current=true]")).to_have_text(text)


@pytest.mark.slow
def test_another_search_and_back(wide: Reader) -> None:
    page = wide.page
    titles = page.locator("#results > section .card h3 a").all_inner_texts()
    text = choose(page, 1)
    page.locator("#q").fill("gardener")
    page.locator("#q").press("Enter")
    expect(page.locator("#found")).to_have_text("1 open job for “gardener”")
    expect(pane(page)).to_have_count(0)
    page.go_back()
    expect_marked(page, text)
    expect(page.locator("#q")).to_have_value("python")
    expect(page.locator("#found")).to_have_text("24 open jobs for “python”")
    pane(page).get_by_role("link", name="Next").click()
    expect_marked(page, titles[2])
    page.go_back()
    expect_marked(page, text)
    page.go_back()
    expect(pane(page)).to_have_count(0)
    assert wide.path == RESULTS
    page.go_forward()
    expect_marked(page, text)
    assert wide.problems == []


@pytest.mark.slow
def test_a_chip_removed_and_back(reader: OpenReader, some_listings: None) -> None:
    wide = reader(width=1440)
    page = wide.page
    wide.open("/jobs/?category=engineering")
    text = choose(page, 2)
    page.locator(".chips:not(.offered) a").first.click()
    expect(page.locator("#found")).to_have_text("25 open jobs")
    page.go_back()
    expect_marked(page, text)
    expect(page.locator("#found")).to_have_text("24 open jobs")


@pytest.mark.parametrize("width", [1200, pytest.param(1440, marks=pytest.mark.slow)])
def test_a_reload_shows_both_again(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open(RESULTS)
    text = choose(page, 1)
    address = person.path
    page.reload()
    expect_marked(page, text)
    assert person.path == address
    pane(page).locator(".listing-head .company a").click()
    expect(page.locator("#found")).to_have_text(re.compile("open job"))
    page.go_back()
    expect_marked(page, text)
    assert person.path == address
    page.go_back()
    expect(page.locator("#results > section .card")).to_have_count(20)
    expect(pane(page)).to_have_count(0)
    assert person.path == RESULTS
    assert person.problems == []


@pytest.mark.slow
def test_closing_after_a_reload_leads_to_the_place_in_the_list(wide: Reader) -> None:
    page = wide.page
    page.evaluate("scrollTo(0, 700)")
    choose(page, 10)
    scroll = page.evaluate("JSON.parse(sessionStorage.getItem('elsewhere-trail'))[0].scroll")
    assert scroll > 600
    text = choose(page, 11)
    page.reload()
    expect_marked(page, text)
    expect(page.locator("#results > section .card").nth(11)).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(pane(page)).to_have_count(0)
    expect(title(page, 11)).to_be_focused()
    assert wide.path == RESULTS
    assert abs(page.evaluate("scrollY") - scroll) <= 1
    # Another visit begins at the top.
    wide.open(RESULTS)
    expect(page.locator("body")).to_be_focused()
    assert page.evaluate("scrollY") == 0
    assert wide.problems == []


@pytest.mark.slow
def test_a_job_of_its_own_tab_stays_alone(wide: Reader) -> None:
    page = wide.page
    choose(page, 1)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("body.job h1")).to_be_visible()
    other.reload()
    expect(other.locator("body.job h1")).to_be_visible()
    expect(other.locator("#results")).to_have_count(0)


@pytest.mark.slow
def test_next_runs_into_the_list_of_the_next_page(reader: OpenReader, some_listings: None) -> None:
    wide = reader(width=1440)
    page = wide.page
    wide.open("/jobs/?q=python&page=2&per_page=5")
    following = title(page, 0).inner_text()
    wide.open(BY_FIVE)
    last = choose(page, 4)
    step = pane(page).get_by_role("link", name="Next")
    expect(step).to_have_attribute("href", re.compile(r"^/jobs/\d"))
    step.click()
    expect_marked(page, following)
    expect(page.locator(".pager span")).to_have_text("Page 2 of 5")
    pane(page).get_by_role("link", name="Previous").click()
    expect_marked(page, last)
    expect(page.locator(".pager span")).to_have_text("Page 1 of 5")
    page.go_back()
    expect_marked(page, following)
    expect(page.locator(".pager span")).to_have_text("Page 2 of 5")
    page.keyboard.press("Escape")
    expect(pane(page)).to_have_count(0)
    expect(page.locator(".pager span")).to_have_text("Page 2 of 5")
    assert wide.problems == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "width", [1200, pytest.param(1440, marks=pytest.mark.slow), pytest.param(1920, marks=pytest.mark.slow)]
)
def test_the_head_of_a_job_is_in_view_from_every_row(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    for path, number in (("/jobs/?q=python&page=2", 3), ("/jobs/?q=gardener", 0)):
        person.open(path)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        choose(page, number)
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        for part in (heading(page), pane(page).get_by_role("button", name="Close"), pane(page).locator(".apply")):
            expect(part).to_be_in_viewport(ratio=1)
        # What the job stands beside is not behind it.
        footer = page.get_by_role("link", name="Privacy").bounding_box()
        box = pane(page).bounding_box()
        assert footer is not None
        assert box is not None
        assert footer["x"] + footer["width"] <= box["x"]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 801


@pytest.mark.slow
@pytest.mark.parametrize("width", [pytest.param(1200, marks=pytest.mark.slow), 1440])
def test_filters_open_over_the_list_and_keep_the_job(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open(RESULTS)
    text = choose(page, 1)
    place = title(page, 1).bounding_box()
    opener = page.locator("#filter-sheet > summary")
    opener.click()
    expect(page.locator("#salary_min")).to_be_in_viewport(ratio=1)
    expect_marked(page, text)
    assert title(page, 1).bounding_box() == place
    # Nothing of the cards shows through.
    marks = page.locator("#results > section .card .marks").nth(1).bounding_box()
    assert marks is not None
    covers = "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('#filter-sheet'))"
    assert page.evaluate(covers, [marks["x"] + 5, marks["y"] + 5])
    # Those at the end can be reached without losing the job.
    last = page.locator(".filters .group").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    page.locator(".filters").evaluate("filters => filters.querySelector('#salary_min').focus()")
    opener.click()
    expect(page.locator("#salary_min")).to_be_hidden()
    expect_marked(page, text)
    opener.click()
    page.locator(".filters").get_by_role("link", name="Software engineering").click()
    expect(page.locator(".chips:not(.offered)")).to_be_visible()
    expect(pane(page)).to_have_count(0)
    page.go_back()
    expect_marked(page, text)
    assert person.problems == []
