"""What a person does here: search, open a job, follow the link back, read the guide, with JavaScript and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader
from tests.browser.javascript import BOTH, BY_DEFAULT_WITH, BY_DEFAULT_WITHOUT

pytestmark = pytest.mark.browser


@BOTH
def test_searches_opens_a_job_and_follows_the_link_back(
    reader: OpenReader, some_listings: None, javascript: bool
) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    expect(page.locator(".status")).to_have_text(re.compile(r"25 open jobs from 1 board, last checked 1\d minutes ago"))
    page.get_by_label("What kind of work?").fill("gardener")
    page.get_by_role("button", name="Search jobs").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("1 open job for “gardener”")
    # The country that was left open is no part of it.
    assert person.path == "/jobs/?q=gardener"
    page.get_by_role("link", name="Gardener of servers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gardener of servers")
    back = page.locator(".found-on a")
    expect(back).to_have_attribute("href", "https://board.example/gardener")
    expect(back).to_have_attribute("rel", "noopener")
    with page.expect_request("https://board.example/gardener"):
        back.click()
    assert person.left == ["https://board.example/gardener"]


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_turns_pages_and_goes_back(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/")
    first = page.locator(".card h3").first.inner_text()
    page.get_by_role("link", name="Next page").press("Enter")
    expect(page.locator(".pager span")).to_have_text("Page 2 of 2")
    assert person.path == "/jobs/?page=2"
    if javascript:
        # The keyboard goes on at the results.
        expect(page.locator("#found")).to_be_focused()
        expect(page.locator("#found")).to_be_in_viewport()
    expect(page.locator(".card h3").first).not_to_have_text(first)
    page.go_back()
    expect(page.locator(".pager span")).to_have_text("Page 1 of 2")
    expect(page.locator(".card h3").first).to_have_text(first)
    page.go_forward()
    expect(page.locator(".pager span")).to_have_text("Page 2 of 2")


@BY_DEFAULT_WITH
@pytest.mark.slow
def test_adds_and_removes_filters(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/")
    page.locator(".filters").get_by_role("link", name="Design").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("1 open job")
    assert person.path == "/jobs/?category=design"
    # The box keeps the filter: what is typed next searches within it.
    page.get_by_label("Search the jobs").fill("python")
    page.get_by_label("Search the jobs").press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("No open jobs for “python”")
    assert person.path == "/jobs/?q=python&category=design"
    page.get_by_role("link", name="Remove filter: Design").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("24 open jobs for “python”")


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_chooses_an_order_and_meets_a_slip(reader: OpenReader, many_employers: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=beekeper")
    expect(page.locator(".corrected").first).to_contain_text("Showing results for beekeeper")
    # The title shows why.
    expect(page.locator(".why")).to_have_count(0)
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Newest")
    assert person.path == "/jobs/?q=beekeper&sort=new"
    page.get_by_role("link", name="Search only for beekeper").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text('No open jobs for “"beekeper"”')
    page.go_back()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Newest")


@pytest.mark.slow
def test_a_long_list_of_choices_is_searched(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    page.locator(".group", has_text="Company").locator("> summary").click()
    box = page.get_by_label("Find in Company")
    shown = page.locator(".group", has_text="Company").locator("li:visible")
    expect(shown).to_have_count(8)
    box.fill("hive 7")
    expect(shown).to_have_count(1)
    shown.get_by_role("link").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("1 open job")
    assert person.path == "/jobs/?company=hive-7"
    expect(box).to_be_visible()


@pytest.mark.slow
def test_a_choice_adds_no_box_above_itself(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?company=hive-7")
    # Open from the beginning, because of its choice.
    group = page.locator(".group", has_text="Company")
    expect(group).to_have_attribute("open", "")
    group.get_by_role("link", name="Hive 7").click()
    expect(page.get_by_role("heading", level=2).first).not_to_have_text("1 open job")
    expect(page.get_by_label("Find in Company")).to_have_count(0)


@pytest.mark.slow
@BY_DEFAULT_WITHOUT
def test_finds_a_way_out_where_nothing_is_found(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    person.open("/jobs/?q=beekeeping&category=design")
    way = person.page.locator(".ways-out a").first
    expect(way).to_have_text("1 job without “beekeeping”")
    way.click()
    expect(person.page.locator(".card h3")).to_have_text("Gardener of servers")
    assert person.problems == []


def test_reads_the_guide(reader: OpenReader, some_listings: None) -> None:
    """Its pages have no scripts."""
    person = reader()
    person.open("/")
    person.page.get_by_role("navigation", name="Main").get_by_role("link", name="Guide").click()
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    person.page.locator("main a[href^='/guide/']").first.click()
    expect(person.page.get_by_role("heading", level=1)).to_be_visible()
    assert re.match(r"/guide/[\w-]+/", person.path)
    assert len(person.page.locator("main").inner_text().split()) > 800
    # The face of headings has one weight, and that is bold.
    face = person.page.locator(".guide-prose > p").first.evaluate("element => getComputedStyle(element).fontFamily")
    assert "Newsreader" not in face
    person.page.locator(".guide-contents").get_by_role("link", name="Trust", exact=True).click()
    assert person.path.endswith("#trust")
    expect(person.page.get_by_role("heading", name="Trust", exact=True)).to_be_in_viewport()
    person.page.get_by_role("navigation", name="Chapters").get_by_role("link", name="Next chapter").click()
    person.page.get_by_role("link", name=re.compile("^25 open jobs from Remotive on this site")).click()
    assert person.path == "/jobs/?source=remotive"
    expect(person.page.get_by_role("heading", level=2)).to_have_text(re.compile("^25 open jobs"))


def test_typing_searches_and_leads_to_a_job_and_back(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    box = page.get_by_label("Search the jobs")
    person.type_at_once(box, "gardener")
    expect(page.locator("#announcement")).to_have_text("1 open job for “gardener”")
    expect(box).to_be_focused()
    expect(page).to_have_title("1 open job for “gardener” · Elsewhere")
    assert person.path == "/jobs/?q=gardener"
    searches = [url for url in person.requests if url.startswith(person.site + "/jobs/?q=")]
    assert searches == [f"{person.site}/jobs/?q=gardener"]
    # Coming back from a job shows the whole page.
    page.get_by_role("link", name="Gardener of servers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gardener of servers")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Remote jobs")
    expect(page.get_by_role("heading", level=2)).to_have_text("1 open job for “gardener”")
    # Before htmx listens, another step back would be lost.
    page.wait_for_function("() => window.onpopstate")
    page.go_back()
    expect(page.get_by_role("heading", level=2)).to_have_text("25 open jobs")
    expect(page.get_by_label("Search the jobs")).to_have_value("")
    assert person.problems == []


@pytest.mark.slow
def test_the_keyboard_alone_is_enough(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Search the jobs")).to_be_focused()
    page.keyboard.type("gardener")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("1 open job for “gardener”")
    job = page.get_by_role("link", name="Gardener of servers")
    skip = page.get_by_role("link", name="Skip the filters")
    for _ in range(12):
        page.keyboard.press("Tab")
        if skip.evaluate("link => link === document.activeElement"):
            page.keyboard.press("Enter")
        if job.evaluate("link => link === document.activeElement"):
            break
    # One ring, round the whole card.
    outline = job.evaluate("link => getComputedStyle(link.closest('.card')).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gardener of servers")


@pytest.mark.slow
def test_without_javascript_no_page_asks_another_site_or_sets_a_cookie(reader: OpenReader, some_listings: None) -> None:
    """With JavaScript: test_looks.py."""
    person = reader(javascript=False)
    for path in ["/", "/jobs/", "/jobs/?q=gardener", "/about/", "/privacy/", "/contact/", "/guide/", "/nowhere/"]:
        person.open(path)
    person.open("/jobs/?q=gardener")
    person.page.get_by_role("link", name="Gardener of servers").click()
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Gardener of servers")
    assert person.left == []
    assert person.page.context.cookies() == []
    assert [said for said in person.problems if "404" not in said] == []
