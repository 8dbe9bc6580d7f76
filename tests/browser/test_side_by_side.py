"""A wide screen shows a job beside the list that it was found in; the address is the job's."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Reader, Scheme
from tests.browser.javascript import LATE_MODULES, SWAPPING
from tests.browser.layout_shifts import IDLE, OBSERVE, SETTLED
from tests.browser.pages import RESTING_PLACE
from tests.processes import until

pytestmark = pytest.mark.browser

RESULTS = "/jobs/?q=python"
WIDTHS = (1200, pytest.param(1440, marks=pytest.mark.slow), pytest.param(1920, marks=pytest.mark.slow))
IS_JOB = re.compile(r"/jobs/\d+-[^/]+/$")


@pytest.fixture
def wide(reader: OpenReader, some_listings: None) -> Reader:
    person = reader(width=1440)
    person.open(RESULTS)
    return person


def title(page: Page, number: int) -> Locator:
    """The link of a card in the list."""
    return page.locator("#results > section .card h3 a").nth(number)


def pane(page: Page) -> Locator:
    return page.locator(".pane")


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def choose(page: Page, number: int) -> str:
    """Clicks a card, waits for its job, and returns its title."""
    text = title(page, number).inner_text()
    # Before they have come, the link leads to the job's own page.
    page.evaluate(LATE_MODULES)
    title(page, number).click()
    expect(heading(page)).to_have_text(text)
    expect(pane(page)).to_have_attribute("aria-busy", "false")
    return text


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.slow
def test_a_job_opens_beside_the_list(reader: OpenReader, some_listings: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open(RESULTS)
    address = title(page, 2).get_attribute("href")
    before = title(page, 2).bounding_box()
    text = choose(page, 2)
    assert person.path == address
    expect(page).to_have_title(re.compile(re.escape(text)))
    expect(heading(page)).to_be_focused()
    expect(page.locator(".card h3 a[aria-current=true]")).to_have_text(text)
    expect(page.locator("#results > section .card")).to_have_count(20)
    # The card stays where it was clicked.
    after = title(page, 2).bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2
    box, card = pane(page).bounding_box(), page.locator(".card:has([aria-current])").bounding_box()
    assert box is not None
    assert card is not None
    assert card["x"] + card["width"] < box["x"]
    assert box["x"] + box["width"] == width
    assert box["y"] + box["height"] <= 801
    assert page.locator("html").evaluate("root => root.scrollWidth") <= width
    expect(page.locator("#country")).to_be_visible(visible=width >= 1680)
    assert person.problems == []


@pytest.mark.slow
def test_scripts_of_the_job_work_in_it(reader: OpenReader, some_listings: None) -> None:
    wide = reader(width=1440, fresh=True)
    page = wide.page
    wide.open(RESULTS)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, 0)
    choose(page, 1)
    marks = pane(page).locator(".listing-head .marks")
    marks.get_by_role("button", name="Save").click()
    expect(marks.get_by_role("button", name="Saved")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".card:has([aria-current]) [data-act=save]")).to_have_attribute("aria-pressed", "true")
    marks.get_by_role("button", name="I have applied").click()
    expect(marks.get_by_role("button", name="Applied")).to_be_visible()
    marks.get_by_role("button", name="Copy link").click()
    expect(marks.get_by_role("button", name="Copied ✓")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"http://localhost:8000{wide.path}"
    star = pane(page).get_by_role("button", name=re.compile("Favourite employer"))
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#results > section .card").nth(0)).to_have_class(re.compile("seen"))
    assert wide.problems == []


@pytest.mark.parametrize("is_swapped", [False, True], ids=["loaded", "swapped"])
def test_back_and_forward(wide: Reader, is_swapped: bool) -> None:
    page = wide.page
    if is_swapped:
        # The history then has the state of htmx, which would bring the list anew.
        page.get_by_role("button", name="Search jobs").click()
        page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
        page.wait_for_url("**sort=new**")
        expect(page.locator(SWAPPING)).to_have_count(0)
    address = wide.path
    count = len(wide.requests)
    page.mouse.wheel(0, 900)
    until(lambda: page.evaluate("scrollY") > 800)
    place = page.evaluate("scrollY")
    number = page.evaluate(
        "() => [...document.querySelectorAll('.card')].findIndex((card) => card.getBoundingClientRect().top > 100)"
    )
    list_title = page.title()
    first, second = choose(page, number), choose(page, number + 1)
    page.go_back()
    expect(heading(page)).to_have_text(first)
    expect(page.locator("[aria-current=true]").and_(title(page, number))).to_have_text(first)
    page.go_back()
    expect(pane(page)).to_have_count(0)
    assert wide.path == address
    expect(page).to_have_title(list_title)
    expect(title(page, number)).to_be_focused()
    assert page.evaluate("scrollY") == place
    expect(page.locator("#results .card [aria-current]")).to_have_count(0)
    page.go_forward()
    expect(heading(page)).to_have_text(first)
    page.go_forward()
    expect(heading(page)).to_have_text(second)
    # One document all along.
    assert not [url for url in wide.requests[count:] if "/jobs/?" in url]
    assert wide.problems == []


@pytest.mark.slow
def test_another_search_closes_it_and_back_shows_it_again(wide: Reader) -> None:
    page = wide.page
    text = choose(page, 1)
    page.get_by_role("navigation", name="Order").get_by_role("link", name="Newest").click()
    expect(pane(page)).to_have_count(0)
    expect(page.locator(".orders a[aria-current]")).to_have_text("Newest")
    assert wide.path == f"{RESULTS}&sort=new"
    page.go_back()
    expect(heading(page)).to_have_text(text)
    # The list is loaded anew: until the job stands beside it, another step back would meet a page on its way.
    expect(pane(page)).to_have_attribute("aria-busy", "false")
    assert IS_JOB.search(wide.path)
    page.go_back()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Best match")
    expect(pane(page)).to_have_count(0)
    assert wide.path == RESULTS
    assert wide.problems == []


@pytest.mark.slow
def test_a_step_back_ends_the_wait_for_a_job(wide: Reader) -> None:
    page = wide.page
    page.locator("#f-sort-new").click()
    page.wait_for_url("**sort=new**")
    expect(page.locator(SWAPPING)).to_have_count(0)
    held: list[Route] = []
    page.route(IS_JOB, lambda route: held.append(route))
    page.evaluate(LATE_MODULES)
    title(page, 1).click()
    expect(pane(page)).to_have_attribute("aria-busy", "true")
    page.go_back()
    expect(page.locator(".orders a[aria-current]")).to_have_text("Best match")
    for route in held:
        route.continue_()
    expect(pane(page)).to_have_count(0)
    page.wait_for_timeout(300)
    assert wide.path == RESULTS
    expect(page.get_by_label("Search the jobs")).to_have_value("python")


@pytest.mark.slow
def test_an_address_may_be_written_otherwise(reader: OpenReader, some_listings: None) -> None:
    wide = reader(width=1440)
    page = wide.page
    wide.open("/jobs/?q=python&my_tz=Europe/Berlin")
    choose(page, 1)
    page.go_back()
    expect(pane(page)).to_have_count(0)
    expect(title(page, 1)).to_be_focused()


@pytest.mark.slow
@pytest.mark.parametrize("way", ["Escape", pytest.param("button", marks=pytest.mark.slow)])
def test_closing_leads_back_to_the_card(wide: Reader, way: str) -> None:
    page = wide.page
    choose(page, 0)
    choose(page, 3)
    if way == "Escape":
        page.keyboard.press("Escape")
    else:
        pane(page).get_by_role("button", name="Close").click()
    expect(pane(page)).to_have_count(0)
    expect(title(page, 3)).to_be_focused()
    assert wide.path == RESULTS
    # The jobs are no steps back from here.
    page.go_back()
    page.wait_for_url(re.compile(f"^about:blank$|{RESTING_PLACE}$"))


@pytest.mark.slow
def test_keys_walk_and_open(wide: Reader) -> None:
    page = wide.page
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    expect(title(page, 0)).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(title(page, 1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(title(page, 1)).to_have_attribute("aria-current", "true")
    expect(heading(page)).to_have_text(title(page, 1).inner_text())
    expect(heading(page)).to_be_focused()
    page.keyboard.press("k")
    expect(title(page, 0)).to_be_focused()
    page.keyboard.press("o")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("s")
    expect(pane(page).get_by_role("button", name="Saved")).to_be_visible()
    page.keyboard.press("Escape")
    expect(title(page, 0)).to_be_focused()
    assert wide.problems == []


@pytest.mark.slow
def test_neighbours_open_in_it(wide: Reader) -> None:
    page = wide.page
    titles = page.locator("#results > section .card h3 a").all_inner_texts()
    choose(page, 1)
    pane(page).get_by_role("link", name="Next").click()
    expect(heading(page)).to_have_text(titles[2])
    expect(title(page, 2)).to_have_attribute("aria-current", "true")
    pane(page).get_by_role("link", name="Previous").click()
    expect(heading(page)).to_have_text(titles[1])
    related = pane(page).locator(".card h3 a").first
    text = related.inner_text()
    related.click()
    expect(heading(page)).to_have_text(text)
    expect(page.locator("#results > section .card")).to_have_count(20)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("no network", marks=pytest.mark.slow),
        "an error",
        pytest.param("another page", marks=pytest.mark.slow),
    ],
)
@pytest.mark.slow
def test_when_it_cannot_be_fetched_the_browser_goes_there(wide: Reader, answer: str) -> None:
    page = wide.page

    def refuse(route: Route) -> None:
        if route.request.is_navigation_request():
            route.continue_()
        elif answer == "no network":
            route.abort()
        else:
            route.fulfill(status=500 if answer == "an error" else 200, content_type="text/html", body="<p>Sorry")

    page.route(IS_JOB, refuse)
    text = title(page, 1).inner_text()
    title(page, 1).click()
    expect(page.locator("body.job h1")).to_have_text(text)
    expect(page.locator("#results")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("modifier", ["Control", pytest.param("middle", marks=pytest.mark.slow)])
def test_a_tab_of_its_own_as_ever(wide: Reader, modifier: str) -> None:
    page = wide.page
    with page.context.expect_page() as opened:
        if modifier == "middle":
            title(page, 1).click(button="middle")
        else:
            title(page, 1).click(modifiers=["Control"])
    expect(opened.value.locator("body.job h1")).to_be_visible()
    assert wide.path == RESULTS
    expect(pane(page)).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize(("width", "javascript"), [(1199, True), pytest.param(1440, False, marks=pytest.mark.slow)])
def test_elsewhere_nothing_changes(reader: OpenReader, some_listings: None, width: int, javascript: bool) -> None:
    person = reader(width=width, javascript=javascript)
    person.open(RESULTS)
    title(person.page, 1).click()
    expect(person.page.locator("body.job h1")).to_be_visible()
    expect(person.page.locator("#results")).to_have_count(0)


@pytest.mark.slow
@pytest.mark.parametrize("width", [800, 1000, 1180])
def test_a_narrower_window_shows_the_job_alone(wide: Reader, width: int) -> None:
    page = wide.page
    choose(page, 1)
    page.set_viewport_size({"width": width, "height": 800})
    expect(title(page, 1)).to_be_hidden()
    expect(heading(page)).to_be_visible()
    box = pane(page).bounding_box()
    assert box is not None
    assert box["width"] > 0.9 * width
    assert page.locator("html").evaluate("root => root.scrollWidth") <= width
    pane(page).get_by_role("button", name="Close").click()
    expect(title(page, 1)).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 1200),
        *(pytest.param(*case, marks=pytest.mark.slow) for case in (("light", 1920), ("dark", 1200), ("dark", 1920))),
    ],
)
def test_axe_finds_nothing(reader: OpenReader, some_listings: None, scheme: Scheme, width: int) -> None:
    person = reader(width=width, scheme=scheme)
    person.open(f"{RESULTS}&per_page=5")
    choose(person.page, 1)
    assert violations(person.page) == []
    assert person.left == []


@pytest.mark.slow
def test_nothing_moves_while_the_job_comes(chromium: Browser, live_server: LiveServer, some_listings: None) -> None:
    """Over a network so slow that what moves then is no answer to the click any more."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(OBSERVE)
    held: list[Route] = []
    page.route(IS_JOB, lambda route: held.append(route))
    page.goto(live_server.url + RESULTS)
    title(page, 2).hover()
    page.evaluate(IDLE)
    title(page, 2).click()
    expect(pane(page)).to_have_attribute("aria-busy", "true")
    status = pane(page).get_by_role("status").first
    expect(status).to_have_text(f"Opening {title(page, 2).inner_text()} …")
    # Shifts within half a second after an input do not count.
    page.wait_for_timeout(700)
    held[0].continue_()
    expect(heading(page)).to_be_focused()
    expect(status).to_be_empty()
    assert page.evaluate(SETTLED) == []
    context.close()
