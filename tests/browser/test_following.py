"""A person follows searches and comes back tomorrow to see what is new."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.browser.javascript import LATE_MODULES
from tests.browser.layout_shifts import IDLE
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

STORED = "JSON.parse(localStorage.elsewhere)"


def follow(page: Page) -> None:
    page.evaluate(LATE_MODULES)
    page.get_by_role("button", name="Follow this search").click()
    expect(page.get_by_role("button", name="Following")).to_be_visible()


def come_back_tomorrow(page: Page) -> None:
    yesterday = (timezone.now() - timedelta(hours=20)).isoformat(timespec="seconds")
    page.evaluate(
        """at => {
            const data = JSON.parse(localStorage.elsewhere);
            data.visits = { last: at, before: "" };
            localStorage.elsewhere = JSON.stringify(data);
        }""",
        yesterday,
    )


def test_what_is_new_waits_on_the_page_and_on_the_front_page(
    reader: OpenReader, some_listings: None, reindex: Reindex, tmp_path: Path
) -> None:
    person = reader()
    page = person.page
    person.open("/following/")
    expect(page.get_by_role("heading", name="You follow no search yet.")).to_be_visible()
    person.open("/jobs/?q=python")
    follow(page)
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    expect(page).to_have_url(re.compile("sort=new"))
    # The order is no other search.
    expect(page.get_by_role("button", name="Following")).to_be_visible()
    person.open("/jobs/?category=design")
    follow(page)
    come_back_tomorrow(page)
    now = timezone.now()
    listing_with("Python baker", posted=now, first_seen_at=now)
    reindex()

    person.open("/")
    strip = page.locator("[data-followed-strip]")
    expect(strip).to_contain_text("Python 1 new")
    expect(strip).to_contain_text("Design")
    asked_before = len(person.requests)
    person.open("/following/")
    python = page.locator(".followed", has=page.get_by_role("link", name="Python", exact=True))
    expect(python).to_contain_text("1 new of 25 open jobs")
    expect(python.locator(".card")).to_have_count(3)
    expect(python.locator(".card").first).to_contain_text("Python baker")
    expect(page.locator(".card.new")).to_have_count(1)
    expect(page.locator(".followed", has_text="Nothing new of 1 open job")).to_have_count(1)
    assert sum(url.endswith("/following/news") for url in person.requests[asked_before:]) == 1

    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save feeds as OPML").click()
    waiting.value.save_as(tmp_path / "feeds.opml")
    outlines = ElementTree.fromstring((tmp_path / "feeds.opml").read_text()).findall("body/outline")
    assert [(outline.get("text"), outline.get("xmlUrl")) for outline in outlines] == [
        ("Design", f"{person.site}/jobs.rss?category=design"),
        ("Python", f"{person.site}/jobs.rss?q=python&sort=new"),
    ]
    assert person.problems == []
    assert person.left == []
    assert page.context.cookies() == []


@pytest.mark.slow
def test_unfollowing_is_undone(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=python")
    follow(page)
    followed = page.evaluate(f"{STORED}.follows")
    person.open("/following/")
    page.get_by_role("button", name="Unfollow: Python").click()
    expect(page.locator("#message")).to_have_text("You no longer follow Python.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert page.evaluate(f"{STORED}.follows") == {}
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".followed .card")).to_have_count(3)
    assert page.evaluate(f"{STORED}.follows") == followed
    person.open("/jobs/?q=python")
    page.get_by_role("button", name="Following").click()
    expect(page.get_by_role("button", name="Follow this search")).to_be_visible()
    assert page.evaluate(f"{STORED}.follows") == {}


def test_the_button_waits_for_its_module(reader: OpenReader, some_listings: None) -> None:
    """A press would do nothing before."""
    person = reader()
    page = person.page
    held: list[Route] = []
    page.route(re.compile(r"/follow\.[^/]*js$"), lambda route: held.append(route))
    person.open("/jobs/?q=python", is_ready=False)
    button = page.locator(".follow-button")
    expect(button).to_be_hidden()
    expect(page.locator(".icon-button").first).to_be_visible()
    held[0].continue_()
    expect(button).to_be_visible()
    button.click()
    expect(button).to_contain_text("Following")


@pytest.mark.slow
def test_a_double_click_follows_once(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open("/jobs/?q=python")
    person.page.get_by_role("button", name="Follow this search").dblclick()
    expect(person.page.get_by_role("button", name="Following")).to_be_visible()


@pytest.mark.slow
def test_searches_travel_in_the_file_and_a_mistake_spoils_none(
    reader: OpenReader, some_listings: None, tmp_path: Path
) -> None:
    person = reader()
    page = person.page
    title = "<img src=x onerror=alert(1)>"
    follows = {
        "q=python": {"title": "Python", "at": "2026-02"},
        "colour=green": {"title": title, "at": "2026-01"},
        "with space": {},
    }
    (tmp_path / "file.json").write_text(json.dumps({"version": 1, "follows": follows}))
    person.open("/saved/")
    page.locator("#file").set_input_files(tmp_path / "file.json")
    expect(page.locator("#message")).to_have_text(
        "0 jobs and 2 followed searches read from the file. 1 entry could not be read and was left out."
    )
    person.open("/following/")
    expect(page.locator(".followed")).to_have_count(2)
    expect(page.locator(".followed").first.locator(".card")).to_have_count(3)
    expect(page.locator(".followed").last).to_contain_text(title)
    expect(page.locator(".followed-problem")).to_contain_text("There is no parameter")
    assert person.problems == []


@pytest.mark.slow
def test_twenty_are_the_most(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/about/")
    follows = {f"q={number}": {"title": str(number), "at": "2026"} for number in range(20)}
    page.evaluate("data => { localStorage.elsewhere = JSON.stringify(data); }", {"version": 1, "follows": follows})
    person.open("/jobs/?q=python")
    page.get_by_role("button", name="Follow this search").click()
    expect(page.get_by_text("You follow 20 searches already")).to_be_visible()
    assert page.evaluate(f"Object.keys({STORED}.follows).length") == 20


@pytest.mark.slow
def test_without_javascript_the_feeds_are_left(reader: OpenReader, some_listings: None) -> None:
    person = reader(javascript=False)
    person.open("/following/")
    # Playwright switches scripts off without telling the parser, which would show it.
    assert "This page needs JavaScript" in person.page.content()
    person.open("/jobs/?q=python")
    expect(person.page.get_by_role("button", name="Follow this search")).to_be_hidden()
    person.page.locator(".feeds summary").click()
    expect(person.page.get_by_role("link", name="Atom")).to_be_visible()
    person.open("/")
    expect(person.page.locator(".followed-strip")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    person = reader(scheme=scheme, width=320)
    page = person.page
    person.open("/jobs/?q=python")
    follow(page)
    come_back_tomorrow(page)
    for path in ("/jobs/?q=python", "/following/", "/", "/offline/"):
        person.open(path)
        page.evaluate(IDLE)
        for menu in page.locator(".feeds summary").all():
            menu.click()
        assert violations(page) == [], path
        assert page.locator("html").evaluate("page => page.scrollWidth") <= 320, path
