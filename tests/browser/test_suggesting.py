"""A person types in the search box, and is offered titles, skills and employers."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenReader, Reader

pytestmark = pytest.mark.browser

HOME, RESULTS = ("/", "What kind of work?"), ("/jobs/", "Search the jobs")


def typed(person: Reader, label: str, words: str) -> None:
    box = person.page.get_by_role("combobox", name=label)
    box.click()
    person.type_at_once(box, words)
    expect(person.page.get_by_role("listbox", name="Suggestions")).to_be_visible()


def search_anywhere(page: Page, address: str, chosen: str) -> None:
    """On the front page, which asks for the country next, leave it empty; elsewhere a choice has searched already."""
    if address == "/":
        expect(page.get_by_role("combobox", name="Where do you live?")).to_be_focused()
        expect(page.get_by_role("combobox", name="What kind of work?")).to_have_value(chosen)
        page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("address", "label"), [pytest.param(*HOME, id="home"), pytest.param(*RESULTS, id="results", marks=pytest.mark.slow)]
)
def test_types_goes_down_and_picks_a_title(reader: OpenReader, many_employers: None, address: str, label: str) -> None:
    person = reader()
    page = person.page
    person.open(address)
    typed(person, label, "beek")
    box = page.get_by_role("combobox", name=label)
    expect(box).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    expect(options).to_have_text(["BeekeeperRole14 jobs"])
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
    box.press("Enter")
    search_anywhere(page, address, "Beekeeper")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("14 open jobs")
    assert person.path == "/jobs/?q=beekeeper"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "label"), [pytest.param(*HOME, id="home", marks=pytest.mark.slow), pytest.param(*RESULTS, id="results")]
)
def test_picks_an_employer_with_the_pointer(reader: OpenReader, many_employers: None, address: str, label: str) -> None:
    person = reader()
    page = person.page
    person.open(address)
    typed(person, label, "oak ot")
    page.get_by_role("option", name="Oak & Otter").click()
    search_anywhere(page, address, "Oak & Otter")
    expect(page.locator(".card h3")).to_have_text(["Gardener of servers"])
    assert person.path == "/jobs/?company=oak-otter"


@pytest.mark.slow
def test_what_narrows_the_search_is_kept(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?category=design")
    typed(person, "Search the jobs", "gard")
    box = page.get_by_role("combobox", name="Search the jobs")
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url("**q=gardener**")
    expect(page.locator(".card h3")).to_have_text(["Gardener of servers"])
    expect(page.locator(".chips:not(.offered)")).to_contain_text("Design")
    page.go_back()
    expect(page.locator(".chips:not(.offered)")).to_contain_text("Design")
    expect(box).not_to_have_value("gardener of servers")


@pytest.mark.slow
def test_leaves_the_list_alone(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/")
    typed(person, "What kind of work?", "beekeeper")
    box = page.get_by_role("combobox", name="What kind of work?")
    suggestions = page.get_by_role("listbox")
    box.press("Escape")
    expect(suggestions).to_be_hidden()
    expect(box).to_have_value("beekeeper")
    box.press("ArrowDown")
    expect(suggestions).to_be_visible()
    box.press("Tab")
    expect(suggestions).to_be_hidden()
    expect(page.get_by_label("Where do you live?")).to_be_focused()
    box.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_have_text("14 open jobs for “beekeeper”")
    assert parse_qsl(urlsplit(person.path).query) == [("q", "beekeeper")]


@pytest.mark.slow
def test_escape_waits_for_no_suggestions(reader: OpenReader, many_employers: None) -> None:
    """The first Escape keeps the text even if the suggestions are still on their way; the next one empties the box."""
    person = reader(fresh=True)
    page = person.page
    page.route("**/jobs/suggest*", lambda route: None)
    person.open("/")
    box = page.get_by_role("combobox", name="What kind of work?")
    with page.expect_request("**/jobs/suggest*"):
        box.press_sequentially("beekeeper")
    box.press("Escape")
    expect(box).to_have_value("beekeeper")
    expect(page.get_by_role("listbox", name="Suggestions")).to_be_hidden()
    box.press("Escape")
    expect(box).to_have_value("")


@pytest.mark.slow
def test_a_slip_is_forgiven_and_nothing_is_said_of_nonsense(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/")
    typed(person, "What kind of work?", "beekeper")
    expect(page.locator(".combobox").get_by_role("option")).to_contain_text(["Beekeeper"])
    page.get_by_role("combobox", name="What kind of work?").fill("zzzzzz")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, pytest.param(360, marks=pytest.mark.slow)])
def test_it_fits_a_small_screen(reader: OpenReader, many_employers: None, width: int) -> None:
    person = reader()
    page = person.page
    page.set_viewport_size({"width": width, "height": 640})
    person.open("/")
    typed(person, "What kind of work?", "b")
    expect(page.locator(".combobox").get_by_role("option").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = (
        page.locator(".combobox")
        .get_by_role("option")
        .evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    )
    assert min(heights) >= 44
    assert max(heights) < 60
    assert page.get_by_role("listbox").evaluate("list => list.offsetHeight / 16") <= 11
    # What takes no focus leaves it to the box.
    page.locator("h1").dispatch_event("pointerdown")
    expect(page.get_by_role("listbox")).to_be_hidden()


@pytest.mark.slow
def test_without_javascript_it_is_a_plain_box(reader: OpenReader, many_employers: None) -> None:
    person = reader(javascript=False)
    page = person.page
    person.open("/")
    box = page.get_by_label("What kind of work?")
    box.fill("beekeeper")
    box.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("14 open jobs for “beekeeper”")


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_of_the_cards_lies_over_the_suggestions(reader: OpenReader, some_listings: None, width: int) -> None:
    """Or a tap on a suggestion would hide a job."""
    person = reader(width=width)
    page = person.page
    person.open("/jobs/")
    typed(person, RESULTS[1], "python")
    is_covered = """(list) => {
        const { left, right, top, bottom } = list.getBoundingClientRect();
        for (let y = top + 4; y < Math.min(bottom, innerHeight) - 4; y += 6)
            for (let x = left + 4; x < right - 4; x += 6)
                if (!list.contains(document.elementFromPoint(x, y))) return true;
        return false;
    }"""
    assert not page.get_by_role("listbox", name="Suggestions").evaluate(is_covered)
