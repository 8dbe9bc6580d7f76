"""A real Chromium that reads the site as a person would, and never leaves this machine.

An everyday run keeps the main path of each feature, once, and looks at each kind of page once: a page that is opened,
clicked and left takes seconds of both cores. The other cases of a feature are `slow` (`make test SLOW=1`): the second
theme or width, the form without JavaScript, another way to be refused, and what a server-side test would notice.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.utils import timezone
from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Request, expect, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.browser.javascript import LATE_MODULES
from tests.browser.pages import SECONDS, Kind, Tab, Tabs
from tests.browser.scenes import Make, Scenes, scenes_of_module
from tests.listings.indexing import reindex
from tests.listings.making import listing_with

__all__ = ["reindex"]
# Playwright's synchronous interface keeps an event loop running in the thread that makes the rows.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
INSTALL = "The browser tests need Chromium: apt-get install chromium (or leave them out: BROWSER=0)"
# What htmx writes to the console about a request that got no answer.
HTMX_UNANSWERED = re.compile(r"htmx:(afterRequest|sendError|sendAbort)(, .*)?", re.DOTALL)
SWITCHES = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    # No page can leave this machine. To intercept its requests instead would switch off the browser's cache, and ask
    # this process about each of the thirty files of a page.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
expect.set_options(timeout=SECONDS * 1000)
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="session")
def chromium(django_db_setup: None, live_server: LiveServer) -> Iterator[Browser]:
    """Closed before the server and its database: each of its connections keeps one of theirs."""
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
        # Django has connections of its own for code below an event loop.
        connections.close_all()
    for thread in request_threads(live_server):
        thread.join(SECONDS)


def request_threads(live_server: LiveServer) -> list[threading.Thread]:
    """Those that answer the browser. A stand-in board of other tests has such threads as well, which may never end."""
    targets = {thread: getattr(thread, "_target", None) for thread in threading.enumerate()}
    server = live_server.thread.httpd
    return [thread for thread, target in targets.items() if getattr(target, "__self__", None) is server]


@dataclass
class Reader:
    """A person with a browser of their own. Paths begin with a slash.

    `requests`: every address that the pages requested. `left`: those on other sites, none of which can be reached.
    """

    tab: Tab
    site: str
    requests: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    has_aborted: bool = False
    has_clock: bool = False

    def __post_init__(self) -> None:
        self.tab.context.on("request", self.note)
        self.tab.context.on("requestfailed", self.note_failure)
        self.page.on("pageerror", self.note_error)
        self.page.on("console", self.note_console)

    def leave(self) -> None:
        self.tab.context.remove_listener("request", self.note)
        self.tab.context.remove_listener("requestfailed", self.note_failure)
        self.page.remove_listener("pageerror", self.note_error)
        self.page.remove_listener("console", self.note_console)

    @property
    def page(self) -> Page:
        return self.tab.page

    def open(self, path: str, *, is_ready: bool = True) -> int:
        """`is_ready`: once the late modules have come, before which a key or a press may do nothing."""
        answer = self.page.goto(self.site + path)
        assert answer is not None
        if is_ready and self.tab.kind.javascript and answer.headers.get("content-type", "").startswith("text/html"):
            self.page.evaluate(LATE_MODULES)
        return answer.status

    @property
    def problems(self) -> list[str]:
        """Errors of the pages' scripts. htmx reports one, too, when the reader leaves a page that is waiting for it."""
        return [text for text in self.messages if not (self.has_aborted and HTMX_UNANSWERED.fullmatch(text))]

    @property
    def path(self) -> str:
        """Where the address bar stands, with its query string."""
        return self.page.url.removeprefix(self.site)

    def type_at_once(self, box: Locator, text: str) -> None:
        """Letter by letter, no time passing in between for the page: what waits for a pause in typing starts once."""
        if not self.has_clock:
            self.page.clock.install()
            self.has_clock = True
            # It cannot be taken out again.
            self.tab.is_worn = True
        self.page.clock.pause_at(self.page.evaluate("Date.now() + 1000"))
        box.press_sequentially(text)
        self.page.clock.resume()

    def note(self, request: Request) -> None:
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(self.site).netloc:
            self.left.append(request.url)

    def note_failure(self, request: Request) -> None:
        self.has_aborted = self.has_aborted or request.failure == "net::ERR_ABORTED"

    def note_error(self, error: Error) -> None:
        self.messages.append(str(error))

    def note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.messages.append(message.text)


OpenReader = Callable[..., Reader]
Show = Callable[[Make], None]


@pytest.fixture(scope="module")
def scenes(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Scenes]:
    with django_db_blocker.unblock(), scenes_of_module(tmp_path_factory.mktemp("scenes")) as scenes:
        yield scenes


@pytest.fixture
def transactional_db(scenes: Scenes) -> None:
    """In place of pytest-django's, which empties all tables after each test: the next scene does it if need be."""


@pytest.fixture
def show(transactional_db: None, scenes: Scenes, settings: Settings) -> Show:
    """Call it with a function that makes rows, and these and no others are found."""

    def show(make: Make) -> None:
        settings.INDEX_DIR = scenes.show(make)

    return show


def make_some_listings() -> None:
    for number in range(1, 25):
        listing_with(f"Python developer {number}")
    now = timezone.now()
    facts = {"category": "design", "employment": ["CONTRACTOR"]}
    stated = {"url": "https://board.example/gardener", "location": "Europe", "salary": "€40 an hour"}
    listing_with("Gardener of servers", "Oak & Otter", posted=now - timedelta(days=2), facts=facts, ad=stated)


def make_many_employers() -> None:
    make_some_listings()
    for number in range(14):
        listing_with("Beekeeper", f"Hive {number}")


@pytest.fixture
def some_listings(show: Show) -> None:
    """Twenty-four developers wanted on one board, and a gardener whose ad states all that it can."""
    show(make_some_listings)


@pytest.fixture
def many_employers(show: Show) -> None:
    show(make_many_employers)


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    return Tabs(chromium)


@pytest.fixture
def reader(tabs: Tabs, live_server: LiveServer, scenes: Scenes) -> Iterator[OpenReader]:
    """Makes readers: `reader(javascript=False, scheme="dark", width=360)`.

    `fresh`: for what cannot be undone, such as permissions and scripts that run before those of the page.
    """
    readers: list[Reader] = []

    def make(
        *,
        javascript: bool = True,
        scheme: Scheme = "light",
        width: int = 1280,
        touch: bool = False,
        locale: str = "en-US",
        fresh: bool = False,
    ) -> Reader:
        kind = Kind(javascript, touch, locale)
        tab = tabs.new(kind) if fresh else tabs.take(kind)
        tab.is_worn = fresh
        person = Reader(tab, live_server.url)
        readers.append(person)
        person.page.set_viewport_size({"width": width, "height": 800})
        person.page.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce", contrast="null")
        return person

    yield make
    for person in readers:
        person.leave()
        tabs.give_back(person.tab, person.site, forget_pages=scenes.are_rows_changed())
