"""How heavy pages are and how soon they show on an old phone: 150 ms round trip, 1.6 Mb/s, a CPU four times slower.

    python -m tests.benchmarks.loading [ADDRESS]

Without an address a site of its own is started with sample jobs. Each page is loaded cold five times, under Chromium's
tracing; LCP is the median, CLS the worst.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from tests.benchmarks.site import chromium, running_site

TIMES = 5
ROUND_TRIP_MS, BYTES_A_SECOND, SLOWER = 150, 200_000, 4
AIMS = "aims: search page 60 kB in all, scripts 25 kB, LCP 1.0 s, CLS 0"
START, LARGEST, SHIFT = "navigationStart", "largestContentfulPaint::Candidate", "LayoutShift"
CATEGORIES = ["loading", "blink.user_timing", "devtools.timeline"]


@dataclass(frozen=True, slots=True)
class Load:
    """`lcp` in ms; bytes as they came over the wire, headers included."""

    lcp: float
    cls: float
    requests: int
    bytes: int
    script_bytes: int


def load(browser: Browser, address: str) -> Load:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session = context.new_cdp_session(page)
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.responseReceived", lambda said: kinds.update({said["requestId"]: said["type"]}))
    session.on("Network.loadingFinished", lambda said: sizes.update({said["requestId"]: said["encodedDataLength"]}))
    session.send("Network.enable")
    network = {"offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": BYTES_A_SECOND}
    session.send("Network.emulateNetworkConditions", {**network, "uploadThroughput": BYTES_A_SECOND})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)
    lcp, cls = painted(json.loads(browser.stop_tracing())["traceEvents"], address)
    context.close()
    scripts = sum(size for one, size in sizes.items() if kinds.get(one) == "Script")
    return Load(lcp, cls, len(sizes), sum(sizes.values()), scripts)


def painted(events: list[dict[str, Any]], address: str) -> tuple[float, float]:
    """When the largest part of the page was painted, in ms from the start, and how far things moved by themselves."""
    named = {name: [one for one in events if one["name"] == name] for name in (START, LARGEST, SHIFT)}
    begun = max(one["ts"] for one in named[START] if one["args"]["data"]["documentLoaderURL"] == address)
    largest = max(one["ts"] for one in named[LARGEST] if one["ts"] >= begun)
    moved = (one["args"]["data"] for one in named[SHIFT] if one["ts"] >= begun)
    return (largest - begun) / 1000, sum(one["score"] for one in moved if not one["had_recent_input"])


def measure(site: str) -> None:
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{site}/jobs/")
        first = page.locator(".card h3 a").first.get_attribute("href")
        page.close()
        print(f"{'page':12} {'LCP ms':>7} {'CLS':>6} {'requests':>9} {'kB':>6} {'scripts kB':>11}   ({AIMS})")
        for name, path in (("front", "/"), ("search", "/jobs/"), ("job", first), ("guide", "/guide/")):
            loads = [load(browser, f"{site}{path}") for _ in range(TIMES)]
            last = loads[-1]
            print(
                f"{name:12} {median(one.lcp for one in loads):7.0f} {max(one.cls for one in loads):6.3f}"
                f" {last.requests:9} {last.bytes / 1000:6.1f} {last.script_bytes / 1000:11.1f}"
            )


def main() -> None:
    if len(sys.argv) > 1:
        measure(sys.argv[1].rstrip("/"))
        return
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)) as site:
        measure(site)


if __name__ == "__main__":
    main()
