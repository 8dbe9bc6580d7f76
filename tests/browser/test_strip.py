"""The strip under the header: the situation, or the way to set it. In one line on a laptop, in two on less."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenReader
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

LONG = "my_country=US&my_state=US-CA&my_tz=America/Argentina/Buenos_Aires&my_day=8-16&my_pay=1000000&my_currency=EUR"


def test_shows_all_that_it_offers(reader: OpenReader, some_listings: None) -> None:
    page = opened(reader, f"/jobs/?q=python&per_page=5&{LONG}")
    strip = page.locator(".situation .frame")
    mine = page.locator(".situation .mine")
    acts = [page.get_by_role("button", name=name) for name in ("Remember", "Forget")]
    acts.append(strip.get_by_role("link", name="Report"))
    for width in (360, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        parts = [mine, page.locator(".situation .fits"), *acts]
        boxes = [around.bounding_box() for around in (strip, *parts)]
        (_, line), *inside = [(box["y"], box["height"]) for box in boxes if box]
        assert len(inside) == 5, width
        # Below a laptop's width what the jobs are has a line of its own.
        assert line < (44 if width >= 1024 else 72), width
        assert all(height <= 44 for _, height in inside), width
        if width == 768:
            assert mine.evaluate("mine => mine.scrollWidth <= mine.clientWidth")
        for part in [mine, *acts, *page.locator(".situation .fits li").all()]:
            expect(part).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


@pytest.mark.slow
def test_hides_no_figure_where_jobs_depend_on_the_state(reader: OpenReader, reindex: Reindex) -> None:
    for title, place in (("Ferry baker", "US"), ("Ferry cook", "US-TX"), ("Ferry diver", "US-CA")):
        listing_with(title, facts={"residence": {"include": [place], "exclude": []}})
    listing_with("Ferry farmer", facts={"residence": None})
    reindex()
    page = opened(reader, f"/jobs/?q=ferry&fit=open&{LONG.replace('&my_state=US-CA', '')}")
    # The figures may take a second line on the smallest phones alone.
    for width, height in ((320, 80), (360, 60)):
        page.set_viewport_size({"width": width, "height": 800})
        figures = page.locator(".situation .fits li:visible")
        expect(figures).to_have_text([re.compile(r"3 open.*\(2 depend"), "1 unclear", re.compile("^0 not open")])
        expect(figures.last).to_be_in_viewport(ratio=1)
        box = page.locator(".situation .frame").bounding_box()
        assert box is not None
        assert box["height"] < height, width
        expect(page.locator(".situation").get_by_role("link", name="Report")).to_be_in_viewport(ratio=1)


@pytest.mark.slow
def test_says_why_to_set_a_location(reader: OpenReader, some_listings: None) -> None:
    page = opened(reader, "/jobs/?per_page=5")
    for width, invitation in (
        (360, "Which jobs are open to you?"),
        (768, "Which jobs are open to you?"),
        (1280, "Tell us where you live and when you work, and see which jobs are open to you."),
    ):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".situation p:visible").first).to_have_text(invitation)


def opened(reader: OpenReader, path: str) -> Page:
    person = reader()
    person.open(path)
    return person.page


@pytest.mark.slow
def test_a_phone_shows_the_whole_situation_once_it_is_remembered(reader: OpenReader, some_listings: None) -> None:
    page = opened(reader, "/jobs/?q=python&my_country=DE&my_tz=Europe/Berlin&my_pay=70000&my_currency=EUR")
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Remember").click()
    page.wait_for_url(re.compile(r"q=python$"), wait_until="load")
    mine = page.locator(".situation .mine")
    assert mine.inner_text().startswith("Germany · 9–17 · €70k+")
    assert mine.evaluate("mine => mine.scrollWidth <= mine.clientWidth")
