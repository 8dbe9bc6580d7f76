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
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from jobsite import guide_boards
from listings.web import context_processors
from tests.listings.indexing import Reindex, reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]
# Playwright's synchronous interface keeps an event loop running in the thread that makes the rows.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
INSTALL = "The browser tests need Chromium: apt-get install chromium (or leave them out: BROWSER=0)"
SWITCHES = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # No page can leave this machine. To intercept its requests instead would switch off the browser's cache, and ask
    # this process about each of the thirty files of a page.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
# What is waited for comes at once on an idle machine; a busy one gets time enough to tell slow from wrong.
SECONDS = 30
expect.set_options(timeout=SECONDS * 1000)
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if os.environ.get("BROWSER") == "0":
        pytest.skip("BROWSER=0 leaves the browser tests out")
    path = next((found for name in NAMES if (found := shutil.which(name))), MAC)
    if not os.path.exists(path):
        pytest.fail(INSTALL)
    # A root user's Chromium only starts without its sandbox.
    switches = SWITCHES + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=switches)
        yield browser
        browser.close()


@dataclass
class Reader:
    """A person with a browser of their own. Paths begin with a slash.

    `requests`: every address that the pages requested. `left`: those on other sites, none of which can be reached.
    """

    page: Page
    site: str
    requests: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    has_clock: bool = False

    def open(self, path: str) -> int:
        answer = self.page.goto(self.site + path)
        assert answer is not None
        return answer.status

    @property
    def path(self) -> str:
        """Where the address bar stands, with its query string."""
        return self.page.url.removeprefix(self.site)

    def type_at_once(self, box: Locator, text: str) -> None:
        """Letter by letter, no time passing in between for the page: what waits for a pause in typing starts once."""
        if not self.has_clock:
            self.page.clock.install()
            self.has_clock = True
        self.page.clock.pause_at(self.page.evaluate("Date.now() + 1000"))
        box.press_sequentially(text)
        self.page.clock.resume()

    def note(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(self.site).netloc:
            self.left.append(request.url)


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
        opened.set_default_timeout(SECONDS * 1000)
        contexts.append(opened)
        person = Reader(opened.new_page(), live_server.url)
        opened.on("request", person.note)
        person.page.on("pageerror", lambda error: person.problems.append(str(error)))
        person.page.on("console", lambda said: person.problems.append(said.text) if said.type == "error" else None)
        return person

    yield make
    for opened in contexts:
        opened.close()
