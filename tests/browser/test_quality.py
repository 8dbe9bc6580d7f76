"""What a page weighs, what it asks for, and what it may do: on every page, the admin's too."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Response
from pytest_django.live_server_helper import LiveServer

from listings.models import Listing
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.browser.layout_shifts import phone
from tests.listings.making import source_with

pytestmark = pytest.mark.browser

MOST_BYTES, MOST_SCRIPT_BYTES, MOST_FONT_BYTES = 60_000, 30_000, 30_000
PUBLIC = ["/", "/jobs/", "/jobs/?q=nothinglikethis", "/saved/", "/following/", "/situation/", "/fit/", "/guide/"]
PUBLIC += ["/guide/remote-interview/", "/offline/", "/about/", "/privacy/", "/contact/"]
PUBLIC += ["/nowhere/", "/jobs/?colour=green"]
ADMIN = [
    "",
    "listings/source/",
    "listings/fetch/",
    "listings/listing/",
    "listings/company/",
    "listings/report/",
    "second-factor/",
]
ADMIN_IN_THE_DARK = ["", "listings/source/"]
"""Of the same parts as the other lists, and the theme's own colours."""


def public_pages() -> Iterator[str]:
    yield from PUBLIC
    listing = Listing.objects.filter(closed_at=None).earliest("pk")
    yield listing.get_absolute_url()
    yield f"/jobs/{listing.pk}/report"


def test_the_search_page_is_light(reader: OpenReader, some_listings: None) -> None:
    person = reader(fresh=True)
    answers: list[Response] = []
    person.page.on("response", lambda answer: answers.append(answer))
    person.open("/jobs/")
    person.page.wait_for_load_state("networkidle")
    sizes = {urlsplit(answer.url).path: len(gzip.compress(answer.body(), 6)) for answer in answers}
    scripts = sum(size for path, size in sizes.items() if path.endswith(".js"))
    fonts = sum(sizes.pop(path) for path in [*sizes] if path.endswith(".woff2"))
    print(f"search page: {sum(sizes.values()):,} bytes compressed in {len(sizes)} answers, scripts {scripts:,}")  # noqa: T201 - told by pytest -rP
    assert sum(sizes.values()) <= MOST_BYTES
    assert scripts <= MOST_SCRIPT_BYTES
    assert 0 < fonts <= MOST_FONT_BYTES


def test_public_pages_ask_nobody_else_and_set_no_cookie(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    for path in public_pages():
        answer = person.page.goto(person.site + path)
        person.page.wait_for_load_state("networkidle")
        assert answer is not None
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy, path
        assert "frame-ancestors 'none'" in policy, path
        assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert "geolocation=()" in answer.headers["permissions-policy"]
    assert person.left == []
    assert person.page.context.cookies() == []
    # Two of the pages are an error, as they should be.
    assert [problem for problem in person.problems if "with a status of 4" not in problem] == []


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_the_admin_asks_nobody_else_and_keeps_to_wcag(reader: OpenReader, some_listings: None, scheme: Scheme) -> None:
    """Its landmarks are the theme's, and axe would have others: advice beyond WCAG."""
    source_with()
    User.objects.create_superuser("chief", password="a long word for it")
    person = reader(scheme=scheme)
    person.open("/admin/login/")
    broken = {"login": violations(person.page, wcag_alone=True)}
    person.page.get_by_label(re.compile("Username")).fill("chief")
    person.page.get_by_label(re.compile("Password")).fill("a long word for it")
    person.page.get_by_role("button", name="Sign in").click()
    person.page.wait_for_url("**/admin/")
    for path in ADMIN if scheme == "light" else ADMIN_IN_THE_DARK:
        assert person.open(f"/admin/{path}") == 200
        person.page.wait_for_load_state("networkidle")
        broken[path] = violations(person.page, wcag_alone=True)
    assert {path: rules for path, rules in broken.items() if rules} == {}
    assert person.left == []


def test_text_twice_as_large_still_fits(reader: OpenReader, some_listings: None) -> None:
    """As a reader's own larger type does it: the sizes of the page follow the root's."""
    person = reader(width=640)
    for path in public_pages():
        person.open(path)
        person.page.locator("html").evaluate("page => { page.style.fontSize = '200%'; }")
        assert person.page.locator("html").evaluate("page => page.scrollWidth") <= 640, path


def test_nothing_moves_by_itself(chromium: Browser, live_server: LiveServer, some_listings: None) -> None:
    """On a phone whose network is so slow that the page is read before its scripts have come."""
    job = Listing.objects.filter(closed_at=None).earliest("pk").get_absolute_url()
    for path in ("/", "/jobs/", "/jobs/?q=nothinglikethis", job, "/guide/", "/saved/", "/following/", "/situation/"):
        with phone(chromium) as small:
            small.open(live_server.url + path)
            # The guide has none.
            assert bool(small.held) is (path != "/guide/"), path
            small.let_scripts_come()
            assert small.shifts() == [], path


def test_what_moves_is_seen_to_move(chromium: Browser, live_server: LiveServer, some_listings: None) -> None:
    with phone(chromium) as small:
        small.open(f"{live_server.url}/about/")
        small.let_scripts_come()
        assert small.shifts() == []
        small.page.locator("main").evaluate("main => main.prepend(document.createElement('textarea'))")
        [(value, moved), *_] = small.shifts()
        assert value > 0
        assert any("About Elsewhere" in html for html in moved)
