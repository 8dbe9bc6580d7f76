"""The strip under the header: the reader's situation, or the way to tell it, in one line at any width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenReader

pytestmark = pytest.mark.browser

LONG = "my_country=US&my_state=US-CA&my_tz=America/Argentina/Buenos_Aires&my_day=8-16&my_pay=1000000&my_currency=EUR"


def test_is_one_line_with_all_that_it_offers(reader: OpenReader, some_listings: None) -> None:
    page = opened(reader, f"/jobs/?q=python&per_page=5&{LONG}")
    strip = page.locator(".situation .frame")
    acts = [page.get_by_role("button", name=name) for name in ("Remember", "Forget")]
    for width in (360, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = [around.bounding_box() for around in (strip, page.locator(".situation .fits"), *acts)]
        (_, line), *inside = [(box["y"], box["height"]) for box in boxes if box]
        assert len(inside) == 3, width
        assert line < 44, width
        assert all(height <= line for _, height in inside), width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


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
