"""A person keeps jobs in the browser: saves, hides, notes, moves, exports, forgets and reads the file again."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from listings.ingest.writer import Ingest
from listings.models import Fetch, Listing, Source
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.listings.dedup.vacancies import an_ad
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

# A page takes longer the more cards it has, and axe even more so.
FEW = "/jobs/?per_page=5"


def press(page: Page, title: str, name: str) -> None:
    card = page.locator(".card", has=page.get_by_role("link", name=title, exact=True))
    card.get_by_role("button", name=f"{name}: {title}", exact=True).click()


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
    card = page.locator(".card", has_text="Python developer 23")
    expect(card).to_have_class(re.compile("seen"))
    label = card.locator("h3").evaluate("heading => getComputedStyle(heading, '::after').content")
    assert label.replace("\N{NO-BREAK SPACE}", " ").startswith('" · ✓ applied"')
    page.get_by_role("link", name=re.compile("^Saved")).click()
    page.locator(".stage summary").last.click()
    expect(page.get_by_role("heading", level=2, name="Saved (1)")).to_be_visible()
    applied = page.locator(".stage", has=page.get_by_role("heading", name="Applied (1)"))
    expect(applied.locator(".kept-card")).to_contain_text("Python developer 23")
    applied.get_by_label("Stage: ").select_option("interview")
    talk = page.locator(".stage", has=page.get_by_role("heading", name="Interview (1)"))
    talk.get_by_label("Date", exact=True).fill("2026-12-03")
    talk.get_by_label("What", exact=True).fill("Interview; with Zoë, " + "a very long name " * 5)
    talk.get_by_label("Notes", exact=True).fill("Ask about hours.\nBring the portfolio.")
    page.reload()
    talk.locator("summary").click()
    expect(talk.get_by_label("Notes", exact=True)).to_have_value("Ask about hours.\nBring the portfolio.")

    lines = downloaded(page, "Export dates to a calendar", tmp_path).read_bytes().split(b"\r\n")
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
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("heading", name="No saved jobs yet.")).to_be_visible()
    broken = tmp_path / "broken.json"
    broken.write_text('{"version": 1')
    page.locator("#file").set_input_files(broken)
    expect(page.locator("#message")).to_have_text("That file was not saved by this site. Nothing has changed.")
    page.locator("#file").set_input_files(copy)
    expect(page.locator("#message")).to_have_text("2 jobs read from the file.")
    expect(talk.get_by_label("Date", exact=True)).to_have_value("2026-12-03")
    assert person.problems == []
    assert person.left == []
    assert page.context.cookies() == []


def test_hides_a_job_and_a_company_and_shows_them_again(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=beekeeper")
    expect(page.locator(".card:visible")).to_have_count(14)
    first = page.locator(".card:visible h3").first.inner_text()
    page.locator(".card:visible").first.locator("[data-act=hide]").click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator(".card:visible")).to_have_count(13)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".card:visible")).to_have_count(14)
    page.locator(".card:visible").nth(2).locator("[data-act=hide]").click()
    all_of_hive = page.get_by_role("button", name=re.compile("^Hide all jobs at Hive"))
    all_of_hive.click()
    expect(page.locator(".hidden-line:visible")).to_contain_text("Hidden: all jobs at Hive")
    expect(all_of_hive).to_be_hidden()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.locator(".card:visible").first.locator("[data-act=hide]").click()
    page.reload()
    expect(page.locator(".card:visible")).to_have_count(12)
    expect(page.locator(".hidden-count")).to_contain_text("2 hidden here")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator(".card:visible")).to_have_count(14)
    person.open("/saved/")
    expect(page.locator("#hidden .kept-list li")).to_have_count(3)
    for _ in range(3):
        page.locator("#hidden .kept-list button").first.click()
    expect(page.locator("#hidden .kept-list li")).to_have_count(0)
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
    page.keyboard.press("x")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(page.locator(".card:visible")).to_have_count(13)
    assert person.problems == []


@pytest.mark.slow
def test_every_page_counts_the_saved_jobs(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open("/jobs/?per_page=5")
    press(person.page, "Python developer 24", "Save")
    report = f"/jobs/{Listing.objects.earliest('pk').pk}/report"
    chapter = "/guide/remote-interview/"
    pages = ["/", "/following/", "/situation/", "/fit/", "/guide/", chapter, "/about/", "/privacy/", "/contact/"]
    for path in [*pages, "/nowhere/", "/offline/", report]:
        person.page.goto(person.site + path)
        expect(person.page.locator(".saved-count"), path).to_have_text("(1)")


def published(external_id: str, at: datetime) -> None:
    source, _ = Source.objects.get_or_create(name="remotive", defaults={"board": "remotive"})
    fetch = Fetch.objects.create(source=source, started_at=at)
    Ingest(source, fetch, at).page([an_ad(external_id, published_at=at)])


@pytest.mark.slow
def test_a_repost_of_what_is_hidden_stays_hidden(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    person = reader()
    card = person.page.locator(".card", has_text="Harbour Analyst")
    published("1", timezone.now() - timedelta(days=50))
    reindex()
    person.open("/jobs/?q=harbour")
    press(person.page, "Harbour Analyst", "Hide")
    published("2", timezone.now())
    reindex()
    person.open("/jobs/?q=harbour")
    expect(person.page.locator(".hidden-count")).to_contain_text("1 hidden here")
    expect(card).to_be_hidden()
    expect(card).to_contain_text("reposted")


@pytest.mark.slow
def test_what_came_since_the_last_visit_is_new(reader: OpenReader, some_listings: None, reindex: Reindex) -> None:
    person = reader()
    page = person.page
    person.open(FEW)
    expect(page.locator(".card.new")).to_have_count(0)
    earlier = (timezone.now() - timedelta(hours=20)).isoformat(timespec="seconds")
    page.evaluate(
        "at => localStorage.setItem('elsewhere', JSON.stringify({version: 1, visits: {last: at, before: ''}}))", earlier
    )
    listing_with("Fresh baker", posted=timezone.now())
    reindex()
    for _ in range(2):  # It stays new for the whole of a visit.
        person.open(FEW)
        expect(page.locator(".card.new")).to_have_count(1)
        expect(page.locator(".card.new")).to_contain_text("Fresh baker")
    page.get_by_role("link", name="Fresh baker").click()
    page.get_by_role("button", name="I have applied").wait_for()
    person.open(FEW)
    expect(page.locator(".card.new")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("said", [pytest.param("getItem", marks=pytest.mark.slow), "setItem"])
def test_a_browser_that_keeps_nothing_is_told(reader: OpenReader, some_listings: None, said: str) -> None:
    person = reader(fresh=True)
    person.page.add_init_script(f"Storage.prototype.{said} = () => {{ throw new DOMException('no'); }};")
    person.open("/jobs/")
    press(person.page, "Python developer 24", "Save")
    expect(person.page.locator("body > [role=status]")).to_contain_text("saved")
    expect(person.page.locator("body > [role=status]")).to_contain_text("This browser")
    assert person.problems == []


ASIDE = "Object.entries(localStorage).filter(one => one[0].startsWith('elsewhere-unreadable')).map(one => one[1])"
BROKEN = ["{broken", "[]", '{"version": 2, "jobs": {}}', '{"version": 1, "jobs": []}', '{"version": 1, "jobs": null}']


@pytest.mark.slow
def test_what_cannot_be_read_is_put_aside(reader: OpenReader, some_listings: None, tmp_path: Path) -> None:
    person = reader()
    for text in BROKEN:
        person.open("/about/")
        person.page.evaluate("text => localStorage.setItem('elsewhere', text)", text)
        person.open(FEW)
        person.page.locator("[data-act=save]").first.wait_for()
    assert sorted(person.page.evaluate(ASIDE)) == sorted(BROKEN)
    partly = {"version": 1, "jobs": {"5": {"title": "Kept", "at": "2026"}, "x": {"title": "Lost"}, "6": "Lost"}}
    person.page.evaluate("text => localStorage.setItem('elsewhere', text)", json.dumps(partly))
    person.open("/saved/")
    expect(person.page.locator("#aside li")).to_have_count(6)
    expect(person.page.locator("[data-saved]")).to_have_count(1)
    with person.page.expect_download() as waiting:
        person.page.locator("#aside button").last.click()
    waiting.value.save_as(tmp_path / "aside.txt")
    assert json.loads((tmp_path / "aside.txt").read_text()) == partly
    assert person.problems == []


@pytest.mark.slow
def test_what_was_noted_survives_being_let_go(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    title = "Python developer 24"
    press(page, title, "Save")
    person.open("/saved/")
    page.locator(".stage summary").click()
    page.get_by_label("Notes", exact=True).fill("They were kind")
    page.get_by_label("Stage: ").select_option("interview")
    for _ in range(2):
        person.open("/jobs/")
        press(page, title, "Interview")
        press(page, title, "Save")
    press(page, title, "Interview")
    person.open("/saved/")
    page.get_by_role("button", name=f"Put back: {title}").click()
    page.get_by_role("button", name=f"Remove: {title}").click()
    expect(page.get_by_role("heading", name="No saved jobs yet.")).to_be_visible()
    page.get_by_role("button", name=f"Put back: {title}").click()
    expect(page.get_by_role("heading", name="Interview (1)")).to_be_visible()
    expect(page.locator(".stage summary")).to_have_text("They were kind")
    assert person.problems == []


def kept(stage: str, at: str, **more: str) -> dict[str, str]:
    return {"title": "Cook", "company": "Inn", "stage": stage, "note": "", "date": "", "event": "", "at": at, **more}


@pytest.mark.slow
def test_a_file_adds_to_what_is_kept(reader: OpenReader, some_listings: None, tmp_path: Path) -> None:
    person = reader()
    page = person.page
    mine = {"version": 1, "jobs": {"5": kept("applied", "2026-01-01", note="Mine", date="2026-02-02")}}
    person.open("/about/")
    page.evaluate("text => localStorage.setItem('elsewhere', text)", json.dumps(mine))
    person.open("/saved/")
    for number, wrong in enumerate([*BROKEN, "null", '"words"']):
        (tmp_path / f"{number}.json").write_text(wrong)
        page.locator("#file").set_input_files(tmp_path / f"{number}.json")
        expect(page.locator("#message")).to_have_text("That file was not saved by this site. Nothing has changed.")
        page.locator("#message").evaluate("message => { message.textContent = ''; }")
    other = {
        "version": 1,
        "jobs": {"5": kept("offer", "2026-03-03", event="Talk"), "6": kept("saved", "2026-01-01"), "?": {}},
    }
    (tmp_path / "other.json").write_text(json.dumps(other))
    page.locator("#file").set_input_files(tmp_path / "other.json")
    expect(page.locator("#message")).to_have_text(
        "2 jobs read from the file. 1 entry could not be read and was left out."
    )
    jobs = page.evaluate("JSON.parse(localStorage.getItem('elsewhere')).jobs")
    assert jobs["5"] == kept("offer", "2026-03-03", note="Mine", date="2026-02-02", event="Talk")
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }")
    page.locator("#file").set_input_files(tmp_path / "other.json")
    expect(page.locator("#message")).to_contain_text("no room")


@pytest.mark.slow
def test_says_what_it_needs_without_javascript(reader: OpenReader, some_listings: None) -> None:
    person = reader(javascript=False)
    person.open("/saved/")
    # Playwright switches scripts off without telling the parser, which would show it.
    assert "This page needs JavaScript" in person.page.content()
    person.open("/jobs/")
    expect(person.page.locator("[data-act=save]")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_axe_finds_nothing_and_nothing_is_too_wide(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    person = reader(scheme=scheme, width=320)
    page = person.page
    person.open(FEW)
    press(page, "Python developer 24", "Save")
    press(page, "Python developer 23", "Hide")
    for path in (FEW, "/saved/"):
        person.open(path)
        expect(page.locator(":is(.card, .kept-card):visible").first).to_be_visible()
        if path == "/saved/":
            page.locator(".stage summary").click()
        assert violations(page) == [], path
        assert page.locator("html").evaluate("page => page.scrollWidth") <= 320


@pytest.mark.slow
def test_a_double_click_saves_once(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=python")
    save = page.locator(".card [data-act=save]").first
    save.dblclick()
    expect(save).to_have_attribute("aria-pressed", "true")
    # A second press, later, takes it back.
    save.click()
    expect(save).to_have_attribute("aria-pressed", "false")
