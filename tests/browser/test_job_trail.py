"""The page of a job as a stop on the way through results: back, previous and next, apply, applied, copy the link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from listings.models import Listing
from tests.browser.conftest import OpenReader, Reader, Show
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

RESULTS = "/jobs/?category=engineering"


def test_leads_through_the_results_and_back(reader: OpenReader, some_listings: None) -> None:
    """On a page of its own. Beside the list: test_side_by_side.py."""
    person = reader(width=1100)
    page = person.page
    person.open(RESULTS)
    titles = page.locator(".cards .card h3 a").all_text_contents()
    page.locator(".cards .card h3 a").nth(1).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(titles[1])
    page.get_by_role("link", name="Next").click()
    expect(heading).to_have_text(titles[2])
    page.get_by_role("link", name="Previous").click()
    page.get_by_role("link", name="Previous").click()
    expect(heading).to_have_text(titles[0])
    expect(page.get_by_role("link", name="Next")).to_be_visible()
    expect(page.get_by_role("link", name="Previous")).to_have_count(0)
    page.get_by_role("link", name="Back to the results").click()
    assert person.path == RESULTS
    assert person.problems == []


@pytest.mark.slow
def test_the_way_back_leads_to_the_place_in_the_results(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360, touch=True)
    page = person.page
    person.open(RESULTS)
    page.evaluate("scrollTo(0, 1200)")
    page.locator(".cards .card h3 a").nth(14).tap()
    # The link back is there before the script that remembers the place.
    expect(page.locator(".trail .next")).to_have_count(1)
    page.get_by_role("link", name="Back to the results").tap()
    expect(page.locator(".cards .card h3 a").nth(14)).to_be_focused()
    assert abs(page.evaluate("scrollY") - left_at(person)) <= 1
    assert person.problems == []


def left_at(person: Reader) -> float:
    """How far the results were scrolled when a job was chosen."""
    scroll: float = person.page.evaluate("JSON.parse(sessionStorage.getItem('elsewhere-trail'))[0].scroll")
    assert scroll > 0
    return scroll


# Pixels. A job opens beside the list.
WIDE = 1440


def gardener() -> Listing:
    """None of `RESULTS`."""
    return Listing.objects.get(title="Gardener of servers")


def make_ten_listings() -> None:
    for number in range(10):
        listing_with(f"Python developer {number}")


def jobs_of_pages(person: Reader, paths: list[str]) -> list[str]:
    titles = []
    for path in paths:
        person.open(path)
        titles += person.page.locator(".card h3 a").all_text_contents()
    return titles


@pytest.mark.slow
@pytest.mark.parametrize("width", [1100, WIDE])
def test_runs_on_into_the_next_page_of_results(reader: OpenReader, show: Show, width: int) -> None:
    show(make_ten_listings)
    person = reader(width=width)
    page = person.page
    path, *others = ["/jobs/?q=python&per_page=2", *(f"/jobs/?q=python&page={n}&per_page=2" for n in range(2, 6))]
    titles = jobs_of_pages(person, [path, *others])
    assert len(set(titles)) == 10
    person.open(path)
    page.locator(".card h3 a").nth(0).click()
    heading, trail = page.get_by_role("heading", level=1), page.locator(".trail")
    job = re.compile(r"^/jobs/\d")
    for title in titles[1:]:
        expect(trail.get_by_role("link", name="Next")).to_have_attribute("href", job)
        trail.get_by_role("link", name="Next").click()
        expect(heading).to_have_text(title)
    expect(trail.get_by_role("link", name="Previous")).to_be_visible()
    expect(trail.get_by_role("link", name="Next")).to_have_count(0)
    expect(trail.locator(".back")).to_have_attribute("href", others[-1])
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('elsewhere-trail'))")
    assert [part["address"] for part in kept] == others[-3:]
    # And back, all the way where that takes less time: pages that are no longer known are fetched again.
    if width >= WIDE:
        return
    for title in reversed(titles[:-1]):
        expect(trail.get_by_role("link", name="Previous")).to_have_attribute("href", job)
        trail.get_by_role("link", name="Previous").click()
        expect(heading).to_have_text(title)
    expect(trail.get_by_role("link", name="Next")).to_be_visible()
    expect(trail.get_by_role("link", name="Previous")).to_have_count(0)
    expect(trail.locator(".back")).to_have_attribute("href", path)
    assert person.problems == []


@pytest.mark.slow
def test_a_page_that_cannot_be_fetched_is_gone_to(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=1100)
    page = person.page
    person.open(RESULTS)
    page.route(
        re.compile("page=2"),
        lambda route: route.continue_() if route.request.is_navigation_request() else route.abort(),
    )
    page.locator(".card h3 a").nth(19).click()
    step = page.locator(".trail .next")
    expect(step).to_have_attribute("href", f"{RESULTS}&page=2")
    step.click()
    expect(page.locator(".pager span")).to_have_text("Page 2 of 2")


@pytest.mark.slow
def test_a_hidden_job_is_left_out_of_the_next_page(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=1100)
    page = person.page
    person.open(f"{RESULTS}&page=2")
    first, second = page.locator(".card h3 a").all_text_contents()[:2]
    page.locator(".card").first.get_by_role("button", name=re.compile("^Hide")).click()
    expect(page.locator(".card", has_text=first)).to_be_hidden()
    person.open(RESULTS)
    page.locator(".card h3 a").nth(19).click()
    step = page.locator(".trail .next")
    expect(step).to_have_attribute("href", re.compile(r"^/jobs/\d"))
    step.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(second)


@pytest.mark.slow
def test_leads_back_without_javascript(reader: OpenReader, some_listings: None) -> None:
    person = reader(javascript=False)
    person.open(RESULTS)
    person.page.locator(".cards .card h3 a").first.click()
    person.page.get_by_role("link", name="Back to the results").click()
    assert person.path == RESULTS


@pytest.mark.slow
def test_a_job_that_is_opened_by_itself_has_no_neighbours(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open(RESULTS)
    person.page.locator(".cards .card h3 a").first.click()
    person.open(gardener().get_absolute_url())
    expect(person.page.get_by_role("link", name="All open jobs")).to_be_visible()
    expect(person.page.get_by_role("link", name="Next")).to_have_count(0)


@pytest.mark.parametrize("saved_before", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_applied_can_be_undone(reader: OpenReader, some_listings: None, saved_before: bool) -> None:
    person = reader()
    page = person.page
    person.open(gardener().get_absolute_url())
    marks = page.locator(".listing-head .marks")
    if saved_before:
        marks.get_by_role("button", name="Save").click()
    marks.get_by_role("button", name="I have applied").click()
    applied = marks.get_by_role("button", name=re.compile("Applied"))
    expect(applied).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[role=status]", has_text="was added to your applications")).to_have_count(1)
    applied.click()
    expect(marks.get_by_role("button", name="I have applied")).to_have_attribute("aria-pressed", "false")
    save = marks.locator("[data-act=save]")
    expect(save).to_have_attribute("aria-pressed", "true" if saved_before else "false")
    expect(save).to_have_text("Saved" if saved_before else "Save")


@pytest.mark.slow
def test_applied_can_be_undone_later(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open(gardener().get_absolute_url())
    page.get_by_role("button", name="I have applied").click()
    page.reload()
    page.get_by_role("button", name=re.compile("Applied")).click()
    person.open("/saved/")
    expect(page.get_by_role("heading", level=2, name="Saved (1)")).to_be_visible()
    page.locator(".stage summary").first.click()
    expect(page.get_by_label("Date", exact=True).first).to_have_value("")


@pytest.mark.slow
def test_copies_its_link(reader: OpenReader, some_listings: None) -> None:
    person = reader(fresh=True)
    person.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    listing = gardener()
    person.open(f"{listing.get_absolute_url()}?my_country=DE")
    person.page.get_by_role("button", name="Copy link").click()
    expect(person.page.get_by_role("button", name="Copied ✓")).to_be_visible()
    copied = person.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"http://localhost:8000{listing.get_absolute_url()}"


@pytest.mark.parametrize("javascript", [True, pytest.param(False, marks=pytest.mark.slow)])
@pytest.mark.slow
def test_on_a_phone_applying_stays_in_reach_and_the_ad_comes_first(
    reader: OpenReader, some_listings: None, javascript: bool
) -> None:
    person = reader(width=360, javascript=javascript)
    page = person.page
    person.open(
        listing_with("Keeper of bees", html="<p>Bees.</p>" * 60, ad={"url": "https://b.example/"}).get_absolute_url()
    )
    for position in (0, 900, 100_000):
        page.mouse.wheel(0, position)
        box = page.get_by_role("link", name=re.compile("Apply through")).bounding_box()
        assert box
        assert 600 < box["y"] < box["y"] + box["height"] <= 800
    # The wheel is answered only with the next frame.
    expect(page.locator(".site-footer")).to_be_in_viewport(ratio=0.5)
    footer = page.locator(".site-footer").bounding_box()
    bar = page.locator(".apply").bounding_box()
    assert footer
    assert bar
    assert footer["y"] + footer["height"] <= bar["y"] + 1
    tops = [page.locator(part).evaluate("part => part.getBoundingClientRect().top") for part in (".ad-text", ".side")]
    assert tops == sorted(tops)


@pytest.mark.slow
def test_on_a_laptop_details_stand_beside_the_ad(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    person.open(gardener().get_absolute_url())
    ad, side = (person.page.locator(part).bounding_box() for part in ("section:has(> .ad-text)", ".side"))
    assert ad
    assert side
    assert ad["x"] + ad["width"] < side["x"]
    assert abs(ad["y"] - side["y"]) < 2
