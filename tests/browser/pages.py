"""Pages that one test uses after another: to open a new one takes longer than most of what a test does with it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

SECONDS = 30
"""What is waited for comes at once on an idle machine; a busy one gets time enough to tell slow from wrong."""
RESTING_PLACE = "/robots.txt"
HAS_SAVED_JOBS = """/"jobs":\\{"/.test(localStorage.elsewhere ?? "")"""


@dataclass(frozen=True)
class Kind:
    """What a browser context is told when it is made, and never afterwards."""

    javascript: bool = True
    touch: bool = False
    locale: str = "en-US"


class Tab:
    """A page in a context of its own, which can be made as good as new."""

    def __init__(self, browser: Browser, kind: Kind) -> None:
        self.kind = kind
        self.context: BrowserContext = browser.new_context(
            locale=kind.locale, java_script_enabled=kind.javascript, has_touch=kind.touch
        )
        self.context.set_default_timeout(SECONDS * 1000)
        self.page: Page = self.context.new_page()
        self.devtools: CDPSession = self.context.new_cdp_session(self.page)
        self.is_worn = False
        self.context.on("serviceworker", self._wear_out)

    def _wear_out(self, *_: object) -> None:
        # Nothing undoes what one has begun.
        self.is_worn = True

    def clean(self, site: str, *, forget_pages: bool) -> None:
        """As if it had never been at `site`; its style sheet and scripts are kept, and pages unless told.

        It rests at an empty page of the site: from about:blank, the next page would begin with a new process.
        """
        for other in self.context.pages[1:]:
            other.close()
        self.page.unroute_all(behavior="ignoreErrors")
        # A session's storage is only reached from its site, and a page may write to it when it is left.
        self.page.goto(site + RESTING_PLACE)
        self.page.evaluate("sessionStorage.clear()")
        # A saved job brings a service worker, which may not have come yet.
        if self.page.evaluate(HAS_SAVED_JOBS):
            self.is_worn = True
        self.page.mouse.move(-1, -1)
        self.devtools.send("Storage.clearDataForOrigin", {"origin": site, "storageTypes": "all"})
        self.devtools.send("Page.resetNavigationHistory")
        if forget_pages:
            self.devtools.send("Network.clearBrowserCache")
        self.context.clear_cookies()


class Tabs:
    """Those that no test uses at the moment."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[Kind, list[Tab]] = {}

    def take(self, kind: Kind) -> Tab:
        free = self.free.get(kind)
        return free.pop() if free else self.new(kind)

    def new(self, kind: Kind) -> Tab:
        return Tab(self.browser, kind)

    def give_back(self, tab: Tab, site: str, *, forget_pages: bool) -> None:
        if not tab.is_worn:
            tab.clean(site, forget_pages=forget_pages)
        if tab.is_worn:
            tab.context.close()
        else:
            self.free.setdefault(tab.kind, []).append(tab)
