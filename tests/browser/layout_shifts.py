"""Content that moves by itself: the browser's own layout shifts, while scripts arrive after the first paint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, Route

# Runs before anything of the page. Shifts right after an input of the reader do not count.
OBSERVE = """
window.shifts = [];
window.shiftObserver = new PerformanceObserver((list) => window.keepShifts(list.getEntries()));
window.keepShifts = (entries) => window.shifts.push(...entries.filter((shift) => !shift.hadRecentInput));
window.shiftObserver.observe({ type: "layout-shift", buffered: true });
"""
# No promise waits for ever: a page that is not drawn has neither paints, nor frames, nor idle moments.
FIRST_PAINT = """() => new Promise((resolve, reject) => {
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && resolve())
        .observe({ type: "paint", buffered: true });
    setTimeout(reject, 30_000, Error("nothing was painted"));
})"""
# Modules have run, and what they do by themselves.
IDLE = "() => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 3_000 }))"
# `isParsed`: since then. What the last frame has moved is reported with the one after it.
SETTLED = """async (isParsed) => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve, reject) => {
        requestAnimationFrame(resolve);
        setTimeout(reject, 30_000, Error("no frame was drawn"));
    });
    window.keepShifts(window.shiftObserver.takeRecords());
    const html = ({ node }) => node?.outerHTML ?? node?.textContent ?? "";
    const start = isParsed ? performance.getEntriesByType("navigation")[0].domInteractive : 0;
    const shifts = window.shifts.filter(({ startTime }) => startTime >= start);
    return shifts.map((shift) => [shift.value, shift.sources.map(html)]);
}"""

Shifts = list[tuple[float, list[str]]]


class Phone:
    """A page on a phone whose scripts come only when they are let through."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.held: list[Route] = []
        self.holding = True
        page.add_init_script(OBSERVE)
        page.route("**/*.js", self.hold)

    def hold(self, script: Route) -> None:
        if self.holding:
            self.held.append(script)
        else:
            script.continue_()

    def open(self, address: str) -> None:
        """Until it is painted, without scripts."""
        self.page.goto(address, wait_until="commit")
        self.page.evaluate(FIRST_PAINT)

    def let_scripts_come(self) -> None:
        self.holding = False
        for script in self.held:
            script.continue_()
        self.page.wait_for_load_state()
        self.page.evaluate(IDLE)

    def shifts(self) -> Shifts:
        """How far things have moved by themselves since the page was parsed (a share of the screen), and what did."""
        found: Shifts = self.page.evaluate(SETTLED, True)
        return found


@contextmanager
def phone(browser: Browser) -> Iterator[Phone]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield Phone(context.new_page())
    context.close()
