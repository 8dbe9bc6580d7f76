"""A person says where they live and when they work, sees each job judged, and takes it back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme, Show, make_some_listings
from tests.browser.javascript import BOTH, BY_DEFAULT_WITH
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser


def make_jobs_of_some_states() -> None:
    make_some_listings()
    californian = {"include": ["US"], "exclude": ["US-CA"]}
    said = {"residence": "anywhere in the US but California"}
    listing_with("Painter of maps", facts={"residence": californian, "evidence": said})
    hours = {"overlap_hours": 4, "overlap_with": "America/New_York"}
    listing_with("Painter of charts", facts={"residence": {"include": ["US"]}, "hours": hours})


@pytest.fixture
def open_to_some(show: Show) -> None:
    show(make_jobs_of_some_states)


def choose_place(page: Page, name: str, *, javascript: bool) -> None:
    """In the box in which one types to find; without JavaScript in the list that it is made of."""
    if javascript:
        # By its id: the list itself has the same role and name until the script has run.
        box = page.locator("#place-find")
        box.fill(name.lower())
        expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text(name)
        box.press("Enter")
        expect(box).to_have_value(re.compile(name))
    else:
        option = page.locator("#place option", has_text=name).first
        page.locator("#place").select_option(option.get_attribute("value"))


@BOTH
def test_says_it_for_now_and_follows_links(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=painter")
    page.get_by_role("link", name="Set my situation").click()
    choose_place(page, "California", javascript=javascript)
    page.get_by_label("Time zone").select_option("America/New_York")
    page.get_by_role("button", name="Use for this visit").click()
    assert person.path == "/jobs/?q=painter&my_country=US&my_state=US-CA&my_tz=America%2FNew_York"
    cards = page.locator(".card")
    expect(cards.filter(has_text="of maps").locator(".verdict summary")).to_have_text("Not open to you")
    cards.filter(has_text="of maps").locator(".verdict summary").click()
    expect(cards.filter(has_text="of maps").locator("q")).to_have_text("anywhere in the US but California")
    expect(cards.filter(has_text="of charts")).to_contain_text("8 hours in common")
    page.get_by_role("link", name="Painter of charts").click()
    expect(page.locator(".listing-head")).to_contain_text("Open to you")
    expect(page.locator(".situation")).to_contain_text("California · New York 9–17")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Jobs").click()
    expect(page.locator(".situation")).to_contain_text("California")
    assert page.context.cookies() == []


@BY_DEFAULT_WITH
def test_remembers_changes_and_forgets(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=painter")
    page.get_by_role("link", name="Set my situation").click()
    choose_place(page, "United States", javascript=javascript)
    page.get_by_label("Time zone").select_option("none")
    page.get_by_role("button", name="Remember on this device").click()
    assert person.path == "/jobs/?q=painter"
    expect(page.locator(".card", has_text="of maps")).to_contain_text("Depends on your state")
    assert [cookie.get("name") for cookie in page.context.cookies()] == ["situation"]
    page.get_by_role("link", name="Change my situation").click()
    expect(page.locator("select#place")).to_have_value("US")
    expect(page.get_by_label("Time zone")).to_have_value("none")
    choose_place(page, "New York", javascript=javascript)
    page.get_by_role("button", name="Remember on this device").click()
    expect(page.locator(".card", has_text="of maps")).to_contain_text("Open to you")
    page.get_by_role("button", name="Forget my situation").click()
    expect(page.locator(".card", has_text="of maps")).not_to_contain_text("Open to you")
    assert person.path == "/jobs/?q=painter"
    assert page.context.cookies() == []


@pytest.mark.slow
def test_begins_with_the_device_and_follows_the_country(reader: OpenReader, open_to_some: None) -> None:
    person = reader(locale="de-CH")
    page = person.page
    person.open("/situation/")
    zone, currency = page.get_by_label("Time zone"), page.get_by_label("Currency")
    of_device = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    expect(zone).to_have_value(of_device)
    expect(currency).to_have_value("CHF")
    choose_place(page, "Japan", javascript=True)
    expect(zone).to_have_value("Asia/Tokyo")
    expect(currency).to_have_value("JPY")
    page.get_by_role("button", name=re.compile("Use this device’s time zone")).click()
    choose_place(page, "Poland", javascript=True)
    # What the reader has set stays.
    expect(zone).to_have_value(of_device)
    expect(currency).to_have_value("PLN")
    expect(page.locator("#no-rate")).to_be_hidden()
    choose_place(page, "Nigeria", javascript=True)
    expect(page.get_by_text("Amounts in Nigerian nairas are not offered yet.")).to_be_visible()
    choose_place(page, "Poland", javascript=True)
    expect(page.locator("#no-rate")).to_be_hidden()
    assert person.problems == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("zone", "present", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin", "EUR"),
        ("Asia/Calcutta", "Asia/Kolkata", "INR"),
        ("UTC", "UTC", "USD"),
    ],
)
def test_the_currency_is_that_of_the_time_zone(
    reader: OpenReader, open_to_some: None, zone: str, present: str, expected: str
) -> None:
    """Of an English browser; its language counts where the zone names no country."""
    person = reader(fresh=True)
    page = person.page
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", {"timezoneId": zone})
    person.open("/situation/")
    expect(page.get_by_label("Currency")).to_have_value(expected)
    expect(page.get_by_label("Time zone")).to_have_value(present)


@pytest.mark.slow
def test_a_place_is_found_by_keyboard(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    page = person.page
    person.open("/situation/")
    box = page.locator("#place-find")
    expect(box).to_have_accessible_name(re.compile("Country, state or province"))
    box.fill("reunion")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_text(["Réunion"])
    box.press("Escape")
    expect(box).to_have_value("")
    box.press_sequentially("united")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_have_text("United States")
    box.press("ArrowDown")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    expect(active).to_have_attribute("aria-selected", "true")
    text = active.text_content() or ""
    box.press("Enter")
    expect(box).to_have_value(text)
    expect(page.get_by_role("listbox")).to_be_hidden()
    box.fill("nowhere at all")
    box.press("Tab")
    expect(box).to_have_value("nowhere at all")
    expect(box).to_have_accessible_description(re.compile("We do not know the place “nowhere at all”"))
    box.fill("")
    box.press("Tab")
    expect(page.locator("select#place")).to_have_value("")


def test_a_town_leads_to_its_country(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    page = person.page
    person.open("/situation/?next=/jobs/")
    box, note = page.locator("#place-find"), page.locator("#place-find-note")
    # Without waiting for the suggestions.
    box.fill("Berlin")
    box.press("Enter")
    expect(box).to_have_value("Germany")
    expect(note).to_have_text("Berlin → Germany")
    box.fill("lagos")
    page.get_by_role("button", name="Use for this visit").click()
    page.wait_for_url("**/jobs/?*")
    assert "my_country=NG" in person.path
    assert person.problems == []


@pytest.mark.slow
def test_an_unknown_place_is_never_sent(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    page = person.page
    person.open("/situation/")
    box = page.locator("#place-find")
    box.fill("germny")
    page.get_by_role("button", name="Use for this visit").click()
    expect(box).to_have_accessible_description("We do not know the place “germny”. Did you mean Germany?")
    expect(box).to_have_value("germny")
    expect(box).to_be_focused()
    assert violations(page) == []
    assert person.path == "/situation/"
    box.fill("nige")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_have_text("Nigeria")


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_the_front_page_asks_in_the_same_way(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    if javascript:
        box = page.locator("#my_country-find")
        expect(box).to_have_attribute("placeholder", "Country, state or city")
        box.fill("columbus, ohio")
        box.press("Enter")
        expect(box).to_have_value("United States: Ohio")
    else:
        page.get_by_label("Where do you live?").select_option("US-OH")
    page.get_by_role("button", name="Search jobs").click()
    page.wait_for_url("**/jobs/?*")
    assert person.path == "/jobs/?my_country=US&my_state=US-OH&my_tz=America%2FNew_York"
    expect(page.locator(".situation")).to_contain_text("Ohio")


@pytest.mark.slow
def test_the_filters_find_a_place_by_typing(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?q=painter")
    page.locator("#country").focus()
    box = page.locator("#country-find")
    expect(box).to_be_focused()
    box.fill("united st")
    box.press("Enter")
    expect(page.get_by_role("list", name="Filters in use")).to_contain_text("Open in the United States or unclear")
    assert person.path == "/jobs/?q=painter&country=US"


@pytest.mark.slow
@BOTH
def test_keeps_only_the_jobs_open_to_me(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/jobs/?q=painter&my_country=US&my_state=US-CA")
    strip = page.locator(".fits")
    expect(strip).to_contain_text("1 open to you")
    strip.get_by_role("link", name="1 open to you").click()
    expect(page.locator(".card")).to_have_count(1)
    assert person.path == "/jobs/?q=painter&fit=open&my_country=US&my_state=US-CA"
    expect(strip.locator("[aria-current]")).to_contain_text("1 open to you")
    page.get_by_role("link", name="Remove filter: Open to you in California").click()
    expect(page.locator(".card")).to_have_count(2)
    expect(strip.locator("[aria-current]")).to_have_count(0)
    assert person.path == "/jobs/?q=painter&my_country=US&my_state=US-CA"


@pytest.mark.slow
@BY_DEFAULT_WITH
def test_the_report_begins_with_a_country(reader: OpenReader, open_to_some: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/fit/")
    if javascript:
        box = page.locator("#place-find")
        box.fill("texas")
        box.press("Enter")
    else:
        page.get_by_label("Where you live").select_option("US-TX")
    page.get_by_role("button", name="Show the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jobs open to someone in Texas")
    assert person.path == "/fit/?my_country=US&my_state=US-TX"
    page.get_by_role("link", name=re.compile("open to someone in Texas")).click()
    expect(page.get_by_role("link", name=re.compile("Remove filter: Open to you in Texas"))).to_be_visible()


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(reader: OpenReader, open_to_some: None, scheme: Scheme) -> None:
    own = "my_country=US&my_tz=Europe/Berlin&my_pay=60000"
    person = reader(scheme=scheme)
    for path in (f"/jobs/?q=painter&{own}", "/situation/", f"/?{own}", "/fit/", f"/fit/?{own}"):
        person.open(path)
        assert violations(person.page) == [], path


@pytest.mark.slow
def test_nothing_is_wider_than_320_pixels(reader: OpenReader, open_to_some: None) -> None:
    person = reader(width=320)
    for path in (
        "/situation/",
        "/fit/",
        "/fit/?my_country=US&my_tz=UTC&my_pay=60000",
        "/jobs/?my_country=US&my_tz=America/New_York&my_pay=60000&my_currency=EUR",
    ):
        person.open(path)
        assert person.page.locator("html").evaluate("page => page.scrollWidth") <= 320, path


def test_of_several_places_of_a_name_the_reader_chooses(reader: OpenReader, open_to_some: None) -> None:
    person = reader()
    page = person.page
    person.open("/situation/?next=/jobs/")
    box = page.locator("#place-find")
    box.fill("birmingham")
    page.get_by_role("button", name="Use for this visit").click()
    expect(box).to_have_accessible_description("Several places are called “birmingham”. Choose one of them.")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options).to_have_text(["Birmingham → United Kingdom", "Birmingham → United States: Alabama"])
    options.last.click()
    page.get_by_role("button", name="Use for this visit").click()
    page.wait_for_url("**/jobs/?*")
    assert "my_state=US-AL" in person.path
    assert person.problems == []
