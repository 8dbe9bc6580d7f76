"""Every page in both themes and three widths, to DATA_DIR/screenshots.

    python -m tests.benchmarks.screenshots

The site is started for it in a folder of its own, with sample jobs.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.site import ROOT, chromium, running_site

WIDTHS, SCHEMES = (360, 768, 1440), ("light", "dark")
SITUATION = "my_country=US&my_state=US-CA&my_tz=America/Los_Angeles&my_currency=EUR&my_pay=90000"
PAGES = {
    "home": "/",
    "jobs": "/jobs/",
    "jobs-for-me": f"/jobs/?q=engineer&{SITUATION}",
    "jobs-open-to-me": f"/jobs/?fit=open&{SITUATION}",
    "jobs-filtered": "/jobs/?category=engineering&seniority=senior&country=DE",
    "jobs-slip": "/jobs/?q=enginer",
    "jobs-nothing": "/jobs/?q=nothinglikethis&category=design",
    "jobs-wrong": "/jobs/?colour=green",
    "saved": "/saved/",
    "situation": "/situation/",
    "fit": "/fit/",
    "fit-for-me": f"/fit/?{SITUATION}",
    "guide": "/guide/",
    "guide-chapter": "/guide/remote-interview/",
    "about": "/about/",
    "privacy": "/privacy/",
    "contact": "/contact/",
    "not-found": "/nowhere/",
}


def take(browser: Browser, site: str, folder: Path) -> int:
    taken = 0
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
            )
            page, mark = context.new_page(), f"{width}-{scheme}"
            taken += shoot(page, site, PAGES, folder, mark)
            # Only now, so that the page of saved jobs was seen without any as well.
            taken += shoot(page, site, jobs(page, site), folder, mark)
            context.close()
    return taken


def shoot(page: Page, site: str, pages: Mapping[str, str], folder: Path, mark: str) -> int:
    for name, path in pages.items():
        page.goto(site + path, wait_until="networkidle")
        page.screenshot(path=folder / f"{name}-{mark}.png", full_page=True)
    return len(pages)


def jobs(page: Page, site: str) -> dict[str, str]:
    """The page of a job, of a report about it; saves it, so that the page of saved jobs has something to show."""
    page.goto(f"{site}/jobs/", wait_until="networkidle")
    page.locator("[data-act=save]").first.click()
    address = page.locator(".card h3 a").first.get_attribute("href") or ""
    report = f"/jobs/{address.split('/')[2].partition('-')[0]}/report"
    return {"saved-some": "/saved/", "job": address, "job-for-me": f"{address}?{SITUATION}", "report": report}


def main() -> None:
    folder = ROOT / os.environ.get("DATA_DIR", "var") / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept, running_site(Path(kept)) as site, chromium() as browser:
        print(f"{take(browser, site, folder)} pictures in {folder}")


if __name__ == "__main__":
    main()
