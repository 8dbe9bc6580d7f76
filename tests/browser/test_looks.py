"""Every page: nothing that axe objects to, nothing wider than a small phone, nothing asked of other sites."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from playwright.sync_api import Page, Response, Route, expect

from listings.models import Listing
from listings.web.views import errors
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.browser.javascript import BY_DEFAULT_WITH
from tests.listings.indexing import no_index
from tests.listings.making import listing_with

__all__ = ["no_index"]
pytestmark = pytest.mark.browser

PAGES = [
    "/",
    # axe takes as much longer as there are cards.
    "/jobs/?per_page=5",
    "/jobs/?q=nothinglikethis",
    "/jobs/?colour=green",
    "/following/",
    "/situation/",
    "/fit/",
    "/about/",
    "/nowhere/",
    "/guide/",
    "/guide/where-to-find-remote-jobs/",
]
ALIKE = [
    "/jobs/?q=gardener&category=design",
    "/saved/",
    "/offline/",
    "/privacy/",
    "/contact/",
    "/guide/your-identity-online/",
    "/guide/remote-interview/",
]
"""Made of the same parts as others, or looked at elsewhere in more states."""
FAILED, FAILED_ALIKE = ["/failed-500"], ["/failed-400", "/failed-403"]
"""Shown by no address of their own."""


def error_pages() -> dict[str, HttpResponse]:
    request = RequestFactory().get("/failed/")
    responses = [
        errors.bad_request(request, SuspiciousOperation()),
        errors.forbidden(request, PermissionDenied()),
        errors.failed(request),
    ]
    return dict(zip([*FAILED_ALIKE, *FAILED], responses, strict=True))


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


def jobs_in_every_state(*, is_alike: bool) -> list[str]:
    """Open ones: test_job_page.py."""
    if not is_alike:
        gone = listing_with(closed_at=timezone.now() - timedelta(days=40), closed_reason=Listing.Closed.GONE)
        return [gone.get_absolute_url()]
    closed = listing_with(closed_at=timezone.now() - timedelta(days=4), closed_reason=Listing.Closed.EXPIRED)
    hidden = listing_with(hidden_at=timezone.now())
    first = open_one()
    return [*(listing.get_absolute_url() for listing in (first, closed, hidden)), f"/jobs/{first.pk}/report"]


def keeps_to_the_policy(answer: Response) -> bool:
    policy = answer.headers["content-security-policy"]
    return (
        "unsafe" not in policy
        and "frame-ancestors 'none'" in policy
        and answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
        and answer.headers["cross-origin-opener-policy"] == "same-origin"
        and "geolocation=()" in answer.headers["permissions-policy"]
    )


def fits_a_small_phone(page: Page) -> bool:
    """Also with text twice as large, as a reader's own larger type does it."""
    root = page.locator("html")
    page.set_viewport_size({"width": 320, "height": 800})
    narrow = root.evaluate("page => page.scrollWidth")
    # Its sizes follow the root's.
    page.set_viewport_size({"width": 640, "height": 800})
    root.evaluate("page => { page.style.fontSize = '200%'; }")
    enlarged = root.evaluate("page => page.scrollWidth")
    page.set_viewport_size({"width": 1280, "height": 800})
    return bool(narrow <= 320 and enlarged <= 640)


@pytest.mark.parametrize(
    ("scheme", "javascript", "is_alike"),
    [
        ("light", True, False),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in (
                ("light", True, True),
                ("light", False, False),
                ("light", False, True),
                ("dark", True, False),
                ("dark", True, True),
            )
        ),
    ],
)
def test_pages_please_axe_fit_a_phone_keep_to_the_policy_and_ask_nobody_else(
    reader: OpenReader, some_listings: None, scheme: Scheme, javascript: bool, is_alike: bool
) -> None:
    person = reader(scheme=scheme, javascript=javascript)
    show_error_pages(person.page)
    paths, failed = (ALIKE, FAILED_ALIKE) if is_alike else (PAGES, FAILED)
    broken: dict[str, object] = {}
    lax, wide = [], []
    for path in [*paths, *jobs_in_every_state(is_alike=is_alike), *failed]:
        answer = person.page.goto(person.site + path)
        assert answer is not None
        if rules := violations(person.page, scripts=javascript):
            broken[path] = rules
        if path not in failed and not keeps_to_the_policy(answer):
            lax.append(path)
        if not fits_a_small_phone(person.page):
            wide.append(path)
    assert broken == {}
    assert lax == []
    assert wide == []
    assert person.left == []
    assert person.page.context.cookies() == []
    # Some of the pages are errors, as they should be.
    assert [problem for problem in person.problems if "with a status of" not in problem] == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_index_is_made_anew(
    reader: OpenReader, some_listings: None, no_index: None, scheme: Scheme
) -> None:
    person = reader(scheme=scheme)
    person.open("/jobs/?q=gardener")
    expect(person.page.get_by_text("The search is being rebuilt.")).to_be_visible()
    assert violations(person.page) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_more_contrast_and_less_motion_are_given(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    person = reader(scheme=scheme)
    token = "name => getComputedStyle(document.documentElement).getPropertyValue(name)"
    person.open("/jobs/?per_page=5")
    ink, soft, quick = (person.page.evaluate(token, name) for name in ("--ink", "--ink-soft", "--quick"))
    assert soft != ink
    assert quick == "0s"
    person.page.emulate_media(contrast="more")
    assert person.page.evaluate(token, "--ink-soft") == ink
    assert violations(person.page) == []
    person.page.emulate_media(reduced_motion="no-preference")
    assert person.page.evaluate(token, "--quick") != "0s"


@pytest.mark.slow
def test_styles_that_come_late_are_no_error(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    # From one page to the next there is a blend, whose promises nobody asks for.
    page.emulate_media(reduced_motion="no-preference")
    person.open("/about/")
    unanswered: list[Route] = []
    page.route("**/*.css", lambda route: unanswered.append(route))
    for address in ("/guide/", "/jobs/", "/privacy/", "/about/"):
        with page.expect_request("**/*.css"):
            page.evaluate("address => { location.assign(address); }", address)
        expect(page.locator("footer")).to_be_attached()
        for route in unanswered:
            route.continue_()
        unanswered.clear()
        page.wait_for_load_state()
    assert person.problems == []


@BY_DEFAULT_WITH
@pytest.mark.slow
def test_an_ad_of_overlong_parts_fits_a_phone(reader: OpenReader, some_listings: None, javascript: bool) -> None:
    wide = "An extraordinarilylongwordthatnobodywouldeverwriteinatitleofanyjobatall"
    table = f"<table><tr><td>{'y ' * 200}</td></tr></table>"
    listing = listing_with(wide, html=f"<p>{wide}</p><pre>{'x' * 300}</pre>{table}")
    person = reader(javascript=javascript)
    person.open(listing.get_absolute_url())
    assert fits_a_small_phone(person.page)
    if javascript:
        assert violations(person.page) == []


@pytest.mark.slow
def test_targets_are_24_pixels_high(reader: OpenReader, some_listings: None) -> None:
    person = reader(width=360)
    for path in ["/", "/jobs/?category=design", open_one().get_absolute_url()]:
        person.open(path)
        links = person.page.locator("nav a, .chips a, .button, .wordmark, summary, .categories a")
        heights = links.filter(visible=True).evaluate_all(
            "links => links.map((link) => link.getBoundingClientRect().height)"
        )
        assert heights
        assert min(heights) >= 24, path
