"""A person sorts saved jobs by stage, and has favourite employers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from listings.models import Listing
from tests.browser.conftest import OpenReader
from tests.browser.test_saving import press
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser


def boxes(page: Page, selector: str) -> list[float]:
    heights: list[float] = page.locator(selector).evaluate_all("items => items.map((item) => item.offsetHeight)")
    return heights


def is_cut(part: Locator) -> bool:
    """Whether it ends in an ellipsis."""
    cut: bool = part.evaluate(
        "part => part.scrollWidth > part.clientWidth && getComputedStyle(part).textOverflow === 'ellipsis'"
    )
    return cut or part.evaluate("part => part.clientWidth") == 0


def stage_of(page: Page, title: str) -> str | None:
    return page.locator(".stage", has=page.locator(".kept-card", has_text=title)).get_attribute("data-stage")


def test_a_job_moves_by_drag_by_keys_and_by_its_menu(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=1440)
    page = person.page
    long_title = "Senior principal developer of very long titles, " * 3
    listing_with(long_title[:120])
    person.open("/jobs/")
    press(page, "Python developer 24", "Save")
    ids = [str(listing.pk) for listing in Listing.objects.filter(title__startswith="Senior principal")]
    page.evaluate(
        """(ids) => {
        const data = JSON.parse(localStorage.elsewhere);
        for (const id of ids) data.jobs[id] = {title: "Long", company: "Inn", stage: "saved", at: "2026"};
        localStorage.elsewhere = JSON.stringify(data);
    }""",
        ids,
    )
    person.open("/saved/")
    expect(page.locator("[data-saved]")).to_have_count(2)
    assert max(boxes(page, "[data-saved]")) <= 120
    row = page.locator("[data-saved]", has_text="Python developer 24")
    row.drag_to(page.locator("[data-stage=offer]"))
    expect(page.locator("#message")).to_have_text("Python developer 24 moved to Offer.")
    assert stage_of(page, "Python developer 24") == "offer"
    expect(row.locator(".handle")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#message")).to_have_text("Python developer 24 moved to Interview.")
    expect(row.locator(".handle")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#message")).to_have_text("Python developer 24 moved to Closed.")
    # There is nothing behind the last stage.
    page.keyboard.press("ArrowRight")
    assert stage_of(page, "Python developer 24") == "closed"
    row.get_by_label("Stage: ").select_option("applied")
    expect(page.locator("#message")).to_have_text("Python developer 24 moved to Applied.")
    page.get_by_role("button", name="List", exact=True).click()
    assert max(boxes(page, "[data-saved]")) <= 80
    page.reload()
    expect(page.get_by_role("button", name="List", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#board")).to_have_attribute("data-view", "list")
    assert person.problems == []


STORED = "JSON.parse(localStorage.elsewhere)"


@pytest.mark.slow
def test_a_card_of_the_board_stays_small_with_a_verdict_and_a_foreign_pay(reader: OpenReader) -> None:
    person = reader(width=1440)
    salary = {"min": 120_000, "max": 150_000, "currency": "USD", "period": "year"}
    facts = {"salary": salary, "residence": {"include": ["worldwide"], "exclude": []}}
    job = listing_with("Designer of timetables", facts=facts)
    person.open(job.get_absolute_url())
    person.page.get_by_role("button", name="Save", exact=True).first.click()
    person.open("/saved/?my_country=DE&my_currency=EUR&my_pay=70000")
    card = person.page.locator("[data-saved]")
    expect(card).to_contain_text("Open to you")
    expect(card).to_contain_text("$120–150k a year")
    expect(card.locator(".place")).to_have_text("Anywhere in the world")
    assert max(boxes(person.page, "[data-saved]")) <= 120
    assert person.problems == []


@pytest.mark.slow
def test_a_card_of_the_board_stays_small_on_a_phone(reader: OpenReader) -> None:
    person = reader(width=360)
    places = ["United States", "Germany"]
    facts = {
        "salary": {"min": 120_000, "max": 150_000, "currency": "USD", "period": "year", "places": places},
        "residence": {"include": ["worldwide"], "exclude": []},
        "evidence": {"residence": "work from anywhere in the world"},
    }
    employer = "Ferrymen of the Northern Isles"
    job = listing_with("Senior principal designer of the timetables of many ferries", employer, facts=facts)
    person.open(job.get_absolute_url())
    person.page.get_by_role("button", name="Save", exact=True).first.click()
    person.open("/saved/?my_country=DE&my_currency=EUR&my_pay=170000")
    expect(person.page.locator("[data-saved] .pay:visible")).to_contain_text("$120–150k a year")
    assert max(boxes(person.page, "[data-saved]")) <= 120
    # The places of the pay give way, not the employer.
    card = person.page.locator("[data-saved]")
    assert not is_cut(card.locator(".company"))
    assert is_cut(card.locator(".pay b"))
    for part in (".place", ".your-pay"):
        expect(card.locator(part)).to_be_in_viewport(ratio=1)
    person.page.locator(".verdict summary").click()
    expect(person.page.locator(".verdict q")).to_be_visible()
    assert person.problems == []


@pytest.mark.slow
def test_a_job_is_never_saved_and_hidden_at_once(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    title = "Python developer 24"
    press(page, title, "Save")
    press(page, title, "Hide")
    expect(page.locator(".hidden-line:visible")).to_contain_text(f"Hidden, and no longer saved: {title}")
    assert page.evaluate(f"Object.keys({STORED}.jobs).length") == 0
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(f"[Object.keys({STORED}.jobs).length, Object.keys({STORED}.hidden).length]") == [1, 0]
    press(page, title, "Hide")
    page.reload()
    page.get_by_role("button", name="Show", exact=True).click()
    press(page, title, "Save")
    assert page.evaluate(f"[Object.keys({STORED}.jobs).length, Object.keys({STORED}.hidden).length]") == [1, 0]
    page.get_by_role("button", name="Undo").click()
    assert page.evaluate(f"[Object.keys({STORED}.jobs).length, Object.keys({STORED}.hidden).length]") == [0, 1]
    assert person.problems == []


@pytest.mark.slow
def test_a_favourite_employer_has_a_star_and_is_never_hidden(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    job = Listing.objects.get(title="Gardener of servers")
    person.open(job.get_absolute_url())
    star = page.get_by_role("button", name="Favourite employer: Oak & Otter")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    person.open("/jobs/?q=gardener")
    expect(page.locator(".card.favourite")).to_have_count(1)
    person.open("/saved/")
    expect(page.locator("#favourites a")).to_have_text("Oak & Otter")
    person.open("/jobs/?q=gardener")
    press(page, "Gardener of servers", "Hide")
    page.get_by_role("button", name="Hide all jobs at Oak & Otter").click()
    assert page.evaluate(f"[Object.keys({STORED}.favourites), Object.keys({STORED}.companies)]") == [
        [],
        [job.company.slug],
    ]
    person.open(job.get_absolute_url())
    star.click()
    assert page.evaluate(f"[Object.keys({STORED}.favourites), Object.keys({STORED}.companies)]") == [
        [job.company.slug],
        [],
    ]
    assert person.problems == []


@pytest.mark.slow
def test_a_merged_job_goes_on_under_its_new_number(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/")
    press(page, "Python developer 24", "Save")
    old, new = (Listing.objects.get(title=f"Python developer {number}") for number in (24, 23))
    old.merged_into = new
    old.save()
    person.open("/saved/")
    expect(page.locator(f"[data-saved='{new.pk}']")).to_contain_text("Python developer 23")
    assert list(page.evaluate("JSON.parse(localStorage.getItem('elsewhere')).jobs")) == [str(new.pk)]


@pytest.mark.slow
def test_the_situation_of_a_visit_reaches_the_saved_cards(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    person.open("/jobs/?my_country=DE")
    page.locator("[data-act=save]").first.click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Saved").click()
    page.wait_for_url("**/saved/?my_country=DE")
    card = page.locator(".kept-card")
    expect(card).to_contain_text("Eligibility not stated")
    card.get_by_role("link").first.click()
    page.wait_for_url("**/jobs/*/?my_country=DE")
    assert person.problems == []
