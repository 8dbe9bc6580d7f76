"""Every page, light and dark: nothing that axe objects to, nothing wider than a small phone."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from listings.models import Listing
from listings.web.views import errors
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.listings.indexing import no_index
from tests.listings.making import listing_with

__all__ = ["no_index"]
pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/jobs/",
    "/jobs/?q=gardener&category=design",
    "/jobs/?q=nothinglikethis",
    "/jobs/?colour=green",
    "/about/",
    "/privacy/",
    "/contact/",
    "/nowhere/",
    "/guide/",
    "/guide/your-identity-online/",
    "/guide/where-to-find-remote-jobs/",
    "/guide/remote-interview/",
]
FAILED = ["/failed-400", "/failed-403", "/failed-500"]
"""Shown by no address of their own."""
ALIKE = {
    "/jobs/?q=gardener&category=design",
    "/about/",
    "/privacy/",
    "/contact/",
    "/guide/your-identity-online/",
    "/guide/remote-interview/",
    "/failed-400",
    "/failed-403",
}
"""Made of the same parts as others: one look at them is enough, in the light theme and with JavaScript."""


def error_pages() -> dict[str, HttpResponse]:
    request = RequestFactory().get("/failed/")
    responses = [
        errors.bad_request(request, SuspiciousOperation()),
        errors.forbidden(request, PermissionDenied()),
        errors.failed(request),
    ]
    return dict(zip(FAILED, responses, strict=True))


def show_error_pages(page: Page) -> None:
    responses = error_pages()

    def respond(route: Route) -> None:
        response = responses[urlsplit(route.request.url).path]
        route.fulfill(status=response.status_code, body=response.content, content_type="text/html; charset=utf-8")

    page.route("**/failed-*", respond)


def open_one() -> Listing:
    return Listing.objects.filter(closed_at=None).earliest("pk")


@pytest.mark.parametrize("javascript", [True, False])
def test_axe_finds_what_is_wrong(reader: OpenReader, javascript: bool) -> None:
    person = reader(javascript=javascript)
    person.page.set_content("<!doctype html><html lang=en><title>x</title><main><h1>x</h1><img src=x></main></html>")
    assert violations(person.page, scripts=javascript) == [["image-alt", ['<img src="x">']]]


@pytest.mark.parametrize(
    ("scheme", "javascript"),
    [
        ("light", True),
        pytest.param("light", False, marks=pytest.mark.slow),
        pytest.param("dark", True, marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing(reader: OpenReader, some_listings: None, scheme: Scheme, javascript: bool) -> None:
    gone = listing_with(closed_at=timezone.now() - timedelta(days=40), closed_reason=Listing.Closed.GONE)
    closed = listing_with(closed_at=timezone.now() - timedelta(days=4), closed_reason=Listing.Closed.EXPIRED)
    hidden = listing_with(hidden_at=timezone.now())
    person = reader(scheme=scheme, javascript=javascript)
    show_error_pages(person.page)
    found = {}
    jobs = [listing.get_absolute_url() for listing in (open_one(), gone, closed, hidden)]
    paths = [*PAGES, *jobs, f"/jobs/{open_one().pk}/report", "/saved/", "/situation/", *FAILED]
    is_first_look = scheme == "light" and javascript
    for path in [path for path in paths if is_first_look or path not in ALIKE]:
        person.open(path)
        if broken := violations(person.page, scripts=javascript):
            found[path] = broken
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_index_is_made_anew(
    reader: OpenReader, some_listings: None, no_index: None, scheme: Scheme
) -> None:
    person = reader(scheme=scheme)
    person.open("/jobs/?q=gardener")
    expect(person.page.get_by_text("The search is being rebuilt.")).to_be_visible()
    assert violations(person.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_and_less_motion_are_given(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    person = reader(scheme=scheme)
    token = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"
    person.open("/jobs/")
    ink, soft, quick = (person.page.evaluate(token, name) for name in ("--ink", "--ink-soft", "--quick"))
    assert soft != ink
    assert quick == "0s"
    person.page.emulate_media(contrast="more")
    assert person.page.evaluate(token, "--ink-soft") == ink
    assert violations(person.page) == []
    person.page.emulate_media(reduced_motion="no-preference")
    assert person.page.evaluate(token, "--quick") != "0s"


@pytest.mark.parametrize("javascript", [True, False])
def test_nothing_is_wider_than_320_pixels(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    wide = "An extraordinarilylongwordthatnobodywouldeverwriteinatitleofanyjobatall"
    long = listing_with(wide, html=f"<p>{wide}</p><pre>{'x' * 300}</pre><table><tr><td>{'y ' * 200}</td></tr></table>")
    person = reader(width=320, javascript=javascript)
    paths = [path for path in PAGES if javascript or path not in ALIKE]
    for path in [*paths, long.get_absolute_url(), open_one().get_absolute_url()]:
        person.open(path)
        assert person.page.locator("html").evaluate("page => page.scrollWidth") <= 320, path


def test_targets_are_24_pixels_high(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360)
    for path in ["/", "/jobs/?category=design", open_one().get_absolute_url()]:
        person.open(path)
        links = person.page.locator("nav a, .chips a, .button, .wordmark, summary, .categories a").all()
        heights = [box["height"] for link in links if link.is_visible() and (box := link.bounding_box())]
        assert heights
        assert min(heights) >= 24, path
