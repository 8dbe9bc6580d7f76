"""A person keeps jobs in the browser: saves, hides, notes, moves, exports, forgets and reads the file again."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenReader, Scheme
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser


def press(page: Page, title: str, name: str) -> None:
    card = page.locator(".card", has=page.get_by_role("link", name=title, exact=True))
    card.get_by_role("button", name=name, exact=True).click()


def downloaded(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_saves_follows_up_and_keeps_a_copy(reader: OpenReader, some_listings: None, tmp_path: Path) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    press(page, "Python developer 24", "Save")
    expect(page.locator(".saved-count")).to_have_text("(1)")
    expect(page.locator(".card", has_text="Python developer 24").locator("[data-act=save]")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_role("link", name="Python developer 23", exact=True).click()
    page.get_by_role("button", name="I have applied").click()
    page.go_back()
    expect(page.locator(".card", has_text="Python developer 23")).to_have_class(re.compile("seen"))
    page.get_by_role("link", name=re.compile("^Saved")).click()
    expect(page.get_by_role("heading", level=2, name="Saved (1)")).to_be_visible()
    applied = page.locator(".stage", has=page.get_by_role("heading", name="Applied (1)"))
    expect(applied.locator(".card")).to_contain_text("Python developer 23")
    applied.get_by_label("Stage").select_option("interview")
    talk = page.locator(".stage", has=page.get_by_role("heading", name="Interview (1)"))
    talk.get_by_label("Date").fill("2026-12-03")
    talk.get_by_label("What").fill("Interview; with Zoë, " + "a very long name " * 5)
    talk.get_by_label("Notes").fill("Ask about hours.\nBring the portfolio.")
    talk.get_by_label("Notes").blur()
    page.reload()
    expect(talk.get_by_label("Notes")).to_have_value("Ask about hours.\nBring the portfolio.")

    lines = downloaded(page, "Dates for a calendar", tmp_path).read_bytes().split(b"\r\n")
    assert lines[:3] == [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//Elsewhere//Applications//EN"]
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    unfolded = b"\r\n".join(lines).replace(b"\r\n ", b"").decode()
    assert "DTSTART;VALUE=DATE:20261203" in unfolded
    assert r"SUMMARY:Interview\; with Zoë\, a very long name" in unfolded
    assert r"DESCRIPTION:Ask about hours.\nBring the portfolio." in unfolded
    assert unfolded.count("BEGIN:VEVENT") == 1

    copy = downloaded(page, "Save as a file", tmp_path)
    assert len(json.loads(copy.read_text())["jobs"]) == 2
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    expect(page.get_by_role("heading", name="Nothing is saved yet.")).to_be_visible()
    broken = tmp_path / "broken.json"
    broken.write_text('{"version": 1')
    page.locator("#file").set_input_files(broken)
    expect(page.locator("#said")).to_have_text("That file was not saved by this site. Nothing has changed.")
    page.locator("#file").set_input_files(copy)
    expect(page.locator("#said")).to_have_text("2 jobs read from the file.")
    expect(talk.get_by_label("Date")).to_have_value("2026-12-03")
    assert person.problems == []
    assert person.left == []
    assert page.context.cookies() == []


def test_hides_a_job_and_a_company_and_shows_them_again(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=beekeeper")
    expect(page.locator(".card:visible")).to_have_count(14)
    first = page.locator(".card:visible h3").first.inner_text()
    page.locator(".card:visible").first.get_by_role("button", name="Hide").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator(".card:visible")).to_have_count(13)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".card:visible")).to_have_count(14)
    page.locator(".card:visible").nth(2).get_by_role("button", name="Hide").click()
    page.get_by_role("button", name=re.compile("^Hide all of Hive")).click()
    page.locator(".card:visible").first.get_by_role("button", name="Hide").click()
    page.reload()
    expect(page.locator(".card:visible")).to_have_count(12)
    expect(page.locator(".hidden-count")).to_contain_text("2 hidden here")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".card:visible")).to_have_count(14)
    person.open("/saved/")
    expect(page.locator(".hidden-list li")).to_have_count(3)
    for _ in range(3):
        page.locator(".hidden-list button").first.click()
    expect(page.locator(".hidden-list li")).to_have_count(0)
    person.open("/jobs/?q=beekeeper")
    expect(page.locator(".card:visible h3").first).to_have_text(first)
    expect(page.locator(".card:visible")).to_have_count(14)
    # Results that are swapped in are dressed as well.
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Newest")
    expect(page.locator(".card:visible [data-act=save]")).to_have_count(14)
    page.keyboard.press("j")
    page.keyboard.press("s")
    expect(page.locator(".saved-count")).to_have_text("(1)")
    assert person.problems == []


def test_what_came_since_the_last_visit_is_new(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    expect(page.locator(".card.new")).to_have_count(0)
    earlier = (timezone.now() - timedelta(hours=20)).isoformat(timespec="seconds")
    page.evaluate("at => localStorage.setItem('elsewhere', JSON.stringify({visits: {last: at, before: ''}}))", earlier)
    listing_with("Fresh baker", posted=timezone.now())
    reindex()
    for _ in range(2):  # It stays new for the whole of a visit.
        person.open("/jobs/")
        expect(page.locator(".card.new")).to_have_count(1)
        expect(page.locator(".card.new")).to_contain_text("Fresh baker")
    page.get_by_role("link", name="Fresh baker").click()
    page.get_by_role("button", name="I have applied").wait_for()
    person.open("/jobs/")
    expect(page.locator(".card.new")).to_have_count(0)


@pytest.mark.parametrize("said", ["getItem", "setItem"])
def test_a_browser_that_keeps_nothing_is_told(reader: OpenReader, some_listings: None, said: str) -> None:
    person = reader()
    person.page.add_init_script(f"Storage.prototype.{said} = () => {{ throw new DOMException('no'); }};")
    person.open("/jobs/")
    press(person.page, "Python developer 24", "Save")
    expect(person.page.locator("body > [role=status]")).to_contain_text("saved")
    expect(person.page.locator("body > [role=status]")).to_contain_text("This browser")
    assert person.problems == []


def test_what_cannot_be_read_is_put_aside(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open("/about/")
    person.page.evaluate("localStorage.setItem('elsewhere', '{broken')")
    person.open("/saved/")
    expect(person.page.locator("#said")).to_contain_text("put aside")
    assert person.page.evaluate("localStorage.getItem('elsewhere-unreadable')") == "{broken"


def test_says_what_it_needs_without_javascript(reader: OpenReader, some_listings: None) -> None:
    person = reader(javascript=False)
    person.open("/saved/")
    expect(person.page.get_by_text("This one page needs JavaScript")).to_be_visible()
    person.open("/jobs/")
    expect(person.page.get_by_role("button", name="Save", exact=True)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    person = reader(scheme=scheme, width=320)
    page = person.page
    person.open("/jobs/")
    press(page, "Python developer 24", "Save")
    press(page, "Python developer 23", "Hide")
    for path in ("/jobs/", "/saved/"):
        person.open(path)
        expect(page.locator(".card:visible").first).to_be_visible()
        violations = Axe().run(page).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == [], path
        assert page.locator("html").evaluate("page => page.scrollWidth") <= 320
