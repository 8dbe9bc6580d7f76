"""The whole way by keyboard: search, narrow, walk the jobs, open one and come back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader

pytestmark = pytest.mark.browser


@pytest.mark.slow
def test_walks_the_jobs(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    page.keyboard.press("/")
    expect(page.get_by_label("Search the jobs")).to_be_focused()
    page.keyboard.type("python/jk")
    expect(page.get_by_label("Search the jobs")).to_have_value("python/jk")
    person.open("/jobs/")
    links = page.locator(".card h3 a")
    page.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("k")
    expect(links.nth(1)).to_be_focused()
    address = links.nth(1).get_attribute("href")
    page.keyboard.press("o")
    page.wait_for_url(f"**{address}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert person.problems == []


@pytest.mark.slow
@pytest.mark.parametrize(("key", "number"), [("j", 3), ("k", 1)])
def test_walks_on_from_a_hidden_job(reader: OpenReader, some_listings: None, key: str, number: int) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    links = page.locator(".card h3 a")
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(links.nth(2)).to_be_hidden()
    page.keyboard.press(key)
    expect(links.nth(number)).to_be_focused()


@pytest.mark.slow
def test_keys_are_told_and_can_be_switched_off(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("Next job")
    dialog.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator(".card h3 a").first).not_to_be_focused()
    page.reload()
    page.keyboard.press("j")
    expect(page.locator(".card h3 a").first).not_to_be_focused()
    page.keyboard.press("?")
    expect(dialog.get_by_label("Use these keys")).not_to_be_checked()
    dialog.get_by_label("Use these keys").check()
    dialog.get_by_role("button", name="Close").press("Enter")
    expect(dialog).to_be_hidden()
    page.keyboard.press("j")
    expect(page.locator(".card h3 a").first).to_be_focused()


@pytest.mark.slow
def test_every_part_is_reached_by_tab_alone(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?category=design")
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 40)"))
    for wanted in ("Skip to content", "Set my situation", "Search jobs", "Apply filters", "Gardener of servers"):
        assert any(wanted in one for one in reached), wanted


def test_searches_narrows_opens_and_saves_by_keyboard_alone(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page

    def walk_to(name: str, tag: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            reached, text = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent.trim()]")
            if reached == tag and text.startswith(name):
                return
        raise AssertionError(f"{name} is never reached")

    person.open("/")
    page.keyboard.press("/")
    page.keyboard.type("gardener")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/?q=gardener*")
    walk_to("Design", "A")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/?q=gardener&category=design")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("1 open job")
    # What takes no text leaves the letters to the page.
    page.locator(".narrow input[type=checkbox]").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("o")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gardener of servers")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()
    walk_to("Save", "BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator(".saved-count")).to_have_text("(1)")
    assert person.problems == []
