"""What a page weighs, what moves by itself, and the admin's pages. All public pages: test_looks.py."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Request
from pytest_django.live_server_helper import LiveServer

from listings.models import Listing
from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme
from tests.browser.layout_shifts import IDLE, SETTLED, phone
from tests.browser.slow_network import slow_network
from tests.listings.making import source_with

pytestmark = pytest.mark.browser

JOB = "the page of a job"
# A share of the screen: letters that come into a button, or a dot between two facts.
MOST_MOVED = 0.003
MOST_BYTES, MOST_SCRIPT_BYTES, MOST_FONT_BYTES = 60_000, 30_000, 30_000
ADMIN = ["", "listings/source/"]
ADMIN_ALIKE = ["listings/listing/", "listings/fetch/", "listings/company/", "listings/report/", "second-factor/"]
"""Of the same parts as the others."""


def test_the_search_page_is_light(reader: OpenReader, some_listings: None) -> None:
    person = reader(fresh=True)
    requests: list[Request] = []
    person.page.on("request", lambda request: requests.append(request))
    person.open("/jobs/")
    person.page.evaluate(IDLE)
    answers = [answer for request in requests if (answer := request.response())]
    sizes = {urlsplit(answer.url).path: len(gzip.compress(answer.body(), 6)) for answer in answers}
    scripts = sum(size for path, size in sizes.items() if path.endswith(".js"))
    fonts = sum(sizes.pop(path) for path in [*sizes] if path.endswith(".woff2"))
    print(f"search page: {sum(sizes.values()):,} bytes compressed in {len(sizes)} answers, scripts {scripts:,}")  # noqa: T201 - told by pytest -rP
    assert sum(sizes.values()) <= MOST_BYTES
    assert scripts <= MOST_SCRIPT_BYTES
    assert 0 < fonts <= MOST_FONT_BYTES


@pytest.mark.parametrize(
    ("scheme", "paths"),
    [
        ("light", ADMIN),
        pytest.param("light", ADMIN_ALIKE, marks=pytest.mark.slow),
        pytest.param("dark", ADMIN, marks=pytest.mark.slow),
    ],
    ids=["light", "alike", "dark"],
)
def test_the_admin_asks_nobody_else_and_keeps_to_wcag(
    reader: OpenReader, some_listings: None, scheme: Scheme, paths: list[str]
) -> None:
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
    for path in paths:
        assert person.open(f"/admin/{path}") == 200
        broken[path] = violations(person.page, wcag_alone=True)
    assert {path: rules for path, rules in broken.items() if rules} == {}
    assert person.left == []


@pytest.mark.parametrize(
    "paths",
    [
        ["/", "/jobs/", JOB, "/saved/"],
        pytest.param(["/jobs/?q=nothinglikethis", "/guide/", "/following/", "/situation/"], marks=pytest.mark.slow),
    ],
    ids=["main", "others"],
)
def test_nothing_moves_by_itself(
    chromium: Browser, live_server: LiveServer, some_listings: None, paths: list[str]
) -> None:
    """On a phone whose network is so slow that the page is read before its scripts have come."""
    job = Listing.objects.filter(closed_at=None).earliest("pk").get_absolute_url()
    for path in (job if path == JOB else path for path in paths):
        with phone(chromium) as small:
            small.open(live_server.url + path)
            assert small.held, path
            small.let_scripts_come()
            assert small.shifts() == [], path


@pytest.mark.slow
def test_little_moves_while_a_page_arrives(chromium: Browser, live_server: LiveServer, some_listings: None) -> None:
    """Rows that end at the edge, such as the links of the header, are drawn when they are whole."""
    with slow_network(live_server.url) as site, phone(chromium) as small:
        small.holding = False
        for path in ("/", "/jobs/?q=python", "/guide/"):
            small.page.goto(site + path)
            moved = small.page.evaluate(SETTLED, False)
            assert sum(value for value, _ in moved) < MOST_MOVED, moved


@pytest.mark.slow
def test_what_moves_is_seen_to_move(chromium: Browser, live_server: LiveServer, some_listings: None) -> None:
    with phone(chromium) as small:
        small.open(f"{live_server.url}/about/")
        small.let_scripts_come()
        assert small.shifts() == []
        small.page.locator("main").evaluate("main => main.prepend(document.createElement('textarea'))")
        [(value, moved), *_] = small.shifts()
        assert value > 0
        assert any("About Elsewhere" in html for html in moved)
