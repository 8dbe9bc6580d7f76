"""On a phone the first job stands in the upper half of the first screen."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenReader
from tests.browser.test_seekers import market

__all__ = ["market"]
pytestmark = pytest.mark.browser

BERLINER = "my_country=DE&my_tz=Europe/Berlin&my_pay=70000&my_currency=EUR"


@pytest.mark.parametrize(
    "query", ["", pytest.param(f"q=python&{BERLINER}", marks=pytest.mark.slow), f"q=python&fit=open&{BERLINER}"]
)
def test_the_first_job_begins_high(reader: OpenReader, market: None, query: str) -> None:
    person = reader(width=360)
    person.page.set_viewport_size({"width": 360, "height": 740})
    person.open(f"/jobs/?{query}" if query else "/jobs/")
    card = person.page.locator(".card").first
    expect(card).to_be_visible()
    if where := os.environ.get("SHOTS"):
        person.page.screenshot(path=f"{where}/phone-{len(query)}.png")
    box = card.bounding_box()
    assert box is not None
    assert box["y"] <= 330
    assert person.page.locator("html").evaluate("page => page.scrollWidth") <= 360


PLACEHOLDER_WIDTH = """box => {
  const pen = document.createElement("canvas").getContext("2d"), style = getComputedStyle(box);
  pen.font = `${getComputedStyle(box, "::placeholder").fontSize} ${style.fontFamily}`;
  const room = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return room - pen.measureText(box.placeholder).width;
}"""


@pytest.mark.slow
def test_the_placeholder_is_not_cut_off(reader: OpenReader, market: None) -> None:
    person = reader(width=360)
    for path in ("/", "/jobs/"):
        person.open(path)
        assert person.page.locator("#q").evaluate(PLACEHOLDER_WIDTH) >= 0, path


@pytest.mark.slow
def test_one_press_leads_to_what_was_wanted(reader: OpenReader, market: None) -> None:
    person = reader(width=360)
    page = person.page
    person.open(f"/jobs/?{BERLINER}")
    pay = page.get_by_role("list", name="Filters to add").get_by_role("link", name="from €70,000").last
    assert (pay.get_attribute("href") or "").startswith("/jobs/?salary_min=70000&currency=EUR&my_country=DE")
    page.get_by_role("link", name="open to you, from €70,000, newest").click()
    page.wait_for_url("**fit=open**")
    assert "fit=open&salary_min=70000&currency=EUR&" in person.path
    expect(page.locator(".card h3")).to_have_text(["Senior Python Engineer", "Python Backend Developer"])
