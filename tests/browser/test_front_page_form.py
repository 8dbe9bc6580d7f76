"""The front page's form: what is typed into one of its boxes stays when another one is used."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenReader
from tests.browser.market import tell_home

pytestmark = pytest.mark.browser
# The zone of Germany goes along with it.
BERLIN = "my_tz=Europe%2FBerlin"


def top(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.slow
def test_a_suggestion_keeps_the_place_and_the_choice(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/")
    tell_home(page, "Germany", javascript=True)
    page.get_by_label("Only jobs open to me").check()
    box = page.get_by_role("combobox", name="What kind of work?")
    box.click()
    person.type_at_once(box, "beek")
    page.get_by_role("option", name="Beekeeper").click()
    page.wait_for_url("**/jobs/?*")
    assert set(person.path.partition("?")[2].split("&")) == {"q=beekeeper", "my_country=DE", BERLIN, "fit=open"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "sent"),
    [("", {"company=oak-otter", "my_country=DE", BERLIN}), ("oak", {"q=oak", "my_country=DE", BERLIN})],
)
def test_a_chosen_employer_waits_for_the_place_unless_its_name_is_changed(
    reader: OpenReader, many_employers: None, change: str, sent: set[str]
) -> None:
    person = reader()
    page = person.page
    box = page.get_by_role("combobox", name="What kind of work?")
    person.open("/")
    box.click()
    person.type_at_once(box, "oak ot")
    page.get_by_role("option", name="Oak & Otter").click()
    tell_home(page, "Germany", javascript=True)
    if change:
        box.fill(change)
    page.get_by_role("button", name="Search jobs").click()
    page.wait_for_url("**/jobs/?*")
    assert {part for part in person.path.partition("?")[2].split("&") if not part.startswith("fit=")} == sent
    assert person.problems == []


@pytest.mark.slow
def test_a_suggestion_beside_an_open_job_keeps_the_filters(reader: OpenReader, many_employers: None) -> None:
    person = reader(width=1440)
    page = person.page
    person.open("/jobs/?category=design")
    page.locator(".card h3 a").first.click()
    expect(page.locator(".pane h1")).to_be_focused()
    box = page.get_by_role("combobox", name="Search the jobs")
    box.click()
    person.type_at_once(box, "oak ot")
    page.get_by_role("option", name="Oak & Otter").click()
    page.wait_for_url("**/jobs/?*")
    assert set(person.path.partition("?")[2].split("&")) == {"category=design", "company=oak-otter"}


@pytest.mark.parametrize("javascript", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_hours_and_pay_are_added_to_what_is_typed(reader: OpenReader, many_employers: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    page.get_by_label("What kind of work?").fill("beekeeper")
    tell_home(page, "Germany", javascript=javascript)
    page.get_by_role("button", name="Set my situation").click()
    expect(page.get_by_role("heading", name="My situation")).to_be_visible()
    assert page.locator("#place").input_value() == "DE"
    # Hours without a zone would do nothing.
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin" if javascript else "")
    page.get_by_label("At least, per year").fill("60.000")
    page.get_by_role("button", name="Use for this visit").click()
    expect(page.locator(".situation .mine")).to_have_text(re.compile("Berlin 9–17.* · from €60,000"))
    expect(page.locator("#q")).to_have_value("beekeeper")


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_note_under_the_place_moves_no_box(reader: OpenReader, many_employers: None, width: int) -> None:
    person = reader(width=width)
    page = person.page
    person.open("/")
    boxes = ("#q", "#my_country-find", ".search-box > .button")
    expect(page.locator("#my_country-find")).to_be_visible()
    before = [top(page, box) for box in boxes]
    page.locator("#my_country-find").fill("berlin")
    expect(page.get_by_role("option").first).to_have_text("Berlin → Germany")
    page.locator("#my_country-find").press("Enter")
    expect(page.locator(".picker-note")).to_have_text("Berlin → Germany")
    assert [top(page, box) for box in boxes] == before
    assert abs(before[1] - before[2]) <= 1


@pytest.mark.slow
def test_on_a_laptop_it_moves_nothing_at_all(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/")
    page.locator("#my_country-find").fill("berlin")
    expect(page.get_by_role("option").first).to_have_text("Berlin → Germany")
    before = top(page, ".hero .more")
    page.locator("#my_country-find").press("Enter")
    expect(page.locator(".picker-note")).to_have_text("Berlin → Germany")
    assert top(page, ".hero .more") == before
    note, link = (page.locator(part).bounding_box() for part in (".picker-note", ".hero .more .link"))
    assert note is not None
    assert link is not None
    assert link["x"] + link["width"] < note["x"]


@pytest.mark.slow
def test_no_list_of_all_places_stays_open_for_a_text(reader: OpenReader, many_employers: None) -> None:
    person = reader()
    page = person.page
    person.open("/")
    waiting: list[Route] = []
    page.route("**/places/suggest*", lambda route: waiting.append(route))
    box = page.locator("#my_country-find")
    box.click()
    expect(page.get_by_role("option").first).to_be_visible()
    box.press_sequentially("germ")
    expect(page.get_by_role("option")).to_have_text(["Germany"])
    box.fill("berl")
    for route in waiting:
        route.continue_()
    page.unroute("**/places/suggest*")
    expect(page.get_by_role("option").first).to_have_text("Berlin → Germany")


@pytest.mark.slow
def test_suggestions_hang_under_their_box_on_a_phone(reader: OpenReader, many_employers: None) -> None:
    person = reader(width=360, touch=True)
    page = person.page
    person.open("/")
    box = page.get_by_role("combobox", name="What kind of work?")
    box.click()
    person.type_at_once(box, "b")
    expect(page.locator("#suggestions")).to_be_visible()
    around = box.bounding_box()
    assert around is not None
    assert 0 <= top(page, "#suggestions") - (around["y"] + around["height"]) <= 8
    # The next box moves down: who has typed sees it, and a tap on it closes the list.
    place = page.get_by_role("combobox", name="Where do you live?")
    place_box, list_box = place.bounding_box(), page.locator("#suggestions").bounding_box()
    assert place_box is not None
    assert list_box is not None
    assert place_box["y"] >= list_box["y"] + list_box["height"]
    assert place_box["y"] + place_box["height"] <= 520
    place.tap()
    expect(page.locator("#suggestions")).to_be_hidden()
    expect(place).to_be_focused()
