"""The front page starts the work: what it is for stands on the first screen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader, Show, make_some_listings
from tests.browser.market import tell_home
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

WITH_HOME = "/?my_country=DE"


def make_open_jobs() -> None:
    make_some_listings()
    for category in ("design", "sales", "support", "marketing", "data", "finance"):
        anywhere: dict[str, Any] = {"residence": {"include": ["worldwide"], "exclude": []}, "category": category}
        listing_with(f"Baker of {category}", facts=anywhere)


@pytest.fixture
def open_jobs(show: Show) -> None:
    show(make_open_jobs)


@pytest.mark.parametrize(
    ("path", "javascript"),
    [
        ("/", True),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in (("/", False), (WITH_HOME, True), (WITH_HOME, False))
        ),
    ],
)
def test_a_job_begins_on_the_first_screen_of_a_laptop(
    reader: OpenReader, open_jobs: None, path: str, javascript: bool
) -> None:
    person = reader(width=1440, javascript=javascript)
    person.page.set_viewport_size({"width": 1440, "height": 900})
    person.open(path)
    expect(person.page.locator(".card h3 a").first).to_be_in_viewport(ratio=1)
    expect(person.page.locator(".hero .drawing")).to_be_visible()
    boxes = [person.page.locator(part).bounding_box() for part in (".hero .words", ".hero .drawing")]
    heights = [box["height"] for box in boxes if box]
    assert len(heights) == 2
    assert heights[1] <= heights[0]


@pytest.mark.slow
@pytest.mark.parametrize("path", [pytest.param("/", marks=pytest.mark.slow), WITH_HOME])
def test_search_and_kinds_of_work_are_on_the_first_screen_of_a_phone(
    reader: OpenReader, open_jobs: None, path: str
) -> None:
    person = reader(width=360)
    person.page.set_viewport_size({"width": 360, "height": 740})
    person.open(path)
    expect(person.page.locator("#q")).to_be_in_viewport(ratio=1)
    expect(person.page.get_by_role("button", name="Search jobs")).to_be_in_viewport(ratio=1)
    for number in range(3):
        expect(person.page.locator(".categories a").nth(number)).to_be_in_viewport(ratio=1)


@pytest.mark.slow
@pytest.mark.parametrize("javascript", [pytest.param(True, marks=pytest.mark.slow), False])
def test_a_search_for_ones_own_country(reader: OpenReader, open_jobs: None, javascript: bool) -> None:
    person = reader(javascript=javascript)
    page = person.page
    person.open("/")
    page.get_by_label("What kind of work?").fill("baker")
    tell_home(page, "Germany", javascript=javascript)
    page.get_by_label("Only jobs open to me").check()
    page.get_by_role("button", name="Search jobs").click()
    # The front page has cards, too.
    page.wait_for_url("**/jobs/?*")
    expect(page.locator(".card h3 a")).to_have_count(6)
    assert {"q=baker", "my_country=DE", "my_tz=Europe%2FBerlin", "fit=open"} == set(
        person.path.partition("?")[2].split("&")
    )
