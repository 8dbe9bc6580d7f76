"""A real Chromium that reads the site as a person would, and never leaves this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from jobsite import guide_boards
from listings.web import context_processors
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]
# Playwright's synchronous interface keeps an event loop running in the thread that makes the rows.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
INSTALL = "The browser tests need Chromium: apt-get install chromium (or leave them out: BROWSER=0)"
SWITCHES = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if os.environ.get("BROWSER") == "0":
        pytest.skip("BROWSER=0 leaves the browser tests out")
    found = next((path for name in NAMES if (path := shutil.which(name))), MAC)
    if not os.path.exists(found):
        pytest.fail(INSTALL)
    # A root user's Chromium only starts without its sandbox.
    switches = SWITCHES + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=switches)
        yield browser
        browser.close()


@dataclass
class Reader:
    """A person with a browser of their own. Paths begin with a slash.

    `asked`: every address that the pages asked for. `left`: those on other sites, none of which was let through.
    """

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def open(self, path: str) -> int:
        answer = self.page.goto(self.site + path)
        assert answer is not None
        return answer.status

    @property
    def path(self) -> str:
        """Where the address bar stands, with its query string."""
        return self.page.url.removeprefix(self.site)

    def stay(self, route: Route) -> None:
        address = route.request.url
        self.asked.append(address)
        if urlsplit(address).netloc == urlsplit(self.site).netloc:
            route.continue_()
        else:
            self.left.append(address)
            route.abort()


OpenReader = Callable[..., Reader]


@pytest.fixture
def some_listings(transactional_db: None, reindex: Reindex) -> Iterator[None]:
    """Twenty-four developers wanted on one board, and a gardener whose ad states all that it can."""
    context_processors.forget()
    guide_boards.forget()
    for number in range(1, 25):
        listing_with(f"Python developer {number}")
    now = timezone.now()
    facts = {"category": "design", "employment": ["CONTRACTOR"]}
    stated = {"url": "https://board.example/gardener", "location": "Europe", "salary": "€40 an hour"}
    listing_with("Gardener of servers", "Oak & Otter", posted=now - timedelta(days=2), facts=facts, ad=stated)
    reindex()
    yield
    context_processors.forget()
    guide_boards.forget()


@pytest.fixture
def many_employers(some_listings: None, reindex: Reindex) -> None:
    for number in range(14):
        listing_with("Beekeeper", f"Hive {number}")
    reindex()


@pytest.fixture
def reader(chromium: Browser, live_server: LiveServer) -> Iterator[OpenReader]:
    """Makes readers: `reader(javascript=False, scheme="dark", width=360)`."""
    contexts: list[BrowserContext] = []

    def make(
        *,
        javascript: bool = True,
        scheme: Scheme = "light",
        width: int = 1280,
        touch: bool = False,
        locale: str = "en-US",
    ) -> Reader:
        opened = chromium.new_context(
            locale=locale,
            java_script_enabled=javascript,
            color_scheme=scheme,
            viewport={"width": width, "height": 800},
            has_touch=touch,
            reduced_motion="reduce",
        )
        contexts.append(opened)
        person = Reader(opened.new_page(), live_server.url)
        opened.route("**/*", person.stay)
        person.page.on("pageerror", lambda error: person.problems.append(str(error)))
        person.page.on("console", lambda said: person.problems.append(said.text) if said.type == "error" else None)
        person.page.set_default_timeout(5_000)
        return person

    yield make
    for opened in contexts:
        opened.close()
