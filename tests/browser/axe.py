"""What axe objects to on a page, also where scripts are switched off."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Timers never fire where scripts are off: axe, which we hand in from outside, goes on at once instead.
NO_TIMERS = "() => { window.setTimeout = (does) => { Promise.resolve().then(does); return 1; }; }"
IS_DARK = "matchMedia('(prefers-color-scheme: dark)').matches"
RUN = """async (options) => {
    const { violations } = await axe.run(options);
    return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}"""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# All that the dark theme can change: the other rules, which take longer, have the same result in both.
COLORS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}

Violations = list[list[object]]


def violations(page: Page, *, scripts: bool = True, wcag_alone: bool = False) -> Violations:
    """Each rule that is broken, with the HTML of where; axe's own advice beyond WCAG included unless told.

    In the dark theme only the rules about colours.
    """
    if not scripts:
        page.evaluate(NO_TIMERS)
    page.evaluate(AXE_SCRIPT)
    rules = COLORS if page.evaluate(IS_DARK) else WCAG if wcag_alone else None
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    broken: Violations = page.evaluate(RUN, options)
    return broken
